//! The model that the program carries.

use std::borrow::Cow;

use super::folder::Folder;

include!(concat!(env!("OUT_DIR"), "/shipped.rs"));

/// The files of the shipped model as relative path and text, ordered by path.
pub(super) fn files() -> &'static [(&'static str, &'static str)] {
    FILES
}

/// The shipped model as a folder to be loaded like any other.
pub(super) fn folder() -> Folder<'static> {
    Folder {
        name: NAME.to_owned(),
        files: FILES
            .iter()
            .map(|&(path, text)| (path.to_owned(), Cow::Borrowed(text)))
            .collect(),
    }
}
