//! Questionnaires for survey tools, and what those export: the exports are made here after the
//! tools' documented structure, from what the questionnaire says.

use std::fs;
use std::path::Path;

use plateau::text::LANGUAGES;

use super::people::{Person, SET_UP, Said, expected, numbers, people, undertaking};
use crate::support::run::plateau;

fn written(folder: &Path, options: &[&str], ending: &str) -> String {
    let file = format!("form.{ending}");
    for name in ["again", "form"] {
        plateau(["form", ".", "-o", &format!("{name}.{ending}")])
            .with(options.iter().copied())
            .within(folder)
            .exits(0);
    }
    let text = fs::read_to_string(folder.join(&file)).unwrap();
    let again = fs::read_to_string(folder.join(format!("again.{ending}"))).unwrap();
    assert_eq!(text, again, "{file} is the same every time");
    text
}

/// A row of LimeSurvey's structure by its columns' names.
struct Row<'a>(Vec<&'a str>, Vec<&'a str>);

impl<'a> Row<'a> {
    fn get(&self, column: &str) -> &'a str {
        let place = self.0.iter().position(|known| *known == column);
        self.1[place.unwrap()]
    }

    fn is(&self, class: &str, language: &str) -> bool {
        self.get("class") == class && self.get("language") == language
    }
}

fn rows(text: &str) -> Vec<Row<'_>> {
    let text = text.strip_prefix('\u{feff}').unwrap();
    let mut lines = text.lines().map(|line| line.split('\t').collect());
    let heads: Vec<&str> = lines.next().unwrap();
    let rows: Vec<Row> = lines.map(|cells| Row(heads.clone(), cells)).collect();
    for row in &rows {
        assert_eq!(row.0.len(), row.1.len(), "{:?}", row.1);
    }
    rows
}

/// A question's code, and its answers' codes and texts.
type Asked = (String, Vec<(String, String)>);

fn questions(rows: &[Row<'_>], language: &str) -> Vec<Asked> {
    let mut questions: Vec<Asked> = Vec::new();
    for row in rows {
        if row.is("Q", language) {
            questions.push((row.get("name").to_owned(), Vec::new()));
        } else if row.is("A", language) {
            let text = html_escape_undone(row.get("text"));
            let answer = (row.get("name").to_owned(), text);
            questions.last_mut().unwrap().1.push(answer);
        }
    }
    questions
}

fn html_escape_undone(text: &str) -> String {
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#123;", "{"),
        ("&#125;", "}"),
        ("&#61;", "="),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// What somebody of a unit and a role chooses, as the place among the answers.
fn place(said: Said) -> Option<usize> {
    match said {
        Said::Level(level) => Some(level - 1),
        Said::DontKnow => Some(5),
        Said::NotRelevant => Some(6),
        Said::Nothing => None,
    }
}

/// The places of a person's unit and role among the answers to the first two questions.
fn belongs(person: &Person) -> [usize; 2] {
    let unit = ["hus", "formel", "bolig"]
        .iter()
        .position(|id| *id == person.unit);
    let role = ["leder", "medarbejder"]
        .iter()
        .position(|id| *id == person.role);
    [unit.unwrap(), role.unwrap()]
}

/// An export of LimeSurvey: a code or a text an answer.
fn export(asked: &[Asked], people: &[Person], full: bool) -> String {
    let mut text = "\"id\",\"submitdate\",\"lastpage\",\"startlanguage\"".to_owned();
    for (code, _) in asked {
        text += &format!(",\"{code}\"");
        if !["unit", "role"].contains(&code.as_str()) {
            text += &format!(",\"{code}[comment]\"");
        }
    }
    for (number, person) in people.iter().enumerate() {
        text += &format!("\n\"{}\",\"1980-01-01 00:00:00\",\"6\",\"da\"", number + 1);
        let belongs = belongs(person).map(Some);
        let said = person.said.iter().map(|said| place(*said));
        for (index, (place, (_, answers))) in belongs.into_iter().chain(said).zip(asked).enumerate()
        {
            let cell = place.map_or("", |place| {
                let (code, text) = &answers[place];
                // Units and roles read back by their texts.
                if full || index < 2 { text } else { code }
            });
            text += &format!(",\"{}\"", cell.replace('"', "\"\""));
            if index >= 2 {
                text += ",\"\"";
            }
        }
    }
    text
}

fn ids(asked: &[Asked]) -> Vec<String> {
    let codes = asked.iter().skip(2).map(|(code, _)| code.as_str());
    let with_hyphen = |code: &str| {
        let digits = code.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        format!("{}-{}", &code[..digits], &code[digits..])
    };
    codes.map(with_hyphen).collect()
}

#[test]
fn what_limesurvey_exports_reads_back_as_codes_and_as_full_answers() {
    for language in LANGUAGES {
        for full in [false, true] {
            let folder = undertaking(SET_UP);
            let text = written(folder.path(), &["--lang", language.code], "txt");
            let rows = rows(&text);
            let asked = questions(&rows, language.code);
            assert_eq!(asked.len(), 2 + 30);
            let everyone = people(30, 5);
            let path = folder.path().join("svar/results-survey.csv");
            fs::write(path, export(&asked, &everyone, full)).unwrap();
            // Columns of the tool's own are left alone, and said so.
            assert_eq!(
                numbers(folder.path(), &["-q"]),
                expected(SET_UP, &[], &ids(&asked), &everyone),
                "{} {full}",
                language.code
            );
        }
    }
}

#[test]
fn limesurvey_s_structure_has_legal_codes_and_the_same_questions_in_every_language() {
    let folder = undertaking(SET_UP);
    let text = written(folder.path(), &[], "txt");
    let rows = rows(&text);
    let [danish, english] = ["da", "en"].map(|language| questions(&rows, language));
    let codes = |asked: &[Asked]| -> Vec<(String, Vec<String>)> {
        let codes = asked.iter().map(|(code, answers)| {
            let answers = answers.iter().map(|(code, _)| code.clone());
            (code.clone(), answers.collect())
        });
        codes.collect()
    };
    assert_eq!(codes(&danish), codes(&english));
    for (code, answers) in codes(&danish) {
        let is_plain = |code: &str| code.chars().all(|c| c.is_ascii_alphanumeric());
        assert!(is_plain(&code) && code.len() <= 20, "{code}");
        assert!(code.starts_with(|c: char| c.is_ascii_alphabetic()));
        let mut distinct = answers.clone();
        distinct.sort();
        distinct.dedup();
        assert_eq!(distinct.len(), answers.len(), "{code}: {answers:?}");
        for answer in answers {
            assert!(
                is_plain(&answer) && (1..=5).contains(&answer.len()),
                "{answer}"
            );
        }
    }
    let base = rows.iter().find(|row| row.get("name") == "language");
    assert_eq!(base.unwrap().get("text"), "da");
    let anonymous = rows.iter().find(|row| row.get("name") == "anonymized");
    assert_eq!(anonymous.unwrap().get("text"), "Y");
}

#[test]
fn nothing_that_people_named_is_markup_or_a_program_in_limesurvey() {
    let folder = undertaking(SET_UP);
    let text = written(folder.path(), &[], "txt");
    let ours = ["<p>", "</p>", "<strong>", "</strong>", "<br />"];
    let rest = ours.iter().fold(text, |text, tag| text.replace(tag, ""));
    assert!(!rest.contains(['<', '>', '{', '}', '"']), "{rest}");
}

#[test]
fn a_role_that_is_known_is_answered_from_the_start_in_limesurvey() {
    let folder = undertaking(SET_UP);
    let text = written(
        folder.path(),
        &["--split", "medarbejder", "--only", "KUN-1"],
        "txt",
    );
    let rows = rows(&text);
    let role = rows
        .iter()
        .find(|row| row.is("Q", "da") && row.get("name") == "role");
    let role = role.unwrap();
    assert_eq!(role.get("hidden"), "1");
    let answers = &questions(&rows, "da")[1].1;
    assert_eq!(answers.len(), 1);
    assert_eq!(
        (role.get("default"), "Medarbejder"),
        (&*answers[0].0, &*answers[0].1)
    );
}

/// The questions and choices in the text that is imported.
fn imported(text: &str) -> Vec<(String, Vec<String>)> {
    let block = text.rsplit("```").nth(1).unwrap();
    let block = block.strip_prefix("text\n").unwrap();
    let question = |lines: &str| {
        let mut lines = lines.lines();
        let (_, question) = lines.next().unwrap().split_once(". ").unwrap();
        let choices = lines.map(|line| line.split_once(". ").unwrap().1.to_owned());
        (question.to_owned(), choices.collect())
    };
    block.trim_end().split("\n\n").map(question).collect()
}

#[test]
fn what_microsoft_forms_exports_reads_back() {
    for language in LANGUAGES {
        let folder = undertaking(SET_UP);
        let text = written(folder.path(), &["--lang", language.code], "md");
        let asked = imported(&text);
        let everyone = people(30, 5);
        let mut heads = ["Id", "Start time", "Completion time", "Email", "Name"]
            .map(str::to_owned)
            .to_vec();
        heads.extend(asked.iter().map(|(question, _)| question.clone()));
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&heads).unwrap();
        for (number, person) in everyone.iter().enumerate() {
            let mut row = vec![(number + 1).to_string()];
            row.extend(["10/1/26 8:00:00", "10/1/26 8:20:00", "anonymous", ""].map(str::to_owned));
            let belongs = belongs(person).map(Some);
            let said = person.said.iter().map(|said| place(*said));
            let cells = belongs.into_iter().chain(said).zip(&asked);
            row.extend(cells.map(|(place, (_, choices))| {
                place.map_or_else(String::new, |place| choices[place].clone())
            }));
            writer.write_record(&row).unwrap();
        }
        let path = folder.path().join("svar/form.csv");
        fs::write(path, writer.into_inner().unwrap()).unwrap();
        let ids: Vec<String> = asked
            .iter()
            .skip(2)
            .map(|(question, _)| question[1..].split(']').next().unwrap().to_owned())
            .collect();
        assert_eq!(
            numbers(folder.path(), &[]),
            expected(SET_UP, &[], &ids, &everyone),
            "{}",
            language.code
        );
    }
}

#[test]
fn a_text_to_import_lets_nothing_act_where_it_is_shown() {
    let set_up = SET_UP.replace("</script> med", "</script> ``` med");
    let folder = undertaking(&set_up);
    let text = written(folder.path(), &[], "md");
    // What keeps the title from becoming a link.
    let text = text.replace("<!-- -->", "");
    let parsed = pulldown_cmark::Parser::new(&text);
    for event in parsed {
        let is_active = matches!(
            event,
            pulldown_cmark::Event::Html(_)
                | pulldown_cmark::Event::InlineHtml(_)
                | pulldown_cmark::Event::Start(pulldown_cmark::Tag::Link { .. })
        );
        assert!(!is_active, "{event:?}");
    }
}
