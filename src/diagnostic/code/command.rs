//! What a command line or an output can be faulted for.

super::codes! { COMMAND:
}
