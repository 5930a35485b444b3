//! What `assessment.toml` can be faulted for.

super::codes! { ASSESSMENT:
}
