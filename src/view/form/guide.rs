//! What stands beside the tables of a questionnaire: how to fill it in, and what one sees at
//! each level.

use crate::text::Words;
use crate::view::build::left;
use crate::view::{Span, Table};

use super::{Form, Guide, Item, Questionnaire};

/// A form of a questionnaire, without its table.
pub(super) fn form(asked: &Questionnaire) -> Form {
    let words = Words::of(&asked.language);
    let parts = [asked.organisation.as_ref(), Some(&asked.title)];
    let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    Form {
        language: asked.language.clone(),
        title: parts.join(" · "),
        date: asked.date,
        accent: asked.accent,
        name: words.get("questionnaire.name").to_owned(),
        levels: asked.levels.len(),
        fields: Vec::new(),
        rows: Vec::new(),
        units: asked.units.clone(),
        roles: asked.roles.clone(),
        answers: asked.answers(),
        guide: None,
    }
}

/// How to fill in a table: what to know before answering, then `more`, and what one sees at each
/// level.
pub(super) fn guide(asked: &Questionnaire, more: &[&str]) -> Guide {
    let words = Words::of(&asked.language);
    let more = more.iter().map(|key| words.get(key).to_owned());
    Guide {
        name: words.get("form.guide.name").to_owned(),
        lines: asked.introduction.iter().cloned().chain(more).collect(),
        anchors: anchors(asked, words),
    }
}

fn anchors(asked: &Questionnaire, words: &Words) -> Table {
    let mut columns = vec![left(words.get("column.practice").to_owned())];
    let levels = (1..).zip(&asked.levels);
    columns.extend(levels.map(|(number, name)| left(format!("{number} {name}"))));
    let row = |item: &Item| {
        let name = format!("{} {}", item.practice, item.name);
        let anchors = item.anchors.iter().cloned();
        let cells = std::iter::once(name).chain(anchors);
        cells.map(|words| vec![Span::plain(words)]).collect()
    };
    Table {
        caption: words.get("form.guide.anchors").to_owned(),
        columns,
        rows: asked.items.iter().map(row).collect(),
    }
}
