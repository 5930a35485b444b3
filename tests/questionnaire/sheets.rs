//! Filling in a workbook as a spreadsheet program does: cells are written into the file, and
//! everything else stays as it is.

use std::io::{Cursor, Read, Write};

use calamine::{Data, Range, Reader, Xlsx};

/// The cells of a workbook's sheet, the first one if none is named.
pub fn cells(bytes: &[u8], sheet: Option<&str>) -> Range<Data> {
    let mut workbook = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
    let first = workbook.sheet_names()[0].clone();
    workbook.worksheet_range(sheet.unwrap_or(&first)).unwrap()
}

/// Whether a cell of the first sheet is open to who fills it in.
pub fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes.to_vec())).unwrap();
    let mut text = String::new();
    let mut file = archive.by_name(name).unwrap();
    file.read_to_string(&mut text).unwrap();
    text
}

/// The name of a cell, such as `D6`, by its row and column from 0.
pub fn name(row: u32, column: u32) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap();
        letters.insert(0, char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    format!("{letters}{}", row + 1)
}

/// The workbook with these texts in cells of its first sheet, which must be there and be empty.
pub fn filled(bytes: &[u8], texts: &[(String, String)]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes.to_vec())).unwrap();
    let mut copy = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            let mut sheet = String::from_utf8(content).unwrap();
            for (cell, text) in texts {
                sheet = with_cell(&sheet, cell, text);
            }
            content = sheet.into_bytes();
        }
        let options = zip::write::SimpleFileOptions::default();
        copy.start_file(name, options).unwrap();
        copy.write_all(&content).unwrap();
    }
    copy.finish().unwrap().into_inner()
}

fn with_cell(sheet: &str, cell: &str, text: &str) -> String {
    let start = format!("<c r=\"{cell}\"");
    let at = sheet
        .find(&start)
        .unwrap_or_else(|| panic!("no cell {cell}"));
    let rest = &sheet[at..];
    let end = rest.find("/>").unwrap();
    assert!(!rest[..end].contains('>'), "{cell} is not empty");
    let text = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    let (open, after) = (&rest[..end], &rest[end + 2..]);
    let before = &sheet[..at];
    format!(
        "{before}{open} t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>{after}"
    )
}
