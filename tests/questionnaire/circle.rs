//! Every questionnaire makes the full circle: out, filled in, read back, with the same numbers as
//! the same answers in plain CSV.

use std::fs;
use std::path::Path;

use plateau::text::LANGUAGES;

use super::people::{Person, SET_UP, Said, expected, numbers, people, undertaking};
use super::sheets::{cells, filled, name, part};
use crate::support::run::plateau;

/// The tiny model's undertaking.
const TINY: &str = "tests/models/valid/tiny";

/// Writes a questionnaire into an undertaking's folder.
fn written(folder: &Path, options: &[&str], file: &str) -> Vec<u8> {
    plateau(["form", ".", "-o", file])
        .with(options.iter().copied())
        .within(folder)
        .exits(0);
    let again = plateau(["form", ".", "-o", "again", "--format"])
        .with([file.rsplit_once('.').unwrap().1])
        .with(options.iter().copied())
        .within(folder);
    again.exits(0);
    let bytes = fs::read(folder.join(file)).unwrap();
    let twice = fs::read(folder.join("again")).unwrap();
    fs::remove_file(folder.join("again")).unwrap();
    assert_eq!(bytes, twice, "{file} is the same every time");
    bytes
}

/// The words of the levels, don't know and not relevant as a form offers them.
struct Words {
    levels: Vec<String>,
    dont_know: &'static str,
    not_relevant: &'static str,
}

impl Words {
    fn of(language: &str, levels: usize) -> Self {
        let [dont_know, not_relevant] = match language {
            "da" => ["Ved ikke", "Ikke relevant"],
            _ => ["Don’t know", "Not relevant"],
        };
        Self {
            levels: (1..=levels).map(|level| level.to_string()).collect(),
            dont_know,
            not_relevant,
        }
    }

    fn say(&self, said: Said) -> String {
        match said {
            Said::Level(level) => self.levels[level - 1].clone(),
            Said::DontKnow => self.dont_know.to_owned(),
            Said::NotRelevant => self.not_relevant.to_owned(),
            Said::Nothing => String::new(),
        }
    }
}

/// The practices that the shipped model asks in [`SET_UP`].
fn ids() -> Vec<String> {
    let folder = undertaking(SET_UP);
    let said = plateau(["form", ".", "-o", "-", "--lang", "en"])
        .within(folder.path())
        .printing_anything()
        .exits(0);
    let heads = said.lines().next().unwrap().split(',');
    let heads = heads.filter(|head| head.contains('-') && !head.contains(' '));
    heads.map(str::to_owned).collect()
}

fn same(folder: &Path, everyone: &[Person], what: &str) {
    let ids = ids();
    assert_eq!(
        numbers(folder, &[]),
        expected(SET_UP, &[], &ids, everyone),
        "{what}"
    );
}

#[test]
fn a_table_of_a_row_a_respondent_makes_the_circle_as_csv() {
    let ids = ids();
    let everyone = people(ids.len(), 5);
    for language in LANGUAGES {
        let folder = undertaking(SET_UP);
        let options = ["--lang", language.code, "--respondents", "8"];
        let form = written(folder.path(), &options, "form.csv");
        let delimiter = if language.code == "da" { b';' } else { b',' };
        let words = Words::of(language.code, 5);
        let form = String::from_utf8(form).unwrap();
        let marked = form.starts_with('\u{feff}');
        assert_eq!(marked, language.code == "da");
        let mut reader = csv::ReaderBuilder::new();
        reader.delimiter(delimiter).has_headers(false);
        let mut rows = reader
            .from_reader(form.trim_start_matches('\u{feff}').as_bytes())
            .into_records()
            .map(Result::unwrap);
        let mut writer = csv::WriterBuilder::new();
        writer.delimiter(delimiter);
        let mut writer = writer.from_writer(Vec::new());
        let head = rows.next().unwrap();
        writer.write_record(&head).unwrap();
        for (row, person) in rows.zip(&everyone) {
            let mut cells: Vec<String> = row.iter().map(str::to_owned).collect();
            cells[1] = person.unit.to_owned();
            cells[2] = person.role.to_owned();
            assert_eq!(cells[3], "2026");
            for (place, said) in person.said.iter().enumerate() {
                cells[4 + 2 * place] = words.say(*said);
            }
            writer.write_record(&cells).unwrap();
        }
        let path = folder.path().join("svar/svar.csv");
        fs::write(path, writer.into_inner().unwrap()).unwrap();
        same(folder.path(), &everyone, language.code);
    }
}

/// What the cells of practices offer to choose from.
fn offered(form: &[u8]) -> Vec<String> {
    let sheet = part(form, "xl/worksheets/sheet1.xml");
    let lists = sheet.split("<formula1>\"").skip(1);
    let lists = lists.map(|rest| rest.split("\"</formula1>").next().unwrap());
    let longest = lists.max_by_key(|list| list.len()).unwrap();
    longest.split(',').map(str::to_owned).collect()
}

#[test]
fn a_workbook_of_one_respondent_makes_the_circle() {
    let ids = ids();
    let everyone = people(ids.len(), 5);
    for language in LANGUAGES {
        let folder = undertaking(SET_UP);
        let form = written(folder.path(), &["--lang", language.code], "form.xlsx");
        let hidden = ["Valg", "Choices"][usize::from(language.code == "en")];
        let units = cells(&form, Some(hidden));
        let units: Vec<String> = units.rows().map(|row| row[0].to_string()).collect();
        let answers = offered(&form);
        assert_eq!(
            (answers.len(), units.len()),
            (7, 3),
            "{answers:?} {units:?}"
        );
        let words = Words {
            levels: answers[..5].to_vec(),
            ..Words::of(language.code, 5)
        };
        let sheet = cells(&form, None);
        let place = |what: &str| {
            let rows = sheet.rows().position(|row| row[0] == what);
            u32::try_from(rows.unwrap()).unwrap()
        };
        let heads = if language.code == "da" {
            ["enhed", "rolle"]
        } else {
            ["unit", "role"]
        };
        for (number, person) in everyone.iter().enumerate() {
            let unit = ["hus", "formel", "bolig"]
                .iter()
                .position(|id| *id == person.unit);
            let mut texts = vec![
                (name(place(heads[0]), 3), units[unit.unwrap()].clone()),
                (name(place(heads[1]), 3), person.role.to_owned()),
            ];
            for (id, said) in ids.iter().zip(&person.said) {
                if *said != Said::Nothing {
                    texts.push((name(place(id), 3), words.say(*said)));
                }
            }
            texts.push((name(place(&ids[0]), 4), person.comment.to_owned()));
            let path = folder.path().join(format!("svar/{number}.xlsx"));
            fs::write(path, filled(&form, &texts)).unwrap();
        }
        same(folder.path(), &everyone, language.code);
        plateau(["report", ".", "-o", "-", "--format", "markdown"])
            .within(folder.path())
            .printing("Godt; \"meget\"")
            .printing("To linjer")
            .exits(0);
    }
}

#[test]
fn a_workbook_of_a_row_a_respondent_makes_the_circle() {
    let ids = ids();
    let everyone = people(ids.len(), 5);
    for language in LANGUAGES {
        let folder = undertaking(SET_UP);
        let options = ["--lang", language.code, "--layout", "wide"];
        let form = written(folder.path(), &options, "form.xlsx");
        let words = Words::of(language.code, 5);
        let mut texts = Vec::new();
        for (row, person) in (1..).zip(&everyone) {
            texts.push((name(row, 1), person.unit.to_owned()));
            texts.push((name(row, 2), person.role.to_owned()));
            for (place, said) in (0..).zip(&person.said) {
                if *said != Said::Nothing {
                    texts.push((name(row, 4 + 2 * place), words.say(*said)));
                }
            }
        }
        let path = folder.path().join("svar/alle.xlsx");
        fs::write(path, filled(&form, &texts)).unwrap();
        same(folder.path(), &everyone, language.code);
    }
}

#[test]
fn the_tiny_models_questionnaires_make_the_circle() {
    let set_up = "schema = 1\n[[waves]]\nid = \"1\"\nanswers = [\"svar/\"]\n";
    let model = crate::support::root(TINY);
    let options = ["--model", model.to_str().unwrap()];
    let ids = ["SOIL-1", "SOIL-2", "HARVEST-1"]
        .map(str::to_owned)
        .to_vec();
    let folder = undertaking(set_up);
    let form = written(folder.path(), &options, "form.xlsx");
    let sheet = cells(&form, None);
    let at = |id: &str| {
        let row = sheet.rows().position(|row| row[0] == id);
        name(u32::try_from(row.unwrap()).unwrap(), 3)
    };
    for (file, levels) in [("a", [4, 2, 1]), ("b", [4, 4, 3])] {
        let texts: Vec<_> = ids
            .iter()
            .zip(levels)
            .map(|(id, level)| (at(id), level.to_string()))
            .collect();
        let path = folder.path().join(format!("svar/{file}.xlsx"));
        fs::write(path, filled(&form, &texts)).unwrap();
    }
    let plain = undertaking(set_up);
    fs::write(
        plain.path().join("svar/alle.csv"),
        "id,SOIL-1,SOIL-2,HARVEST-1\na,4,2,1\nb,4,4,3\n",
    )
    .unwrap();
    assert_eq!(
        numbers(folder.path(), &options),
        numbers(plain.path(), &options)
    );
}
