//! A questionnaire on paper: boxes to tick and lines to write on.

use serde::Serialize;

use super::document::{Document, dated, language, page};
use super::typeface::Typeface;
use crate::text::Words;
use crate::view::form::{Choice, Item, Questionnaire};

/// With more choices than this, a line is left to write on instead of a box a choice.
const MOST_BOXES: usize = 16;

#[derive(Serialize)]
struct Sheet {
    language: String,
    title: String,
    organisation: Option<String>,
    date: [i16; 3],
    accent: [u8; 3],
    /// The paper's edges, in points: left and right, above and below.
    margins: [f64; 3],
    model: String,
    introduction: Vec<String>,
    /// What is asked of the respondent, first of all.
    belonging: Vec<Asked>,
    /// What stands beside the numbers of the levels.
    levels: Vec<String>,
    groups: Vec<Group>,
    /// What may be ticked besides a level.
    states: [String; 2],
    comment: String,
}

/// Something asked with choices, or with a line to write on.
#[derive(Serialize)]
struct Asked {
    label: String,
    /// What is known already.
    known: Option<String>,
    choices: Vec<Chosen>,
}

#[derive(Serialize)]
struct Chosen {
    name: String,
    depth: usize,
}

#[derive(Serialize)]
struct Group {
    name: String,
    items: Vec<Question>,
}

#[derive(Serialize)]
struct Question {
    name: String,
    question: String,
    anchors: Vec<String>,
}

/// Writes the questionnaire down for the template.
pub(super) fn compose(asked: &Questionnaire, typeface: &mut Typeface) -> Document {
    let words = Words::of(&asked.language);
    let mut writing = Writing {
        asked,
        words,
        typeface,
    };
    let sheet = writing.sheet();
    Document {
        template: include_str!("questionnaire.typ"),
        // Strings and numbers always have a JSON form.
        json: serde_json::to_vec(&sheet).unwrap_or_default(),
        figures: Vec::new(),
        logo: None,
        identity: format!("{}\n{}", asked.title, asked.model),
    }
}

struct Writing<'a> {
    asked: &'a Questionnaire,
    words: &'static Words,
    typeface: &'a mut Typeface,
}

impl Writing<'_> {
    fn sheet(&mut self) -> Sheet {
        let asked = self.asked;
        let accent = asked.accent;
        let how = self.words.get("questionnaire.paper.how");
        let paragraphs = [how]
            .into_iter()
            .chain(asked.introduction.iter().map(String::as_str));
        let introduction = paragraphs.map(|text| self.typeface.breakable(text));
        let introduction = introduction.collect();
        let disciplines = asked.items.chunk_by(|a, b| a.discipline == b.discipline);
        let groups = disciplines.map(|items| self.group(items)).collect();
        let levels = (1..).zip(&asked.levels);
        let levels = levels
            .map(|(number, name): (usize, _)| self.typeface.breakable(&format!("{number} {name}")));
        let levels = levels.collect();
        Sheet {
            language: language(&asked.language),
            title: self.typeface.breakable(&asked.title),
            organisation: asked
                .organisation
                .as_ref()
                .map(|name| self.typeface.breakable(name)),
            date: dated(asked.date),
            accent: [accent.red, accent.green, accent.blue],
            margins: [page::SIDE, page::TOP, page::BOTTOM],
            model: self.typeface.drawable(&asked.model),
            introduction,
            belonging: self.belonging(),
            levels,
            groups,
            states: [&asked.dont_know, &asked.not_relevant]
                .map(|state| self.typeface.drawable(state)),
            comment: self.words.get("questionnaire.paper.comment").to_owned(),
        }
    }

    fn belonging(&mut self) -> Vec<Asked> {
        let asked = self.asked;
        let mut all = Vec::new();
        for (key, known, choices) in [
            ("questionnaire.paper.unit", &asked.unit, &asked.units),
            ("questionnaire.paper.role", &asked.role, &asked.roles),
        ] {
            if known.is_some() || !choices.is_empty() {
                let known = known.as_ref().filter(|_| choices.is_empty());
                all.push(self.line(key, known, choices));
            }
        }
        all.extend(
            asked
                .wave
                .as_ref()
                .map(|wave| self.line("questionnaire.paper.wave", Some(wave), &[])),
        );
        all.push(self.line("questionnaire.paper.date", None, &[]));
        all
    }

    fn line(&mut self, key: &str, known: Option<&Choice>, choices: &[Choice]) -> Asked {
        let fits = choices.len() <= MOST_BOXES;
        let chosen = |choice: &Choice| Chosen {
            name: self.typeface.breakable(&choice.name),
            depth: choice.depth,
        };
        let choices = choices.iter().filter(|_| fits).map(chosen).collect();
        Asked {
            label: self.words.get(key).to_owned(),
            known: known.map(|known| self.typeface.breakable(&known.name)),
            choices,
        }
    }

    fn group(&mut self, items: &[Item]) -> Group {
        let name = items.first().map_or("", |item| &item.discipline);
        Group {
            name: self.typeface.breakable(name),
            items: items.iter().map(|item| self.question(item)).collect(),
        }
    }

    fn question(&mut self, item: &Item) -> Question {
        let anchors = item.anchors.iter();
        Question {
            name: self
                .typeface
                .breakable(&format!("{} {}", item.practice, item.name)),
            question: self.typeface.breakable(&item.question),
            anchors: anchors
                .map(|anchor| self.typeface.breakable(anchor))
                .collect(),
        }
    }
}
