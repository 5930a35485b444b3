//! OpenDocument spreadsheets as answers files, written here as the standard lays them down.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use plateau::intake::{Layout, Taken};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

use super::bench::{counts, file, open, problems, read, read_with};

const MANIFEST: &str = "<manifest:manifest/>";

/// A spreadsheet of this `content.xml`.
pub fn spreadsheet(content: &str) -> Vec<u8> {
    packed(MANIFEST, |writer| {
        writer.write_all(content.as_bytes()).unwrap()
    })
}

/// A spreadsheet with this list of its parts, its content written piece by piece.
pub fn packed(
    manifest: &str,
    content: impl FnOnce(&mut zip::ZipWriter<Cursor<Vec<u8>>>),
) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    writer.start_file("mimetype", plain).unwrap();
    writer
        .write_all(b"application/vnd.oasis.opendocument.spreadsheet")
        .unwrap();
    let options = SimpleFileOptions::default();
    writer.start_file("META-INF/manifest.xml", options).unwrap();
    writer.write_all(manifest.as_bytes()).unwrap();
    writer.start_file("content.xml", options).unwrap();
    content(&mut writer);
    writer.finish().unwrap().into_inner()
}

/// What stands before and behind the tables.
pub const BEFORE: &str = r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content>
    <office:automatic-styles>
    <style:style style:name="ta1"><style:table-properties table:display="true"/></style:style>
    <style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>
    </office:automatic-styles><office:body><office:spreadsheet>"#;
pub const AFTER: &str = "</office:spreadsheet></office:body></office:document-content>";

/// A spreadsheet of these tables.
pub fn tables(tables: &[String]) -> Vec<u8> {
    spreadsheet(&format!("{BEFORE}{}{AFTER}", tables.concat()))
}

/// A table of rows as they are written.
pub fn table(name: &str, style: &str, rows: &str) -> String {
    format!(
        r#"<table:table table:name="{name}" table:style-name="{style}">
        <table:table-column table:number-columns-repeated="16384"/>{rows}</table:table>"#
    )
}

/// A cell of text.
fn words(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
    )
}

/// A row of cells; what is a number is written as one.
pub fn row(cells: &[impl AsRef<str>]) -> String {
    let mut text = "<table:table-row>".to_owned();
    for cell in cells {
        let cell = cell.as_ref();
        match cell.parse::<f64>() {
            Ok(number) => write!(
                text,
                r#"<table:table-cell office:value-type="float" office:value="{number:.1}">
                <text:p>{number}</text:p></table:table-cell>"#
            )
            .unwrap(),
            Err(_) if cell.is_empty() => text.push_str("<table:table-cell/>"),
            Err(_) => text.push_str(&words(cell)),
        }
    }
    text + "</table:table-row>"
}

/// A spreadsheet of one table of rows.
pub fn one<T: AsRef<str>>(rows: &[impl AsRef<[T]>]) -> Vec<u8> {
    let rows: String = rows.iter().map(|cells| row(cells.as_ref())).collect();
    tables(&[table("Svar", "ta1", &rows)])
}

#[test]
fn numbers_words_and_blanks_are_read_from_a_table() {
    let read = read(one(&[
        ["respondent", "PRO-1", "PLA-4", "PRO-2"],
        ["1001", "3", "ved ikke", ""],
        ["1002", "Lokal", "4", ""],
    ]));
    let tallies = &read.responses.waves[0].tallies;
    assert_eq!(counts(tallies.of(0, 0, 0)), [0, 1, 1, 0, 0, 0, 0]);
    assert_eq!(counts(tallies.of(0, 0, 2)), [0, 0, 0, 1, 1, 0, 0]);
    let detected = &read.detected[0];
    assert_eq!(detected.layout, Some(Layout::WIDE));
    assert_eq!((detected.rows, detected.respondents), (2, 2));
}

#[test]
fn what_is_repeated_stands_there_as_often() {
    let rows = row(&["PRO-1", "PRO-2"])
        + r#"<table:table-row table:number-rows-repeated="3"><table:table-cell
             table:number-columns-repeated="2" office:value-type="float" office:value="3"/>
             </table:table-row>
             <table:table-row table:number-rows-repeated="1048570"><table:table-cell
             table:number-columns-repeated="16384"/></table:table-row>"#;
    let read = read(tables(&[table("Svar", "ta1", &rows)]));
    assert_eq!(read.detected[0].rows, 3);
    let tallies = &read.responses.waves[0].tallies;
    assert_eq!(counts(tallies.of(0, 0, 0)), [0, 0, 3, 0, 0, 0, 0]);
    assert_eq!(counts(tallies.of(0, 0, 1)), [0, 0, 3, 0, 0, 0, 0]);
}

#[test]
fn a_merged_head_belongs_to_its_first_column() {
    let rows = "<table:table-row>".to_owned()
        + &words("id")
        + &words("PRO-1")
        + r#"<table:covered-table-cell office:value-type="string"><text:p>PRO-2</text:p>
             </table:covered-table-cell></table:table-row>"#
        + &row(&["a", "1", ""]);
    let read = read(tables(&[table("Svar", "ta1", &rows)]));
    let taken: Vec<Taken> = read.detected[0].columns.iter().map(|c| c.taken).collect();
    assert_eq!(taken.len(), 2, "{taken:?}");
}

#[test]
fn a_cell_says_what_people_see_without_the_remarks_on_it() {
    let rows = row(&["PRO-1 kommentar", "PRO-1"])
        + r#"<table:table-row><table:table-cell office:value-type="string">
             <text:p>R&amp;D &#248;</text:p></table:table-cell>
             <table:table-cell office:value-type="string">
             <office:annotation><text:p>Jens: hvad?</text:p></office:annotation>
             <text:p>Ved<text:s text:c="2"/><text:span>ikke</text:span></text:p>
             </table:table-cell></table:table-row>"#;
    let read = read(tables(&[table("Svar", "ta1", &rows)]));
    let wave = &read.responses.waves[0];
    assert_eq!(wave.tallies.of(0, 0, 0).dont_know(), 1);
    assert_eq!(wave.comments.as_ref().unwrap()[&(0, 0)], ["R&D ø"]);
}

#[test]
fn days_are_written_as_days_and_errors_are_said() {
    let rows = row(&["praksis", "niveau", "evidens", "evidensdato"])
        + "<table:table-row>"
        + &words("PRO-1")
        + r#"<table:table-cell office:value-type="float" office:value="2"/>"#
        + &words("Set")
        + r#"<table:table-cell office:value-type="date" office:date-value="2026-09-24">
             <text:p>24.09.26</text:p></table:table-cell></table:table-row>"#;
    let sound = read(tables(&[table("Ark", "ta1", &rows)]));
    let settled = &sound.responses.waves[0].settled[&(0, 0)];
    let day = settled.evidence.as_ref().unwrap().date;
    assert_eq!(day, Some(jiff::civil::date(2026, 9, 24)));
    let broken = rows.replace(
        r#"office:value-type="float" office:value="2"/>"#,
        r##"table:formula="of:=NA()" office:value-type="string" office:string-value=""
            calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>"##,
    );
    let said = problems(tables(&[table("Ark", "ta1", &broken)]));
    assert!(said.contains("error[A021]"), "{said}");
    assert!(said.contains("the spreadsheet error `#N/A`"), "{said}");
}

#[test]
fn the_table_that_people_see_and_whose_header_names_practices_is_read() {
    let rows = row(&["id", "PRO-1", "PRO-2"]) + &row(&["a", "1", "2"]);
    let hidden = table("Gammel", "ta2", &rows);
    let guide = table("Vejledning", "ta1", &row(&["Sådan"]));
    let rows = row(&["Måling"]) + &row(&["id", "PRO-1"]) + &row(&["a", "1"]);
    let read = read(tables(&[hidden, guide, table("Svar", "ta1", &rows)]));
    let sheet = read.detected[0].sheet.clone().unwrap();
    assert_eq!((&*sheet.name, sheet.row), ("Svar", 2));
    assert_eq!(sheet.others, ["Vejledning"]);
}

#[test]
fn a_spreadsheet_with_a_password_is_refused() {
    let manifest = r#"<manifest:manifest><manifest:file-entry manifest:full-path="content.xml">
        <manifest:encryption-data/></manifest:file-entry></manifest:manifest>"#;
    let said = problems(packed(manifest, |writer| {
        writer.write_all(b"\x8f\x01").unwrap()
    }));
    assert!(said.contains("opens with a password only"), "{said}");
}

#[test]
fn a_spreadsheet_cut_anywhere_is_refused_and_never_read_in_part() {
    let whole = one(&[["id", "PRO-1"], ["a", "1"]]);
    for length in (130..whole.len()).step_by(7) {
        let read = read_with(open(), vec![file("a.ods", &whole[..length])], false);
        let said = read.expect_err("it is not whole").render(false);
        assert!(said.contains("error[A0"), "{said}");
    }
    let rows = row(&["id", "PRO-1"]) + &row(&["a", "1"]);
    let content = format!("{BEFORE}{}", table("Svar", "ta1", &rows));
    let cut = content.replace("</table:table>", "");
    assert!(problems(spreadsheet(&cut)).contains("do not fit together"));
}
