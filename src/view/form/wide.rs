//! A questionnaire as a table of a row a respondent.

use super::{Choice, Entry, Field, FieldKind, Form, Item, List, Questionnaire, Row, guide};

/// A questionnaire with room for so many respondents.
pub fn wide(asked: &Questionnaire, respondents: usize) -> Form {
    let columns = columns(asked);
    let row = Row {
        entries: columns.iter().map(|(_, entry)| entry.clone()).collect(),
        help: String::new(),
        list: None,
    };
    Form {
        fields: columns.into_iter().map(|(field, _)| field).collect(),
        rows: vec![row; respondents],
        guide: Some(guide::guide(asked, &["questionnaire.guide.wide"])),
        ..guide::form(asked)
    }
}

/// Every column with what stands in each of its cells.
fn columns(asked: &Questionnaire) -> Vec<(Field, Entry)> {
    let heads = &asked.heads;
    let mut columns = vec![open(&heads.respondent, 13, FieldKind::Words)];
    match &asked.unit {
        Some(unit) if asked.units.is_empty() => columns.push(fixed(&heads.unit, unit)),
        _ if asked.units.is_empty() => {}
        _ => columns.push(open(&heads.unit, 24, FieldKind::Choice(List::Units))),
    }
    match &asked.role {
        Some(role) => columns.push(fixed(&heads.role, role)),
        None if asked.roles.is_empty() => {}
        None => columns.push(open(&heads.role, 16, FieldKind::Choice(List::Roles))),
    }
    columns.extend(asked.wave.as_ref().map(|wave| fixed(&heads.wave, wave)));
    for item in &asked.items {
        columns.push(answers(item));
        let remarks = format!("{} {}", item.practice, heads.comment);
        columns.push(open(&remarks, 22, FieldKind::Words));
    }
    columns
}

fn answers(item: &Item) -> (Field, Entry) {
    let field = Field {
        help: format!("{}\n{}", item.name, item.question),
        ..Field::new(&*item.practice, 11, FieldKind::Choice(List::Marks))
    };
    (field, Entry::Empty)
}

fn open(heading: &str, width: u16, kind: FieldKind) -> (Field, Entry) {
    (Field::new(heading, width, kind), Entry::Empty)
}

fn fixed(heading: &str, choice: &Choice) -> (Field, Entry) {
    let field = Field::new(heading, 14, FieldKind::Fact);
    (field, Entry::Words(choice.id.clone()))
}
