//! A card a practice: what was asked, what people answered, what the levels look like and
//! what the level rests on.

use crate::intake::Settled;
use crate::model::Level;
use crate::scoring::{Comments, Relevance, Score};
use crate::text::ABSENT;
use crate::view::build::{HIDDEN, left, muted, plain, right, section, strong, table};
use crate::view::{Block, Card, Depth, Line, Scene, Section, Span};

pub(super) fn compose(scene: &Scene) -> Option<Section> {
    let scores = scene.profile.scores.iter();
    let mut blocks = vec![Block::Note(scene.word("practices.reading"))];
    blocks.extend(scores.map(|score| Block::Card(card(scene, score))));
    let heading = scene.word("practices.heading");
    section("practices", heading, Depth::Detail, blocks)
}

fn card(scene: &Scene, score: &Score) -> Card {
    let practice = &scene.model.practices[score.practice];
    let mut blocks = vec![Block::Paragraph(vec![strong(scene.of(&practice.question))])];
    blocks.push(Block::Paragraph(facts(scene, score)));
    blocks.push(levels(scene, score));
    let words = people_s_words(scene, score);
    if !words.is_empty() {
        blocks.push(Block::List(words));
    }
    blocks.extend(comments(scene, score));
    Card {
        heading: scene.practice(score.practice),
        blocks,
    }
}

/// Status and figures on a line.
fn facts(scene: &Scene, score: &Score) -> Line {
    let mean = scene.figure(score, |f| f.mean.as_ref().map(|m| scene.words.mean(m)));
    let mut facts = vec![
        ("column.standing", scene.standing(score)),
        ("column.level", scene.level_cell(score)),
        ("column.mean", mean),
        ("column.n", scene.n_cell(score)),
        ("column.points", scene.points_cell(score)),
    ];
    facts.extend(
        score
            .target
            .map(|target| ("column.target", target.number().to_string())),
    );
    if let Some(figures) = score.figures.as_option() {
        let others = [
            ("column.dont_know", figures.dont_know),
            ("column.not_relevant", figures.not_relevant),
            ("column.blank", figures.blank),
        ];
        let others = others.into_iter().filter(|(_, count)| *count > 0);
        facts.extend(others.map(|(key, count)| (key, scene.words.whole(count))));
    }
    facts.retain(|(_, fact)| fact != ABSENT);
    let mut line = Line::new();
    for (place, (key, fact)) in facts.into_iter().enumerate() {
        let between = if place == 0 { "" } else { " · " };
        line.push(Span::plain(format!("{between}{}: ", scene.word(key))));
        line.push(strong(fact));
    }
    line
}

/// Every level with what one sees there and how many answered it.
fn levels(scene: &Scene, score: &Score) -> Block {
    let practice = &scene.model.practices[score.practice];
    let columns = vec![
        left(scene.word("column.level")),
        left(scene.word("column.anchor")),
        right(scene.word("column.answers")),
    ];
    let next = score.level.and_then(|level| scene.model.scale.above(level));
    let row = |level: Level| {
        let place = if Some(level) == score.level {
            Some(strong(format!(" {}", scene.word("practices.today"))))
        } else if Some(level) == next {
            Some(muted(format!(" {}", scene.word("practices.next"))))
        } else {
            None
        };
        let mut name = vec![strong(level.number().to_string())];
        name.extend(place);
        vec![
            name,
            plain(scene.anchor(practice, level)),
            plain(answers(scene, score, level)),
        ]
    };
    let rows = scene.model.scale.levels().map(row).collect();
    table(scene.word("practices.caption"), columns, rows)
}

fn answers(scene: &Scene, score: &Score, level: Level) -> String {
    match score.figures.as_option() {
        None => HIDDEN.to_owned(),
        Some(figures) if figures.n == 0 => ABSENT.to_owned(),
        Some(figures) => figures
            .counts
            .get(level.index())
            .map_or_else(|| ABSENT.to_owned(), |&count| scene.words.whole(count)),
    }
}

/// What somebody wrote about a level: why it was moderated, what it rests on, why it does
/// not count.
fn people_s_words(scene: &Scene, score: &Score) -> Vec<Line> {
    let mut words: Vec<(&str, String)> = Vec::new();
    if score.relevance == Relevance::TailoredAway {
        let reason = scene.assessment.tailored[score.practice].as_deref();
        words.extend(reason.map(|reason| ("practices.tailored", reason.to_owned())));
    }
    if let Some(moderated) = &score.moderated {
        words.push(("practices.moderated", moderated.reason.clone()));
        let evidence = scene.evidence(moderated.evidence.as_ref());
        words.extend(evidence.map(|evidence| ("practices.evidence", evidence)));
    }
    if let Some(settled) = settled(scene, score) {
        let evidence = scene.evidence(settled.evidence.as_ref());
        let said = [
            ("practices.evidence", evidence),
            ("practices.comment", settled.comment.clone()),
        ];
        words.extend(
            said.into_iter()
                .filter_map(|(key, text)| Some((key, text?))),
        );
    }
    words
        .into_iter()
        .map(|(key, text)| scene.line(key, &[("text", Span::plain(text))]))
        .collect()
}

/// What people wrote, word for word, or that it may not be shown.
fn comments(scene: &Scene, score: &Score) -> Vec<Block> {
    match &score.comments {
        Comments::Shown(comments) if !comments.is_empty() => {
            let count = scene.words.whole(comments.len() as u64);
            let heading = scene.words.fill("comments.heading", &[("count", &count)]);
            vec![
                Block::Paragraph(vec![strong(heading)]),
                Block::List(comments.iter().map(plain).collect()),
            ]
        }
        Comments::Hidden => {
            let minimum = scene.words.whole(scene.assessment.privacy.minimum_comments);
            let hidden = scene
                .words
                .fill("comments.hidden", &[("minimum", &minimum)]);
            vec![Block::Note(hidden)]
        }
        Comments::Shown(_) | Comments::NotKept => Vec::new(),
    }
}

fn settled<'a>(scene: &Scene<'a>, score: &Score) -> Option<&'a Settled> {
    let place = (scene.selection.unit, score.practice);
    scene.responses.waves[scene.selection.wave]
        .settled
        .get(&place)
}
