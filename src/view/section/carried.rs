//! What became of answers to an older version of the model.

use crate::assessment::{Carried, Comparable, Fate, Mapping};
use crate::text::ABSENT;
use crate::view::build::{left, plain, table};
use crate::view::{Block, Line, Scene};

/// Which waves answered an older version, and a table for each mapping.
pub(super) fn blocks(scene: &Scene) -> Vec<Block> {
    let assessment = scene.assessment;
    if assessment.mappings.is_empty() {
        return Vec::new();
    }
    let mut lines: Vec<Line> = Vec::new();
    for (index, wave) in assessment.waves.iter().enumerate() {
        let Some(mapping) = wave.mapping else {
            continue;
        };
        let mapping = &assessment.mappings[mapping];
        let values: &[(&str, &dyn std::fmt::Display)] = &[
            ("wave", &wave.name),
            ("version", &mapping.from),
            ("file", &mapping.name),
        ];
        lines.push(plain(scene.words.fill("method.version", values)));
        let unmerged = scene
            .responses
            .waves
            .get(index)
            .map_or(0, |wave| wave.unmerged);
        if unmerged > 0 {
            let values: &[(&str, &dyn std::fmt::Display)] = &[("wave", &wave.name)];
            lines.push(plain(scene.words.count(
                "method.unmerged",
                unmerged,
                values,
            )));
        }
    }
    let tables = assessment
        .mappings
        .iter()
        .map(|mapping| carried(scene, mapping));
    [Block::List(lines)].into_iter().chain(tables).collect()
}

fn carried(scene: &Scene, mapping: &Mapping) -> Block {
    let columns = vec![
        left(scene.word("column.before")),
        left(scene.word("column.now")),
        left(scene.word("column.fate")),
        left(scene.word("column.comparable")),
        left(scene.word("column.reason")),
    ];
    let values: &[(&str, &dyn std::fmt::Display)] = &[("version", &mapping.from)];
    let caption = scene.words.fill("method.carried_caption", values);
    let rows = mapping.carried.iter().map(|entry| row(scene, entry));
    table(caption, columns, rows.collect())
}

fn row(scene: &Scene, entry: &Carried) -> Vec<Line> {
    let fate = match entry.fate {
        Fate::Kept => "method.fate_kept",
        Fate::Renamed => "method.fate_renamed",
        Fate::Split => "method.fate_split",
        Fate::Merged => "method.fate_merged",
        Fate::Dropped => "method.fate_dropped",
    };
    let comparable = match entry.comparable {
        Comparable::Fully => "method.comparable_fully",
        Comparable::Partly => "method.comparable_partly",
        Comparable::Not => "method.comparable_not",
    };
    let new: Vec<&str> = entry
        .new
        .iter()
        .map(|&practice| scene.id(practice))
        .collect();
    let or_absent = |text: String| {
        if text.is_empty() {
            ABSENT.to_owned()
        } else {
            text
        }
    };
    vec![
        plain(entry.old.join(", ")),
        plain(or_absent(new.join(", "))),
        plain(scene.word(fate)),
        plain(scene.word(comparable)),
        plain(or_absent(entry.reason.clone().unwrap_or_default())),
    ]
}
