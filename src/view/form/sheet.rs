//! A questionnaire as a table of a row a practice and no respondent: one assessor's or a
//! workshop's reading of a unit.

use crate::text::Words;

use super::{Choice, Entry, Field, FieldKind, Form, Item, List, Questionnaire, Row, guide};

/// A questionnaire for one reading of a unit.
pub fn sheet(asked: &Questionnaire) -> Form {
    let row = |item: &Item| Row {
        entries: entries(asked, item),
        help: String::new(),
        list: None,
    };
    Form {
        fields: fields(asked),
        rows: asked.items.iter().map(row).collect(),
        guide: Some(guide::guide(asked, &["questionnaire.guide.sheet"])),
        ..guide::form(asked)
    }
}

fn fields(asked: &Questionnaire) -> Vec<Field> {
    let words = Words::of(&asked.language);
    let heads = &asked.heads;
    let word = |key| words.get(key).to_owned();
    let mut fields = vec![
        (heads.practice.clone(), 9, FieldKind::Name),
        (word("form.head.name"), 24, FieldKind::Name),
        (word("questionnaire.head.question"), 44, FieldKind::Fact),
        (heads.level.clone(), 24, FieldKind::Choice(List::Answers)),
        (heads.comment.clone(), 36, FieldKind::Words),
        (word("form.head.evidence"), 34, FieldKind::Words),
        (word("form.head.evidence_date"), 13, FieldKind::Day),
        (word("form.head.source"), 20, FieldKind::Words),
        (word("form.head.by"), 12, FieldKind::Words),
    ];
    if asked.unit.is_some() {
        fields.push((heads.unit.clone(), 15, FieldKind::Fact));
    } else if !asked.units.is_empty() {
        fields.push((heads.unit.clone(), 22, FieldKind::Choice(List::Units)));
    }
    if asked.wave.is_some() {
        fields.push((heads.wave.clone(), 10, FieldKind::Fact));
    }
    let field = |(heading, width, kind)| Field::new(heading, width, kind);
    fields.into_iter().map(field).collect()
}

fn entries(asked: &Questionnaire, item: &Item) -> Vec<Entry> {
    let name = [&item.practice, &item.name, &item.question];
    let mut entries: Vec<Entry> = name.map(|words| Entry::Words(words.clone())).to_vec();
    entries.extend([const { Entry::Empty }; 6]);
    let of = |choice: &Choice| Entry::Words(choice.id.clone());
    match &asked.unit {
        Some(unit) => entries.push(of(unit)),
        None if asked.units.is_empty() => {}
        None => entries.push(Entry::Empty),
    }
    entries.extend(asked.wave.as_ref().map(of));
    entries
}
