//! What a model folder or an overlay can be faulted for.

super::codes! { MODEL:
}
