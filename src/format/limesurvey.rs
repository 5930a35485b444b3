//! A questionnaire as the survey structure that LimeSurvey imports: a table of tabs, a row a
//! setting, group, question and answer, first everything in the base language, then the same rows
//! again in each other one.
//!
//! What it exports later reads back without a mapping: a question's code is its practice's id
//! without the hyphen, which LimeSurvey forbids, and an answer's code is the level's number, `DK`
//! or `NR`. Where a unit's or a role's id is no code (of five letters and digits at most), it reads
//! back from an export of full answers.
//!
//! Words are HTML there, and what stands in braces is a program: both are made inert.

use crate::diagnostic::acts;
use crate::text::Words;
use crate::view::form::{Choice, Item, Questionnaire};

/// The columns, as LimeSurvey names them.
const COLUMNS: [&str; 16] = [
    "id",
    "related_id",
    "class",
    "type/scale",
    "name",
    "relevance",
    "text",
    "help",
    "language",
    "validation",
    "mandatory",
    "encrypted",
    "other",
    "default",
    "same_default",
    "hidden",
];

/// The most letters and digits of an answer's code.
const CODE: usize = 5;
/// The code of don't know.
const DONT_KNOW: &str = "DK";
/// The code of not relevant.
const NOT_RELEVANT: &str = "NR";

/// How the survey behaves: nothing is kept of who answers or when, pages are the groups, and
/// going back is allowed.
static SETTINGS: &[(&str, &str)] = &[
    ("anonymized", "Y"),
    ("format", "G"),
    ("savetimings", "N"),
    ("datestamp", "N"),
    ("ipaddr", "N"),
    ("refurl", "N"),
    ("usecookie", "N"),
    ("allowsave", "Y"),
    ("allowprev", "Y"),
    ("printanswers", "N"),
    ("publicstatistics", "N"),
    ("listpublic", "N"),
    ("usetokens", "N"),
    ("showwelcome", "Y"),
    ("showprogress", "Y"),
    ("shownoanswer", "N"),
    ("showqnumcode", "X"),
    ("showxquestions", "N"),
];

/// A row of the table.
#[derive(Default)]
struct Row {
    class: &'static str,
    kind: String,
    name: String,
    relevance: &'static str,
    text: String,
    help: String,
    language: String,
    /// The code of what is answered from the start.
    default: String,
    /// Whether it is never shown.
    is_hidden: bool,
}

/// A questionnaire in several languages, the base language first.
pub fn render(languages: &[Questionnaire]) -> Vec<u8> {
    let mut rows = settings(languages);
    for asked in languages {
        rows.extend(Survey::new(asked).rows());
    }
    let mut text = format!("\u{feff}{}\r\n", COLUMNS.join("\t"));
    for row in &rows {
        text += &line(row);
    }
    text.into_bytes()
}

fn line(row: &Row) -> String {
    let is_question = row.class == "Q";
    let yes = |is: bool| if is { "1" } else { "" };
    let no = if is_question { "N" } else { "" };
    let cells: [&str; COLUMNS.len()] = [
        "",
        "",
        row.class,
        &row.kind,
        &row.name,
        row.relevance,
        &row.text,
        &row.help,
        &row.language,
        "",
        no,
        "",
        no,
        &row.default,
        "",
        yes(row.is_hidden),
    ];
    cells.join("\t") + "\r\n"
}

fn settings(languages: &[Questionnaire]) -> Vec<Row> {
    let setting = |name: &str, text: &str| Row {
        class: "S",
        name: name.to_owned(),
        text: text.to_owned(),
        ..Row::default()
    };
    let codes: Vec<&str> = languages.iter().map(|each| &*each.language).collect();
    let (base, others) = codes.split_first().map_or(("", &[][..]), |(b, o)| (*b, o));
    let mut rows = vec![
        setting("language", base),
        setting("additional_languages", &others.join(" ")),
    ];
    rows.extend(SETTINGS.iter().map(|(name, text)| setting(name, text)));
    rows.extend(languages.iter().flat_map(of_language));
    rows
}

/// The title and the words before and after the questions.
fn of_language(asked: &Questionnaire) -> Vec<Row> {
    let words = Words::of(&asked.language);
    let paragraph = |text: &String| format!("<p>{}</p>", inert(text));
    let welcome: String = asked.introduction.iter().map(paragraph).collect();
    let organisation = asked.organisation.as_deref().unwrap_or_default();
    let texts = [
        ("surveyls_title", inert(&asked.title)),
        ("surveyls_description", inert(organisation)),
        ("surveyls_welcometext", welcome),
        ("surveyls_endtext", inert(words.get("questionnaire.end"))),
    ];
    let row = |(name, text): (&str, String)| Row {
        class: "SL",
        name: name.to_owned(),
        text,
        language: asked.language.clone(),
        ..Row::default()
    };
    texts.into_iter().map(row).collect()
}

/// The questions in one language.
struct Survey<'a> {
    asked: &'a Questionnaire,
    words: &'static Words,
}

impl<'a> Survey<'a> {
    fn new(asked: &'a Questionnaire) -> Self {
        Self {
            asked,
            words: Words::of(&asked.language),
        }
    }

    fn rows(&self) -> Vec<Row> {
        let mut groups: Vec<(String, Vec<Row>)> = Vec::new();
        let about = self.about();
        if !about.is_empty() {
            let name = self.words.get("questionnaire.about_you").to_owned();
            groups.push((name, about));
        }
        let disciplines = self
            .asked
            .items
            .chunk_by(|a, b| a.discipline == b.discipline);
        groups.extend(disciplines.map(|items| {
            let questions = items.iter().flat_map(|item| self.item(item)).collect();
            (items[0].discipline.clone(), questions)
        }));
        let group = |(number, (name, rows)): (usize, (String, Vec<Row>))| {
            let head = Row {
                kind: number.to_string(),
                ..self.row("G", inert(&name), "")
            };
            [head].into_iter().chain(rows)
        };
        (1..).zip(groups).flat_map(group).collect()
    }

    fn row(&self, class: &'static str, name: impl Into<String>, text: &str) -> Row {
        Row {
            class,
            name: name.into(),
            text: inert(text),
            language: self.asked.language.clone(),
            ..Row::default()
        }
    }

    /// Where respondents belong; what is known already is answered from the start and not shown.
    fn about(&self) -> Vec<Row> {
        let asked = self.asked;
        // Codes are the same in every language, as LimeSurvey takes them for one question.
        let mut rows = self.choose("unit", "questionnaire.ask.unit", "U", &asked.units);
        if let (Some(unit), true) = (&asked.unit, asked.units.is_empty()) {
            rows.extend(self.known("unit", "questionnaire.ask.unit", unit));
        }
        rows.extend(self.choose("role", "questionnaire.ask.role", "R", &asked.roles));
        if let Some(role) = &asked.role {
            rows.extend(self.known("role", "questionnaire.ask.role", role));
        }
        rows
    }

    /// A question of one choice from a list.
    fn choose(&self, code: &str, question: &str, letter: &str, choices: &[Choice]) -> Vec<Row> {
        if choices.is_empty() {
            return Vec::new();
        }
        let question = Row {
            kind: "L".to_owned(),
            relevance: "1",
            ..self.row("Q", code, self.words.get(question))
        };
        let answers = codes(choices, letter).into_iter().zip(choices);
        let answers = answers.map(|(code, choice)| self.answer(code, &choice.name));
        [question].into_iter().chain(answers).collect()
    }

    fn known(&self, code: &str, question: &str, choice: &Choice) -> Vec<Row> {
        let choices = std::slice::from_ref(choice);
        let mut rows = self.choose(code, question, "K", choices);
        if let Some(question) = rows.first_mut() {
            question.default = codes(choices, "K").concat();
            question.is_hidden = true;
        }
        rows
    }

    /// A practice: its levels with what one sees at them, and room for a comment.
    fn item(&self, item: &Item) -> Vec<Row> {
        let is_legal = |c: &char| c.is_ascii_alphanumeric();
        let code: String = item.practice.chars().filter(is_legal).collect();
        let question = Row {
            kind: "O".to_owned(),
            relevance: "1",
            help: format!(
                "<strong>{}</strong>: {}",
                inert(&item.name),
                inert(&item.summary)
            ),
            ..self.row("Q", code, &item.question)
        };
        let levels = (1..).zip(&item.anchors);
        let levels = levels.map(|(number, anchor): (usize, _)| {
            self.answer(number.to_string(), &format!("{number} - {anchor}"))
        });
        let states = [
            self.answer(DONT_KNOW.to_owned(), &self.asked.dont_know),
            self.answer(NOT_RELEVANT.to_owned(), &self.asked.not_relevant),
        ];
        [question].into_iter().chain(levels).chain(states).collect()
    }

    fn answer(&self, code: String, text: &str) -> Row {
        Row {
            kind: "0".to_owned(),
            ..self.row("A", code, text)
        }
    }
}

/// The codes of choices: their ids where those are codes, else a letter and a number that is
/// nobody's id.
fn codes(choices: &[Choice], letter: &str) -> Vec<String> {
    let is_code = |id: &str| {
        let is_plain = id.chars().all(|c| c.is_ascii_alphanumeric());
        !id.is_empty() && id.len() <= CODE && is_plain
    };
    let is_taken = |code: &String| {
        let mut ids = choices.iter();
        ids.any(|choice| choice.id.eq_ignore_ascii_case(code))
    };
    let mut free = (1..).map(|number| format!("{letter}{number}"));
    let mut next = || free.find(|code| !is_taken(code)).unwrap_or_default();
    let code = |choice: &Choice| match is_code(&choice.id) {
        true => choice.id.clone(),
        false => next(),
    };
    choices.iter().map(code).collect()
}

/// Words as HTML on one line that no program stands in, neither there nor in a spreadsheet that
/// the table may be looked at with. What is not to be seen is shown, as in every other format.
fn inert(text: &str) -> String {
    let mut inert = String::with_capacity(text.len());
    let mut is_first = true;
    for letter in text.chars() {
        match letter {
            '&' => inert.push_str("&amp;"),
            '<' => inert.push_str("&lt;"),
            '>' => inert.push_str("&gt;"),
            '"' => inert.push_str("&quot;"),
            '\'' => inert.push_str("&#39;"),
            '{' => inert.push_str("&#123;"),
            '}' => inert.push_str("&#125;"),
            '=' | '+' | '-' | '@' if is_first => {
                inert.push_str(&format!("&#{};", u32::from(letter)));
            }
            '\n' => inert.push_str("<br />"),
            letter if letter.is_control() => inert.push(' '),
            letter if acts(letter) => {
                inert.push_str(&format!("\\u&#123;{:x}&#125;", u32::from(letter)));
            }
            letter => inert.push(letter),
        }
        is_first &= letter.is_whitespace();
    }
    inert
}
