//! Workbooks as answers files.

use std::io::{Cursor, Write};

use plateau::intake::{By, Layout, Taken};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use zip::write::SimpleFileOptions;

use super::bench::{counts, file, open, problems, rated, read, read_with};

/// A workbook of these sheets.
fn workbook(sheets: impl IntoIterator<Item = Worksheet>) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for sheet in sheets {
        workbook.push_worksheet(sheet);
    }
    workbook.save_to_buffer().unwrap()
}

/// A sheet of rows; what is a number is written as one.
pub fn sheet<T: AsRef<str>>(name: &str, rows: &[impl AsRef<[T]>]) -> Worksheet {
    let mut sheet = Worksheet::new();
    sheet.set_name(name).unwrap();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells.as_ref()) {
            let cell = cell.as_ref();
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).unwrap(),
                Err(_) => sheet.write_string(row, column, cell).unwrap(),
            };
        }
    }
    sheet
}

/// A workbook of one sheet.
pub fn one<T: AsRef<str>>(rows: &[impl AsRef<[T]>]) -> Vec<u8> {
    workbook([sheet("Svar", rows)])
}

/// An archive of these files.
pub fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn numbers_words_and_blanks_are_read_from_a_sheet() {
    let rows = [
        ["respondent", "PRO-1", "PLA-4", "PRO-2"],
        ["1001", "3", "ved ikke", ""],
        ["1002", "Lokal", "4", ""],
    ];
    let read = read(one(&rows));
    let tallies = &read.responses.waves[0].tallies;
    assert_eq!(counts(tallies.of(0, 0, 0)), [0, 1, 1, 0, 0, 0, 0]);
    assert_eq!(counts(tallies.of(0, 0, 2)), [0, 0, 0, 1, 1, 0, 0]);
    assert_eq!(tallies.of(0, 0, 1).asked(), 0);
    let detected = &read.detected[0];
    assert_eq!(detected.layout, Some(Layout::WIDE));
    assert_eq!((detected.rows, detected.respondents), (2, 2));
    assert_eq!(
        read.responses.inputs[0].sha256.as_deref().map(str::len),
        Some(64)
    );
}

#[test]
fn the_sheet_and_the_row_whose_header_names_practices_are_found() {
    let guide = sheet("Vejledning", &[["Sådan gør du"], ["Svar på alt"]]);
    let answers = sheet(
        "Svar 2026",
        &[
            vec!["Modenhedsmåling"],
            vec!["Efterår", "2026"],
            vec!["praksis", "niveau"],
            vec!["PRO-1", "2"],
        ],
    );
    let read = read(workbook([guide, answers]));
    let detected = read.detected[0].sheet.clone().unwrap();
    assert_eq!((&*detected.name, detected.row), ("Svar 2026", 3));
    assert_eq!(detected.others, ["Vejledning"]);
    let settled = &read.responses.waves[0].settled[&(0, 0)];
    assert_eq!(settled.answer, Some(rated(2)));
}

#[test]
fn a_second_sheet_of_answers_is_said_to_be_left_alone() {
    let rows = [["id", "PRO-1"], ["a", "1"]];
    let more = [["id", "PRO-1", "PRO-2"], ["a", "1", "2"]];
    let said = problems(workbook([sheet("Hold A", &rows), sheet("Hold B", &more)]));
    assert!(
        said.starts_with("warning[A036]: only the sheet `Hold B` was read"),
        "{said}"
    );
    assert!(said.contains("answers in `Hold A` too"), "{said}");
}

#[test]
fn a_sheet_that_nobody_sees_is_not_read() {
    let rows = [["id", "PRO-1"], ["a", "1"]];
    let mut hidden = sheet("Gammel", &[["id", "PRO-1", "PRO-2"], ["a", "1", "2"]]);
    hidden.set_hidden(true);
    let read = read(workbook([sheet("Svar", &rows), hidden]));
    assert_eq!(read.detected[0].sheet.as_ref().unwrap().name, "Svar");
}

#[test]
fn a_merged_head_belongs_to_its_first_column() {
    let mut sheet = sheet("Svar", &[["id", "", ""], ["a", "1", "uden head"]]);
    sheet
        .merge_range(0, 1, 0, 2, "PRO-1", &Format::new())
        .unwrap();
    sheet.write_blank(1, 2, &Format::new()).unwrap();
    let read = read(workbook([sheet]));
    let taken: Vec<Taken> = read.detected[0].columns.iter().map(|c| c.taken).collect();
    assert_eq!(taken[1], Taken::Answer(0, By::Id));
}

#[test]
fn cells_that_are_no_answer_are_named_by_sheet_and_cell() {
    let mut sheet = sheet(
        "Svar",
        &[["id", "PRO-1", "PRO-2", "PLA-4"], ["a", "3.5", "", ""]],
    );
    let day = ExcelDateTime::from_ymd(2026, 4, 3).unwrap();
    let format = Format::new().set_num_format("d. mmm");
    sheet
        .write_datetime_with_format(1, 2, &day, &format)
        .unwrap();
    sheet.write_boolean(1, 3, true).unwrap();
    let said = problems(workbook([sheet]));
    for part in [
        "`3.5` is not an answer to PRO-1",
        "--> answers.csv, Svar!B2 `PRO-1`",
        "`2026-04-03` is not an answer to PRO-2",
        "--> answers.csv, Svar!C2 `PRO-2`",
        "help: the cell is a date",
        "`TRUE` is not an answer to PLA-4",
    ] {
        assert!(said.contains(part), "{part} is not in\n{said}");
    }
}

#[test]
fn a_formula_is_read_by_its_saved_value_and_an_error_is_a_fault() {
    let mut sheet = sheet(
        "Svar",
        &[["id", "PRO-1", "PRO-2", "farve"], ["a", "", "", ""]],
    );
    let saved = |formula: &str, value: &str| Formula::new(formula).set_result(value);
    sheet.write_formula(1, 1, saved("=1+2", "3")).unwrap();
    sheet.write_formula(1, 2, saved("=NA()", "#N/A")).unwrap();
    sheet.write_formula(1, 3, saved("=NA()", "#N/A")).unwrap();
    let bytes = workbook([sheet]);
    let said = problems(&bytes);
    let expected = "error[A021]: the cell holds the spreadsheet error `#N/A`, no value\n  \
                    --> answers.csv, Svar!C2 `PRO-2`\n";
    assert!(said.contains(expected), "{said}");
    assert!(!said.contains("D2"), "{said}");
    let read = read_with(open(), vec![file("a.xlsx", bytes)], true).unwrap();
    let responses = read.value.responses;
    assert_eq!(counts(responses.waves[0].tallies.of(0, 0, 0))[2], 1);
    assert_eq!(responses.inputs[0].rejected, [("PRO-2".to_owned(), 1)]);
}

#[test]
fn empty_rows_and_cells_beside_the_table_are_harmless_but_words_there_are_not() {
    let mut blank = sheet("Svar", &[["id", "PRO-1"], ["a", "1"]]);
    blank
        .write_blank(700, 90, &Format::new().set_bold())
        .unwrap();
    blank.write_string(20, 3, " ").unwrap();
    assert_eq!(read(workbook([blank])).detected[0].rows, 1);
    let mut beside = sheet("Svar", &[["id", "PRO-1"], ["a", "1"]]);
    beside.write_string(1, 16_383, "note").unwrap();
    let said = problems(workbook([beside]));
    assert!(said.contains("error[A010]"), "{said}");
    assert!(said.contains("--> answers.csv, Svar, row 2\n"), "{said}");
}

#[test]
fn an_empty_workbook_is_said_to_be_empty() {
    let said = problems(workbook([Worksheet::new()]));
    assert!(said.starts_with("error[A007]: the file is empty"), "{said}");
}

#[test]
fn what_is_no_readable_workbook_is_refused_with_a_way_out() {
    let mut old = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    let mut protected = old.clone();
    old.extend([0; 600]);
    protected.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let mut cut = one(&[["id", "PRO-1"], ["a", "1"]]);
    cut.truncate(cut.len() / 2);
    let cases: [(Vec<u8>, &str); 6] = [
        (old, "is a workbook of the old kind (.xls)"),
        (protected, "opens with a password only"),
        (
            archive(&[("mimetype", b"x"), ("content.xml", b"<x/>")]),
            "is an OpenDocument file, but no spreadsheet (.ods)",
        ),
        (
            archive(&[("xl/workbook.bin", b"x")]),
            "is a binary workbook (.xlsb)",
        ),
        (
            archive(&[("word/document.xml", b"<x/>")]),
            "is an archive, but no workbook",
        ),
        (cut, "is a workbook whose parts do not fit together"),
    ];
    for (bytes, what) in cases {
        let said = problems(bytes);
        assert!(said.starts_with("error[A020]: `answers.csv` "), "{said}");
        assert!(said.contains(what), "{what} is not in\n{said}");
        assert!(said.contains("\n  help: "), "{said}");
    }
}

#[test]
fn a_workbook_that_unpacks_to_more_than_answers_do_is_refused_unread() {
    let zeros = vec![b' '; 1 << 20];
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    writer.start_file("xl/workbook.xml", options).unwrap();
    writer.start_file("xl/sharedStrings.xml", options).unwrap();
    for _ in 0..600 {
        writer.write_all(&zeros).unwrap();
    }
    let bomb = writer.finish().unwrap().into_inner();
    assert!(bomb.len() < 4 << 20);
    let said = problems(bomb);
    assert!(
        said.contains("holds more cells than answers ever do"),
        "{said}"
    );
}

#[test]
fn a_workbook_that_promises_more_texts_than_cells_is_refused_unread() {
    let whole = one(&[["id", "PRO-1"], ["a", "1"]]);
    let mut archive = zip::ZipArchive::new(Cursor::new(whole)).unwrap();
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    let mut files = Vec::new();
    for name in names {
        let mut text = String::new();
        std::io::Read::read_to_string(&mut archive.by_name(&name).unwrap(), &mut text).unwrap();
        let text = text.replace("uniqueCount=\"", "uniqueCount=\"99999999999");
        files.push((name, text));
    }
    let files: Vec<(&str, &[u8])> = files.iter().map(|(n, t)| (&**n, t.as_bytes())).collect();
    let said = problems(self::archive(&files));
    assert!(
        said.contains("holds more cells than answers ever do"),
        "{said}"
    );
}

#[test]
fn a_report_of_our_own_is_not_taken_for_answers() {
    let heads = ["wave", "unit", "role", "kind", "id", "measure", "value"];
    let levels = sheet("Niveauer", &[["Enhed", "PRO-1"], ["a", "1"]]);
    let said = problems(workbook([levels, sheet("Data", &[heads])]));
    assert!(
        said.contains("is a report that this program wrote"),
        "{said}"
    );
}

#[test]
fn a_damaged_workbook_is_read_or_refused_but_never_breaks_the_program() {
    let whole = one(&[["id", "PRO-1"], ["a", "1"], ["b", "2"]]);
    for at in (0..whole.len()).step_by(7) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x55;
        let _ = read_with(open(), vec![file("a.xlsx", damaged)], false);
        let cut = &whole[..at];
        assert!(read_with(open(), vec![file("a.xlsx", cut)], false).is_err());
    }
}
