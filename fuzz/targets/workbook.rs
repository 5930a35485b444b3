//! A workbook whose parts are any bytes: sound as an archive, so that its XML is reached.
//!
//! The input's parts are separated by lines of `%%%%` and become, in this order: the sheet, the
//! shared texts, the styles, the workbook, its relations.
#![no_main]

mod shared;

use std::io::{Cursor, Write};

use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

/// The parts by name, and what stands there if the input has none.
const PARTS: [(&str, &str); 5] = [
    ("xl/worksheets/sheet1.xml", ""),
    ("xl/sharedStrings.xml", "<sst/>"),
    ("xl/styles.xml", "<styleSheet/>"),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Svar" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    ),
];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut given = split(bytes).into_iter();
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, usual) in PARTS {
        let part = given.next().unwrap_or(usual.as_bytes());
        archive.start_file(name, stored).expect("memory holds it");
        archive.write_all(part).expect("memory holds it");
    }
    let workbook = archive.finish().expect("memory holds it").into_inner();
    shared::read_answers(&workbook);
});

fn split(bytes: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(6).position(|window| window == b"\n%%%%\n") {
        parts.push(&rest[..at]);
        rest = &rest[at + 6..];
    }
    parts.push(rest);
    parts
}
