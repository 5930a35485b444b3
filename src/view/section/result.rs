//! Which plateau has been reached, why not the next, and the points.

use crate::assessment::{Privacy, Weighting};
use crate::scoring::Verdict;
use crate::view::build::{joined, plain, section, strong};
use crate::view::{Block, Depth, Line, Scene, Section, Span};

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    section("result", heading(scene), Depth::Summary, blocks(scene))
}

/// What stands above the result; that of an assumption says so.
pub(super) fn heading(scene: &Scene) -> String {
    scene.word(match scene.selection.supposed {
        Some(_) => "what_if.result_heading",
        None => "result.heading",
    })
}

/// The verdict, the points and who answered.
pub(super) fn blocks(scene: &Scene) -> Vec<Block> {
    if scene.is_unanswered() {
        vec![
            Block::Paragraph(vec![strong(scene.word("result.nothing"))]),
            Block::Paragraph(scene.line("result.nothing_hint", &[])),
        ]
    } else {
        let facts = [
            Some(points(scene)),
            Some(respondents(scene)),
            weighting(scene),
            small_groups(scene),
        ];
        vec![
            Block::Paragraph(verdict(scene)),
            Block::List(facts.into_iter().flatten().chain(rejected(scene)).collect()),
        ]
    }
}

fn verdict(scene: &Scene) -> Line {
    let reached = scene.profile.plateau_reached.checked_sub(1);
    let keys = verdict_keys(scene);
    let reached = reached.map(|reached| strong(plateau(scene, keys[0], reached)));
    let line = Line::from_iter(reached);
    let Some(next) = scene.next_plateau() else {
        return joined(line, scene.line("result.highest", &[]));
    };
    let missed = scene.profile.plateaus[next].verdict == Verdict::Missed;
    let not_yet = match (line.is_empty(), missed) {
        (true, true) => strong(plateau(scene, keys[1], next)),
        (true, false) => strong(plateau(scene, keys[2], next)),
        (false, _) => Span::plain(plateau(scene, "result.next", next)),
    };
    joined(joined(line, vec![not_yet]), why_not(scene, next))
}

/// The words for reached, not reached and open; what is only assumed is said in the subjunctive.
fn verdict_keys(scene: &Scene) -> [&'static str; 3] {
    match scene.selection.supposed {
        Some(_) => [
            "what_if.result_reached",
            "what_if.result_not_reached",
            "what_if.result_open",
        ],
        None => ["result.reached", "result.not_reached", "result.open"],
    }
}

fn plateau(scene: &Scene, key: &str, plateau: usize) -> String {
    let plateau = scene.plateau(plateau);
    scene.words.fill(key, &[("plateau", &plateau)])
}

fn why_not(scene: &Scene, plateau: usize) -> Line {
    let score = &scene.profile.plateaus[plateau];
    let (missed, undecided) = (score.missed.len() as u64, score.undecided.len() as u64);
    let total = score.met.len() as u64 + missed + undecided;
    let gate = scene.model.plateaus[plateau].gate.level;
    let values = [
        ("total", Span::plain(scene.words.whole(total))),
        ("level", Span::plain(scene.level(gate))),
    ];
    match score.verdict {
        Verdict::Missed => scene.count_line("result.missed", missed, &values),
        _ if undecided > 0 => scene.count_line("result.undecided", undecided, &values),
        _ => scene.line("result.none_counts", &[]),
    }
}

fn points(scene: &Scene) -> Line {
    let total = &scene.profile.total;
    let words = &scene.words;
    let (Some(points), Some(rescaled)) = (&total.points, &total.rescaled) else {
        return scene.line("result.no_points", &[]);
    };
    let complete = total.points_max == total.points_max_adjusted;
    let key = if complete {
        "result.points"
    } else {
        "result.points_adjusted"
    };
    let values = [
        ("points", strong(words.mean(points))),
        ("max", strong(words.whole(total.points_max_adjusted))),
        ("full", Span::plain(words.whole(total.points_max))),
        (
            "scored",
            Span::plain(words.whole(total.practices_scored as u64)),
        ),
        (
            "practices",
            Span::plain(words.whole(scene.model.practices.len() as u64)),
        ),
        ("share", Span::plain(words.share(rescaled))),
    ];
    scene.line(key, &values)
}

fn respondents(scene: &Scene) -> Line {
    let profile = scene.profile;
    let respondents = profile.respondents;
    if respondents == 0 {
        return scene.line("result.settled_only", &[]);
    }
    match profile.invited.filter(|&invited| invited > 0) {
        Some(invited) => {
            let rate = crate::scoring::Fraction::new(respondents.into(), invited.into());
            let values = [
                ("invited", Span::plain(scene.words.whole(invited))),
                ("rate", Span::plain(scene.words.share(&rate))),
            ];
            scene.count_line("result.respondents_invited", respondents, &values)
        }
        None => scene.count_line("result.respondents", respondents, &[]),
    }
}

fn weighting(scene: &Scene) -> Option<Line> {
    let by_unit = scene.assessment.rules.weighting == Weighting::Unit;
    by_unit.then(|| scene.line("result.unit_weighting", &[]))
}

fn small_groups(scene: &Scene) -> Option<Line> {
    let minimum = scene.assessment.privacy.minimum_group;
    let minimum_text = scene.words.whole(minimum);
    (minimum < Privacy::FLOOR || scene.assessment.privacy.allow_small_groups).then(|| {
        plain(
            scene
                .words
                .fill("result.small_groups", &[("minimum", &minimum_text)]),
        )
    })
}

fn rejected(scene: &Scene) -> Option<Line> {
    let columns = scene
        .responses
        .inputs
        .iter()
        .flat_map(|input| &input.rejected);
    let count: u64 = columns.map(|(_, count)| count).sum();
    (count > 0).then(|| scene.count_line("result.rejected", count, &[]))
}
