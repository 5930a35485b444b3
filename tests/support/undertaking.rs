//! An assessment and its answers, built by hand in the words of the domain.

use std::collections::BTreeMap;

use plateau::assessment::{Assessment, Role, Unit, Units, Wave, Weighting};
use plateau::intake::{
    Answer, Evidence, Moderated, Recurring, Respondents, Responses, Settled, Tallies, WaveResponses,
};
use plateau::model::{Level, Model};
use plateau::scoring::{Figures, Fraction, PlateauScore, Profile, Score, Scorecard, Shown, score};

/// `numerator / denominator`.
pub fn fraction(numerator: i128, denominator: i128) -> Fraction {
    Fraction::new(numerator, denominator)
}

/// A unit, part of an earlier one or of none.
pub fn unit(id: &str, name: &str, parent: Option<usize>) -> Unit {
    Unit {
        id: id.to_owned(),
        name: name.to_owned(),
        parent,
        invited: None,
        implicit: false,
        children: Vec::new(),
    }
}

/// A wave without a date or answers files.
pub fn wave(id: Option<&str>, name: &str) -> Wave {
    Wave {
        id: id.map(str::to_owned),
        name: name.to_owned(),
        ..Wave::default()
    }
}

/// People's answers to one practice that are counted together.
#[derive(Clone, Copy)]
enum State {
    Level(u64),
    DontKnow,
    NotRelevant,
    Blank,
}

/// An undertaking in the making: what is assessed with which answers, in one wave.
pub struct Undertaking {
    model: Model,
    assessment: Assessment,
    units: Vec<Unit>,
    unit_places: BTreeMap<String, usize>,
    answers: Vec<(usize, usize, usize, State, u32)>,
    respondents: BTreeMap<(usize, usize), u64>,
    settled: BTreeMap<(usize, usize), Settled>,
    moderated: BTreeMap<(usize, usize), Moderated>,
    comments: Option<BTreeMap<(usize, usize), Vec<String>>>,
}

impl Undertaking {
    /// An undertaking in which groups of any size are shown; see [`Undertaking::protecting`].
    pub fn of(model: Model) -> Self {
        let mut assessment = Assessment::implicit(model.practices.len());
        assessment.privacy.minimum_group = 1;
        assessment.privacy.allow_small_groups = true;
        Self {
            model,
            assessment,
            units: Vec::new(),
            unit_places: BTreeMap::new(),
            answers: Vec::new(),
            respondents: BTreeMap::new(),
            settled: BTreeMap::new(),
            moderated: BTreeMap::new(),
            comments: None,
        }
    }

    /// Hides groups of fewer people than this.
    pub fn protecting(mut self, minimum_group: u64) -> Self {
        self.assessment.privacy.minimum_group = minimum_group;
        self.assessment.privacy.allow_small_groups = minimum_group < 3;
        self
    }

    /// Keeps comments, and shows those of at least so many people.
    pub fn keeping_comments(mut self, minimum_comments: u64) -> Self {
        self.assessment.privacy.minimum_comments = minimum_comments;
        self.comments = Some(BTreeMap::new());
        self
    }

    /// Somebody of a unit's own writes about a practice; comments must be kept.
    pub fn commented(mut self, unit: &str, practice: &str, words: &str) -> Self {
        let at = (self.unit(unit), self.practice(practice));
        let comments = self.comments.as_mut().unwrap();
        comments.entry(at).or_default().push(words.to_owned());
        self
    }

    /// Groups and not people weigh the same.
    pub fn weighing_units(mut self) -> Self {
        self.assessment.rules.weighting = Weighting::Unit;
        self
    }

    /// Claims a level from this coverage.
    pub fn minimum_coverage(mut self, share: f64) -> Self {
        self.assessment.rules.minimum_coverage = share;
        self
    }

    /// One more unit that is part of no other.
    pub fn top(self, id: &str) -> Self {
        self.add_unit(id, None)
    }

    /// One more unit, part of an earlier one.
    pub fn part(self, parent: &str, id: &str) -> Self {
        let parent = self.unit(parent);
        self.add_unit(id, Some(parent))
    }

    /// So many were invited in a unit.
    pub fn invited(mut self, unit: &str, people: u64) -> Self {
        let unit = self.unit(unit);
        self.units[unit].invited = Some(people);
        self
    }

    /// One more group of respondents; declare all before anybody answers.
    pub fn role(mut self, id: &str) -> Self {
        assert!(
            self.answers.is_empty(),
            "roles are declared before anybody answers"
        );
        self.assessment.roles.push(Role {
            id: id.to_owned(),
            name: id.to_owned(),
        });
        self
    }

    /// Leaves a practice out.
    pub fn tailored_away(mut self, practice: &str) -> Self {
        let practice = self.practice(practice);
        self.assessment.tailored[practice] = Some("because".to_owned());
        self
    }

    /// Aims at a level.
    pub fn target(mut self, practice: &str, level: u64) -> Self {
        let practice = self.practice(practice);
        self.assessment.targets[practice] = self.model.scale.level(level);
        self
    }

    /// People without a role rate a practice: so many at each level, lowest first.
    pub fn rated(self, unit: &str, practice: &str, counts: &[u32]) -> Self {
        self.rated_as(unit, None, practice, counts)
    }

    /// People of a role rate a practice: so many at each level, lowest first.
    pub fn rated_as(
        mut self,
        unit: &str,
        role: Option<&str>,
        practice: &str,
        counts: &[u32],
    ) -> Self {
        assert_eq!(counts.len(), self.model.scale.len(), "one count a level");
        for (number, &count) in (1..).zip(counts) {
            self = self.answer(unit, role, practice, State::Level(number), count);
        }
        self
    }

    /// People without a role cannot judge a practice.
    pub fn dont_know(self, unit: &str, practice: &str, people: u32) -> Self {
        self.answer(unit, None, practice, State::DontKnow, people)
    }

    /// People without a role call a practice not relevant.
    pub fn not_relevant(self, unit: &str, practice: &str, people: u32) -> Self {
        self.answer(unit, None, practice, State::NotRelevant, people)
    }

    /// People without a role leave a practice blank.
    pub fn blank(self, unit: &str, practice: &str, people: u32) -> Self {
        self.answer(unit, None, practice, State::Blank, people)
    }

    /// People of a role cannot judge a practice, call it not relevant, or leave it blank.
    pub fn unrated_as(
        self,
        unit: &str,
        role: Option<&str>,
        practice: &str,
        [dont_know, not_relevant, blank]: [u32; 3],
    ) -> Self {
        self.answer(unit, role, practice, State::DontKnow, dont_know)
            .answer(unit, role, practice, State::NotRelevant, not_relevant)
            .answer(unit, role, practice, State::Blank, blank)
    }

    /// A sheet rates a practice.
    pub fn settled(self, unit: &str, practice: &str, level: u64) -> Self {
        let level = self.model.scale.level(level).unwrap();
        self.settled_answer(unit, practice, Answer::Rated(level))
    }

    /// A sheet notes what a practice rests on, and settles nothing.
    pub fn noted(mut self, unit: &str, practice: &str, evidence: &str) -> Self {
        let at = (self.unit(unit), self.practice(practice));
        let settled = Settled {
            evidence: Some(Evidence::noted(evidence)),
            ..Settled::default()
        };
        self.settled.insert(at, settled);
        self
    }

    /// A sheet answers for a practice.
    pub fn settled_answer(mut self, unit: &str, practice: &str, answer: Answer) -> Self {
        let at = (self.unit(unit), self.practice(practice));
        let settled = Settled {
            answer: Some(answer),
            ..Settled::default()
        };
        self.settled.insert(at, settled);
        self
    }

    /// A facilitator settles a level.
    pub fn moderated(mut self, unit: &str, practice: &str, level: u64) -> Self {
        let at = (self.unit(unit), self.practice(practice));
        let moderated = Moderated {
            level: self.model.scale.level(level).unwrap(),
            reason: "talked through".to_owned(),
            by: None,
            evidence: None,
        };
        self.moderated.insert(at, moderated);
        self
    }

    /// The model, the assessment and the responses. Unless more are given, a unit and role has
    /// as many respondents as its most asked practice.
    pub fn build(mut self) -> (Model, Assessment, Responses) {
        let units = Units::new(self.units).unwrap();
        let (roles, practices) = (self.assessment.role_count(), self.model.practices.len());
        let mut tallies = Tallies::new(units.len(), roles, practices, self.model.scale.len());
        for &(unit, role, practice, state, people) in &self.answers {
            let answer = match state {
                State::Level(number) => self.model.scale.level(number).map(Answer::Rated),
                State::DontKnow => Some(Answer::DontKnow),
                State::NotRelevant => Some(Answer::NotRelevant),
                State::Blank => None,
            };
            tallies.add(unit, role, practice, answer, people);
        }
        let mut respondents = Respondents::new(units.len(), roles);
        for unit in 0..units.len() {
            for role in 0..roles {
                let asked = (0..practices).map(|practice| tallies.of(unit, role, practice).asked());
                *respondents.of_mut(unit, role) = asked.max().unwrap_or(0);
            }
        }
        for (&(unit, role), &people) in &self.respondents {
            *respondents.of_mut(unit, role) = people;
        }
        self.assessment.units = units;
        self.assessment.waves = vec![wave(None, "once")];
        let responses = Responses {
            inputs: Vec::new(),
            waves: vec![WaveResponses {
                tallies,
                respondents,
                settled: self.settled,
                moderated: self.moderated,
                unmerged: 0,
                straight_lined: 0,
                comments: self.comments,
            }],
            recurring: Recurring::default(),
        };
        (self.model, self.assessment, responses)
    }

    /// Its scores.
    pub fn score(self) -> Scored {
        let (model, assessment, responses) = self.build();
        Scored {
            card: score(&model, &assessment, &responses),
            model,
            assessment,
        }
    }

    fn add_unit(mut self, id: &str, parent: Option<usize>) -> Self {
        self.unit_places.insert(id.to_owned(), self.units.len());
        self.units.push(unit(id, id, parent));
        self
    }

    fn answer(
        mut self,
        unit: &str,
        role: Option<&str>,
        practice: &str,
        state: State,
        people: u32,
    ) -> Self {
        let roles = &self.assessment.roles;
        let role = match role {
            None => roles.len(),
            Some(id) => roles.iter().position(|role| role.id == id).unwrap(),
        };
        let entry = (
            self.unit(unit),
            role,
            self.practice(practice),
            state,
            people,
        );
        self.answers.push(entry);
        self
    }

    fn unit(&self, id: &str) -> usize {
        self.unit_places[id]
    }

    fn practice(&self, id: &str) -> usize {
        self.model.practice(id).unwrap()
    }
}

/// A scored undertaking, looked up by names.
pub struct Scored {
    /// Its model.
    pub model: Model,
    /// Its set-up.
    pub assessment: Assessment,
    /// Its numbers.
    pub card: Scorecard,
}

impl Scored {
    /// A unit's profile.
    pub fn profile(&self, unit: &str) -> &Profile {
        &self.card.waves[0].profiles[self.unit(unit)]
    }

    /// A practice's score in a unit.
    pub fn at(&self, unit: &str, practice: &str) -> &Score {
        &self.profile(unit).scores[self.model.practice(practice).unwrap()]
    }

    /// A practice's figures in a unit, which must be shown.
    pub fn figures(&self, unit: &str, practice: &str) -> &Figures {
        let Shown::Shown(figures) = &self.at(unit, practice).figures else {
            panic!("{practice} is hidden in {unit}");
        };
        figures
    }

    /// Whether a practice's figures are shown in a unit.
    pub fn shows(&self, unit: &str, practice: &str) -> bool {
        !self.at(unit, practice).figures.is_hidden()
    }

    /// A unit's plateau, by number.
    pub fn plateau(&self, unit: &str, number: usize) -> &PlateauScore {
        &self.profile(unit).plateaus[number - 1]
    }

    /// The index of a unit.
    pub fn unit(&self, id: &str) -> usize {
        self.assessment.units.find(id).unwrap()
    }

    /// The level with this number.
    pub fn level(&self, number: u64) -> Level {
        self.model.scale.level(number).unwrap()
    }
}
