//! What an archive says that it holds, read without unpacking anything.

use std::io::{self, Read, Seek, SeekFrom};

use super::inflate;

/// A file in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub name: String,
    /// How many bytes it says it has unpacked; what is read is never more.
    pub size: u64,
    /// Where it lies in the archive.
    offset: u64,
    /// Whether it is packed, and not only stored.
    is_packed: bool,
}

/// How long a directory's own end is before its comment.
const END: usize = 22;

/// How far from an archive's end it may lie.
const TAIL: u64 = END as u64 + 0xffff;

/// Room for the codes that stand before what is packed.
const CODES: u64 = 1024;

/// How long a file's own header is before its name.
const LOCAL: u64 = 30;

/// The longest directory that is read.
const LONGEST: u64 = 16 * 1024 * 1024;

/// The size that stands for one in an extra field.
const ELSEWHERE: u32 = u32::MAX;

/// Everything in an archive, or `None` where its directory makes no sense.
pub(super) fn entries(archive: &mut (impl Read + Seek + ?Sized)) -> io::Result<Option<Vec<Entry>>> {
    let length = archive.seek(SeekFrom::End(0))?;
    let tail = length.min(TAIL);
    let tail = part(archive, length - tail, tail)?;
    let Some(end) = tail
        .windows(4)
        .rposition(|bytes| bytes == b"PK\x05\x06")
        .map(|at| &tail[at..])
        .filter(|end| end.len() >= END)
    else {
        return Ok(None);
    };
    let (Some(size), Some(offset)) = (four(end, 12), four(end, 16)) else {
        return Ok(None);
    };
    let (size, offset) = (u64::from(size), u64::from(offset));
    if size > LONGEST || offset.saturating_add(size) > length {
        return Ok(None);
    }
    let directory = part(archive, offset, size)?;
    Ok(listed(&directory))
}

/// The first `most` bytes of a file, unpacked; fewer where it ends or breaks off before.
pub(super) fn beginning(
    archive: &mut (impl Read + Seek + ?Sized),
    entry: &Entry,
    most: usize,
) -> io::Result<Vec<u8>> {
    let local = part(archive, entry.offset, LOCAL)?;
    let (Some(name), Some(extra)) = (two(&local, 26), two(&local, 28)) else {
        return Ok(Vec::new());
    };
    let from = entry.offset + LOCAL + (name + extra) as u64;
    // Packed text is hardly ever longer than it was, but for the codes before it.
    let packed = part(archive, from, most as u64 + CODES)?;
    Ok(match entry.is_packed {
        true => inflate::beginning(&packed, most),
        false => packed.into_iter().take(most).collect(),
    })
}

fn part(archive: &mut (impl Read + Seek + ?Sized), from: u64, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    archive.seek(SeekFrom::Start(from))?;
    archive.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn listed(mut directory: &[u8]) -> Option<Vec<Entry>> {
    let mut entries = Vec::new();
    while directory.starts_with(b"PK\x01\x02") {
        let [name, extra, comment] = [28, 30, 32].map(|at| two(directory, at));
        let (name, extra, comment) = (name?, extra?, comment?);
        let named = 46 + name;
        let size = match four(directory, 24)? {
            ELSEWHERE => eight(directory.get(named..named + extra)?),
            size => u64::from(size),
        };
        entries.push(Entry {
            name: String::from_utf8_lossy(directory.get(46..named)?).into_owned(),
            size,
            offset: four(directory, 42)?.into(),
            is_packed: two(directory, 10)? != 0,
        });
        directory = directory.get(named + extra + comment..)?;
    }
    Some(entries)
}

/// The size in an extra field of 64-bit sizes; without one, more than any file has.
fn eight(mut extra: &[u8]) -> u64 {
    while let (Some(kind), Some(length)) = (two(extra, 0), two(extra, 2)) {
        let field = extra.get(4..4 + length).unwrap_or_default();
        if let (1, Some(size)) = (kind, field.first_chunk()) {
            return u64::from_le_bytes(*size);
        }
        extra = extra.get(4 + length..).unwrap_or_default();
    }
    u64::MAX
}

fn two(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    Some(u16::from_le_bytes(*bytes).into())
}

fn four(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    Some(u32::from_le_bytes(*bytes))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::io::{Cursor, Write};

    use super::*;

    fn archive() -> Vec<u8> {
        let mut writer = ::zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = ::zip::write::SimpleFileOptions::default();
        writer.start_file("xl/workbook.xml", options).unwrap();
        writer.write_all(&[b'x'; 5000]).unwrap();
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn an_archive_says_what_it_holds() {
        let found = entries(&mut Cursor::new(archive())).unwrap();
        let found = found.unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!((&*found[0].name, found[0].size), ("xl/workbook.xml", 5000));
        let start = beginning(&mut Cursor::new(archive()), &found[0], 7).unwrap();
        assert_eq!(start, b"xxxxxxx");
    }

    #[test]
    fn an_archive_cut_anywhere_makes_no_sense() {
        let whole = archive();
        for length in 0..whole.len() {
            let found = entries(&mut Cursor::new(&whole[..length])).unwrap();
            assert_eq!(found, None, "cut at {length}");
        }
    }
}
