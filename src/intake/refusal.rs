//! Workbooks that are not read, and the way out of each.

use std::io::{self, Read};

use crate::diagnostic::{Diagnostic, code};
use crate::intake::container::Stopped;

/// The first bytes of the container that Excel used before 2007, and uses for protected workbooks.
pub(super) const OLD_CONTAINER: [u8; 4] = [0xd0, 0xcf, 0x11, 0xe0];

/// Why a workbook is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is in the form that Excel used before 2007.
    Old,
    /// It opens with a password only.
    Protected,
    /// It is in Excel's binary form.
    Binary,
    /// It is an OpenDocument file, but no spreadsheet, or not put together as one is.
    OpenDocument,
    /// It is an archive, but no workbook.
    NoWorkbook,
    /// It is a report of this program.
    Report,
    /// Its parts do not fit together.
    Damaged,
    /// It holds more than answers ever do.
    TooLarge,
    /// One of its cells holds more than an answer ever does.
    LongCell,
}

impl Refusal {
    /// What an old container is: it names its parts in UTF-16.
    pub(super) fn of_old_container(bytes: &mut impl Read) -> io::Result<Self> {
        const LONGEST: u64 = 64 * 1024 * 1024;
        let mut start = Vec::new();
        bytes.take(LONGEST).read_to_end(&mut start)?;
        let part: Vec<u8> = "EncryptedPackage"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let is_protected = start.windows(part.len()).any(|bytes| bytes == part);
        Ok(if is_protected {
            Self::Protected
        } else {
            Self::Old
        })
    }

    /// What an archive is that holds no workbook; `has` tells whether a file is in it.
    pub(super) fn of_archive(has: impl Fn(&str) -> bool) -> Self {
        if has("xl/workbook.bin") {
            Self::Binary
        } else if has("content.xml") && has("mimetype") {
            Self::OpenDocument
        } else {
            Self::NoWorkbook
        }
    }

    /// The problem, with its way out.
    pub(super) fn problem(self, name: &str) -> Stopped {
        let save = "save it as `.xlsx`, `.ods` or `CSV UTF-8` in the spreadsheet program";
        let (message, hint) = match self {
            Self::Old => (
                format!("`{name}` is a workbook of the old kind (.xls)"),
                save,
            ),
            Self::Protected => (
                format!("`{name}` opens with a password only"),
                "save a copy without a password, or as `CSV UTF-8`",
            ),
            Self::Binary => (format!("`{name}` is a binary workbook (.xlsb)"), save),
            Self::OpenDocument => (
                format!("`{name}` is an OpenDocument file, but no spreadsheet (.ods)"),
                save,
            ),
            Self::NoWorkbook => (
                format!("`{name}` is an archive, but no workbook"),
                "unpack it and read the answers file in it",
            ),
            Self::Report => (
                format!("`{name}` is a report that this program wrote, not answers"),
                "give the answers that the report was made from",
            ),
            Self::Damaged => (
                format!("`{name}` is a workbook whose parts do not fit together"),
                "open it in the spreadsheet program and save it anew, or as `CSV UTF-8`",
            ),
            Self::TooLarge => (
                format!("`{name}` holds more cells than answers ever do"),
                "copy the answers alone into a new workbook, or save their sheet as `CSV UTF-8`",
            ),
            Self::LongCell => (
                format!("`{name}` has a cell with more text than an answer ever has"),
                "look for the cell and shorten it: a megabyte is the most",
            ),
        };
        Box::new(Diagnostic::error(&code::A020, message).help(hint))
    }
}
