//! The facilitator's sheet: what people answered, and room for the level that is settled on.

use crate::assessment::Assessment;
use crate::intake::Evidence;
use crate::model::{Level, Model};
use crate::scoring::{Figures, Score, Scorecard, Shown};
use crate::view::build::left;
use crate::view::phrase::Phrases;
use crate::view::{Span, Table};

use super::{Entry, Field, FieldKind, Form, Guide, List, Row};

/// How many characters of an anchor stand in the help of a cell, so that two fit.
const ANCHOR: usize = 118;

/// A sheet to moderate one unit at one point in time: a row for each practice that counts, with
/// what may be shown of the answers and what is moderated already.
///
/// # Panics
/// If the assessment has no such unit or wave.
pub fn moderation(
    model: &Model,
    assessment: &Assessment,
    scorecard: &Scorecard,
    (unit, wave): (usize, usize),
    language: &str,
) -> Form {
    let sheet = Sheet {
        phrases: Phrases::new(model, language),
        assessment,
        scores: &scorecard.waves[wave].profiles[unit].scores,
        unit,
        wave,
    };
    Form {
        language: sheet.phrases.words.language().to_owned(),
        title: sheet.title(),
        date: assessment.waves[wave].date.or(assessment.date),
        accent: assessment.report.accent,
        name: sheet.phrases.word("form.moderation"),
        levels: model.scale.len(),
        fields: sheet.fields(),
        rows: sheet.rows(),
        units: Vec::new(),
        roles: Vec::new(),
        answers: Vec::new(),
        guide: Some(sheet.guide()),
    }
}

struct Sheet<'a> {
    phrases: Phrases<'a>,
    assessment: &'a Assessment,
    scores: &'a [Score],
    unit: usize,
    wave: usize,
}

impl Sheet<'_> {
    fn title(&self) -> String {
        let unit = &self.assessment.units[self.unit];
        let name = match unit.implicit {
            true => self.phrases.word("term.all_answers"),
            false => unit.name.clone(),
        };
        let wave = &self.assessment.waves[self.wave];
        let parts = [
            self.phrases.word("form.moderation"),
            name,
            wave.name.clone(),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    }

    /// The practices that count.
    fn counting(&self) -> impl Iterator<Item = &Score> {
        let tailored = &self.assessment.tailored;
        let scores = self.scores.iter();
        scores.filter(|score| tailored[score.practice].is_none())
    }

    fn fields(&self) -> Vec<Field> {
        let mut fields = vec![
            ("form.head.practice", 9, FieldKind::Name),
            ("form.head.name", 24, FieldKind::Name),
            ("form.head.counts", 17, FieldKind::Fact),
            ("form.head.n", 8, FieldKind::Figure),
            ("form.head.level", 10, FieldKind::Level),
            ("form.head.disputed", 11, FieldKind::Figure),
            ("form.head.moderated", 12, FieldKind::Choice(List::Levels)),
            ("form.head.reason", 36, FieldKind::Words),
            ("form.head.evidence", 34, FieldKind::Words),
            ("form.head.evidence_date", 13, FieldKind::Day),
            ("form.head.source", 20, FieldKind::Words),
            ("form.head.by", 12, FieldKind::Words),
            ("form.head.unit", 15, FieldKind::Fact),
        ];
        if self.assessment.waves[self.wave].id.is_some() {
            fields.push(("form.head.wave", 10, FieldKind::Fact));
        }
        let field = |(heading, width, kind)| Field::new(self.phrases.word(heading), width, kind);
        fields.into_iter().map(field).collect()
    }

    fn rows(&self) -> Vec<Row> {
        self.counting().map(|score| self.row(score)).collect()
    }

    fn row(&self, score: &Score) -> Row {
        let practice = &self.phrases.model.practices[score.practice];
        let mut entries = vec![
            Entry::Words(practice.id.clone()),
            Entry::Words(self.phrases.of(&practice.name).to_owned()),
        ];
        entries.extend(self.answers(score));
        entries.extend(moderated(score));
        let unit = &self.assessment.units[self.unit];
        let wave = self.assessment.waves[self.wave].id.as_ref();
        entries.push(Entry::Words(unit.id.clone()));
        entries.extend(wave.map(|id| Entry::Words(id.clone())));
        Row {
            entries,
            help: self.help(score),
            list: None,
        }
    }

    /// What people answered: at each level, how many, their level, and whether they disagree.
    fn answers(&self, score: &Score) -> [Entry; 4] {
        let muted = |key| Entry::Muted(self.phrases.word(key));
        match (&score.figures, score.settled) {
            (_, Some(_)) => {
                let level = score.level.filter(|_| score.moderated.is_none());
                [muted("form.settled"), Entry::Empty, of(level), Entry::Empty]
            }
            (Shown::Hidden, None) => {
                let hidden = || muted("form.hidden");
                [hidden(), hidden(), hidden(), hidden()]
            }
            (Shown::Shown(figures), None) if figures.n == 0 => [
                muted("form.none"),
                Entry::Number(0),
                Entry::Empty,
                Entry::Empty,
            ],
            (Shown::Shown(figures), None) => self.shown(figures),
        }
    }

    fn shown(&self, figures: &Figures) -> [Entry; 4] {
        let counts = figures.counts.iter();
        let counts: Vec<String> = counts.map(|&n| self.phrases.words.whole(n)).collect();
        let agreement = figures.agreement.as_ref();
        [
            Entry::Words(counts.join(" · ")),
            Entry::Number(figures.n),
            of(figures.median),
            match agreement.map(|agreement| agreement.disputed) {
                Some(true) => Entry::Accent(self.phrases.word("form.yes")),
                Some(false) => Entry::Muted(self.phrases.word("form.no")),
                None => Entry::Empty,
            },
        ]
    }

    /// What one sees where the answers are, and one level up; without answers, below the gate
    /// and at it.
    fn help(&self, score: &Score) -> String {
        let model = self.phrases.model;
        let scale = &model.scale;
        let gate = model.gate_of(score.practice).level;
        let known = score.figures.as_option().and_then(|figures| figures.median);
        let below = || scale.levels().take_while(|&level| level < gate).last();
        let from = known.or_else(below).unwrap_or(gate);
        let pair = [Some(from), scale.above(from)];
        let practice = &model.practices[score.practice];
        let line = |level: Level| {
            let anchor = self.phrases.anchor(practice, level);
            format!("{}: {}", level.number(), shortened(anchor))
        };
        let lines: Vec<String> = pair.into_iter().flatten().map(line).collect();
        lines.join("\n")
    }

    fn guide(&self) -> Guide {
        let words = &self.phrases.words;
        let highest = self.phrases.model.scale.highest().number();
        let minimum = words.whole(self.assessment.privacy.minimum_group);
        let mut lines = vec![
            self.phrases.word("form.guide.fill"),
            self.phrases.word("form.guide.empty"),
            self.phrases.word("form.guide.reason"),
            self.phrases.word("form.guide.evidence"),
            self.phrases.word("form.guide.by"),
            words.fill("form.guide.answers", &[("highest", &highest)]),
        ];
        if self.counting().any(|score| score.figures.is_hidden()) {
            lines.push(words.fill("form.guide.hidden", &[("minimum", &minimum)]));
        }
        lines.push(self.phrases.word("form.guide.back"));
        Guide {
            name: self.phrases.word("form.guide.name"),
            lines,
            anchors: self.anchors(),
        }
    }

    fn anchors(&self) -> Table {
        let model = self.phrases.model;
        let mut columns = vec![left(self.phrases.word("column.practice"))];
        columns.extend(model.scale.levels().map(|level| {
            let name = self.phrases.level_name(level);
            left(format!("{} {name}", level.number()))
        }));
        let row = |score: &Score| {
            let practice = &model.practices[score.practice];
            let mut row = vec![vec![Span::plain(self.phrases.practice(score.practice))]];
            let anchors = model.scale.levels();
            row.extend(
                anchors.map(|level| vec![Span::plain(self.phrases.anchor(practice, level))]),
            );
            row
        };
        Table {
            caption: self.phrases.word("form.guide.anchors"),
            columns,
            rows: self.counting().map(row).collect(),
        }
    }
}

/// What is moderated already: level, reason, evidence, its day and source, by whom.
fn moderated(score: &Score) -> [Entry; 6] {
    let Some(moderated) = &score.moderated else {
        return std::array::from_fn(|_| Entry::Empty);
    };
    let nothing = Evidence::default();
    let evidence = moderated.evidence.as_ref().unwrap_or(&nothing);
    [
        of(Some(moderated.level)),
        Entry::Words(moderated.reason.clone()),
        Entry::words(evidence.text.as_deref()),
        evidence.date.map_or(Entry::Empty, Entry::Day),
        Entry::words(evidence.source.as_deref()),
        Entry::words(moderated.by.as_deref()),
    ]
}

fn of(level: Option<Level>) -> Entry {
    level.map_or(Entry::Empty, |level| Entry::Number(level.number().into()))
}

/// The beginning of an anchor, up to a word's end.
fn shortened(anchor: &str) -> String {
    if anchor.chars().count() <= ANCHOR {
        return anchor.to_owned();
    }
    let start: String = anchor.chars().take(ANCHOR - 1).collect();
    let whole = start.rsplit_once(' ').map_or(&*start, |(words, _)| words);
    format!("{}…", whole.trim_end_matches([',', ';']))
}
