//! Who answered in several waves, and answers to an older version of the model.

use super::bench::read;

fn rows(ids: impl Iterator<Item = String>, wave: &str) -> String {
    ids.map(|id| format!("{id};{wave};1\n")).collect()
}

#[test]
fn people_with_the_same_id_in_two_waves_are_counted_whatever_the_order_of_rows() {
    let first = rows((1..=7).map(|id| format!("p{id}")), "2025");
    let second = rows((3..=9).map(|id| format!("p{id}")), "2026");
    for text in [format!("{first}{second}"), format!("{second}{first}")] {
        let recurring = read(format!("id;wave;PRO-1\n{text}")).responses.recurring;
        assert_eq!((recurring.known(0), recurring.known(1)), (7, 7));
        assert_eq!((recurring.same(0, 1), recurring.same(1, 0)), (5, 5));
    }
}

#[test]
fn ids_that_merely_count_the_rows_tell_nobody_again() {
    let first = rows((1..=7).map(|id| id.to_string()), "2025");
    let second = rows((1..=7).map(|id| id.to_string()), "2026");
    let recurring = read(format!("id;wave;PRO-1\n{first}{second}"))
        .responses
        .recurring;
    assert_eq!((recurring.known(0), recurring.same(0, 1)), (0, 0));
    let staff = |wave| rows((1..=7).map(|id| (4100 + 17 * id).to_string()), wave);
    let text = format!("id;wave;PRO-1\n{}{}", staff("2025"), staff("2026"));
    assert_eq!(read(text).responses.recurring.same(0, 1), 7);
}

#[test]
fn who_has_no_id_or_a_survey_tools_number_is_nobody_again() {
    let text = "wave;PRO-1\n2025;1\n2026;1\n";
    assert_eq!(read(text).responses.recurring.known(0), 0);
    let text = "Id;Start time;wave;PRO-1\n881;1;2025;1\n881;1;2026;1\n";
    assert_eq!(read(text).responses.recurring.known(0), 0);
}
