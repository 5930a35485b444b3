//! A tiny model, and files to read with it.

use plateau::assessment::{Assessment, Role, Units};
use plateau::diagnostic::{Diagnostics, Warned};
use plateau::intake::{self, Answer, Content, Options, Read, Source, Tally};
use plateau::model::Model;

use crate::support::model::{both, model_of};
use crate::support::undertaking::{unit, wave};

/// Three practices, two disciplines, four levels, two plateaus, two languages.
pub fn model() -> Model {
    let mut model = model_of([
        (
            both("Individuel", "Individual"),
            both("Intet aftalt", "Nothing agreed"),
        ),
        (
            both("Lokal", "Local"),
            both("Aftalt i teamet", "Agreed in the team"),
        ),
        (
            both("Fælles standardiseret", "Common"),
            both("Ens i hele enheden", "Same across the unit"),
        ),
        (
            both("Løbende forbedret", "Improving"),
            both("Bliver bedre", "Gets better"),
        ),
    ])
    .common_plateau(3)
    .common_plateau(3)
    .on(1)
    .practice_called("PRO-1", both("Procesoverblik", "Process overview"))
    .on(2)
    .practice_called("PRO-2", both("Fejlfinding", "Fault finding"))
    .on(1)
    .practice_called("PLA-4", both("Kapacitetsstyring", "Capacity management"))
    .build();
    let questions = [
        ("Kender I processerne?", "Do you know the processes?"),
        ("Finder I fejlene?", "Do you find the faults?"),
        ("Styrer I kapaciteten?", "Do you manage capacity?"),
    ];
    for (practice, (da, en)) in model.practices.iter_mut().zip(questions) {
        practice.question = both(da, en);
    }
    model.retired = vec!["PRO-3".to_owned()];
    model
}

/// Nothing declared.
pub fn open() -> Assessment {
    Assessment::implicit(model().practices.len())
}

/// Units `dep` with parts `a` (Team A) and `b` (Team B), waves 2025 and 2026, one role.
pub fn declared() -> Assessment {
    let mut assessment = open();
    assessment.units = Units::new(vec![
        unit("dep", "Afdelingen", None),
        unit("team-a", "Hold Aksel", Some(0)),
        unit("team-b", "Hold Bodil", Some(0)),
    ])
    .unwrap();
    let autumn = |id| wave(Some(id), &format!("Efterår {id}"));
    assessment.waves = ["2025", "2026"].map(autumn).to_vec();
    assessment.roles = vec![Role {
        id: "leder".into(),
        name: "Leder".into(),
    }];
    assessment.declared.units = true;
    assessment.declared.waves = true;
    assessment.declared.roles = true;
    assessment
}

pub fn file(name: &str, bytes: impl AsRef<[u8]>) -> Source {
    Source {
        content: Content::Bytes(bytes.as_ref().to_vec()),
        name: name.to_owned(),
        waves: Vec::new(),
        folder: None,
    }
}

pub fn read_with(
    assessment: Assessment,
    sources: Vec<Source>,
    lenient: bool,
) -> Result<Warned<Read>, Diagnostics> {
    let options = Options {
        lenient,
        comments: true,
        ..Options::default()
    };
    intake::read(&model(), assessment, sources, options)
}

/// Reads one file of which nothing is declared, and which has nothing wrong.
pub fn read(text: impl AsRef<[u8]>) -> Read {
    let warned = read_with(open(), vec![file("answers.csv", text)], false);
    let warned = warned.unwrap_or_else(|problems| panic!("{problems}"));
    assert!(
        warned.warnings.is_empty(),
        "{}",
        warned.warnings.render(false)
    );
    warned.value
}

/// What is wrong with one file of which nothing is declared.
pub fn problems(text: impl AsRef<[u8]>) -> String {
    match read_with(open(), vec![file("answers.csv", text)], false) {
        Ok(warned) => warned.warnings.render(false),
        Err(problems) => problems.render(false),
    }
}

/// Level counts, don't know, not relevant and blank.
pub fn counts(tally: Tally<'_>) -> Vec<u64> {
    let levels = tally.counts().iter().map(|&count| u64::from(count));
    let rest = [tally.dont_know(), tally.not_relevant(), tally.blank()];
    levels.chain(rest).collect()
}

pub fn rated(number: u64) -> Answer {
    Answer::Rated(model().scale.level(number).unwrap())
}
