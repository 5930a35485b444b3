//! A questionnaire as the text that Microsoft Forms' quick import takes: numbered questions with
//! their choices lettered below them, in a block of Markdown that is to be pasted into a document.
//! Within the block everything stands as it is, so that nothing in it acts where it is shown.
//!
//! What Forms exports later reads back without a mapping: a question about a practice begins with
//! its id in brackets, one about where people belong is the header word itself, and a choice is a
//! level's number with what one sees at it.

use crate::text::Words;
use crate::view::form::{Choice, Item, Questionnaire};

use super::markdown::{fenced, plain};
use super::words::one_line;

/// How many letters there are to name choices by.
const LETTERS: usize = 26;

/// A questionnaire as numbered questions, with how to import them above.
pub fn render(asked: &Questionnaire) -> Vec<u8> {
    let words = Words::of(&asked.language);
    let steps = [
        "questionnaire.quick.paste",
        "questionnaire.quick.import",
        "questionnaire.quick.title",
        "questionnaire.quick.comment",
        "questionnaire.quick.export",
    ];
    let steps = (1..).zip(steps);
    let steps = steps.map(|(number, step): (usize, _)| format!("{number}. {}", words.get(step)));
    let steps: Vec<String> = steps.collect();
    let intro: Vec<String> = asked
        .introduction
        .iter()
        .map(|line| one_line(line))
        .collect();
    let blocks = [
        format!("# {}", plain(&asked.title)),
        words.get("questionnaire.quick.how").to_owned(),
        steps.join("\n"),
        fenced("text", &intro.join("\n")),
        words.get("questionnaire.quick.questions").to_owned(),
        fenced("text", &questions(asked)),
    ];
    (blocks.join("\n\n") + "\n").into_bytes()
}

/// The text that is imported.
fn questions(asked: &Questionnaire) -> String {
    let heads = &asked.heads;
    let about = [
        (&heads.unit, &asked.units, &asked.unit),
        (&heads.role, &asked.roles, &asked.role),
    ];
    let belonging = about.into_iter().filter_map(|(head, choices, known)| {
        // What is known already is a question with one choice: nothing else would be in the export.
        let choices = match (choices.as_slice(), known) {
            ([], known) => known.as_slice(),
            (choices, _) => choices,
        };
        let choices = choices.iter().map(|choice: &Choice| choice.name.clone());
        let choices: Vec<String> = choices.collect();
        (!choices.is_empty()).then(|| (capital(head), choices))
    });
    let items = asked.items.iter().map(|item| item_of(asked, item));
    let questions = belonging.chain(items);
    let question = |(number, (question, choices)): (usize, (String, Vec<String>))| {
        let choices = choices.iter().enumerate().map(|(index, choice)| {
            let choice = one_line(choice);
            format!("{}. {choice}", letter(index))
        });
        let lines = [format!("{number}. {}", one_line(&question))];
        let lines: Vec<String> = lines.into_iter().chain(choices).collect();
        lines.join("\n")
    };
    let questions: Vec<String> = (1..).zip(questions).map(question).collect();
    questions.join("\n\n")
}

fn item_of(asked: &Questionnaire, item: &Item) -> (String, Vec<String>) {
    let levels = (1..).zip(&item.anchors);
    let levels = levels.map(|(number, anchor): (usize, _)| format!("{number} - {anchor}"));
    let states = [&asked.dont_know, &asked.not_relevant].map(String::clone);
    let question = format!("[{}] {}", item.practice, item.question);
    (question, levels.chain(states).collect())
}

/// A word with a capital letter.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// `A` to `Z`, then `AA` and on.
fn letter(index: usize) -> String {
    let last = char::from(b'A' + u8::try_from(index % LETTERS).unwrap_or(0));
    match index / LETTERS {
        0 => last.to_string(),
        more => letter(more - 1) + &last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_lettered_beyond_the_alphabet() {
        assert_eq!(
            [0, 25, 26, 27, 52].map(letter),
            ["A", "Z", "AA", "AB", "BA"]
        );
    }
}
