//! How answers are protected, and how numbers are made.

use crate::diagnostic::{code, nearest, shortened};

use super::Check;
use crate::assessment::file::{PrivacyEntry, ScoringEntry};
use crate::assessment::{Privacy, Rules, Weighting};
use crate::model::toml::At;

/// The ways of weighting by the words for them.
const WEIGHTINGS: [(&str, Weighting); 2] = [
    ("respondent", Weighting::Respondent),
    ("unit", Weighting::Unit),
];

impl Check<'_> {
    pub(super) fn privacy(&mut self, entry: &PrivacyEntry) -> Privacy {
        let usual = Privacy::default();
        let minimum_group = match &entry.minimum_group {
            Some(people) => self.minimum_group(people, entry.allow_small_groups),
            None => usual.minimum_group,
        };
        let minimum_comments = match &entry.minimum_comments {
            Some(people) => self.minimum_comments(people, minimum_group),
            None => usual.minimum_comments.max(minimum_group),
        };
        Privacy {
            minimum_group,
            minimum_comments,
            comments: entry.comments.unwrap_or(usual.comments),
            allow_small_groups: entry.allow_small_groups,
        }
    }

    fn minimum_group(&mut self, people: &At<i64>, small: bool) -> u64 {
        let floor = Privacy::FLOOR;
        let usual = Privacy::default().minimum_group;
        let number = u64::try_from(**people).unwrap_or(0);
        let problem = |hint: String| {
            self.error(
                &code::S018,
                people,
                format!(
                    "a group of {} is too small to protect its people's answers",
                    **people
                ),
            )
            .help(hint)
        };
        if number == 0 {
            let problem = problem(format!("write {floor} or more; {usual} is usual"));
            self.problems.push(problem);
        } else if number < floor && !small {
            let problem = problem(format!(
                "write {floor} or more, or add `allow_small_groups = true`, which every report will say"
            ));
            self.problems.push(problem);
        }
        number
    }

    fn minimum_comments(&mut self, people: &At<i64>, minimum_group: u64) -> u64 {
        let number = u64::try_from(**people).unwrap_or(0);
        if number < minimum_group.max(1) {
            let problem = self
                .error(
                    &code::S019,
                    people,
                    format!(
                        "comments would be shown from {} up, but figures only from {minimum_group}",
                        **people
                    ),
                )
                .help(format!(
                    "write {} or more: a comment tells more of its writer than a figure",
                    minimum_group.max(1)
                ));
            self.problems.push(problem);
        }
        number
    }

    pub(super) fn rules(&mut self, entry: &ScoringEntry) -> Rules {
        let usual = Rules::default();
        Rules {
            minimum_coverage: match &entry.minimum_coverage {
                Some(share) => self.minimum_coverage(share),
                None => usual.minimum_coverage,
            },
            weighting: match &entry.weighting {
                Some(word) => self.weighting(word).unwrap_or(usual.weighting),
                None => usual.weighting,
            },
        }
    }

    /// The months in words such as `12 months` or `2 years`.
    pub(super) fn max_age(&mut self, words: Option<&At<String>>) -> Option<u16> {
        let words = words?;
        let months = months(words);
        if months.is_none() {
            let shown = shortened(words);
            let problem = self
                .error(
                    &code::S032,
                    words,
                    format!("`{shown}` is no length of time"),
                )
                .help("write a number of months or years, such as \"12 months\" or \"2 years\"");
            self.problems.push(problem);
        }
        months
    }

    fn minimum_coverage(&mut self, share: &At<f64>) -> f64 {
        let number = **share;
        if !(number > 0.0 && number <= 1.0) {
            let problem = self
                .error(
                    &code::S020,
                    share,
                    format!("{number} is no share of those asked"),
                )
                .help("write a number above 0 and at most 1; 0.5 is half of them");
            self.problems.push(problem);
        }
        number
    }

    fn weighting(&mut self, word: &At<String>) -> Option<Weighting> {
        let known = WEIGHTINGS.iter().find(|(name, _)| *name == word.as_str());
        if known.is_none() {
            let problem = self.error(
                &code::S021,
                word,
                format!("`{}` is no way of weighting", shortened(word)),
            );
            let near = nearest(word, WEIGHTINGS.iter().map(|(name, _)| *name));
            self.problems.push(match near {
                Some(near) => problem.help(format!("did you mean `{near}`?")),
                None => problem.help(
                    "write `respondent` (each person weighs the same) or `unit` (each sub-unit does)",
                ),
            });
        }
        known.map(|&(_, weighting)| weighting)
    }
}

/// The months in a length of time, if it is one.
fn months(words: &str) -> Option<u16> {
    let (number, unit) = words.trim().split_once(' ')?;
    let number: u16 = number.parse().ok().filter(|&number| number > 0)?;
    match unit.trim() {
        "month" | "months" => Some(number),
        "year" | "years" => number.checked_mul(MONTHS_OF_A_YEAR),
        _ => None,
    }
}

const MONTHS_OF_A_YEAR: u16 = 12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_of_time_is_a_number_of_months_or_years() {
        assert_eq!(months("12 months"), Some(12));
        assert_eq!(months("1 year"), Some(12));
        for wrong in ["12", "0 months", "-1 years", "12 måneder", "6000 years", ""] {
            assert_eq!(months(wrong), None, "{wrong}");
        }
    }
}
