//! What answers files can be faulted for.

super::codes! { ANSWERS:
}
