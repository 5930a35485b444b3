//! What a reader of the summary ought to know.

use crate::finding::Finding;
use crate::view::build::{plain, section};
use crate::view::{Block, Depth, Line, Scene, Section, sentence};

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    at(scene, Depth::Summary)
}

/// The same towards the end of the full report.
pub(super) fn compose_last(scene: &Scene) -> Option<Section> {
    at(scene, Depth::Detail)
}

fn at(scene: &Scene, depth: Depth) -> Option<Section> {
    let mut notes: Vec<Line> = scene
        .findings
        .iter()
        .filter(|finding| is_note(finding))
        .map(|finding| sentence(scene, finding))
        .collect();
    notes.extend(practices(scene));
    notes.extend(overlay(scene));
    notes.extend(scene.reconstructed_briefly().map(plain));
    let blocks = if notes.is_empty() {
        Vec::new()
    } else {
        vec![Block::List(notes)]
    };
    section("notes", scene.word("notes.heading"), depth, blocks)
}

/// Whether a finding tells how far the numbers may be trusted, not what they say.
fn is_note(finding: &Finding) -> bool {
    matches!(
        finding,
        Finding::StraightLining(_) | Finding::HiddenGroups { .. } | Finding::SingleLayer
    )
}

/// How many practices are out of the ordinary, in one line.
fn practices(scene: &Scene) -> Option<Line> {
    let scores = &scene.profile.scores;
    let tailored = scene.assessment.tailored.iter().flatten().count();
    let moderated = scores
        .iter()
        .filter(|score| score.moderated.is_some())
        .count();
    let assumed = scores
        .iter()
        .filter(|score| score.assumed.is_some())
        .count();
    let voted = scene.profile.respondents > 0; // else the result says that nobody voted
    let settled = scores
        .iter()
        .filter(|score| voted && score.settled.is_some())
        .count();
    let parts: Vec<String> = [
        ("notes.tailored", tailored),
        ("notes.moderated", moderated),
        ("what_if.assumed", assumed),
        ("notes.settled", settled),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(key, count)| scene.words.count(key, count as u64, &[]))
    .collect();
    let list = scene.words.list(&parts);
    (!parts.is_empty()).then(|| plain(scene.words.fill("notes.practices", &[("parts", &list)])))
}

fn overlay(scene: &Scene) -> Option<Line> {
    let overlay = scene.model.overlay.as_ref()?;
    Some(plain(
        scene.words.fill("notes.overlay", &[("overlay", overlay)]),
    ))
}
