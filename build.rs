//! Lists the files of the shipped model, so that no file name of it stands in `src/`, and turns
//! the program's own words into tables, so that no run has to read them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fmt::Write as _, fs, io};

const MODEL: &str = "model/driftsledelse-2024";
const TEXT: &str = "src/text";

fn main() -> io::Result<()> {
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    let out = PathBuf::from(out);
    println!("cargo::rerun-if-changed={MODEL}");
    fs::write(out.join("shipped.rs"), shipped_model()?)?;
    println!("cargo::rerun-if-changed={TEXT}");
    for entry in fs::read_dir(TEXT)? {
        let folder = entry?;
        if folder.path().is_dir() {
            let language = folder.file_name();
            let name = format!("words.{}.rs", language.to_string_lossy());
            fs::write(out.join(name), words(&folder.path())?)?;
        }
    }
    Ok(())
}

fn shipped_model() -> io::Result<String> {
    let mut paths: Vec<String> = list(Path::new(MODEL))?
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
    Ok(code)
}

/// The words of a language, the files of its folder as one, as a slice sorted by key.
fn words(folder: &Path) -> io::Result<String> {
    let mut words = BTreeMap::new();
    for file in list(folder)? {
        let fault = |what: &str| io::Error::other(format!("{}: {what}", file.display()));
        let text = fs::read_to_string(&file)?;
        let table: toml::Table = text.parse().map_err(|error| fault(&format!("{error}")))?;
        flatten("", table, &mut words).map_err(|key| fault(&key))?;
    }
    let entries: Vec<(String, String)> = words.into_iter().collect();
    Ok(format!("&{entries:#?}\n"))
}

/// Adds a table's words; the key of what is no word, or was there before, is an error.
fn flatten(
    prefix: &str,
    table: toml::Table,
    into: &mut BTreeMap<String, String>,
) -> Result<(), String> {
    for (key, value) in table {
        let key = match prefix {
            "" => key,
            prefix => format!("{prefix}.{key}"),
        };
        match value {
            toml::Value::Table(table) => flatten(&key, table, into)?,
            toml::Value::String(words) if !into.contains_key(&key) => {
                into.insert(key, words);
            }
            toml::Value::String(_) => return Err(format!("`{key}` is there twice")),
            _ => return Err(format!("`{key}` is no text")),
        }
    }
    Ok(())
}

/// The TOML files below a folder.
fn list(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(list(&path)?);
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            files.push(path);
        }
    }
    Ok(files)
}
