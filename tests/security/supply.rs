//! `deny.toml`, held against what the program is built from on this platform.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::sync::LazyLock;

use serde_json::Value;

use super::text;

/// What cargo says of every package that is built here, for the program and its tests.
static PACKAGES: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let host = Command::new("rustc").arg("-vV").output().unwrap();
    let host = String::from_utf8(host.stdout).unwrap();
    let host = host.lines().find_map(|line| line.strip_prefix("host: "));
    let output = Command::new(cargo)
        .args(["metadata", "--locked", "--offline", "--format-version", "1"])
        .args(["--filter-platform", host.unwrap()])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    let all: Value = serde_json::from_slice(&output.stdout).unwrap();
    let nodes = all["resolve"]["nodes"].as_array().unwrap();
    let built: BTreeSet<&str> = nodes
        .iter()
        .map(|node| node["id"].as_str().unwrap())
        .collect();
    let packages = all["packages"].as_array().unwrap().iter();
    packages
        .filter(|package| built.contains(package["id"].as_str().unwrap()))
        .cloned()
        .collect()
});

static RULES: LazyLock<toml::Table> = LazyLock::new(|| text("deny.toml").parse().unwrap());

/// The crates that a list of bans names.
fn crates(list: &str) -> BTreeSet<&'static str> {
    let list = RULES["bans"][list].as_array().unwrap();
    list.iter()
        .map(|entry| entry["crate"].as_str().unwrap())
        .collect()
}

fn name(package: &Value) -> &str {
    package["name"].as_str().unwrap()
}

/// Whether a licence expression can be met by allowed licences alone. `AND` binds closer than
/// `OR`, which older packages write as `/`; brackets hold no brackets in any of them.
fn is_met(expression: &str, allowed: &BTreeSet<&str>) -> bool {
    let mut flat = expression.replace('/', " OR ");
    while let Some((before, rest)) = flat.split_once('(') {
        let (within, behind) = rest.split_once(')').unwrap();
        let met = if is_met(within, allowed) {
            "MET"
        } else {
            "UNMET"
        };
        flat = format!("{before}{met}{behind}");
    }
    flat.split(" OR ").any(|all| {
        let mut each = all.split(" AND ").map(str::trim);
        each.all(|licence| licence == "MET" || allowed.contains(licence))
    })
}

#[test]
fn every_dependency_may_be_shipped() {
    let allowed = RULES["licenses"]["allow"].as_array().unwrap();
    let allowed: BTreeSet<&str> = allowed.iter().map(|id| id.as_str().unwrap()).collect();
    assert!(is_met("(MIT OR GPL-3.0) AND Zlib", &allowed) && !is_met("MIT AND GPL-3.0", &allowed));
    for package in PACKAGES.iter() {
        let licence = package["license"].as_str().unwrap_or_default();
        assert!(
            is_met(licence, &allowed),
            "{} is under `{licence}`",
            name(package)
        );
    }
    assert!(PACKAGES.len() > 100, "{} packages", PACKAGES.len());
}

#[test]
fn no_dependency_is_banned_and_none_is_there_twice_but_for_those_that_are_known() {
    let banned = crates("deny");
    let lock: toml::Table = text("Cargo.lock").parse().unwrap();
    for package in lock["package"].as_array().unwrap() {
        let name = package["name"].as_str().unwrap();
        assert!(!banned.contains(name), "{name} is banned");
    }
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in PACKAGES.iter() {
        let version = package["version"].as_str().unwrap();
        versions.entry(name(package)).or_default().insert(version);
    }
    versions.retain(|_, versions| versions.len() > 1);
    let twice: BTreeSet<&str> = versions.into_keys().collect();
    assert_eq!(twice, crates("skip"), "correct `skip` in deny.toml");
}

#[test]
fn nothing_opens_a_connection_while_it_is_built_or_runs() {
    let mut own = super::rust_files("src");
    own.push(text("build.rs"));
    for code in own {
        for way in [
            "std::net",
            "TcpStream",
            "UdpSocket",
            "UnixStream",
            "process::Command",
            "Command::new",
        ] {
            assert!(
                !code.contains(way),
                "{way} in {}",
                code.lines().next().unwrap()
            );
        }
    }
}

#[test]
fn a_letter_that_the_own_typeface_lacks_is_drawn_by_no_font_of_the_machine() {
    let drawn = |letter: &str| {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\"><text x=\"4\" \
             y=\"34\" font-size=\"36\" font-family=\"Plateau Sans, sans-serif\">{letter}</text></svg>"
        );
        plateau::chart::raster(&svg, (40, 40)).unwrap()
    };
    // Every machine with fonts has letters of both scripts. Without them, what stands for a
    // letter that is lacking is drawn, whichever letter it is.
    let [zhe, be] = ["\u{416}", "\u{411}"].map(drawn);
    assert!(zhe == be);
    assert!(drawn("A") != drawn("B"));
}
