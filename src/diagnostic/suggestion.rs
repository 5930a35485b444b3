//! Near names: a suggestion is made only when it is likely to be the one meant.

/// The candidate nearest to `wrong`, if its edit distance is at most a quarter of its length.
///
/// Case does not count; of equally near candidates the first wins.
pub fn nearest<'a>(wrong: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = wrong.to_lowercase();
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let allowed = candidate.chars().count() / 4;
        let distance = strsim::damerau_levenshtein(&wrong, &candidate.to_lowercase());
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}
