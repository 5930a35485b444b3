//! `plateau chart`: what it refuses and in which order it draws.

use crate::support::run::plateau;

#[test]
fn an_option_that_would_change_nothing_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name).display().to_string();
    for (kind, name, options) in [
        ("staircase", "a.pdf", ["--width", "800"]),
        ("staircase", "a.svg", ["--scale", "3"]),
        ("profile", "a.png", ["--sort", "share"]),
    ] {
        plateau(["chart", kind, "examples/laane-service", "-o", &file(name)])
            .with(options)
            .saying("C019")
            .saying(options[0])
            .exits(2);
    }
    assert!(folder.path().read_dir().unwrap().next().is_none());
    plateau([
        "chart",
        "staircase",
        "examples/laane-service",
        "--width",
        "300",
    ])
    .with(["-o", &file("a.pdf"), "-o", &file("a.png")])
    .exits(0);
    assert!(folder.path().join("a.pdf").is_file());
}

#[test]
fn a_distribution_sorted_by_share_has_the_largest_share_at_the_top() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.svg").display().to_string();
    plateau([
        "chart",
        "distribution",
        "examples/laane-service",
        "-o",
        &file,
    ])
    .with(["--sort", "share"])
    .exits(0);
    let svg = std::fs::read_to_string(&file).unwrap();
    let json = plateau(["score", "examples/laane-service", "--format", "json"])
        .printing_anything()
        .exits(0);
    let record: serde_json::Value = serde_json::from_str(&json).unwrap();
    let practices =
        record["waves"].as_array().unwrap().last().unwrap()["units"][0]["practices"].clone();
    let mut shares: Vec<(f64, usize)> = Vec::new();
    for practice in practices.as_array().unwrap() {
        let Some(share) = practice["share_at_gate"].as_f64() else {
            continue;
        };
        let id = practice["id"].as_str().unwrap();
        let place = svg.find(&format!(">{id}<")).unwrap();
        shares.push((share, place));
    }
    assert!(shares.len() > 20);
    shares.sort_by_key(|&(_, place)| place);
    assert!(
        shares.is_sorted_by(|one, next| one.0 >= next.0),
        "{shares:?}"
    );
}
