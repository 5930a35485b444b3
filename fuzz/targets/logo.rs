//! Any bytes as a logo. What is kept of it must hold nothing but shapes or points.
#![no_main]

mod shared;

use std::fs;

use plateau::assessment::{self, Image, Offer};
use plateau::chart;
use shared::MODEL;

const ASSESSMENT: &str = "schema = 1\n[report]\nlogo = \"logo\"\n";

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("assessment.toml");
    fs::write(&path, ASSESSMENT).expect("the folder can be written to");
    fs::write(folder.path().join("logo"), bytes).expect("the folder can be written to");
    let offer = Offer {
        languages: &["da", "en"],
        sections: &[],
    };
    match assessment::open(&path).and_then(|file| file.resolve(&MODEL, &offer)) {
        Ok(read) => {
            shared::show(&read.warnings);
            match read.value.report.logo.expect("it names one").image {
                Image::Svg(text) => {
                    holds_shapes_alone(&text);
                    // As the workbook draws it; it may be too large, and never too much.
                    drop(chart::raster(&text, (656, 184)));
                }
                Image::Png(bytes) => assert!(bytes.starts_with(b"\x89PNG")),
            }
        }
        Err(problems) => shared::refused(&problems),
    }
});

/// No tag that does more than draw, and no attribute that leads anywhere.
fn holds_shapes_alone(text: &str) {
    let low = text.to_lowercase();
    for word in [
        "<script", "<foreignobject", "<image", "<feimage", "<a ", "<style", "<text", "<animate",
        "<set", "<!", "<?", "javascript:", "http-equiv", " onload", "@import",
    ] {
        assert!(!low.contains(word), "{word} is in {text}");
    }
    for (at, _) in low.match_indices("href=") {
        assert!(low[at..].starts_with("href=\"#"), "a link is in {text}");
    }
}
