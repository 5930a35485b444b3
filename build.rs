//! Lists the files of the shipped model, so that no file name of it stands in `src/`.

use std::path::{Path, PathBuf};
use std::{env, fmt::Write as _, fs, io};

const MODEL: &str = "model/driftsledelse-2024";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={MODEL}");
    let mut files = Vec::new();
    list(Path::new(MODEL), &mut files)?;
    let mut paths: Vec<String> = files
        .iter()
        .filter_map(|file| file.strip_prefix(MODEL).ok())
        .map(|file| file.to_string_lossy().replace('\\', "/"))
        .collect();
    paths.sort();
    let name = MODEL.rsplit('/').next().unwrap_or(MODEL);
    let mut code = format!("const NAME: &str = {name:?};\nconst FILES: &[(&str, &str)] = &[\n");
    for path in paths {
        let place = format!("/{MODEL}/{path}");
        let _ = writeln!(
            code,
            "    ({path:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {place:?}))),"
        );
    }
    code.push_str("];\n");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(PathBuf::from(out).join("shipped.rs"), code)
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            files.push(path);
        }
    }
    Ok(())
}
