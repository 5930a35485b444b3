//! The workbook, read back.

mod office;
pub mod opened;

use std::io::{Cursor, Read};

use calamine::{Data, Range, Reader, Xlsx};
use plateau::format::{Style, find};
use plateau::view::record::{PracticeRecord, Record, UnitRecord};
use plateau::view::{Block, View};

use crate::formats::HOSTILE;
use crate::formats::sample::sample_view;

type Book = Xlsx<Cursor<Vec<u8>>>;

fn bytes(view: &View) -> Vec<u8> {
    find("xlsx")
        .unwrap()
        .render(view, &Style::default())
        .unwrap()
        .value
        .into_bytes()
}

fn book(view: &View) -> Book {
    Xlsx::new(Cursor::new(bytes(view))).unwrap()
}

fn sheet(book: &mut Book, name: &str) -> Range<Data> {
    book.worksheet_range(name).unwrap()
}

/// Every text of every sheet.
fn texts(book: &mut Book) -> Vec<String> {
    let mut texts = Vec::new();
    for (_, range) in book.worksheets() {
        for (_, _, cell) in range.used_cells() {
            if let Data::String(text) = cell {
                texts.push(text.clone());
            }
        }
    }
    texts
}

/// The files within a workbook, by name.
pub fn parts(bytes: Vec<u8>) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

/// A table's cell by its row's and column's heads.
struct Cells(Range<Data>);

impl Cells {
    fn at(&self, row: usize, heading: &str) -> &Data {
        let column = (0..self.0.width())
            .find(|&column| self.0[(0, column)] == Data::String(heading.to_owned()))
            .unwrap_or_else(|| panic!("no column {heading}"));
        &self.0[(row, column)]
    }
}

fn number(number: Option<f64>) -> Data {
    number.map_or(Data::Empty, Data::Float)
}

#[allow(clippy::cast_precision_loss)]
fn count(count: Option<u64>) -> Data {
    number(count.map(|count| count as f64))
}

/// The unit at the latest point in time.
fn unit(record: &Record) -> &UnitRecord {
    &record.waves.last().unwrap().units[0]
}

fn assert_practice(cells: &Cells, row: usize, practice: &PracticeRecord) {
    let agreement = practice.agreement.as_ref();
    let expected = [
        ("n", count(practice.n)),
        ("Gennemsnit", number(practice.mean)),
        ("Spredning", number(practice.sd)),
        ("Ved ikke", count(practice.dont_know)),
        ("Ikke relevant", count(practice.not_relevant)),
        ("Blank", count(practice.blank)),
        ("Dækning", number(practice.coverage)),
        ("A", number(agreement.map(|agreement| agreement.a))),
        ("AD", number(agreement.map(|agreement| agreement.ad))),
        ("Svarenes niveau", count(practice.median.map(u64::from))),
    ];
    for (heading, expected) in expected {
        let expected = match practice.hidden {
            true => Data::String("skjult".to_owned()),
            false => expected,
        };
        assert_eq!(
            *cells.at(row, heading),
            expected,
            "{}: {heading}",
            practice.id
        );
    }
    if !practice.hidden {
        let expected = [
            ("Niveau", count(practice.level.map(u64::from))),
            ("Point", number(practice.points)),
            ("Til målet", number(practice.gap)),
        ];
        for (heading, expected) in expected {
            assert_eq!(
                *cells.at(row, heading),
                expected,
                "{}: {heading}",
                practice.id
            );
        }
    }
}

#[test]
fn every_practice_has_a_row_with_the_record_s_numbers() {
    let view = office::view();
    let record = view.record.as_ref().unwrap().in_full();
    let cells = Cells(sheet(&mut book(&view), "Praksisser"));
    let practices = &unit(&record).practices;
    assert_eq!(cells.0.height(), practices.len() + 1);
    for (row, practice) in (1..).zip(practices) {
        let id = Data::String(practice.id.clone());
        assert_eq!(*cells.at(row, "Id"), id);
        assert_practice(&cells, row, practice);
        for (level, counted) in (1..).zip(practice.counts.iter().flatten()) {
            let heading = format!("{level} {}", record.model.names.levels[level - 1]);
            assert_eq!(*cells.at(row, &heading), count(Some(*counted)));
        }
    }
}

#[test]
fn a_hidden_practice_has_words_and_no_figures() {
    let view = office::view();
    let cells = Cells(sheet(&mut book(&view), "Praksisser"));
    let record = view.record.as_ref().unwrap().in_full();
    let practices = &unit(&record).practices;
    let hidden = practices
        .iter()
        .position(|practice| practice.hidden)
        .unwrap();
    let row: Vec<&Data> = (4..cells.0.width())
        .map(|column| &cells.0[(hidden + 1, column)])
        .collect();
    let target = Data::Float(3.0);
    let figures = row.iter().filter(|cell| matches!(cell, Data::Float(_)));
    assert_eq!(figures.copied().collect::<Vec<_>>(), [&target]);
}

#[test]
fn the_summary_has_the_key_figures_as_numbers() {
    let view = office::view();
    let record = view.record.as_ref().unwrap().in_full();
    let unit = unit(&record);
    let summary = sheet(&mut book(&view), "Overblik");
    let numbers: Vec<f64> = summary
        .used_cells()
        .filter_map(|(_, _, cell)| match cell {
            Data::Float(number) => Some(*number),
            _ => None,
        })
        .collect();
    let mut expected = vec![unit.points, unit.rescaled, unit.mean];
    expected.extend(unit.disciplines.iter().map(|discipline| discipline.mean));
    expected.extend(unit.plateaus.iter().map(|plateau| plateau.mean));
    for expected in expected {
        assert!(numbers.contains(&expected.unwrap()), "{expected:?}");
    }
}

#[test]
fn the_summary_says_what_the_report_says() {
    let view = office::view();
    let texts = texts(&mut book(&view));
    let mut said = 0;
    for section in &view.sections {
        for block in &section.blocks {
            let Block::List(lines) = block else { continue };
            for line in lines {
                let line: String = line.iter().map(|span| span.text.as_str()).collect();
                assert!(texts.contains(&format!("• {line}")), "{line}");
                said += 1;
            }
        }
    }
    assert!(said > 5);
    assert!(!texts.iter().any(|text| text.contains("plateau report")));
}

#[test]
fn every_unit_and_wave_has_a_row() {
    let view = office::view();
    let record = view.record.as_ref().unwrap().in_full();
    let mut book = book(&view);
    let cells = Cells(sheet(&mut book, "Enheder og målinger"));
    let levels = Cells(sheet(&mut book, "Niveauer"));
    let mut row = 0;
    for wave in &record.waves {
        for unit in &wave.units {
            row += 1;
            assert_eq!(*cells.at(row, "Måling"), Data::String(wave.name.clone()));
            assert_eq!(*cells.at(row, "Enhed"), Data::String(unit.name.clone()));
            assert_eq!(*cells.at(row, "Point"), number(unit.points));
            for discipline in &unit.disciplines {
                let names = &record.model.names.disciplines;
                let name = names.iter().find(|name| name.id == discipline.id).unwrap();
                assert_eq!(*cells.at(row, &name.name), number(discipline.mean));
            }
            for (column, practice) in (2..).zip(&unit.practices) {
                let expected = match (practice.level, practice.hidden) {
                    (None, true) => Data::String("skjult".to_owned()),
                    (level, _) => count(level.map(u64::from)),
                };
                assert_eq!(levels.0[(row, column)], expected);
            }
        }
    }
    assert_eq!(cells.0.height(), row + 1);
}

#[test]
fn the_sheet_for_machines_has_the_rows_of_the_csv() {
    let mut view = office::view();
    let data = sheet(&mut book(&view), "Data");
    view.language = "en".to_owned();
    let csv = find("csv")
        .unwrap()
        .render(&view, &Style::default())
        .unwrap()
        .value
        .into_bytes();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(csv.as_slice());
    let mut rows = 0;
    for (row, expected) in reader.records().enumerate() {
        for (column, expected) in expected.unwrap().iter().enumerate() {
            let cell = &data[(row, column)];
            let same = match cell {
                Data::Float(number) => expected.parse::<f64>() == Ok(*number),
                Data::String(text) => text == expected,
                cell => *cell == Data::Empty && expected.is_empty(),
            };
            assert!(
                same,
                "row {row}, column {column}: {cell:?} for {expected:?}"
            );
        }
        rows += 1;
    }
    assert_eq!(data.height(), rows);
}

#[test]
fn text_that_looks_like_a_formula_stays_text() {
    for said in HOSTILE {
        let view = sample_view(said);
        for (name, xml) in parts(bytes(&view)) {
            if name.starts_with("xl/worksheets/sheet") {
                assert!(
                    !xml.contains("<f>") && !xml.contains("<f "),
                    "{name}: {xml}"
                );
                assert!(!xml.contains("<hyperlink"), "{name}");
            }
            assert!(!name.contains("externalLink"), "{name}");
            assert!(!xml.contains("TargetMode=\"External\""), "{name}");
        }
    }
}

#[test]
fn people_s_words_are_in_the_cells_as_they_wrote_them() {
    for said in [
        "=1+1",
        "+1+cmd|' /C calc'!A0",
        "_x0041_",
        "<b>&amp;",
        "'x",
        "a\nb",
    ] {
        let view = sample_view(said);
        let mut book = book(&view);
        let cells = Cells(sheet(&mut book, "Praksisser"));
        assert_eq!(*cells.at(2, "Begrundelse"), Data::String(said.to_owned()));
    }
}

#[test]
fn the_parts_of_a_workbook_are_legal_whatever_people_write() {
    for said in HOSTILE {
        let legal = |c: char| {
            matches!(c, '\t' | '\n' | '\r') || (' '..'\u{fffe}').contains(&c) || c > '\u{ffff}'
        };
        let mut view = sample_view(said);
        for _ in 0..2 {
            for (name, xml) in parts(bytes(&view)) {
                assert_eq!(xml.chars().find(|&c| !legal(c)), None, "{name}");
            }
            let mut book = book(&view);
            assert!(texts(&mut book).iter().all(|text| !text.contains('\u{1b}')));
            view.record = None;
        }
    }
}

#[test]
fn words_alone_come_on_one_sheet_named_by_them() {
    let mut view = sample_view("Kundevendt [driftsledelse]: hvad betyder det?");
    view.record = None;
    let mut book = book(&view);
    assert_eq!(book.sheet_names(), ["Kundevendt driftsledelse hvad b"]);
    assert!(
        texts(&mut book)
            .iter()
            .any(|text| text.contains("har nået plateau 0"))
    );
}

#[test]
fn a_text_too_long_for_a_cell_is_cut_and_says_so() {
    let view = sample_view(&"æ".repeat(40_000));
    let texts = texts(&mut book(&view));
    let longest = texts.iter().max_by_key(|text| text.len()).unwrap();
    assert_eq!(longest.encode_utf16().count(), 32_767);
    assert!(longest.ends_with("tegn]"));
}

#[test]
fn the_same_report_makes_the_same_workbook() {
    assert_eq!(bytes(&office::view()), bytes(&office::view()));
}

#[test]
fn a_workbook_is_dated_by_its_report_alone() {
    let created = |view: &View| {
        let parts = parts(bytes(view));
        let core = parts.iter().find(|(name, _)| name == "docProps/core.xml");
        core.unwrap().1.clone()
    };
    let mut view = office::view();
    assert!(created(&view).contains("2026-10-01T00:00:00Z"));
    view.record.as_mut().unwrap().assessment.date = None;
    assert!(created(&view).contains("2000-01-01T00:00:00Z"));
}

#[test]
fn sheets_are_named_in_the_report_s_language() {
    let mut view = office::view();
    let danish = [
        "Overblik",
        "Praksisser",
        "Fordeling",
        "Enheder og målinger",
        "Niveauer",
        "Evidens",
        "Metode",
        "Data",
    ];
    assert_eq!(book(&view).sheet_names(), danish);
    view.language = "en".to_owned();
    assert_eq!(book(&view).sheet_names()[..2], ["Summary", "Practices"]);
}

#[test]
fn one_unit_at_one_time_has_nothing_beside_it() {
    let mut view = office::view();
    let mut record = view.record.unwrap().in_full();
    record.waves.remove(0);
    record.waves[0].units.truncate(1);
    view.record = Some(record.into());
    let names = book(&view).sheet_names();
    assert!(
        !names.contains(&"Enheder og målinger".to_owned()),
        "{names:?}"
    );
}
