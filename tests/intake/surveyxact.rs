//! SurveyXact: a dataset of codes with its labels and its structure, as three files in any order
//! or as three sheets. The texts here are made by us after the form of the tool's exports.

use std::fs;
use std::path::Path;

use plateau::intake::{Read, WaveResponses};
use rust_xlsxwriter::Workbook;

use super::bench::{file, open, read_with};
use super::{opendocument, workbooks};

/// The answers of `tests/answers/tools/plain.csv`, coded; the fourth person did not come to the end.
const DATASET: &str = "enhed;rolle;s_1;s_2;s_3_1;s_3_2;stato_1;stato_2;stato_3;stato_4;stato_5\n\
    1;1;3;Vi øver os;2;9;0;1;1;1;0\n\
    1;2;1;;2;4;0;1;1;1;0\n\
    2;2;2;;8;3;0;1;1;1;0\n\
    2;2;4;;1;;0;1;1;0;1\n\
    2;1;4;Ja, og nej;;2;0;1;1;1;0\n\
    2;2;2;;3;3;0;1;1;1;0\n";

const STRUCTURE: &str = "questionName;variableName;questionType;subType;questionText;choiceValue;choiceText\n\
    enhed;enhed;Closed;Single;Hvilken enhed?;;\n\
    rolle;rolle;Closed;Single;Hvilken rolle?;;\n\
    s_1;s_1;Closed;Single;Kender I processerne?;;\n\
    s_2;s_2;Open;String;PRO-1 kommentar;;\n\
    s_3;s_3_1;Closed;Single;Hvor er I? - Fejlfinding;;\n\
    s_3;s_3_2;Closed;Single;Hvor er I? - PLA-4 Kapacitetsstyring;;\n\
    statoverall;stato_4;Closed;Multiple;Samlet status;4;Gennemført\n";

/// The labels: those of the practices' levels do not stand in the order of their codes.
fn labels() -> String {
    let mut text = "enhed;1;Vest\nenhed;2;Øst\nrolle;1;leder\nrolle;2;ansat\n".to_owned();
    for variable in ["s_1", "s_3_1", "s_3_2"] {
        for (code, label) in [
            ("3", "Fælles standardiseret"),
            ("1", "Individuel"),
            ("4", "Løbende forbedret"),
            ("2", "Lokal"),
            ("9", "Ved ikke"),
            ("8", "Ikke relevant"),
        ] {
            text += &format!("{variable};{code};{label}\n");
        }
    }
    text
}

fn plain() -> WaveResponses {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/answers/tools/plain.csv");
    let read = read_with(
        open(),
        vec![file("plain.csv", fs::read(path).unwrap())],
        false,
    );
    read.unwrap().value.responses.waves.remove(0)
}

/// What is read of these files, and what is said of them.
fn read(files: &[(&str, Vec<u8>)]) -> Result<(Read, String), String> {
    let sources = files
        .iter()
        .map(|(name, bytes)| file(name, bytes))
        .collect();
    match read_with(open(), sources, false) {
        Ok(read) => Ok((read.value, read.warnings.render(false))),
        Err(problems) => Err(problems.render(false)),
    }
}

fn latin1(text: &str) -> Vec<u8> {
    let letters = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap());
    letters.collect()
}

fn utf16(text: &str) -> Vec<u8> {
    let text = format!("\u{feff}{}", text.replace(';', "\t").replace('\n', "\r\n"));
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn utf8(text: &str) -> Vec<u8> {
    text.replace("Ja, og nej", "\"Ja, og nej\"")
        .replace(';', ",")
        .into()
}

#[test]
fn a_dataset_is_read_with_its_labels_and_structure_in_any_order_and_encoding() {
    let plain = plain();
    for encode in [latin1, utf16, utf8] {
        let files = [
            ("dataset.csv", encode(DATASET)),
            ("labels.csv", encode(&labels())),
            ("structure.csv", encode(STRUCTURE)),
        ];
        for order in [[0, 1, 2], [1, 2, 0], [2, 0, 1]] {
            let files = order.map(|index| files[index].clone());
            let (read, said) = read(&files).unwrap_or_else(|said| panic!("{said}"));
            assert!(said.contains("1 row was not counted: unfinished"), "{said}");
            let dataset = order.iter().position(|&index| index == 0).unwrap();
            let layout = read.detected[dataset].layout.unwrap();
            assert_eq!(layout.name, "surveyxact");
            assert_eq!(read.responses.waves[0], plain);
            assert_eq!(read.responses.inputs.len(), 1);
        }
    }
}

/// The cells of a text with semicolons.
fn cells(text: &str) -> Vec<Vec<String>> {
    let rows = text.lines();
    rows.map(|row| row.split(';').map(str::to_owned).collect())
        .collect()
}

#[test]
fn three_sheets_of_a_workbook_say_what_three_files_say() {
    let sheets = [
        ("Labels", cells(&labels())),
        ("Dataset", cells(DATASET)),
        ("Structure", cells(STRUCTURE)),
    ];
    let mut workbook = Workbook::new();
    for (name, rows) in &sheets {
        workbook.push_worksheet(workbooks::sheet(name, rows));
    }
    let tables = sheets.each_ref().map(|(name, rows)| {
        let rows: String = rows.iter().map(|cells| opendocument::row(cells)).collect();
        opendocument::table(name, "ta1", &rows)
    });
    for bytes in [
        workbook.save_to_buffer().unwrap(),
        opendocument::tables(&tables),
    ] {
        let (read, _) = read(&[("ark", bytes)]).unwrap_or_else(|said| panic!("{said}"));
        assert_eq!(read.detected[0].sheet.as_ref().unwrap().name, "Dataset");
        assert_eq!(read.responses.waves[0], plain());
    }
}

#[test]
fn a_codebook_without_its_dataset_is_said() {
    let other = "enhed;PRO-1\nVest;3\n".to_owned();
    for (name, text) in [
        ("labels.csv", labels()),
        ("structure.csv", STRUCTURE.into()),
    ] {
        for more in [vec![], vec![("a.csv", other.clone().into_bytes())]] {
            let mut files = vec![(name, text.clone().into_bytes())];
            files.extend(more);
            let said = read(&files).unwrap_err();
            assert!(said.contains("error[A054]"), "{said}");
            assert!(said.contains(name), "{said}");
        }
    }
}

#[test]
fn a_code_without_a_label_is_never_taken_for_a_level() {
    let short = labels().replace("s_1;3;Fælles standardiseret\n", "");
    let files = [
        ("dataset.csv", DATASET.as_bytes().to_vec()),
        ("labels.csv", short.into_bytes()),
        ("structure.csv", STRUCTURE.as_bytes().to_vec()),
    ];
    let said = read(&files).unwrap_err();
    assert!(
        said.contains("`3 (a code without a label)` is not an answer to PRO-1"),
        "{said}"
    );
    assert!(said.contains("[answers]"), "{said}");
}

#[test]
fn labels_that_are_no_levels_are_said_in_their_own_words() {
    let other = labels().replace("s_1;3;Fælles standardiseret", "s_1;3;Nogenlunde");
    let files = [
        ("dataset.csv", DATASET.as_bytes().to_vec()),
        ("labels.csv", other.into_bytes()),
        ("structure.csv", STRUCTURE.as_bytes().to_vec()),
    ];
    let said = read(&files).unwrap_err();
    assert!(
        said.contains("`Nogenlunde` is not an answer to PRO-1"),
        "{said}"
    );
}

#[test]
fn codes_without_labels_are_levels_only_where_they_lie_on_the_scale() {
    let dataset = "PRO-1;PRO-2;stato_4\n3;2;1\n1;4;1\n2;9;0\n";
    let (read, said) = self::read(&[("dataset.csv", dataset.into())]).unwrap();
    assert_eq!(read.detected[0].layout.unwrap().name, "surveyxact");
    assert!(said.contains("1 row was not counted: unfinished"), "{said}");
    let off = dataset.replace("9;0", "9;1");
    let said = self::read(&[("dataset.csv", off.into())]).unwrap_err();
    assert!(said.contains("`9` is not an answer to PRO-2"), "{said}");
    assert!(said.contains("`[answers]` in `assessment.toml`"), "{said}");
}
