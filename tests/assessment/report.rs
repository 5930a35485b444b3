//! `[report]` in `assessment.toml`: what a sound one comes to, and what is kept of a logo.

use std::fs;
use std::path::Path;

use plateau::assessment::Image;

use super::load;

#[test]
fn a_report_s_look_and_words_are_what_its_table_says() {
    let folder = Path::new("tests/assessments/valid/branded");
    let report = load(folder).unwrap().value.report;
    assert_eq!(report.organisation.as_deref(), Some("Østerå & Søn"));
    assert_eq!(report.author.as_deref(), Some("Anlæg og have"));
    assert_eq!(report.accent.to_string(), "#004488");
    assert_eq!(
        report.sections.as_deref(),
        Some(
            &[
                "conclusion".to_owned(),
                "result".into(),
                "introduction".into()
            ][..]
        )
    );
    assert_eq!(
        report.introduction,
        ["Første afsnit over to linjer.", "Andet afsnit."]
    );
    assert_eq!(report.conclusion, ["Kort."]);
    let logo = report.logo.unwrap();
    assert_eq!(logo.path, folder.join("maerke.svg"));
    let Image::Svg(svg) = logo.image else {
        panic!("the drawing is no drawing")
    };
    assert!(svg.contains("<path") && !svg.contains("kommentar"), "{svg}");
}

#[test]
fn a_picture_is_kept_as_its_points_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let toml = fs::read_to_string("tests/assessments/valid/branded/assessment.toml").unwrap();
    let toml = toml.replace("maerke.svg", "logo");
    fs::write(folder.path().join("assessment.toml"), toml).unwrap();
    let logo = |bytes: &[u8]| {
        fs::write(folder.path().join("logo"), bytes).unwrap();
        load(folder.path()).map(|sound| sound.value.report.logo.unwrap().image)
    };
    let sound = fs::read("docs/pictures/staircase.png").unwrap();
    // A text chunk before the last one, which is twelve bytes long.
    let (before, end) = sound.split_at(sound.len() - 12);
    let secret = [
        &[0, 0, 0, 8][..],
        b"tEXtsecret\0!",
        &[0x19, 0x40, 0x71, 0xa5],
    ]
    .concat();
    let told = [before, &secret, end].concat();
    let Ok(Image::Png(kept)) = logo(&told) else {
        panic!("the picture is no picture")
    };
    assert!(kept.starts_with(b"\x89PNG") && !kept.windows(6).any(|part| part == b"secret"));
    for (bytes, said) in [
        (&sound[..sound.len() / 2], "cannot be read as PNG"),
        (&sound[..20], "cannot be read as PNG"),
        (&[0; 1_100_000][..], "takes more than 1024 KB"),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\x01\0\0\0\0\0\x40",
            "is 65536 × 64 points",
        ),
        (b"<html></html>", "is neither SVG nor PNG"),
        (b"", "is neither SVG nor PNG"),
    ] {
        let problems = logo(bytes).unwrap_err().render(false);
        assert!(
            problems.contains("error[S026]: the logo `logo` "),
            "{problems}"
        );
        assert!(problems.contains(said), "{problems}");
    }
}
