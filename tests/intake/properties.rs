//! What holds of all answers and all bytes.

use plateau::diagnostic::Diagnostics;
use plateau::intake::{Answer, Responses};
use proptest::collection::vec;
use proptest::prelude::*;

use super::bench::{declared, file, model, open, read_with};
use super::{opendocument, workbooks};

/// One person: unit, role, and an answer or a blank for each practice.
type Person = (usize, usize, Vec<usize>);

static UNITS: [&str; 3] = ["", "Vest", "Øst"];
static ROLES: [&str; 3] = ["", "leder", "ansat"];
static ANSWERS: [&str; 7] = ["", "1", "Lokal", "3,0", "4 - Improving", "ved ikke", "n/a"];

fn people() -> impl Strategy<Value = Vec<Person>> {
    let answers = vec(0..ANSWERS.len(), model().practices.len());
    vec((0..UNITS.len(), 0..ROLES.len(), answers), 1..12)
}

fn table(rows: &[Vec<String>], delimiter: char, line_end: &str) -> String {
    let quoted = |cell: &String| format!("\"{cell}\"");
    let mut text = String::new();
    for row in rows {
        let cells: Vec<String> = row.iter().map(quoted).collect();
        text += &cells.join(&delimiter.to_string());
        text += line_end;
    }
    text
}

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|&cell| cell.to_owned()).collect()
}

fn wide(people: &[Person]) -> Vec<Vec<String>> {
    let mut header = row(&["respondent", "enhed", "rolle"]);
    header.extend(model().practices.iter().map(|p| p.id.clone()));
    let mut rows = vec![header];
    for (index, (unit, role, answers)) in people.iter().enumerate() {
        let mut cells = row(&[&format!("r{index}"), UNITS[*unit], ROLES[*role]]);
        cells.extend(answers.iter().map(|&a| ANSWERS[a].to_owned()));
        rows.push(cells);
    }
    rows
}

fn long(people: &[Person]) -> Vec<Vec<String>> {
    let mut rows = vec![row(&["practice", "level", "id", "unit", "role"])];
    for (index, (unit, role, answers)) in people.iter().enumerate() {
        for (practice, &answer) in model().practices.iter().zip(answers) {
            let name = practice.name.get("en");
            let id = format!("r{index}");
            rows.push(row(&[
                name,
                ANSWERS[answer],
                &id,
                UNITS[*unit],
                ROLES[*role],
            ]));
        }
    }
    rows
}

fn responses(bytes: &[u8]) -> Responses {
    let read = read_with(open(), vec![file("a.csv", bytes)], false);
    let mut responses = read.unwrap_or_else(|p| panic!("{p:?}")).value.responses;
    responses.inputs.clear();
    responses
}

fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

/// All letters used here are in Latin-1, of which Windows-1252 is a superset.
fn latin1(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 24, ..Default::default() })]

    #[test]
    fn long_and_wide_say_the_same(people in people()) {
        let wide = responses(table(&wide(&people), ';', "\n").as_bytes());
        let long = responses(table(&long(&people), ',', "\r\n").as_bytes());
        prop_assert_eq!(wide, long);
    }

    #[test]
    fn a_workbook_says_what_the_same_rows_say_as_text(people in people()) {
        let mut sheet = vec![row(&["enhed", "praksis", "niveau"])];
        for (practice, &answer) in model().practices.iter().zip(&people[0].2) {
            sheet.push(row(&[UNITS[people[0].0], &practice.id, ANSWERS[answer]]));
        }
        for rows in [wide(&people), long(&people), sheet] {
            let text = responses(table(&rows, ';', "\n").as_bytes());
            prop_assert_eq!(&text, &responses(&workbooks::one(&rows)));
            prop_assert_eq!(&text, &responses(&opendocument::one(&rows)));
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter(
        people in people(),
        seed in any::<prop::sample::Index>(),
    ) {
        for rows in [wide(&people), long(&people)] {
            let mut turned = rows.clone();
            turned[1..].rotate_left(seed.index(rows.len() - 1));
            turned[1..].reverse();
            let straight = responses(table(&rows, ';', "\n").as_bytes());
            prop_assert_eq!(straight, responses(table(&turned, ';', "\n").as_bytes()));
        }
    }

    #[test]
    fn encodings_delimiters_and_line_ends_do_not_matter(people in people()) {
        let rows = wide(&people);
        let expected = responses(table(&rows, ';', "\n").as_bytes());
        for delimiter in [';', ',', '\t'] {
            for line_end in ["\n", "\r\n", "\r\r\n", "\r", "\n\n"] {
                let text = table(&rows, delimiter, line_end);
                prop_assert_eq!(&expected, &responses(text.as_bytes()));
                prop_assert_eq!(&expected, &responses(&latin1(&text)));
            }
            let text = table(&rows, delimiter, "\r\n");
            let marked = format!("\u{feff}{text}");
            for text in [&text, &marked] {
                prop_assert_eq!(&expected, &responses(text.as_bytes()));
                prop_assert_eq!(&expected, &responses(&utf16(text, u16::to_le_bytes)));
                prop_assert_eq!(&expected, &responses(&utf16(text, u16::to_be_bytes)));
            }
        }
    }

    #[test]
    fn a_sheet_settles_what_one_person_would_answer(
        answers in vec(0..ANSWERS.len(), model().practices.len()),
    ) {
        let mut rows = vec![row(&["praksis", "niveau"])];
        for (practice, &answer) in model().practices.iter().zip(&answers) {
            rows.push(row(&[practice.question.get("da"), ANSWERS[answer]]));
        }
        let sheet = responses(table(&rows, ';', "\n").as_bytes());
        let person = responses(table(&wide(&[(0, 0, answers)]), ';', "\n").as_bytes());
        for practice in 0..model().practices.len() {
            let tally = person.waves[0].tallies.of(0, 0, practice);
            let settled = sheet.waves[0].settled.get(&(0, practice)).and_then(|s| s.answer);
            prop_assert_eq!(settled.is_some(), tally.asked() == 1);
            match settled {
                Some(Answer::Rated(level)) => prop_assert_eq!(tally.counts()[level.index()], 1),
                Some(Answer::DontKnow) => prop_assert_eq!(tally.dont_know(), 1),
                Some(Answer::NotRelevant) => prop_assert_eq!(tally.not_relevant(), 1),
                None => {}
            }
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused_with_a_place(bytes in vec(any::<u8>(), 0..400)) {
        refused_or_read(&bytes)?;
    }

    #[test]
    fn any_soup_of_cells_is_read_or_refused_with_a_place(
        parts in vec(prop::sample::select(SOUP), 0..80),
        marked in any::<bool>(),
    ) {
        let text = format!("{}{}", if marked { "\u{feff}" } else { "" }, parts.concat());
        refused_or_read(text.as_bytes())?;
        refused_or_read(&utf16(&text, u16::to_le_bytes))?;
    }
}

static SOUP: &[&str] = &[
    ";",
    ";",
    ";",
    ",",
    "\t",
    "\n",
    "\n",
    "\n",
    "\r",
    "\r\n",
    "\"",
    "\"\"",
    " ",
    "\u{a0}",
    "id",
    "respondent",
    "enhed",
    "rolle",
    "wave",
    "practice",
    "level",
    "moderated",
    "reason",
    "PRO-1",
    "PRO-2",
    "PLA-4",
    "PRO-1 kommentar",
    "PRO-9",
    "Starttidspunkt",
    "Mail",
    "sep=;",
    "1",
    "2.5",
    "3,0",
    "9",
    "ved ikke",
    "n/a",
    "Lokal",
    "3 - Common",
    "team-a",
    "dep",
    "2025",
    "å",
    "\0",
    "Id",
    "Fuldførelsestidspunkt",
    "Tidsstempel",
    "Time Started",
    "Date Submitted",
    "Status",
    "Partial",
    "#",
    "Start Date (UTC)",
    "Submit Date (UTC)",
    "Network ID",
    "01/10/2026 08.09.40",
    "3. [PRO-1] Hvordan?",
    "Uddyb: PRO-2",
    "PRO-1 [Fejlfinding]",
    "Respondenter",
    "Procent",
];

fn refused_or_read(bytes: &[u8]) -> Result<(), TestCaseError> {
    for assessment in [open(), declared()] {
        let sources = vec![file("a.csv", bytes)];
        if let Err(problems) = plateau::intake::look(&model(), &assessment, sources, None) {
            prop_assert!(
                problems
                    .iter()
                    .all(|problem| problem.first.location.is_some())
            );
        }
        for lenient in [false, true] {
            let read = read_with(assessment.clone(), vec![file("a.csv", bytes)], lenient);
            let problems: Diagnostics = match read {
                Ok(warned) => warned.warnings,
                Err(problems) => {
                    prop_assert!(problems.has_errors());
                    problems
                }
            };
            for problem in problems.iter() {
                prop_assert!(problem.first.location.is_some(), "{:?}", problem.first);
                prop_assert!(
                    problem.first.severity > plateau::diagnostic::Severity::Error
                        || !problem.first.hints.is_empty(),
                    "{:?}",
                    problem.first
                );
            }
        }
    }
    Ok(())
}
