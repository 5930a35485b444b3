//! What people write beside their answers.

use plateau::intake::{self, Options};

use super::bench::{file, model, open, read, read_with};

/// The comments on a practice of the first wave's first unit.
fn on(read: &intake::Read, practice: usize) -> Vec<&str> {
    let comments = read.responses.waves[0].comments.as_ref().unwrap();
    let written = comments.get(&(0, practice)).into_iter().flatten();
    written.map(String::as_str).collect()
}

#[test]
fn a_comment_is_kept_word_for_word_and_by_its_text() {
    let wide = read("id;PRO-1;PRO-1 kommentar\nb;1;  Å,  nej \na;2;Ja.\nc;?;Ja.\n");
    assert_eq!(on(&wide, 0), ["Ja.", "Ja.", "Å, nej"]);
    let long =
        read("id,practice,level,comment\nb,PRO-1,1,\"Å,\nnej\"\na,PRO-1,2,Ja.\nc,PRO-1,?,Ja.\n");
    assert_eq!(on(&long, 0), ["Ja.", "Ja.", "Å, nej"]);
    assert_eq!(long.detected[0].comments, 3);
}

#[test]
fn a_comment_that_cannot_be_seen_is_none() {
    let read = read("id;PRO-1;PRO-1 kommentar\na;1; \u{a0} \nb;2;\u{200b}\u{feff}\nc;3;\n");
    assert_eq!(on(&read, 0), [""; 0]);
    assert_eq!(read.detected[0].comments, 0);
}

#[test]
fn a_comment_beside_a_blank_is_kept_where_the_practice_was_asked() {
    let text = "id;PRO-1;PRO-1 kommentar;PRO-2;PRO-2 kommentar\na;1;;;ikke spurgt\nb;;blank;;\n";
    let read = read(text);
    assert_eq!(on(&read, 0), ["blank"]);
    assert_eq!(on(&read, 1), [""; 0]);
}

#[test]
fn two_columns_of_comments_on_one_practice_are_both_kept() {
    let read = read("id;PRO-1;PRO-1 kommentar;PRO-1 comment\na;1;den ene;den anden\n");
    assert_eq!(on(&read, 0), ["den anden", "den ene"]);
}

#[test]
fn the_comment_on_an_answer_that_no_longer_counts_goes_with_it() {
    let header = "id;PRO-1;PRO-1 kommentar\n";
    let last = |rows: &str| -> Vec<String> {
        let sources = vec![file("a.csv", format!("{header}{rows}"))];
        let read = read_with(open(), sources, false).unwrap().value;
        on(&read, 0).into_iter().map(str::to_owned).collect()
    };
    assert_eq!(last("p;1;først\np;2;sidst\n"), ["sidst"]);
    assert_eq!(last("p;1;først\np;2;\n"), [""; 0]);
    // Without an answer of its own a row adds to what is there.
    assert_eq!(last("p;1;først\np;;\n"), ["først"]);
    assert_eq!(last("p;1;først\np;;sidst\n"), ["sidst"]);
    assert_eq!(last("p;;først\np;2;\n"), ["først"]);
}

#[test]
fn comments_that_nobody_asked_for_are_not_kept_and_change_no_number() {
    let text = "id;PRO-1;PRO-1 kommentar\na;1;noget\nb;;andet\n";
    let sources = || vec![file("a.csv", text)];
    let bare = intake::read(&model(), open(), sources(), Options::default()).unwrap();
    let kept = read_with(open(), sources(), false).unwrap();
    let (bare, kept) = (bare.value, kept.value);
    assert_eq!(bare.responses.waves[0].comments, None);
    assert_eq!(bare.detected[0].comments, 0);
    let (bare, kept) = (&bare.responses.waves[0], &kept.responses.waves[0]);
    assert_eq!(bare.tallies, kept.tallies);
    assert_eq!(bare.respondents, kept.respondents);
}
