//! A questionnaire as the file of one respondent: a row a practice with what one sees at each
//! level beside it, and above them a row each for where the respondent belongs. Who it is is not
//! asked: each file is read as one person.

use crate::text::Words;
use crate::view::{Line, Span, Tone};

use super::{Choice, Entry, Field, FieldKind, Form, Item, List, Questionnaire, Row, guide};

/// A questionnaire for one respondent.
pub fn person(asked: &Questionnaire) -> Form {
    let words = Words::of(&asked.language);
    let sheet = Sheet { asked, words };
    let mut rows = vec![sheet.introduction()];
    rows.extend(sheet.unit());
    rows.extend(sheet.role());
    rows.extend(sheet.wave());
    rows.extend(asked.items.iter().map(|item| sheet.item(item)));
    Form {
        fields: sheet.fields(),
        rows,
        ..guide::form(asked)
    }
}

struct Sheet<'a> {
    asked: &'a Questionnaire,
    words: &'static Words,
}

impl Sheet<'_> {
    fn fields(&self) -> Vec<Field> {
        let heads = &self.asked.heads;
        let word = |key| self.words.get(key);
        vec![
            Field::new(&*heads.practice, 10, FieldKind::Name),
            Field::new(word("questionnaire.head.question"), 40, FieldKind::Fact),
            Field::new(word("questionnaire.head.anchors"), 84, FieldKind::Fact),
            Field::new(
                word("questionnaire.head.own"),
                26,
                FieldKind::Choice(List::Answers),
            ),
            Field::new(&*heads.comment, 40, FieldKind::Words),
        ]
    }

    /// A row that is only there to be read: what to know before answering.
    fn introduction(&self) -> Row {
        let how = self.words.get("questionnaire.how.person");
        let nothing_sent = self.words.get("questionnaire.how.file");
        let paragraphs = self.asked.introduction.iter().map(String::as_str);
        let paragraphs = [how].into_iter().chain(paragraphs).chain([nothing_sent]);
        let title = vec![Span::new(&*self.asked.title, Tone::Strong)];
        let organisation = self.asked.organisation.iter();
        let organisation = organisation.map(|name| vec![Span::plain(name)]);
        Row {
            entries: vec![
                Entry::Empty,
                Entry::Lines([title].into_iter().chain(organisation).collect()),
                Entry::Lines(
                    paragraphs
                        .map(|text| vec![Span::plain(format!("• {text}"))])
                        .collect(),
                ),
                Entry::Empty,
                Entry::Empty,
            ],
            help: String::new(),
            list: Some(List::Nothing),
        }
    }

    fn unit(&self) -> Option<Row> {
        let head = &self.asked.heads.unit;
        match &self.asked.unit {
            _ if !self.asked.units.is_empty() => {
                Some(self.choice(head, "questionnaire.ask.unit", List::Units))
            }
            unit => Some(self.told(head, unit.as_ref()?)),
        }
    }

    fn role(&self) -> Option<Row> {
        let head = &self.asked.heads.role;
        match &self.asked.role {
            Some(role) => Some(self.told(head, role)),
            None if self.asked.roles.is_empty() => None,
            None => Some(self.choice(head, "questionnaire.ask.role", List::Roles)),
        }
    }

    fn wave(&self) -> Option<Row> {
        let wave = self.asked.wave.as_ref()?;
        Some(self.told(&self.asked.heads.wave, wave))
    }

    /// A row in which something is chosen from a list.
    fn choice(&self, head: &str, question: &str, list: List) -> Row {
        let question = vec![Span::new(self.words.get(question), Tone::Strong)];
        Row {
            entries: vec![
                Entry::Words(head.to_owned()),
                Entry::Lines(vec![question]),
                Entry::Words(self.words.get("questionnaire.how.choose").to_owned()),
                Entry::Empty,
                Entry::Empty,
            ],
            help: String::new(),
            list: Some(list),
        }
    }

    /// A row that says what is known already.
    fn told(&self, head: &str, choice: &Choice) -> Row {
        Row {
            entries: vec![
                Entry::Words(head.to_owned()),
                Entry::Words(choice.name.clone()),
                Entry::Empty,
                Entry::Words(choice.id.clone()),
                Entry::Empty,
            ],
            help: String::new(),
            list: Some(List::Nothing),
        }
    }

    fn item(&self, item: &Item) -> Row {
        let question = vec![
            vec![Span::new(&*item.name, Tone::Strong)],
            vec![Span::plain(&*item.question)],
        ];
        Row {
            entries: vec![
                Entry::Words(item.practice.clone()),
                Entry::Lines(question),
                Entry::Lines(self.anchors(item)),
                Entry::Empty,
                Entry::Empty,
            ],
            help: String::new(),
            list: None,
        }
    }

    fn anchors(&self, item: &Item) -> Vec<Line> {
        let levels = (1..).zip(&self.asked.levels).zip(&item.anchors);
        let line = |((number, name), anchor): ((usize, &String), &String)| {
            let level = Span::new(format!("{number} {name}: "), Tone::Strong);
            vec![level, Span::plain(&**anchor)]
        };
        levels.map(line).collect()
    }
}
