//! An OpenDocument spreadsheet whose content is any bytes: sound as an archive, so that its XML
//! is reached.
#![no_main]

mod shared;

use std::io::{Cursor, Write};

use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

const BEFORE: &str = "<office:document-content><office:body><office:spreadsheet>";
const AFTER: &str = "</office:spreadsheet></office:body></office:document-content>";

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    // Whole documents and tables alone.
    let content = match bytes.split_first() {
        Some((b'!', whole)) => whole.to_vec(),
        _ => [BEFORE.as_bytes(), bytes, AFTER.as_bytes()].concat(),
    };
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, part) in [
        ("mimetype", &b"application/vnd.oasis.opendocument.spreadsheet"[..]),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", &content),
    ] {
        archive.start_file(name, stored).expect("memory holds it");
        archive.write_all(part).expect("memory holds it");
    }
    let document = archive.finish().expect("memory holds it").into_inner();
    shared::read_answers(&document);
});
