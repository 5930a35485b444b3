//! Files of survey tools: the same answers through every layout. The files in
//! `tests/answers/tools` are made by us after each tool's documented form.

use std::fs;
use std::path::{Path, PathBuf};

use plateau::intake::{Layout, Read, Responses, layouts};

use super::bench::{file, open, read_with};
use super::workbooks;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/answers/tools")
}

/// The files of a survey tool, by name.
fn files_of(layout: Layout) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder().join(layout.name))
        .into_iter()
        .flatten();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| ending(path) != "txt").collect();
    paths.sort();
    paths
}

fn ending(path: &Path) -> &str {
    path.extension()
        .map_or("", |ending| ending.to_str().unwrap())
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}

/// What was read of a file, and what was said of it.
fn read(name: &str, bytes: &[u8]) -> (Read, String) {
    let read = read_with(open(), vec![file(name, bytes)], false);
    let warned = read.unwrap_or_else(|problems| panic!("{name}: {}", problems.render(false)));
    let said = warned.warnings.render(false);
    (warned.value, said)
}

fn responses(read: Read) -> Responses {
    let mut responses = read.responses;
    responses.inputs.clear();
    responses
}

fn plain() -> Responses {
    let bytes = fs::read(folder().join("plain.csv")).unwrap();
    let (read, said) = read("plain.csv", &bytes);
    assert_eq!(said, "");
    responses(read)
}

/// The rows of a text file as a workbook.
fn as_workbook(bytes: &[u8]) -> Vec<u8> {
    let start = bytes.split(|&byte| byte == b'\n').next().unwrap();
    let count = |delimiter| start.iter().filter(|&&byte| byte == delimiter).count();
    let delimiter = [b';', b',', b'\t'].into_iter().max_by_key(|&d| count(d));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.unwrap())
        .from_reader(bytes);
    let rows: Vec<Vec<String>> = reader
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect();
    workbooks::one(&rows)
}

#[test]
fn the_same_answers_through_every_survey_tool_are_the_same() {
    let plain = plain();
    for layout in layouts().filter(|layout| layout.tool.is_some()) {
        let files = files_of(layout);
        assert!(
            !files.is_empty(),
            "no file of {} in tests/answers/tools",
            layout.name
        );
        for path in files {
            let bytes = fs::read(&path).unwrap();
            let (read, said) = read(&name(&path), &bytes);
            assert_eq!(read.detected[0].layout, Some(layout), "{}", path.display());
            assert_eq!(responses(read), plain, "{}", path.display());
            crate::support::expect_file(&path.with_extension("txt"), said.as_bytes());
        }
    }
}

#[test]
fn a_survey_tool_s_workbook_says_what_its_text_says() {
    let plain = plain();
    for layout in layouts().filter(|layout| layout.tool.is_some()) {
        for path in files_of(layout).iter().filter(|path| ending(path) == "csv") {
            let (read, _) = read("answers.xlsx", &as_workbook(&fs::read(path).unwrap()));
            assert_eq!(read.detected[0].layout, Some(layout), "{}", path.display());
            assert_eq!(responses(read), plain, "{}", path.display());
        }
    }
}
