//! The whole result on a page: what was reached, three findings and three steps.

use super::{figure, plan, result};
use crate::chart::Kind;
use crate::finding::Finding;
use crate::view::build::{section, strong};
use crate::view::{Block, Card, Depth, Line, Scene, Section, Span, sentence};

/// How many findings are worth a director's time.
const MOST: usize = 3;

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let mut blocks = result::blocks(scene);
    if !scene.is_unanswered() {
        blocks.extend(figure::of(scene, Kind::Staircase));
        blocks.extend(card(scene, "result.findings", findings(scene)));
        blocks.extend(card(scene, "next.heading", plan::briefly(scene)));
    }
    section("result", result::heading(scene), Depth::Summary, blocks)
}

fn card(scene: &Scene, heading: &str, lines: Vec<Line>) -> Option<Block> {
    (!lines.is_empty()).then(|| {
        Block::Card(Card {
            heading: scene.word(heading),
            blocks: vec![Block::List(lines)],
        })
    })
}

/// The first obstacle, the first doubt and the strengths; then what comes next in rank.
fn findings(scene: &Scene) -> Vec<Line> {
    let found = scene.findings.iter().enumerate();
    let first = |which: fn(&Finding) -> bool| {
        let mut found = found.clone();
        found.find(|(_, finding)| which(finding))
    };
    let mut chosen: Vec<(usize, &Finding)> = [first(is_obstacle), first(is_doubt)]
        .into_iter()
        .flatten()
        .collect();
    let strengths = strengths(scene);
    let room = MOST - usize::from(strengths.is_some());
    let is_new = |(place, _): &(usize, &Finding)| chosen.iter().all(|(known, _)| known != place);
    let rest: Vec<(usize, &Finding)> = found
        .clone()
        .filter(|(_, finding)| is_obstacle(finding) || is_doubt(finding))
        .filter(is_new)
        .collect();
    chosen.extend(rest);
    chosen.truncate(room);
    let lines = chosen.iter().map(|(_, finding)| plainly(scene, finding));
    lines.chain(strengths).collect()
}

fn is_obstacle(finding: &Finding) -> bool {
    matches!(
        finding,
        Finding::Blocker { .. }
            | Finding::NotCommon { .. }
            | Finding::Unanswered { .. }
            | Finding::ThinCoverage { .. }
            | Finding::FarFromTarget { .. }
    )
}

fn is_doubt(finding: &Finding) -> bool {
    matches!(
        finding,
        Finding::Disputed { .. }
            | Finding::FragileGate { .. }
            | Finding::InvertedProfile { .. }
            | Finding::PerhapsNotCommon { .. }
            | Finding::PerceptionGap(_)
    )
}

/// A finding without its statistics.
fn plainly(scene: &Scene, finding: &Finding) -> Line {
    match finding {
        Finding::Disputed { practice, .. } => {
            let values = [
                ("practice", strong(scene.practice(*practice))),
                ("n", scene.n(*practice)),
            ];
            scene.line("result.disputed", &values)
        }
        other => sentence(scene, other),
    }
}

/// The practices above their gates, in one sentence.
fn strengths(scene: &Scene) -> Option<Line> {
    let practices: Vec<usize> = scene
        .findings
        .iter()
        .filter_map(|finding| match finding {
            Finding::Strength { practice, .. } => Some(*practice),
            _ => None,
        })
        .collect();
    let named: String = match practices.as_slice() {
        [] => return None,
        [one, other] => {
            let both = [scene.practice(*one), scene.practice(*other)];
            scene.words.list(&both)
        }
        [only] => scene.practice(*only),
        many => scene.ids(many),
    };
    let named = Span::plain(named);
    let count = practices.len() as u64;
    Some(scene.count_line("result.strengths", count, &[("practices", named)]))
}
