//! OpenDocument spreadsheets: as [`super::xlsx`], of a file that is written otherwise.

mod cell;
mod content;
mod narrow;

use std::io::{BufReader, Read};

use ::zip::ZipArchive;

use super::codebook::Codebook;
use super::container::{Intake, Opening, Stopped, Table, cannot_read};
use super::detected::Detected;
use super::encoding::ReadSeek;
use super::refusal::Refusal;
use super::sheets::{Choice, HEAD, MOST_BYTES, form, records};
use super::zip;
use content::{Sheet, sheets};

/// What stands in every such file where its first part begins: its name and what it says.
const MARK: &[u8] = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet";

/// Where the first part's name begins.
const NAME: usize = 30;

/// OpenDocument spreadsheets.
pub(super) static ODS: Intake = Intake {
    recognises: |start| {
        let name = start.get(NAME..).unwrap_or_default();
        start.starts_with(b"PK\x03\x04") && name.starts_with(MARK)
    },
    open,
};

fn open<'a>(opening: &'a Opening<'_>, detected: &mut Detected) -> Result<Table<'a>, Stopped> {
    let mut archive = archive(opening)?;
    let tops = read(opening, &mut archive, |_| HEAD)?;
    // Of sheets that nobody sees none is read, unless there are no others.
    let seen = tops.iter().any(|sheet| sheet.is_visible);
    let tops = tops.into_iter().enumerate();
    let tops: Vec<(usize, Sheet)> = tops
        .filter(|(_, sheet)| !seen || sheet.is_visible)
        .collect();
    let names = tops.iter().map(|(_, sheet)| sheet.name.clone()).collect();
    let (places, cells): (Vec<usize>, Vec<_>) = tops
        .into_iter()
        .map(|(place, sheet)| (place, sheet.cells))
        .unzip();
    let mut own = Codebook::default();
    for (&place, top) in places.iter().zip(&cells) {
        if let Some(form) = form(top) {
            let rows = |other: usize| if other == place { usize::MAX } else { 0 };
            let mut whole = read(opening, &mut archive, rows)?;
            own.add(form, records(&whole.swap_remove(place).cells));
        }
    }
    let choice = Choice::of(opening, names, &cells, Some(own))?;
    let wanted = places[choice.index()];
    let rows = |place: usize| if place == wanted { usize::MAX } else { 0 };
    let mut whole = read(opening, &mut archive, rows)?;
    Ok(choice.table(whole.swap_remove(wanted).cells, detected))
}

type Archive<'a> = ZipArchive<BufReader<Box<dyn ReadSeek + 'a>>>;

/// The archive, found to be one, readable and of a reasonable size.
fn archive<'a>(opening: &'a Opening<'_>) -> Result<Archive<'a>, Stopped> {
    let name = opening.name;
    let cannot = |error| cannot_read(name, &error);
    let mut bytes = opening.content.open().map_err(cannot)?;
    let entries = zip::entries(&mut *bytes).map_err(cannot)?;
    let Some(entries) = entries else {
        return Err(Refusal::Damaged.problem(name));
    };
    let texts = entries.iter().filter(|entry| entry.name.ends_with(".xml"));
    let size = texts.fold(0u64, |sum, entry| sum.saturating_add(entry.size));
    if size > MOST_BYTES {
        return Err(Refusal::TooLarge.problem(name));
    }
    let bytes = BufReader::new(opening.content.open().map_err(cannot)?);
    let mut archive = ZipArchive::new(bytes).map_err(|_| Refusal::Damaged.problem(name))?;
    match is_protected(&mut archive) {
        true => Err(Refusal::Protected.problem(name)),
        false => Ok(archive),
    }
}

/// Whether the archive's list of parts says that they are encrypted.
fn is_protected(archive: &mut Archive<'_>) -> bool {
    const LONGEST: u64 = 1024 * 1024;
    let mut list = Vec::new();
    let read = archive
        .by_name("META-INF/manifest.xml")
        .is_ok_and(|part| part.take(LONGEST).read_to_end(&mut list).is_ok());
    let sign = b"encryption-data";
    read && list.windows(sign.len()).any(|bytes| bytes == sign)
}

/// All sheets, of each so many rows that hold anything as `rows` says by its place.
fn read(
    opening: &Opening<'_>,
    archive: &mut Archive<'_>,
    rows: impl Fn(usize) -> usize,
) -> Result<Vec<Sheet>, Stopped> {
    let content = archive.by_name("content.xml");
    let content = content.map_err(|_| Refusal::Damaged.problem(opening.name))?;
    let read = sheets(content.take(MOST_BYTES), rows);
    read.map_err(|refusal| refusal.problem(opening.name))
}
