//! What people are asked, in no format: the practices that count, with all that is needed to
//! answer them without looking elsewhere.

use jiff::civil::Date;

use crate::assessment::{Assessment, Color, Role, Unit, Wave};
use crate::model::Model;
use crate::view::phrase::Phrases;

/// How many words people read in a minute when they weigh what they read.
const WORDS_A_MINUTE: usize = 180;
/// How many seconds it takes to make up one's mind on a practice.
const THOUGHT: usize = 12;
/// The time it takes is told in steps of so many minutes.
const STEP: usize = 5;

/// The questions that people are asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Questionnaire {
    /// Its language, such as `da`.
    pub language: String,
    /// The assessment's title, else the model's.
    pub title: String,
    /// In whose name people are asked.
    pub organisation: Option<String>,
    /// Its date; never the clock's.
    pub date: Option<Date>,
    /// The one colour beside the greys and the levels' own.
    pub accent: Color,
    /// The model's id and version, such as `driftsledelse-2024 1.0.0`.
    pub model: String,
    /// What to know before answering, a paragraph each: how long it takes, how to choose a level,
    /// who sees what. Whether anything is sent is the format's to say.
    pub introduction: Vec<String>,
    /// The unit that is asked, if it is one in particular: fixed where `units` is empty, else the
    /// one that all of them are parts of.
    pub unit: Option<Choice>,
    /// The units to choose from, each before its sub-units; empty where there is nothing to choose.
    pub units: Vec<Choice>,
    /// The roles to choose from; empty where there is nothing to choose.
    pub roles: Vec<Choice>,
    /// The role, where it is fixed and not asked.
    pub role: Option<Choice>,
    /// The point in time, where waves are declared; it is not asked.
    pub wave: Option<Choice>,
    /// The levels' names, lowest first.
    pub levels: Vec<String>,
    /// What those answer who cannot judge.
    pub dont_know: String,
    /// What those answer to whom a practice does not apply.
    pub not_relevant: String,
    /// What is asked, in model order.
    pub items: Vec<Item>,
    /// The words above the columns of answers.
    pub heads: Heads,
}

/// Something to choose, or that is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its id, which is read back.
    pub id: String,
    /// What it is called, which is read back too.
    pub name: String,
    /// How far it lies below the first.
    pub depth: usize,
}

/// A practice as it is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The practice's id, such as `PLA-4`.
    pub practice: String,
    /// What it is called.
    pub name: String,
    /// What it is, in a sentence or two.
    pub summary: String,
    /// What a respondent is asked.
    pub question: String,
    /// The name of its discipline.
    pub discipline: String,
    /// What one sees at each level, lowest first.
    pub anchors: Vec<String>,
}

/// Header words by which the intake reads answers back, in the questionnaire's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heads {
    /// Above who answered.
    pub respondent: String,
    /// Above the units.
    pub unit: String,
    /// Above the roles.
    pub role: String,
    /// Above the points in time.
    pub wave: String,
    /// Above the practices, where each row is about one.
    pub practice: String,
    /// Above the answers, where each row is about a practice.
    pub level: String,
    /// Above remarks; behind a practice's id, above remarks on it.
    pub comment: String,
}

/// Who is asked what, and when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// The one unit that is asked, with its sub-units; every unit if left out.
    pub unit: Option<usize>,
    /// The one role that is asked; every role if left out.
    pub role: Option<usize>,
    /// The point in time; the latest if left out.
    pub wave: Option<usize>,
    /// The practices to keep; all if left out.
    pub only: Option<Vec<usize>>,
}

/// The questions that people are asked. Practices that are tailored away are not among them, nor
/// those that the role is not asked; there may be none left.
///
/// # Panics
/// If the assessment has no such unit, role or wave.
pub fn questionnaire(
    model: &Model,
    assessment: &Assessment,
    asked: &Asked,
    language: &str,
) -> Questionnaire {
    let composing = Composing {
        phrases: Phrases::new(model, language),
        assessment,
        asked,
    };
    composing.compose()
}

struct Composing<'a> {
    phrases: Phrases<'a>,
    assessment: &'a Assessment,
    asked: &'a Asked,
}

impl<'a> Composing<'a> {
    fn compose(&self) -> Questionnaire {
        let model = self.phrases.model;
        let assessment = self.assessment;
        let wave = self.asked.wave.or_else(|| assessment.latest_wave());
        let wave = wave.map(|wave| &assessment.waves[wave]);
        let items = self.items();
        let levels = model.scale.levels();
        let title = assessment.title.clone();
        Questionnaire {
            language: self.phrases.words.language().to_owned(),
            title: title.unwrap_or_else(|| self.phrases.of(&model.title).to_owned()),
            organisation: assessment.report.organisation.clone(),
            date: wave.and_then(|wave| wave.date).or(assessment.date),
            accent: assessment.report.accent,
            model: format!("{} {}", model.id, model.version),
            introduction: self.introduction(&items),
            unit: self.asked.unit.map(|unit| {
                let unit = &assessment.units[unit];
                choice(&unit.id, &unit.name)
            }),
            units: self.units(),
            roles: self.roles(),
            role: self.asked.role.map(|role| {
                let role = &assessment.roles[role];
                choice(&role.id, &role.name)
            }),
            wave: wave.and_then(|wave: &Wave| Some(choice(wave.id.as_ref()?, &wave.name))),
            levels: levels
                .map(|level| self.phrases.level_name(level).to_owned())
                .collect(),
            dont_know: self.phrases.word("questionnaire.dont_know"),
            not_relevant: self.phrases.word("questionnaire.not_relevant"),
            items,
            heads: self.heads(),
        }
    }

    /// The units, each before its sub-units; none where there is but one.
    fn units(&self) -> Vec<Choice> {
        let units = &self.assessment.units;
        let mut waiting: Vec<(usize, usize)> = match self.asked.unit {
            Some(unit) => vec![(unit, 0)],
            None => units.tops().map(|unit| (unit, 0)).collect(),
        };
        waiting.reverse();
        let mut choices = Vec::new();
        while let Some((index, depth)) = waiting.pop() {
            let unit: &Unit = &units[index];
            let below = unit.children.iter().rev();
            waiting.extend(below.map(|&child| (child, depth + 1)));
            if !unit.implicit {
                choices.push(Choice {
                    depth,
                    ..choice(&unit.id, &unit.name)
                });
            }
        }
        match choices.len() {
            1 => Vec::new(),
            _ => choices,
        }
    }

    fn roles(&self) -> Vec<Choice> {
        let roles = self.assessment.roles.iter();
        match self.asked.role {
            Some(_) => Vec::new(),
            None => roles
                .map(|role: &Role| choice(&role.id, &role.name))
                .collect(),
        }
    }

    fn items(&self) -> Vec<Item> {
        let practices = 0..self.phrases.model.practices.len();
        let asked = practices.filter(|practice| {
            let only = self.asked.only.as_ref();
            only.is_none_or(|only| only.contains(practice))
                && self.assessment.asks(self.asked.role, *practice)
        });
        asked.map(|practice| self.item(practice)).collect()
    }

    fn item(&self, practice: usize) -> Item {
        let model = self.phrases.model;
        let practice = &model.practices[practice];
        let discipline = &model.disciplines[practice.discipline];
        let levels = model.scale.levels();
        Item {
            practice: practice.id.clone(),
            name: self.phrases.of(&practice.name).to_owned(),
            summary: self.phrases.of(&practice.summary).to_owned(),
            question: self.phrases.of(&practice.question).to_owned(),
            discipline: self.phrases.of(&discipline.name).to_owned(),
            anchors: levels
                .map(|level| self.phrases.anchor(practice, level).to_owned())
                .collect(),
        }
    }

    fn introduction(&self, items: &[Item]) -> Vec<String> {
        let words = &self.phrases.words;
        let privacy = &self.assessment.privacy;
        let minutes = words.whole(minutes(items) as u64);
        let minimum = words.whole(privacy.minimum_group);
        let many = words.whole(privacy.minimum_comments);
        let comments = match privacy.comments {
            true => words.fill("questionnaire.comments", &[("minimum", &many)]),
            false => self.phrases.word("questionnaire.comments_unshown"),
        };
        vec![
            words.count(
                "questionnaire.about",
                items.len() as u64,
                &[("minutes", &minutes)],
            ),
            self.phrases.of(&self.phrases.model.instruction).to_owned(),
            self.phrases.word("questionnaire.blank"),
            words.fill("questionnaire.seen", &[("minimum", &minimum)]),
            comments,
        ]
    }

    fn heads(&self) -> Heads {
        let word = |key: &str| self.phrases.word(&format!("form.head.{key}"));
        Heads {
            respondent: self.phrases.word("questionnaire.head.respondent"),
            unit: word("unit"),
            role: self.phrases.word("questionnaire.head.role"),
            wave: word("wave"),
            practice: word("practice"),
            level: self.phrases.word("questionnaire.head.level"),
            comment: self.phrases.word("questionnaire.head.comment"),
        }
    }
}

impl Questionnaire {
    /// A level as it is chosen and read back: its number and its name; the lowest is the first.
    pub fn level(&self, index: usize) -> String {
        let name = self.levels.get(index).map_or("", String::as_str);
        format!("{} - {name}", index + 1)
    }

    /// Everything that may be answered, as it is read back: the levels, lowest first, then don't
    /// know and not relevant.
    pub fn answers(&self) -> Vec<String> {
        let levels = (0..self.levels.len()).map(|index| self.level(index));
        let states = [&self.dont_know, &self.not_relevant].map(String::clone);
        levels.chain(states).collect()
    }
}

fn choice(id: &str, name: &str) -> Choice {
    Choice {
        id: id.to_owned(),
        name: name.to_owned(),
        depth: 0,
    }
}

/// How many minutes it takes to answer, rounded up.
fn minutes(items: &[Item]) -> usize {
    let words = |text: &str| text.split_whitespace().count();
    let read = |item: &Item| -> usize {
        let anchors = item.anchors.iter().map(|anchor| words(anchor));
        words(&item.question) + anchors.sum::<usize>()
    };
    let seconds: usize = items
        .iter()
        .map(|item| THOUGHT + read(item) * 60 / WORDS_A_MINUTE)
        .sum();
    seconds.div_ceil(60 * STEP) * STEP
}
