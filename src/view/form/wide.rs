//! A questionnaire as a table of a row a respondent.

use super::{Choice, Entry, Field, FieldKind, Form, Questionnaire, Row, guide};

/// A questionnaire with room for so many respondents.
pub fn wide(asked: &Questionnaire, respondents: usize) -> Form {
    let columns = columns(asked);
    let entries: Vec<Entry> = columns.iter().map(|(_, entry)| entry.clone()).collect();
    let row = Row {
        entries,
        help: String::new(),
    };
    Form {
        fields: columns.into_iter().map(|(field, _)| field).collect(),
        rows: vec![row; respondents],
        ..guide::form(asked)
    }
}

/// Every column with what stands in each of its cells.
fn columns(asked: &Questionnaire) -> Vec<(Field, Entry)> {
    let heads = &asked.heads;
    let mut columns = vec![open(&heads.respondent, 12, FieldKind::Words)];
    match &asked.unit {
        Some(unit) if asked.units.is_empty() => columns.push(fixed(&heads.unit, unit)),
        _ if asked.units.is_empty() => {}
        _ => columns.push(open(&heads.unit, 22, FieldKind::Words)),
    }
    match &asked.role {
        Some(role) => columns.push(fixed(&heads.role, role)),
        None if asked.roles.is_empty() => {}
        None => columns.push(open(&heads.role, 16, FieldKind::Words)),
    }
    columns.extend(asked.wave.as_ref().map(|wave| fixed(&heads.wave, wave)));
    for item in &asked.items {
        columns.push(open(&item.practice, 10, FieldKind::Choice));
        let remarks = format!("{} {}", item.practice, heads.comment);
        columns.push(open(&remarks, 20, FieldKind::Words));
    }
    columns
}

fn open(heading: &str, width: u16, kind: FieldKind) -> (Field, Entry) {
    let heading = heading.to_owned();
    let field = Field {
        heading,
        width,
        kind,
    };
    (field, Entry::Empty)
}

fn fixed(heading: &str, choice: &Choice) -> (Field, Entry) {
    let (field, _) = open(heading, 14, FieldKind::Fact);
    (field, Entry::Words(choice.id.clone()))
}
