//! The questionnaire as it is asked in a terminal, one practice at a time, and what can be
//! typed there.

use crate::intake::Answer;
use crate::model::Model;
use crate::text::Words;
use crate::view::{Align, Block, Column, Depth, Imprint, Section, Span, Table, Tone, View};

use super::{Item, Questionnaire};

/// What somebody typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// An answer to the question.
    Answer(Answer),
    /// Nothing: go on.
    On,
    /// To the question before.
    Back,
    /// A comment is to be written.
    Comment,
    /// What can be typed is to be shown.
    Help,
    /// That is all.
    Quit,
    /// To the question at this place.
    Go(usize),
}

/// A questionnaire as it is asked in a terminal.
pub struct Spoken<'a> {
    model: &'a Model,
    questionnaire: &'a Questionnaire,
    words: &'static Words,
    /// The file that the answers go into, as it is shown.
    file: &'a str,
}

impl<'a> Spoken<'a> {
    /// A questionnaire whose answers go into `file`.
    pub fn new(model: &'a Model, questionnaire: &'a Questionnaire, file: &'a str) -> Self {
        Self {
            model,
            questionnaire,
            words: Words::of(&questionnaire.language),
            file,
        }
    }

    /// What a line that was typed means; `None` for nothing that is understood.
    pub fn reply(&self, line: &str) -> Option<Reply> {
        let line = line.trim();
        let folded = line.to_lowercase();
        let said = |key: &str| self.words.get(key).split(' ').any(|word| word == folded);
        let cells = [
            &self.questionnaire.dont_know,
            &self.questionnaire.not_relevant,
        ];
        let [dont_know, not_relevant] = cells.map(|cell| cell.to_lowercase());
        Some(match folded.as_str() {
            "" => Reply::On,
            "?" => Reply::Answer(Answer::DontKnow),
            "-" => Reply::Answer(Answer::NotRelevant),
            _ if folded == dont_know => Reply::Answer(Answer::DontKnow),
            _ if folded == not_relevant => Reply::Answer(Answer::NotRelevant),
            _ if said("answer.say.back") => Reply::Back,
            _ if said("answer.say.comment") => Reply::Comment,
            _ if said("answer.say.help") => Reply::Help,
            _ if said("answer.say.quit") => Reply::Quit,
            _ => match self.model.scale.named(line) {
                Some(level) => Reply::Answer(Answer::Rated(level)),
                None => Reply::Go(self.place_of(&folded)?),
            },
        })
    }

    fn place_of(&self, practice: &str) -> Option<usize> {
        let named = |item: &Item| {
            let names = [&item.practice, &item.name];
            names.iter().any(|name| name.to_lowercase() == practice)
        };
        self.questionnaire.items.iter().position(named)
    }

    /// How an answer is written into a file.
    pub fn cell(&self, answer: Answer) -> String {
        match answer {
            Answer::Rated(level) => level.number().to_string(),
            Answer::DontKnow => self.questionnaire.dont_know.clone(),
            Answer::NotRelevant => self.questionnaire.not_relevant.clone(),
        }
    }

    fn named(&self, answer: Answer) -> String {
        match answer {
            Answer::Rated(level) => {
                let name = &self.questionnaire.levels[level.index()];
                format!("{} {name}", level.number())
            }
            other => self.cell(other),
        }
    }

    fn all(&self) -> usize {
        self.questionnaire.items.len()
    }

    /// What is said first; `unit` is the one that is answered about.
    pub fn opening(&self, unit: Option<&str>, answered: usize) -> View<'static> {
        let names = [self
            .questionnaire
            .wave
            .as_ref()
            .map(|wave| wave.name.as_str())];
        let about: Vec<&str> = unit
            .into_iter()
            .chain(names.into_iter().flatten())
            .collect();
        let all = self.all();
        let said = match answered {
            0 => self.fill("answer.new", &[("all", &all), ("file", &self.file)]),
            some => {
                let values: [(&str, &dyn std::fmt::Display); 3] =
                    [("answered", &some), ("all", &all), ("file", &self.file)];
                self.fill("answer.resumed", &values)
            }
        };
        let blocks = vec![plain(said), plain(self.words.get("answer.how"))];
        let about = (!about.is_empty()).then(|| about.join(" · "));
        self.view(&self.questionnaire.title, about, "", blocks)
    }

    /// A question, with what was answered and remarked before.
    pub fn question(
        &self,
        index: usize,
        answer: Option<Answer>,
        comment: Option<&str>,
    ) -> View<'static> {
        let item = &self.questionnaire.items[index];
        let values: [(&str, &dyn std::fmt::Display); 3] = [
            ("number", &(index + 1)),
            ("all", &self.all()),
            ("discipline", &item.discipline),
        ];
        let place = self.fill("answer.place", &values);
        let name = format!("{} {}", item.practice, item.name);
        let mut blocks = vec![Block::Note(item.summary.clone()), self.anchors(item)];
        let now = [
            ("answer.now", answer.map(|answer| self.named(answer))),
            ("answer.comment_now", comment.map(str::to_owned)),
        ];
        for (key, said) in now {
            if let Some(said) = said {
                let key = Span::new(self.words.get(key), Tone::Strong);
                blocks.push(Block::Paragraph(vec![key, Span::plain(format!(" {said}"))]));
            }
        }
        self.view(&place, Some(name), &item.question, blocks)
    }

    fn anchors(&self, item: &Item) -> Block {
        let levels = self.questionnaire.levels.iter().zip(&item.anchors);
        let rows = levels.enumerate().map(|(index, (name, anchor))| {
            let number = vec![Span::new((index + 1).to_string(), Tone::Strong)];
            let name = Span::new(format!("{name}: "), Tone::Strong);
            vec![number, vec![name, Span::plain(anchor)]]
        });
        table(["", ""], [Align::Right, Align::Left], rows.collect())
    }

    /// What can be typed.
    pub fn help(&self) -> View<'static> {
        let highest = self.questionnaire.levels.len();
        let levels = self.fill("answer.help.levels", &[("highest", &highest)]);
        let key = |key: &str| {
            let first = self.words.get(key).split(' ').next();
            first.unwrap_or_default().to_owned()
        };
        let practice = self.questionnaire.items.first();
        let practice = practice.map_or(String::new(), |item| item.practice.clone());
        let rows = [
            (levels, "answer.help.level"),
            ("?".to_owned(), "answer.help.dont_know"),
            ("-".to_owned(), "answer.help.not_relevant"),
            ("Enter".to_owned(), "answer.help.enter"),
            (key("answer.say.back"), "answer.help.back"),
            (key("answer.say.comment"), "answer.help.comment"),
            (practice, "answer.help.practice"),
            (key("answer.say.help"), "answer.help.help"),
            (key("answer.say.quit"), "answer.help.quit"),
        ];
        let rows = rows.into_iter().map(|(typed, meaning)| {
            let meaning = Span::plain(self.words.get(meaning));
            vec![vec![Span::new(typed, Tone::Strong)], vec![meaning]]
        });
        let heads = ["answer.help.key", "answer.help.meaning"].map(|key| self.words.get(key));
        let table = table(heads, [Align::Left, Align::Left], rows.collect());
        let title = self.words.get("answer.help.title");
        self.view("", None, title, vec![table])
    }

    /// What is said behind the last question; `missing` are the places of those unanswered.
    pub fn end(&self, missing: &[usize]) -> View<'static> {
        let items = &self.questionnaire.items;
        let (answered, all) = (items.len() - missing.len(), items.len());
        if missing.is_empty() {
            let practice = items.first().map_or("", |item| &item.practice);
            let title = self.fill("answer.complete_head", &[("all", &all)]);
            let values: [(&str, &dyn std::fmt::Display); 2] =
                [("file", &self.file), ("practice", &practice)];
            let said = plain(self.fill("answer.complete", &values));
            return self.view("", None, &title, vec![said]);
        }
        let values: [(&str, &dyn std::fmt::Display); 2] = [("answered", &answered), ("all", &all)];
        let title = self.fill("answer.missing_head", &values);
        let ids: Vec<&str> = missing
            .iter()
            .map(|&index| &*items[index].practice)
            .collect();
        let list = self.words.list(&ids);
        let said = plain(self.fill("answer.missing", &[("list", &list)]));
        self.view("", None, &title, vec![said])
    }

    /// What is said last; `command` is what may be typed next.
    pub fn closing(&self, answered: usize, command: &str) -> View<'static> {
        if answered == 0 {
            let said = plain(self.words.get("answer.nothing"));
            return self.view("", None, "", vec![said]);
        }
        let values: [(&str, &dyn std::fmt::Display); 3] = [
            ("answered", &answered),
            ("all", &self.all()),
            ("file", &self.file),
        ];
        let mut blocks = Vec::new();
        if answered < self.all() {
            blocks.push(plain(self.fill("answer.stopped", &values)));
        }
        blocks.push(plain(self.words.get("answer.next")));
        blocks.push(Block::Command(command.to_owned()));
        self.view("", None, "", blocks)
    }

    /// What asks for an answer.
    pub fn prompt(&self, is_answered: bool) -> String {
        let highest = self.questionnaire.levels.len();
        match is_answered {
            false => self.fill("answer.prompt", &[("highest", &highest)]),
            true => self.words.get("answer.prompt_again").to_owned(),
        }
    }

    /// What asks for a comment.
    pub fn comment_prompt(&self, is_there: bool) -> &'static str {
        match is_there {
            false => self.words.get("answer.comment"),
            true => self.words.get("answer.comment_again"),
        }
    }

    /// What asks behind the last question.
    pub fn end_prompt(&self, is_complete: bool) -> &'static str {
        match is_complete {
            false => self.words.get("answer.prompt_missing"),
            true => self.words.get("answer.prompt_complete"),
        }
    }

    /// What is said of a line that is not understood.
    pub fn not_understood(&self, line: &str) -> View<'static> {
        let highest = self.questionnaire.levels.len();
        let said = crate::diagnostic::shortened(line.trim());
        let values: [(&str, &dyn std::fmt::Display); 2] = [("said", &said), ("highest", &highest)];
        let said = plain(self.fill("answer.unknown", &values));
        self.view("", None, "", vec![said])
    }

    /// What is said where there is no question before.
    pub fn is_first(&self) -> View<'static> {
        self.view("", None, "", vec![plain(self.words.get("answer.first"))])
    }

    fn fill(&self, key: &str, values: &[(&str, &dyn std::fmt::Display)]) -> String {
        self.words.fill(key, values)
    }

    fn view(
        &self,
        title: &str,
        below: Option<String>,
        heading: &str,
        blocks: Vec<Block>,
    ) -> View<'static> {
        View {
            language: self.questionnaire.language.clone(),
            title: title.to_owned(),
            subtitle: below.into_iter().collect(),
            imprint: Imprint::default(),
            sections: vec![Section {
                id: "answer",
                heading: heading.to_owned(),
                depth: Depth::Summary,
                blocks,
            }],
            record: None,
            worksheet: None,
        }
    }
}

fn plain(text: impl Into<String>) -> Block {
    Block::Paragraph(vec![Span::plain(text)])
}

fn table(heads: [&str; 2], align: [Align; 2], rows: Vec<Vec<crate::view::Line>>) -> Block {
    let columns = heads.into_iter().zip(align).map(|(heading, align)| Column {
        heading: heading.to_owned(),
        align,
    });
    Block::Table(Table {
        caption: String::new(),
        columns: columns.collect(),
        rows,
    })
}
