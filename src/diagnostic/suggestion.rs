//! Near names: a suggestion is made only when it is likely to be the one meant.

/// The candidate nearest to `wrong`, if its edit distance is at most a quarter of its length.
///
/// Case does not count; of equally near candidates the first wins.
pub fn nearest<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = wrong.to_lowercase();
    let wrong_length = wrong.chars().count();
    let wrong_letters = letters(&wrong);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let length = candidate.chars().count();
        let allowed = length / 4;
        // A distance is at least the difference in length, and costs time and room to compute.
        if wrong_length.abs_diff(length) > allowed {
            continue;
        }
        let candidate_lower = candidate.to_lowercase();
        if least_distance(&wrong_letters, &letters(&candidate_lower)) > allowed {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&wrong, &candidate_lower);
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How often each letter stands in a text, letters in so many boxes.
type Letters = [u16; 64];

fn letters(text: &str) -> Letters {
    let mut boxes = [0; 64];
    for letter in text.chars() {
        let one = &mut boxes[letter as usize % boxes.len()];
        *one = u16::saturating_add(*one, 1);
    }
    boxes
}

/// The least distance that two texts of these letters can have: an edit takes one letter away
/// and puts one in at most, and there may be many names to hold against many cells.
fn least_distance(a: &Letters, b: &Letters) -> usize {
    let pairs = a.iter().zip(b);
    let (more, fewer) = pairs.fold((0, 0), |(more, fewer), (&a, &b)| {
        let (over, under) = (a.saturating_sub(b), b.saturating_sub(a));
        (more + usize::from(over), fewer + usize::from(under))
    });
    more.max(fewer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_at_least_as_far_apart_as_their_letters() {
        let words = [
            "",
            "pla-4",
            "pla-44",
            "4-alp",
            "realkredit",
            "realkerdit",
            "måling",
            "maling",
        ];
        for a in words {
            for b in words {
                let least = least_distance(&letters(a), &letters(b));
                assert!(least <= strsim::damerau_levenshtein(a, b), "{a} {b}");
            }
        }
        assert_eq!(least_distance(&letters("abc"), &letters("xyz1")), 4);
    }

    #[test]
    fn a_name_one_slip_away_is_suggested() {
        assert_eq!(nearest("PLA-44", ["PRO-1", "PLA-4"]), Some("PLA-4"));
        assert_eq!(
            nearest("realkerdit", ["erhverv", "Realkredit"]),
            Some("Realkredit")
        );
    }

    #[test]
    fn a_name_further_away_than_a_quarter_of_its_length_is_not() {
        assert_eq!(nearest("abxx5678", ["ab345678"]), Some("ab345678"));
        assert_eq!(nearest("abxxx678", ["ab345678"]), None);
        assert_eq!(nearest("xbc", ["abc"]), None);
    }

    #[test]
    fn of_equally_near_names_the_first_is_suggested() {
        assert_eq!(nearest("team-x", ["team-1", "team-2"]), Some("team-1"));
        assert_eq!(nearest("team-2", ["team-1", "TEAM-2"]), Some("TEAM-2"));
    }
}
