//! The pictures in the README are those that the program draws.
//!
//! `UPDATE=1 cargo test pictures` draws them again, as does
//! `plateau chart KIND examples/laane-service -o docs/pictures/KIND.png`.

use crate::support::run::plateau;
use crate::support::{expect_file, root};

#[test]
fn the_readme_shows_what_is_drawn() {
    let readme = std::fs::read_to_string(root("README.md")).unwrap();
    let shown: Vec<&str> = readme
        .split("(docs/pictures/")
        .skip(1)
        .filter_map(|rest| rest.split(".png)").next())
        .collect();
    assert!(!shown.is_empty(), "the README shows no picture");
    let folder = tempfile::tempdir().unwrap();
    for kind in shown {
        let drawn = folder.path().join(format!("{kind}.png"));
        let target = drawn.display().to_string();
        plateau(["chart", kind, "examples/laane-service", "-o", &target]).exits(0);
        let kept = root(&format!("docs/pictures/{kind}.png"));
        expect_file(&kept, &std::fs::read(&drawn).unwrap());
    }
}
