//! Where people see things differently, and where a verdict hangs by a thread.

use super::figure;
use crate::chart::Kind;
use crate::finding::Finding;
use crate::scoring::{Camp, camps};
use crate::view::build::{accent, section, strong};
use crate::view::{Block, Depth, Line, Scene, Section, Span, sentence};

/// How many disputed practices the summary lists.
const MOST_DISPUTED: usize = 3;
/// How many of those that are perhaps not common.
const MOST_PERHAPS: usize = 1;

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let blocks = blocks(scene, MOST_DISPUTED, MOST_PERHAPS);
    let heading = scene.word("disagreement.heading");
    section("disagreement", heading, Depth::Summary, blocks)
}

/// Everything of its kind, with the answers drawn.
pub(super) fn compose_all(scene: &Scene) -> Option<Section> {
    let mut blocks = blocks(scene, usize::MAX, usize::MAX);
    blocks.extend(figure::of(scene, Kind::Distribution));
    let heading = scene.word("disagreement.heading");
    section("disagreement", heading, Depth::Detail, blocks)
}

fn blocks(scene: &Scene, most_disputed: usize, most_perhaps: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines: Vec<Line> = scene
        .findings
        .iter()
        .filter_map(|f| disputed(scene, f))
        .take(most_disputed)
        .collect();
    if !lines.is_empty() {
        let highest = Span::plain(scene.model.scale.highest().number().to_string());
        let intro = scene.line("disagreement.intro", &[("highest", highest)]);
        blocks.push(Block::Paragraph(intro));
    } else if anybody_could_disagree(scene) {
        lines.push(scene.line("disagreement.none", &[]));
    }
    lines.extend(first(scene, 1, |f| {
        matches!(f, Finding::FragileGate { .. })
    }));
    lines.extend(first(scene, 1, |f| {
        matches!(f, Finding::InvertedProfile { .. })
    }));
    lines.extend(first(scene, most_perhaps, |f| {
        matches!(f, Finding::PerhapsNotCommon { .. })
    }));
    if !lines.is_empty() {
        blocks.push(Block::List(lines));
    }
    blocks
}

/// A disputed practice with its counts, in one line.
fn disputed(scene: &Scene, finding: &Finding) -> Option<Line> {
    let Finding::Disputed {
        practice, counts, ..
    } = finding
    else {
        return None;
    };
    let [low, high] = camps(&scene.model.scale, counts)?;
    let people = |camp: &Camp| accent(scene.words.whole(camp.people));
    Some(scene.line(
        "disagreement.disputed",
        &[
            ("practice", strong(scene.practice(*practice))),
            ("low", people(&low)),
            ("low_levels", Span::plain(levels(&low))),
            ("high", people(&high)),
            ("high_levels", Span::plain(levels(&high))),
            ("counts", Span::plain(scene.counts(counts, "\u{a0}·\u{a0}"))),
        ],
    ))
}

/// `1–2`, or `1` where all chose the same.
fn levels(camp: &Camp) -> String {
    match (camp.lowest.number(), camp.highest.number()) {
        (lowest, highest) if lowest == highest => lowest.to_string(),
        (lowest, highest) => format!("{lowest}–{highest}"),
    }
}

fn first(scene: &Scene, most: usize, which: fn(&Finding) -> bool) -> Vec<Line> {
    let findings = scene.findings.iter().filter(|finding| which(finding));
    findings
        .take(most)
        .map(|finding| sentence(scene, finding))
        .collect()
}

fn anybody_could_disagree(scene: &Scene) -> bool {
    scene.profile.scores.iter().any(|score| {
        let figures = score.figures.as_option();
        figures.is_some_and(|figures| figures.agreement.is_some())
    })
}
