//! Composes views and reads what they say.

use plateau::assessment::{Assessment, Role, Weighting};
use plateau::intake::{Answer, Evidence, Moderated, Settled};
use plateau::scoring::*;
use plateau::text::Words;
use plateau::view::{Block, Extent, Line, Section, Selection, Topic, View, compose};

use super::fixture::*;

pub const LANGUAGES: [&str; 2] = ["da", "en"];

pub fn selection(language: &str, extent: Extent) -> Selection {
    Selection {
        unit: 0,
        wave: 0,
        topic: Topic::Whole,
        only_unit: false,
        only_wave: false,
        extent,
        layers: 1,
        full_agreement: false,
        language: language.to_owned(),
        date: Some(jiff::civil::date(2026, 10, 2)),
        typed: Some(plateau::view::Typed {
            inputs: "byen".to_owned(),
            ..Default::default()
        }),
        pace: plateau::finding::plan::Pace::default(),
        past: None,
        supposed: None,
    }
}

/// The summary, and what the full report says beyond it.
pub fn composed(assessment: &Assessment, wave: WaveCard, language: &str) -> View<'static> {
    let mut view = composed_to(Extent::Summary, assessment, wave.clone(), language);
    let full = composed_to(Extent::Full, assessment, wave, language);
    let more = full.sections.into_iter().filter(|section| {
        let known = |told: &Section| told.id == section.id;
        !view.sections.iter().any(known)
    });
    let more: Vec<Section> = more.collect();
    view.sections.extend(more);
    view
}

pub fn composed_to(
    extent: Extent,
    assessment: &Assessment,
    wave: WaveCard,
    language: &str,
) -> View<'static> {
    let model = model();
    let scorecard = Scorecard { waves: vec![wave] };
    let mut responses = responses();
    let settled = Settled {
        answer: Some(Answer::Rated(level(3))),
        evidence: Some(Evidence::noted("Set på stedet")),
        ..Settled::default()
    };
    responses.waves[0].settled.insert((0, SELL), settled);
    let selection = selection(language, extent);
    compose(&model, assessment, &scorecard, &responses, &selection).in_full()
}

pub fn danish(wave: WaveCard) -> View<'static> {
    composed(&assessment(), wave, "da")
}

pub fn words_of(line: &Line) -> String {
    line.iter().map(|span| span.text.as_str()).collect()
}

pub fn texts(block: &Block) -> Vec<String> {
    match block {
        Block::Paragraph(line) => vec![words_of(line)],
        Block::List(lines) => lines.iter().map(words_of).collect(),
        Block::Note(text) | Block::Command(text) => vec![text.clone()],
        Block::Figure(figure) => vec![figure.alt.clone(), figure.caption.clone()],
        Block::Card(card) => {
            let said = card.blocks.iter().flat_map(texts);
            std::iter::once(card.heading.clone()).chain(said).collect()
        }
        Block::Table(table) => {
            let headings = table.columns.iter().map(|column| column.heading.clone());
            let cells = table.rows.iter().flatten().map(words_of);
            std::iter::once(table.caption.clone())
                .chain(headings)
                .chain(cells)
                .collect()
        }
    }
}

pub fn section<'a>(view: &'a View, id: &str) -> &'a Section {
    view.sections
        .iter()
        .find(|section| section.id == id)
        .unwrap()
}

pub fn has(view: &View, id: &str) -> bool {
    view.sections.iter().any(|section| section.id == id)
}

pub fn said(view: &View, id: &str) -> Vec<String> {
    section(view, id).blocks.iter().flat_map(texts).collect()
}

/// The cells of a section's table in which `first` begins a row.
pub fn row(view: &View, id: &str, first: &str) -> Vec<String> {
    let tables = section(view, id)
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
    let rows = tables.flat_map(|table| &table.rows);
    let mut rows = rows.map(|row| row.iter().map(words_of).collect::<Vec<_>>());
    rows.find(|row| row[0].starts_with(first)).unwrap()
}

pub fn all_said(view: &View) -> Vec<String> {
    let headings = view.sections.iter().map(|section| section.heading.clone());
    let blocks = view.sections.iter().flat_map(|section| &section.blocks);
    let mut all: Vec<String> = blocks.flat_map(texts).chain(headings).collect();
    all.push(view.title.clone());
    all.extend(view.subtitle.clone());
    all
}

pub fn assert_spoken(view: &View) {
    let words = Words::of(&view.language);
    let keys: Vec<&str> = words.keys().collect();
    for text in all_said(view) {
        assert!(!text.contains(['{', '}']), "{text}");
        assert!(!text.contains("()") && !text.contains("  "), "{text}");
        assert!(!keys.iter().any(|key| text.contains(key)), "{text}");
    }
}

/// Something of everything.
pub fn eventful() -> (Assessment, WaveCard) {
    let mut assessment = assessment();
    assessment.rules.weighting = Weighting::Unit;
    assessment.privacy.allow_small_groups = true;
    assessment.privacy.minimum_group = 2;
    assessment.roles = vec![Role {
        id: "leder".to_owned(),
        name: "Leder".to_owned(),
    }];
    assessment.tailored[COUNT] = Some("Der tælles ikke her.".to_owned());
    let mut bake = disputed(BAKE, [5, 1, 0, 4], -0.4);
    bake.moderated = Some(Moderated {
        level: level(2),
        reason: "Drøftet på workshoppen".to_owned(),
        by: None,
        evidence: None,
    });
    bake.level = Some(level(2));
    bake.standing = Standing::Below { distance: None };
    let mut count = hidden(COUNT);
    count.relevance = Relevance::TailoredAway;
    count.standing = Standing::Outside;
    let mut wave = wave(vec![bake, rated(SELL, [0, 1, 9, 2]), count]);
    wave.profiles[0].respondents = 12;
    wave.profiles[0].invited = Some(16);
    wave.profiles[0].inversions = vec![(0, 1)];
    let cell = |n: u64| {
        Shown::Shown(RoleCell {
            n,
            mean: (n > 0).then(|| Fraction::whole(3)),
        })
    };
    let role = |role, cells| RoleProfile {
        role,
        respondents: Shown::Shown(5),
        cells,
    };
    wave.profiles[0].roles = vec![
        role(Some(0), vec![cell(5), Shown::Hidden, cell(0)]),
        role(None, vec![cell(7), cell(6), cell(0)]),
    ];
    (assessment, wave)
}
