//! Files made to break their reader: each ends in a clear error, within bounded memory. The
//! program itself reads them, allowed no more address space than it may need.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::process::Command;

use super::bench::{problems, read};
use super::opendocument::{self, AFTER, BEFORE, spreadsheet, tables};
use super::workbooks::archive;

/// The most address space that the program may take, in KiB.
const MOST: u64 = 900 * 1024;

/// What `plateau check` says of a file that must be refused, within bounded memory.
fn refused(name: &str, bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    let limit = if cfg!(target_os = "linux") {
        format!("ulimit -v {MOST}; ")
    } else {
        String::new()
    };
    let output = Command::new("sh")
        .args(["-c", &format!("{limit}exec \"$0\" check {name}")])
        .arg(env!("CARGO_BIN_EXE_plateau"))
        .current_dir(folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let broken = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}{broken}");
    assert!(said.contains("error[A0"), "{said}");
    assert!(said.len() < 20_000, "an error is not the file once more");
    said
}

/// A workbook of one sheet and its texts, as they are written.
fn workbook(sheet: &str, strings: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    archive(&[
        (
            "_rels/.rels",
            format!(
                r#"<Relationships xmlns="{relations}"><Relationship Id="rId1"
                Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            )
            .as_bytes(),
        ),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="{main}" xmlns:r="{office}"><sheets>
                <sheet name="Svar" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            )
            .as_bytes(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                r#"<Relationships xmlns="{relations}">
                <Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>
                <Relationship Id="rId2" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>
                <Relationship Id="rId3" Type="{office}/externalLink"
                 Target="externalLinks/externalLink1.xml"/></Relationships>"#
            )
            .as_bytes(),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(r#"<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>"#)
                .as_bytes(),
        ),
        (
            "xl/sharedStrings.xml",
            format!(r#"<sst xmlns="{main}">{strings}</sst>"#).as_bytes(),
        ),
    ])
}

const MEGABYTE: usize = 1 << 20;

#[test]
fn archives_that_unpack_to_more_than_answers_do_are_refused_unread() {
    let zeros = vec![b' '; MEGABYTE];
    let bomb = opendocument::packed("", |writer| {
        for _ in 0..600 {
            writer.write_all(&zeros).unwrap();
        }
    });
    assert!(bomb.len() < 4 * MEGABYTE);
    let said = refused("bombe.ods", &bomb);
    assert!(said.contains("more cells than answers ever do"), "{said}");
}

#[test]
fn what_is_repeated_without_end_is_not_kept() {
    let cell = |times: usize, text: &str| {
        format!(
            r#"<table:table-cell table:number-columns-repeated="{times}"
            office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
        )
    };
    let rows = |times: u64, cells: &str| {
        format!(
            r#"<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>"#
        )
    };
    let head = opendocument::row(&["id", "PRO-1"]);
    let long = "x".repeat(MEGABYTE / 2);
    let spaces = r#"<text:s text:c="1000000000"/>"#.repeat(3);
    let nearly = format!(r#"<text:s text:c="{MEGABYTE}"/>"#).repeat(1000);
    for rows in [
        rows(1_048_576, &cell(16_384, "3")),
        rows(u64::MAX, &cell(2, "3")),
        rows(1, &cell(usize::MAX, "3")),
        rows(1, &cell(16_384, &long)),
        rows(1_048_576, &cell(1, &long)),
        rows(1, &cell(1, &spaces)).repeat(2),
        rows(1, &cell(1, &nearly)),
    ] {
        let table = opendocument::table("Svar", "ta1", &(head.clone() + &rows));
        refused("gentaget.ods", &tables(&[table]));
    }
}

#[test]
fn one_long_text_that_all_cells_share_is_not_kept_as_often() {
    let mut sheet = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1"
        t="inlineStr"><is><t>PRO-1</t></is></c></row>"#
        .to_owned();
    for row in 2..200_000 {
        write!(
            sheet,
            r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>"#
        )
        .unwrap();
    }
    let strings = format!("<si><t>{}</t></si>", "x".repeat(30_000));
    let said = refused("delt.xlsx", &workbook(&sheet, &strings));
    assert!(said.contains("more cells than answers ever do"), "{said}");
}

#[test]
fn a_cell_of_a_hundred_megabytes_is_refused_in_every_container() {
    let long = "x".repeat(100 * MEGABYTE);
    for text in [
        format!("id;PRO-1\na;{long}\n"),
        format!("id;PRO-1\na;\"{long}\n{long}\"\n"),
        format!("id;PRO-1;{long}\na;3;\n"),
    ] {
        let said = refused("celle.csv", text.as_bytes());
        assert!(said.contains("error[A053]"), "{said}");
    }
    let cells = r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#;
    let strings = format!("<si><t>{long}</t></si>");
    let said = refused("celle.xlsx", &workbook(cells, &strings));
    assert!(said.contains("more text than an answer ever has"), "{said}");
    let rows = opendocument::row(&["PRO-1"]) + &opendocument::row(&[&long]);
    let table = opendocument::table("Svar", "ta1", &rows);
    let said = refused("celle.ods", &tables(&[table]));
    assert!(said.contains("more text than an answer ever has"), "{said}");
}

#[test]
fn ten_thousand_columns_are_one_clear_error() {
    let headers = |columns: usize| -> String {
        let headers: Vec<String> = (0..columns).map(|c| format!("kolonne {c}")).collect();
        headers.join(";") + "\n" + &"3;".repeat(columns - 1) + "3\n"
    };
    let said = refused("bred.csv", headers(10_000).as_bytes());
    assert!(said.contains("and 9994 more"), "{said}");
    let said = refused("bredere.csv", headers(200_000).as_bytes());
    assert!(
        said.contains("error[A053]: the header has 200000 columns"),
        "{said}"
    );
}

#[test]
fn a_nul_byte_is_no_text() {
    let said = refused("nul.csv", b"id;PRO-1\na;3\0\nb;4\n");
    assert!(said.contains("`nul.csv` is not a text file"), "{said}");
}

#[test]
fn one_stray_byte_is_read_and_two_encodings_in_one_file_are_said() {
    let stray = read(b"enhed;PRO-1\nK\xf8benhavn;3\nOdense;2\n");
    let units = stray.assessment.units.list();
    assert_eq!(units[1].name, "København");
    let mut both = "enhed;PRO-1\nKøbenhavn;3\n".as_bytes().to_vec();
    both.extend(b"K\xf8ge;2\n");
    let said = refused("to.csv", &both);
    assert!(
        said.contains("`to.csv` is UTF-8 in places, but line 3 is Windows-1252"),
        "{said}"
    );
}

#[test]
fn what_a_file_refers_to_elsewhere_is_never_looked_up() {
    let folder = tempfile::tempdir().unwrap();
    let secret = folder.path().join("hemmeligt.csv");
    fs::write(&secret, "4").unwrap();
    let secret = format!("file://{}", secret.display());
    let sheet = format!(
        r#"<row r="1"><c r="A1" t="inlineStr"><is><t>PRO-1</t></is></c></row>
        <row r="2"><c r="A2"><f>'{secret}'!A1</f><v>3</v></c></row>"#
    );
    let found = read(workbook(&sheet, ""));
    assert_eq!(found.responses.waves[0].tallies.of(0, 0, 0).counts()[2], 1);
    let rows = opendocument::row(&["PRO-1"]) + &opendocument::row(&["3"]);
    let linked = opendocument::table("Svar", "ta1", &rows).replace(
        "<table:table-column",
        &format!(r#"<table:table-source xlink:href="{secret}"/><table:table-column"#),
    );
    let found = read(tables(&[linked]));
    assert_eq!(found.responses.waves[0].tallies.of(0, 0, 0).counts()[2], 1);
    let declared = BEFORE.replace(
        "<office:document-content>",
        &format!(
            r#"<!DOCTYPE x [<!ENTITY e SYSTEM "{secret}"><!ENTITY f "&e;&e;">]>
            <office:document-content>"#
        ),
    );
    let rows = opendocument::row(&["PRO-1"]) + &opendocument::row(&["&f;"]).replace("&amp;", "&");
    let table = opendocument::table("Svar", "ta1", &rows);
    let said = problems(spreadsheet(&format!("{declared}{table}{AFTER}")));
    assert!(said.contains("do not fit together"), "{said}");
}

#[test]
fn a_file_is_what_its_bytes_are_and_not_what_it_is_called() {
    let text = "id;PRO-1;PLA-4\r\r\na;3;2\r\r\n";
    let expected = read(text).responses.waves;
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let sheet = [["id", "PRO-1", "PLA-4"], ["a", "3", "2"]];
    for bytes in [
        utf16,
        super::workbooks::one(&sheet),
        opendocument::one(&sheet),
    ] {
        assert_eq!(read(bytes).responses.waves, expected);
    }
    let folder = tempfile::tempdir().unwrap();
    for name in ["svar.txt", "svar.xlsx", "svar.ods"] {
        fs::write(folder.path().join(name), "praksis;niveau\nPLA-4;3\n").unwrap();
        crate::support::run::plateau(["check", name])
            .within(folder.path())
            .printing("delimiter semicolon")
            .exits(0);
    }
}
