//! One unit's profile under permanent names.

use crate::finding::Finding;
use crate::intake::{Answer, Evidence, Moderated, WaveResponses};
use crate::model::Level;
use crate::scoring::{
    Comments, Commonness, Figures, Fraction, GroupScore, PlateauScore, Profile, Relevance,
    RoleProfile, Score, Spread, Standing, Undecided, Verdict, WaveCard, roles_side_by_side,
    units_side_by_side,
};

use super::change::change;
use super::names::Names;
use super::{
    AgreementRecord, AnswerWord, BlockerReason, BlockerRecord, ComparisonRecord, DisciplineRecord,
    EvidenceRecord, FindingRecord, GateRecord, ModeratedRecord, PlateauRecord, PracticeRecord,
    RoleComparisonRecord, RolePracticeRecord, RoleRecord, SettledRecord, SpreadRecord,
    StandingWord, Status, UnitRecord, VerdictWord,
};

/// What a unit's record is made of.
pub(super) struct UnitSources<'a> {
    pub names: &'a Names<'a>,
    /// All units' profiles at the same point in time.
    pub card: &'a WaveCard,
    pub profile: &'a Profile,
    /// The wave's answers, for what a settled reading rests on.
    pub answers: Option<&'a WaveResponses>,
    pub findings: Vec<Finding>,
}

impl UnitSources<'_> {
    /// The unit's record.
    pub fn unit(&self) -> UnitRecord {
        let profile = self.profile;
        let unit = &self.names.assessment.units[profile.unit];
        let total = &profile.total;
        UnitRecord {
            id: self.names.unit(profile.unit),
            name: unit.name.clone(),
            parent: unit.parent.map(|parent| self.names.unit(parent)),
            respondents: profile.respondents,
            invited: profile.invited,
            points: number(total.points.as_ref()),
            points_max: total.points_max,
            points_max_adjusted: total.points_max_adjusted,
            practices_scored: total.practices_scored,
            rescaled: number(total.rescaled.as_ref()),
            mean: number(total.mean.as_ref()),
            plateau_reached: profile.plateau_reached,
            profile_inverted: !profile.inversions.is_empty(),
            hidden_practices: profile
                .scores
                .iter()
                .filter(|score| score.figures.is_hidden())
                .count(),
            plateaus: profile.plateaus.iter().map(|p| self.plateau(p)).collect(),
            disciplines: profile
                .disciplines
                .iter()
                .map(|d| self.discipline(d))
                .collect(),
            practices: profile.scores.iter().map(|s| self.practice(s)).collect(),
            roles: profile.roles.iter().map(|r| self.role(r)).collect(),
            findings: self
                .findings
                .iter()
                .map(|finding| FindingRecord::new(self.names, finding))
                .collect(),
            comparison: self.comparison(),
            change: profile.change.as_ref().map(|it| change(self.names, it)),
        }
    }

    fn comparison(&self) -> ComparisonRecord {
        let (names, profile) = (self.names, self.profile);
        let units = &names.assessment.units;
        let parts = || units_side_by_side(names.model, units, self.card, profile.unit, 1);
        let roles = || roles_side_by_side(names.model, profile);
        let spreads = |spreads: &[Spread]| {
            let records = spreads.iter().map(|s| SpreadRecord::new(names, s));
            records.collect()
        };
        ComparisonRecord {
            units: (!units[profile.unit].children.is_empty()).then(|| spreads(&parts().spreads)),
            roles: (!profile.roles.is_empty()).then(|| RoleComparisonRecord::new(names, &roles())),
        }
    }

    fn plateau(&self, plateau: &PlateauScore) -> PlateauRecord {
        let index = plateau.score.index;
        PlateauRecord {
            id: self.names.plateau(index),
            mean: number(plateau.score.mean.as_ref()),
            practices: plateau.score.practices_scored,
            gate: GateRecord {
                level: self.names.model.plateaus[index].gate.level.number(),
                verdict: verdict(plateau.verdict),
                met: plateau.met.len(),
                missed: plateau.missed.len(),
                undecided: plateau.undecided.len(),
                blockers: plateau.missed.iter().map(|&p| self.blocker(p)).collect(),
            },
        }
    }

    fn blocker(&self, practice: usize) -> BlockerRecord {
        let score = &self.profile.scores[practice];
        let (reason, distance) = match score.standing {
            Standing::Below { distance } => (BlockerReason::Below, distance),
            _ => (BlockerReason::NotCommon, None),
        };
        let units = match (&score.commonness, reason) {
            (Commonness::NotCommon(units), BlockerReason::NotCommon) => units.as_slice(),
            _ => &[],
        };
        BlockerRecord {
            practice: self.names.practice(practice),
            reason,
            level: score.level.map(Level::number),
            distance,
            units: self.names.units(units),
        }
    }

    fn discipline(&self, discipline: &GroupScore) -> DisciplineRecord {
        DisciplineRecord {
            id: self.names.model.disciplines[discipline.index].id.clone(),
            mean: number(discipline.mean.as_ref()),
            points: number(discipline.points.as_ref()),
            points_max: discipline.points_max,
            practices: discipline.practices_scored,
        }
    }

    fn practice(&self, score: &Score) -> PracticeRecord {
        let model = self.names.model;
        let practice = &model.practices[score.practice];
        let figures = score.figures.as_option();
        PracticeRecord {
            id: practice.id.clone(),
            discipline: model.disciplines[practice.discipline].id.clone(),
            plateau: model.plateau_of(score.practice).id,
            hidden: score.figures.is_hidden(),
            status: status(score),
            n: figures.map(|f| f.n),
            dont_know: figures.map(|f| f.dont_know),
            not_relevant: figures.map(|f| f.not_relevant),
            blank: figures.map(|f| f.blank),
            coverage: match score.settled {
                Some(Answer::Rated(_)) => Some(1.0),
                _ => number(figures.and_then(|f| f.coverage.as_ref())),
            },
            counts: figures.map(|f| f.counts.clone()),
            mean: number(figures.and_then(|f| f.mean.as_ref())),
            sd: figures.and_then(|f| f.sd),
            median: figures.and_then(|f| f.median).map(Level::number),
            level: score.level.map(Level::number),
            settled: self.settled(score),
            moderated: score.moderated.as_ref().map(moderated),
            points: number(score.points.as_ref()),
            share_at_gate: number(figures.and_then(|f| f.share_at_gate.as_ref())),
            margin: match score.standing {
                Standing::Met { margin } => margin,
                _ => None,
            },
            standing: standing(&score.standing),
            agreement: figures.and_then(agreement),
            target: score.target.map(Level::number),
            gap: number(score.gap.as_ref()),
            comments: match &score.comments {
                Comments::Shown(comments) => Some(comments.clone()),
                Comments::NotKept | Comments::Hidden => None,
            },
            evidence: score.evidence.as_ref().map(evidence),
            assumed: score.assumed.map(Level::number),
        }
    }

    fn settled(&self, score: &Score) -> Option<SettledRecord> {
        let place = (self.profile.unit, score.practice);
        let noted = self.answers.and_then(|answers| answers.settled.get(&place));
        if noted.is_none() && score.settled.is_none() {
            return None;
        }
        let (answer, level) = match score.settled {
            Some(Answer::Rated(level)) => (Some(AnswerWord::Rated), Some(level.number())),
            Some(Answer::DontKnow) => (Some(AnswerWord::DontKnow), None),
            Some(Answer::NotRelevant) => (Some(AnswerWord::NotRelevant), None),
            None => (None, None),
        };
        let shown = noted
            .and_then(|noted| noted.evidence.as_ref())
            .map(evidence);
        Some(SettledRecord {
            answer,
            level,
            comment: noted.and_then(|noted| noted.comment.clone()),
            evidence: shown.as_ref().and_then(|shown| shown.text.clone()),
            evidence_date: shown.as_ref().and_then(|shown| shown.date.clone()),
            source: shown.and_then(|shown| shown.source),
            by: noted.and_then(|noted| noted.by.clone()),
        })
    }

    fn role(&self, role: &RoleProfile) -> RoleRecord {
        RoleRecord {
            id: self.names.role(role.role),
            respondents: role.respondents.as_option().copied(),
            practices: role
                .cells
                .iter()
                .enumerate()
                .map(|(practice, cell)| RolePracticeRecord {
                    id: self.names.practice(practice),
                    hidden: cell.is_hidden(),
                    n: cell.as_option().map(|cell| cell.n),
                    mean: number(cell.as_option().and_then(|cell| cell.mean.as_ref())),
                })
                .collect(),
        }
    }
}

/// As in the record.
pub(super) fn verdict(verdict: Verdict) -> VerdictWord {
    match verdict {
        Verdict::Met => VerdictWord::Met,
        Verdict::Missed => VerdictWord::Missed,
        Verdict::Undecided => VerdictWord::Undecided,
    }
}

fn number(fraction: Option<&Fraction>) -> Option<f64> {
    fraction.map(Fraction::to_f64)
}

fn status(score: &Score) -> Status {
    match (score.relevance, &score.standing) {
        (Relevance::TailoredAway, _) => Status::Tailored,
        (Relevance::NotRelevant, _) => Status::NotRelevant,
        (Relevance::Relevant, Standing::Undecided(Undecided::Unanswered)) => Status::Unanswered,
        (Relevance::Relevant, Standing::Undecided(Undecided::ThinlyCovered)) => {
            Status::ThinCoverage
        }
        (Relevance::Relevant, Standing::Undecided(Undecided::Hidden)) => Status::Hidden,
        (Relevance::Relevant, _) => Status::Scored,
    }
}

fn standing(standing: &Standing) -> StandingWord {
    match standing {
        Standing::Met { .. } => StandingWord::Met,
        Standing::Below { .. } => StandingWord::Below,
        Standing::NotCommon => StandingWord::NotCommon,
        Standing::Undecided(_) => StandingWord::Undecided,
        Standing::Outside => StandingWord::Outside,
    }
}

fn moderated(moderated: &Moderated) -> ModeratedRecord {
    let shown = moderated.evidence.as_ref().map(evidence);
    ModeratedRecord {
        level: moderated.level.number(),
        reason: moderated.reason.clone(),
        by: moderated.by.clone(),
        evidence: shown.as_ref().and_then(|shown| shown.text.clone()),
        evidence_date: shown.as_ref().and_then(|shown| shown.date.clone()),
        source: shown.and_then(|shown| shown.source),
    }
}

fn evidence(evidence: &Evidence) -> EvidenceRecord {
    EvidenceRecord {
        text: evidence.text.clone(),
        date: evidence.date.map(|date| date.to_string()),
        source: evidence.source.clone(),
    }
}

fn agreement(figures: &Figures) -> Option<AgreementRecord> {
    figures.agreement.as_ref().map(|agreement| AgreementRecord {
        a: agreement.a,
        ad: agreement.ad.to_f64(),
    })
}
