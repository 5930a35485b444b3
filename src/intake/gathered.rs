//! What has been read of all files, and what it comes to.

use std::collections::{BTreeMap, BTreeSet};

use crate::assessment::{Assessment, Role, Unit, Units, Wave};
use crate::diagnostic::{Diagnostic, Diagnostics, Location, code};
use crate::model::Model;

use super::fold::{fold, text};
use super::grid::Grid;
use super::merging::{Merging, alike};
use super::names::Names;
use super::people::{BLANK, People, Place, is_straight_lined};
use super::recurring::Recurring;
use super::responses::{Evidence, Moderated, Settled, WaveResponses};
use super::tally::{Respondents, Tallies};

/// A row by its file's index and its number.
pub(super) type Origin = (usize, u64);

/// The id of the unit made up to hold answers that name none.
const WHOLE: &str = "all";

/// What has been read of all files.
pub(super) struct Gathered<'m> {
    model: &'m Model,
    pub assessment: &'m Assessment,
    pub units: Names,
    pub waves: Names,
    pub roles: Names,
    pub people: People,
    merging: Merging,
    pub settled: BTreeMap<(Place, usize), (Settled, Origin)>,
    pub moderated: BTreeMap<(Place, usize), Moderated>,
    /// The first row that names no wave, where none is declared.
    pub without_wave: Option<Origin>,
}

/// What all files come to.
pub(super) struct Sum {
    pub units: Units,
    pub waves: Vec<Wave>,
    pub roles: Vec<Role>,
    pub responses: Vec<WaveResponses>,
    pub recurring: Recurring,
}

impl<'m> Gathered<'m> {
    /// Nothing has been read yet; `merging` tells where answers that are merged wait and how many
    /// slots there are, `inputs` which input each file is of, `comments` whether people's are to
    /// be kept.
    pub(super) fn new(
        model: &'m Model,
        assessment: &'m Assessment,
        (merging, slots): (Merging, usize),
        inputs: Vec<usize>,
        comments: bool,
    ) -> Self {
        let declared = assessment.declared;
        let units = assessment.units.list();
        let names = |is_declared: bool, list: Vec<[&str; 2]>| match is_declared {
            true => Names::declared(list),
            false => Names::to_learn(),
        };
        Self {
            model,
            assessment,
            units: names(
                declared.units,
                units.iter().map(|u| [&*u.id, &*u.name]).collect(),
            ),
            waves: names(
                declared.waves,
                assessment.waves.iter().map(wave_names).collect(),
            ),
            roles: names(
                declared.roles,
                assessment
                    .roles
                    .iter()
                    .map(|r| [&*r.id, &*r.name])
                    .collect(),
            ),
            people: People::new(slots, model.scale.len(), inputs, comments),
            merging,
            settled: BTreeMap::new(),
            moderated: BTreeMap::new(),
            without_wave: None,
        }
    }

    /// Whether a cell names the unit made up to hold answers that name none.
    pub(super) fn is_whole(&self, cell: &[u8]) -> bool {
        fold(&text(cell)) == WHOLE
    }

    /// Ids and names of the declared units.
    pub(super) fn unit_names(&self) -> Vec<&'m str> {
        let units = self.assessment.units.list().iter();
        let names = units.flat_map(|unit| [&*unit.id, &*unit.name]);
        let called = self.assessment.placing.units.iter();
        names.chain(called.map(|(words, _)| &*words.text)).collect()
    }

    /// Ids and names of the declared roles.
    pub(super) fn role_names(&self) -> Vec<&'m str> {
        let roles = self.assessment.roles.iter();
        let names = roles.flat_map(|role| [&*role.id, &*role.name]);
        let called = self.assessment.placing.roles.iter();
        names.chain(called.map(|(words, _)| &*words.text)).collect()
    }

    /// Ids and names of the declared waves.
    pub(super) fn wave_names(&self) -> Vec<&'m str> {
        self.assessment.waves.iter().flat_map(wave_names).collect()
    }

    /// What it all comes to; `grids` are the files' places of problems.
    pub(super) fn sum(mut self, grids: &[Grid], problems: &mut Diagnostics) -> Sum {
        self.merge_settled();
        let (units, unit_places) = self.sum_units();
        let (waves, wave_places) = self.sum_waves(grids, problems);
        let (roles, role_places) = self.sum_roles();
        let no_role = roles.len();
        let (practices, levels) = (self.model.practices.len(), self.model.scale.len());
        let keeps_comments = self.people.keeps_comments();
        let nothing = || -> Vec<WaveResponses> {
            let tallies = Tallies::new(units.len(), no_role + 1, practices, levels);
            let respondents = Respondents::new(units.len(), no_role + 1);
            let wave = WaveResponses::none(tallies, respondents, keeps_comments);
            vec![wave; waves.len()]
        };
        let spot = |place: Place| (wave_places.of(place.wave), unit_places.of(place.unit));
        let recurring = match waves.len() {
            1 => Recurring::default(),
            waves => Recurring::count(&self.people, waves, |wave| wave_places.of(wave)),
        };
        let merging = &self.merging;
        let mut responses = self.people.sum(nothing, |responses, said| {
            let (wave, unit) = spot(said.place);
            let role = said.role;
            let role = role.map_or(no_role, |role| role_places.of(Some(role)));
            let sums = &mut responses[wave];
            *sums.respondents.of_mut(unit, role) += 1;
            sums.unmerged += merging.merge(said.answers, said.asked);
            let answers = &said.answers[..practices];
            sums.straight_lined += u64::from(is_straight_lined(answers, levels));
            sums.tallies.count(unit, role, answers, said.asked);
            if let Some(comments) = &mut sums.comments {
                for (practice, written) in said.comments {
                    let practice = merging.merged(practice);
                    // Whoever was not asked stands in no count that protects who wrote.
                    if said.answers[practice] != BLANK || said.asked[practice] {
                        comments
                            .entry((unit, practice))
                            .or_default()
                            .extend(written);
                    }
                }
            }
        });
        sort(&mut responses);
        for ((place, practice), moderated) in self.moderated {
            let (wave, unit) = spot(place);
            responses[wave]
                .moderated
                .insert((unit, practice), moderated);
        }
        let mut mixed: BTreeMap<(usize, usize), Origin> = BTreeMap::new();
        for ((place, practice), (settled, origin)) in self.settled {
            let (wave, unit) = spot(place);
            let sums = &mut responses[wave];
            let settles = settled.answer.is_some();
            sums.settled.insert((unit, practice), settled);
            if settles && (0..=no_role).any(|role| sums.respondents.of(unit, role) > 0) {
                let first = mixed.entry((wave, unit)).or_insert(origin);
                *first = origin.min(*first);
            }
        }
        for ((_, unit), origin) in mixed {
            problems.push(mixed_answers(&units[unit]).at(row_of(grids, origin)));
        }
        for (wave, sums) in waves.iter().zip(&responses) {
            if sums.unmerged > 0 {
                problems.push(unmerged(wave, sums.unmerged));
            }
        }
        Sum {
            units,
            waves,
            roles,
            responses,
            recurring,
        }
    }

    /// What sheets settle or moderate for practices that are merged: alike, or not at all.
    fn merge_settled(&mut self) {
        for (new, slots) in self.merging.all() {
            let settled = self.settled.keys().chain(self.moderated.keys());
            let waiting = settled.filter(|(_, slot)| slots.contains(slot));
            let places: BTreeSet<Place> = waiting.map(|(place, _)| *place).collect();
            for place in places {
                let of = |slot: &usize| self.settled.get(&(place, *slot));
                if let Some(all) = slots.iter().map(of).collect::<Option<Vec<_>>>()
                    && let Some(answer) = alike(all.iter().map(|(it, _)| it.answer))
                {
                    let settled = Settled {
                        answer: Some(answer),
                        comment: together(all.iter().map(|(it, _)| it.comment.as_deref())),
                        evidence: shared(all.iter().map(|(it, _)| it.evidence.as_ref())),
                        by: together(all.iter().map(|(it, _)| it.by.as_deref())),
                    };
                    let origin = all[0].1;
                    self.settled.insert((place, *new), (settled, origin));
                }
                let of = |slot: &usize| self.moderated.get(&(place, *slot));
                if let Some(all) = slots.iter().map(of).collect::<Option<Vec<_>>>()
                    && alike(all.iter().map(|it| Some(it.level))).is_some()
                {
                    let mut moderated = all[0].clone();
                    let reasons = all.iter().map(|it| Some(it.reason.as_str()));
                    moderated.reason = together(reasons).unwrap_or_default();
                    moderated.evidence = shared(all.iter().map(|it| it.evidence.as_ref()));
                    moderated.by = together(all.iter().map(|it| it.by.as_deref()));
                    self.moderated.insert((place, *new), moderated);
                }
            }
        }
        let practices = self.model.practices.len();
        self.settled.retain(|(_, slot), _| *slot < practices);
        self.moderated.retain(|(_, slot), _| *slot < practices);
    }

    fn sum_units(&self) -> (Units, Places) {
        if self.assessment.declared.units {
            return (self.assessment.units.clone(), Places::kept());
        }
        let (names, places) = self.units.sorted();
        let settled = self.settled.keys().chain(self.moderated.keys());
        let mut used = self.people.places().chain(settled.map(|(place, _)| *place));
        let is_alone = names.len() == 1 && used.all(|place| place.unit.is_some());
        let parent = (!is_alone).then_some(0);
        let whole = parent.map(|_| unit(WHOLE, None, true));
        let named = names.iter().map(|name| unit(name, parent, false));
        let list: Vec<Unit> = whole.into_iter().chain(named).collect();
        let first = usize::from(!is_alone);
        let places = Places::moved(places.into_iter().map(|place| place + first).collect());
        // One level of parts below one unit has no cycle.
        (Units::new(list).unwrap_or_default(), places)
    }

    fn sum_waves(&self, grids: &[Grid], problems: &mut Diagnostics) -> (Vec<Wave>, Places) {
        if self.assessment.declared.waves {
            return (self.assessment.waves.clone(), Places::kept());
        }
        let (names, places) = self.waves.sorted();
        if names.is_empty() {
            return (vec![wave(None)], Places::kept());
        }
        if let Some(origin) = self.without_wave {
            problems.push(
                Diagnostic::error(&code::A015, "the row names no wave, but others do")
                    .help("name the wave in every row, or in none")
                    .at(row_of(grids, origin)),
            );
        }
        let waves = names.into_iter().map(|name| wave(Some(name))).collect();
        (waves, Places::moved(places))
    }

    fn sum_roles(&self) -> (Vec<Role>, Places) {
        if self.assessment.declared.roles {
            return (self.assessment.roles.clone(), Places::kept());
        }
        let (names, places) = self.roles.sorted();
        let role = |name: String| Role {
            id: name.clone(),
            name,
        };
        (names.into_iter().map(role).collect(), Places::moved(places))
    }
}

/// Where the indices that were used while reading lie in the finished lists.
struct Places(Option<Vec<usize>>);

impl Places {
    fn kept() -> Self {
        Self(None)
    }

    fn moved(places: Vec<usize>) -> Self {
        Self(Some(places))
    }

    /// The finished index; what names nothing lies first.
    fn of(&self, index: Option<usize>) -> usize {
        match (index, &self.0) {
            (None, _) => 0,
            (Some(index), None) => index,
            (Some(index), Some(places)) => places[index],
        }
    }
}

/// Puts comments in an order that tells nothing of who wrote when.
fn sort(responses: &mut [WaveResponses]) {
    let waves = responses
        .iter_mut()
        .filter_map(|wave| wave.comments.as_mut());
    for comments in waves.flat_map(BTreeMap::values_mut) {
        comments.sort_unstable();
    }
}

fn unit(name: &str, parent: Option<usize>, implicit: bool) -> Unit {
    Unit {
        id: name.to_owned(),
        name: name.to_owned(),
        parent,
        invited: None,
        implicit,
        children: Vec::new(),
    }
}

fn wave(name: Option<String>) -> Wave {
    Wave {
        name: name.clone().unwrap_or_default(),
        id: name,
        ..Wave::default()
    }
}

fn wave_names(wave: &Wave) -> [&str; 2] {
    let id = wave.id.as_deref().unwrap_or(&wave.name);
    [id, &wave.name]
}

fn mixed_answers(unit: &Unit) -> Diagnostic {
    let message = format!(
        "a settled level stands beside people's answers for `{}`",
        unit.id
    );
    Diagnostic::error(&code::A019, message)
        .help("write it in the column `moderated`, with its `reason`")
}

/// Remarks that are not the same, one after the other; none for none.
fn together<'a>(remarks: impl Iterator<Item = Option<&'a str>>) -> Option<String> {
    let mut all: Vec<&str> = remarks.flatten().collect();
    all.dedup();
    (!all.is_empty()).then(|| all.join("; "))
}

/// What several levels rest on; of several days the oldest, so that none seems fresher than it is.
fn shared<'a>(evidence: impl Iterator<Item = Option<&'a Evidence>>) -> Option<Evidence> {
    let all: Vec<&Evidence> = evidence.flatten().collect();
    (!all.is_empty()).then(|| Evidence {
        text: together(all.iter().map(|it| it.text.as_deref())),
        date: all.iter().filter_map(|it| it.date).min(),
        source: together(all.iter().map(|it| it.source.as_deref())),
    })
}

fn unmerged(wave: &Wave, answers: u64) -> Diagnostic {
    let noun = if answers == 1 {
        "answer is"
    } else {
        "answers are"
    };
    let message = format!(
        "{answers} {noun} blank in `{}`, because the answers that the mapping merges differ or one \
         is missing",
        wave.name
    );
    Diagnostic::warning(&code::A038, message)
        .help("every report says how many there are; the older answers stay as they are")
}

fn row_of(grids: &[Grid], (file, row): Origin) -> Location {
    grids[file].cell(Some(row), None)
}
