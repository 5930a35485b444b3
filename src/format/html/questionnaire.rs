//! The questionnaire as one HTML file: opened in any browser, answered offline, and taken away
//! as a CSV file that is read back without a mapping.
//!
//! The page is a frame, the questions as JSON, and a script that makes elements of text only.
//! The JSON cannot end its element, nothing in the page is markup of people's, and the
//! content-security policy allows this style and this script, by hash, and nothing else: no
//! request can leave.

use std::collections::BTreeMap;

use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde::Serialize;

use crate::diagnostic::acts;
use crate::format::csv::dialect;
use crate::format::words::one_line;
use crate::text::Words;
use crate::view::form::{Choice, Questionnaire};

use super::embed;

/// What asks, keeps and writes the answers, a file a concern, in one scope.
pub(super) const SCRIPT: &str = concat!(
    "\"use strict\";\n(() => {\n",
    include_str!("questionnaire/answers.js"),
    include_str!("questionnaire/elements.js"),
    include_str!("questionnaire/steps.js"),
    include_str!("questionnaire/walk.js"),
    "})();\n"
);

pub(super) const STYLE: &str = include_str!("questionnaire/style.css");

/// A questionnaire as one HTML file.
pub fn render(questionnaire: &Questionnaire) -> Vec<u8> {
    document(questionnaire).into_string().into_bytes()
}

fn document(questionnaire: &Questionnaire) -> Markup {
    let words = Words::of(&questionnaire.language);
    let style = embed::style(questionnaire.accent, STYLE);
    let title = one_line(&questionnaire.title);
    html! {
        (DOCTYPE)
        html lang=(one_line(&questionnaire.language)) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(embed::policy(&style, SCRIPT));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(&style)) }
            }
            body {
                header.cover {
                    @if let Some(organisation) = &questionnaire.organisation {
                        p.house { (one_line(organisation)) }
                    }
                    h1 { (title) }
                }
                noscript { p.stop { (words.get("online.no_script")) } }
                div #sheet hidden {
                    (progress(words))
                    main #page {}
                    nav.moves aria-label=(words.get("online.moves")) { div.bar #moves {} }
                    (foot(questionnaire, words))
                }
                p.unseen #said role="status" {}
                script #questionnaire type="application/json" {
                    (PreEscaped(island(questionnaire, words)))
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    }
}

fn progress(words: &Words) -> Markup {
    let name = words.get("online.progress");
    html! {
        section.bar.progress #progress aria-label=(name) hidden {
            p { span #where {} span #left {} }
            progress aria-label=(name) {}
        }
    }
}

fn foot(questionnaire: &Questionnaire, words: &Words) -> Markup {
    let highest = questionnaire.levels.len().min(9);
    let keys = [
        ("online.key_dont_know", "online.dont_know"),
        ("online.key_not_relevant", "online.not_relevant"),
        ("online.key_comment", "online.key_comment_note"),
    ];
    html! {
        footer.foot {
            details {
                summary { (words.get("online.keyboard")) }
                dl {
                    dt { kbd { "1" } "–" kbd { (highest) } }
                    dd { (words.get("online.key_levels")) }
                    @for (key, meaning) in keys {
                        dt { kbd { (words.get(key)) } }
                        dd { (words.get(meaning)) }
                    }
                    dt { kbd { "↑" } " " kbd { "↓" } }
                    dd { (words.get("online.key_choice")) }
                    dt { kbd { "←" } " " kbd { "→" } }
                    dd { (words.get("online.key_arrows")) }
                    dt { kbd { "Enter" } }
                    dd { (words.get("online.key_enter")) }
                }
                p { (words.get("online.key_typing")) }
                label {
                    input #shortcuts type="checkbox";
                    (words.get("online.shortcuts"))
                }
            }
            p { (words.get("online.offline")) }
            p { (one_line(&questionnaire.model)) }
            button.quiet #delete type="button" { (words.get("online.delete")) }
        }
    }
}

/// What the script is given to ask.
#[derive(Serialize)]
struct Asked<'a> {
    language: &'a str,
    title: String,
    introduction: Vec<String>,
    unit: Option<Named<'a>>,
    units: Vec<Named<'a>>,
    roles: Vec<Named<'a>>,
    role: Option<Named<'a>>,
    wave: Option<Named<'a>>,
    levels: Vec<String>,
    items: Vec<Question<'a>>,
    heads: Heads<'a>,
    delimiter: char,
    dont_know: &'a str,
    not_relevant: &'a str,
}

#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    name: String,
    depth: usize,
}

#[derive(Serialize)]
struct Question<'a> {
    practice: &'a str,
    name: String,
    summary: String,
    question: String,
    discipline: String,
    anchors: Vec<String>,
}

#[derive(Serialize)]
struct Heads<'a> {
    respondent: &'a str,
    unit: &'a str,
    role: &'a str,
    wave: &'a str,
    comment: &'a str,
}

/// What is asked, the name under which a browser keeps the answers to it, and the page's words.
#[derive(Serialize)]
struct Island<'a> {
    key: String,
    #[serde(flatten)]
    asked: &'a Asked<'a>,
    words: BTreeMap<&'a str, &'a str>,
}

fn island(questionnaire: &Questionnaire, words: &Words) -> String {
    let asked = asked(questionnaire);
    let words = WORDS.iter().map(|key| {
        let name = key.split_once('.').map_or(*key, |(_, name)| name);
        (name, words.get(key))
    });
    let island = Island {
        key: embed::fingerprint(&json(&asked)),
        asked: &asked,
        words: words.collect(),
    };
    json(&island)
}

fn asked(questionnaire: &Questionnaire) -> Asked<'_> {
    let is_fixed = questionnaire.units.is_empty();
    let fixed = questionnaire.unit.as_ref().filter(|_| is_fixed);
    let heads = &questionnaire.heads;
    let items = questionnaire.items.iter().map(|item| Question {
        practice: &item.practice,
        name: one_line(&item.name),
        summary: one_line(&item.summary),
        question: one_line(&item.question),
        discipline: one_line(&item.discipline),
        anchors: lines(&item.anchors),
    });
    Asked {
        language: &questionnaire.language,
        title: one_line(&questionnaire.title),
        introduction: lines(&questionnaire.introduction),
        unit: fixed.map(named),
        units: questionnaire.units.iter().map(named).collect(),
        roles: questionnaire.roles.iter().map(named).collect(),
        role: questionnaire.role.as_ref().map(named),
        wave: questionnaire.wave.as_ref().map(named),
        levels: lines(&questionnaire.levels),
        items: items.collect(),
        heads: Heads {
            respondent: &heads.respondent,
            unit: &heads.unit,
            role: &heads.role,
            wave: &heads.wave,
            comment: &heads.comment,
        },
        delimiter: dialect(&questionnaire.language).0.into(),
        dont_know: &questionnaire.dont_know,
        not_relevant: &questionnaire.not_relevant,
    }
}

fn lines(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| one_line(text)).collect()
}

fn named(choice: &Choice) -> Named<'_> {
    Named {
        id: &choice.id,
        name: one_line(&choice.name),
        depth: choice.depth,
    }
}

/// As JSON that cannot end the element it stands in, and that holds nothing unseen.
fn json(value: &impl Serialize) -> String {
    // Strings, numbers and lists of them: there is nothing to fail.
    let text = serde_json::to_string(value).unwrap_or_default();
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '<' | '>' | '&') || acts(letter) {
            let units = letter.encode_utf16(&mut [0; 2]).to_vec();
            escaped.extend(units.iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            escaped.push(letter);
        }
    }
    escaped
}

/// The words that the script says.
static WORDS: &[&str] = &[
    "online.nothing_sent",
    "online.about",
    "online.all_answered",
    "online.answered",
    "online.back",
    "online.begin",
    "online.change_place",
    "online.choose_role",
    "online.choose_unit",
    "online.clear",
    "online.cleared",
    "online.comment",
    "online.comment_note",
    "online.content",
    "online.copied",
    "online.copy",
    "online.delete",
    "online.delete_note",
    "online.delete_title",
    "online.deleted",
    "online.dont_know",
    "online.dont_know_note",
    "online.download",
    "online.downloaded",
    "online.file",
    "online.file_note",
    "online.finish",
    "online.first_missing",
    "online.keep",
    "online.kept",
    "online.key_comment",
    "online.key_dont_know",
    "online.key_not_relevant",
    "online.minutes",
    "online.moved",
    "online.next",
    "online.no_role",
    "online.not_copied",
    "online.not_relevant",
    "online.not_relevant_note",
    "online.nothing_yet",
    "online.number",
    "online.overview",
    "online.place",
    "online.resume",
    "online.resumed",
    "online.role",
    "online.shared",
    "online.skip",
    "online.some_missing",
    "online.soon",
    "online.unanswered",
    "online.unit",
    "online.unkept",
    "online.with_comment",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_given_the_words_that_it_says_and_no_others() {
        let said: std::collections::BTreeSet<&str> = SCRIPT
            .split("words.")
            .skip(1)
            .map(|rest| {
                let end = rest.find(|c: char| !(c.is_ascii_lowercase() || c == '_'));
                &rest[..end.unwrap_or(rest.len())]
            })
            .collect();
        let given = WORDS.iter().filter_map(|key| key.strip_prefix("online."));
        assert_eq!(said, given.collect());
    }
}
