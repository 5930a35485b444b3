//! Files made to break their reader: each ends in a clear error, within bounded memory.
