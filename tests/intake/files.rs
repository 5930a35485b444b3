//! Bytes, dialects and rows.

use plateau::intake::{By, Content, Encoding, Found, Layout, Source, Taken, Word};

use super::bench::{file, open, problems, read, read_with};

#[test]
fn what_was_detected_is_told() {
    let read = read("\u{feff}sep=;\r\nenhed;;PRO-1 Procesoverblik;Fault finding\r\na;;1;2\r\n");
    let detected = &read.detected[0];
    assert_eq!(detected.encoding, Some(Encoding::Utf8));
    assert!(detected.byte_order_mark);
    assert_eq!(
        detected.dialect.map(|d| (d.delimiter, d.found)),
        Some((b';', Found::SepLine))
    );
    assert_eq!(detected.layout, Some(Layout::WIDE));
    assert_eq!((detected.rows, detected.respondents), (1, 1));
    let taken: Vec<_> = detected.columns.iter().map(|column| column.taken).collect();
    let expected = [
        Taken::Word(Word::Unit),
        Taken::Empty,
        Taken::Answer(0, By::Id),
        Taken::Answer(1, By::Name),
    ];
    assert_eq!(taken, expected);
}

#[test]
fn what_was_detected_is_told_of_a_faulty_file_too() {
    let sources = vec![file("a.csv", "enhed,farve\na,rød\n")];
    let (detected, read) = plateau::intake::inspect(
        &super::bench::model(),
        open(),
        sources,
        plateau::intake::Options::default(),
    );
    assert!(read.is_err());
    assert_eq!(detected[0].dialect.map(|d| d.delimiter), Some(b','));
    assert_eq!(detected[0].columns.len(), 2);
}

#[test]
fn rows_are_numbered_as_in_a_spreadsheet_behind_a_sep_line() {
    let text = "sep=;\r\n\r\nid;PRO-1\r\np;\"1\r\n\"\r\n\r\n;\r\nq;x\r\n";
    let said = problems(text);
    assert!(said.starts_with("error[A004]: "), "{said}");
    assert!(said.contains("--> answers.csv, row 6, column B"), "{said}");
}

#[test]
fn a_short_row_lacks_blanks_and_a_long_one_may_only_go_on_blank() {
    let found = read("id;PRO-1;PRO-2\np;1\nq;1;2;;\n");
    assert_eq!(found.responses.waves[0].tallies.of(0, 0, 1).blank(), 1);
    let said = problems("id;PRO-1\np;1;2\n");
    assert!(said.starts_with("error[A010]: "), "{said}");
    assert!(said.contains("--> answers.csv, row 2\n"), "{said}");
}

#[test]
fn lines_may_end_in_a_bare_carriage_return() {
    let read = read("id;PRO-1\rp;1\rq;\"2\r\"\r");
    assert_eq!(read.responses.waves[0].tallies.of(0, 0, 0).n(), 2);
    assert_eq!(read.detected[0].rows, 2);
}

#[test]
fn a_missing_file_and_a_folder_are_said_to_be_so() {
    let source = |path: std::path::PathBuf| Source {
        name: path.file_name().unwrap().to_string_lossy().into_owned(),
        content: Content::File(path),
        waves: Vec::new(),
        folder: None,
    };
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("folder");
    std::fs::create_dir(&inner).unwrap();
    let sources = vec![source(folder.path().join("gone.csv")), source(inner)];
    assert_eq!(
        read_with(open(), sources, false).unwrap_err().render(false),
        "error[A001]: there is no file `gone.csv`\n  --> gone.csv\n  help: check the name, and \
         from which folder it is looked for\n\nerror[A001]: `folder` is a folder, not an answers \
         file\n  --> folder\n  help: name the file in it that holds the answers\n\n\
         2 errors; nothing was written\n"
    );
}

#[test]
fn a_file_on_disk_reads_like_its_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    std::fs::write(&path, "id;PRO-1\np;1\n").unwrap();
    let on_disk = Source {
        name: "a.csv".into(),
        content: Content::File(path),
        waves: Vec::new(),
        folder: None,
    };
    let on_disk = read_with(open(), vec![on_disk], false).unwrap().value;
    let bytes = read_with(open(), vec![file("a.csv", "id;PRO-1\np;1\n")], false).unwrap();
    assert_eq!(on_disk.responses, bytes.value.responses);
}

#[test]
fn the_same_file_twice_is_said() {
    let text = "PRO-1\n1\n";
    let sources = vec![file("a.csv", text), file("b.csv", text)];
    let warned = read_with(open(), sources, false).unwrap();
    let said = warned.warnings.render(false);
    assert!(said.starts_with("warning[A035]: "), "{said}");
    assert!(said.contains("--> b.csv\n"), "{said}");
}

#[test]
fn repeated_remarks_and_empty_headers_are_harmless() {
    let read = read("id;;kommentar;PRO-1;kommentar;\u{a0};af;by\np;x;y;1;z;;;\n");
    assert_eq!(read.responses.waves[0].respondents.of(0, 0), 1);
}

#[test]
fn an_unknown_column_is_left_alone_with_a_word() {
    let said = problems("id;enhd;farve;PRO-1\np;a;b;1\n");
    assert_eq!(
        said,
        "warning[A030]: 2 columns were left alone: `enhd` and `farve`\n  --> answers.csv\n  help: \
         `enhd`: did you mean `enhed`?\n  help: `[columns]` in `assessment.toml` ties a header \
         to a practice, or with `\"\"` leaves it alone for good\n\n1 warning\n"
    );
}

#[test]
fn only_some_near_words_are_offered_for_columns_left_alone() {
    let headers: Vec<String> = (0..50).map(|number| format!("kommentar{number}")).collect();
    let said = problems(format!("PRO-1;{}\n1\n", headers.join(";")));
    assert_eq!(
        said.matches("did you mean `kommentar`?").count(),
        6,
        "{said}"
    );
}

#[test]
fn a_name_in_brackets_behind_an_id_is_that_practices() {
    let read = read("id;PRO-1 [Procesoverblik]\np;3\n");
    assert_eq!(read.detected[0].columns[1].taken, Taken::Answer(0, By::Id));
}

#[test]
fn a_second_header_row_is_told_from_an_answer() {
    let said = problems("id;PRO-1\nId;Procesoverblik\np;3\n");
    assert!(said.contains("take a second header row out"), "{said}");
}
