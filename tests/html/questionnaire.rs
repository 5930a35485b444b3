//! The questionnaire as one HTML file: what stands in it.

use plateau::assessment::{Assessment, Role, Unit, Units};
use plateau::format::form::{Writes, find};
use plateau::model::{self, Model};
use plateau::view::form::{Asked, Questionnaire, questionnaire};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{base64, between, tags, traps};
use crate::support::root;

/// A questionnaire with people's own words wherever there can be any.
pub fn asking(model: &Model, said: &str, language: &str) -> Questionnaire {
    let mut assessment = Assessment::implicit(model.practices.len());
    assessment.title = Some(said.to_owned());
    assessment.report.organisation = Some(said.to_owned());
    let unit = |id: String, parent: Option<usize>| Unit {
        name: format!("{said} {id}"),
        id,
        parent,
        invited: None,
        implicit: false,
        children: Vec::new(),
    };
    let units = vec![
        unit("top".to_owned(), None),
        unit(said.to_owned(), Some(0)),
        unit(format!("{said}2"), Some(1)),
    ];
    assessment.units = Units::new(units).unwrap();
    assessment.declared.units = true;
    assessment.roles = ["", "2"]
        .map(|more| Role {
            id: format!("{said}{more}"),
            name: format!("{said}{more}"),
        })
        .to_vec();
    let mut questionnaire = questionnaire(model, &assessment, &Asked::default(), language);
    questionnaire.introduction.push(said.to_owned());
    let item = &mut questionnaire.items[0];
    for words in [&mut item.name, &mut item.summary, &mut item.question] {
        *words = said.to_owned();
    }
    item.anchors[0] = said.to_owned();
    questionnaire
}

/// The page of a questionnaire.
pub fn page(questionnaire: &Questionnaire) -> String {
    let Writes::Questionnaires(render) = find("html").unwrap().writes else {
        panic!("HTML holds questionnaires");
    };
    String::from_utf8(render(questionnaire).unwrap().value).unwrap()
}

/// The models that the tests know.
pub fn models() -> [Model; 2] {
    let tiny = model::load(&root("tests/models/valid/tiny")).unwrap().value;
    [model::shipped().unwrap().value, tiny]
}

fn island(html: &str) -> Value {
    let start = "<script id=\"questionnaire\" type=\"application/json\">";
    serde_json::from_str(between(html, start, "</script>")).unwrap()
}

#[test]
fn the_questionnaire_s_policy_allows_its_own_style_and_script_and_nothing_else() {
    let html = page(&asking(&models()[0], "rolig", "da"));
    let policy = between(&html, "Content-Security-Policy\" content=\"", "\"").replace("&#39;", "'");
    let hash = |block: &str| format!("'sha256-{}'", base64(&Sha256::digest(block)));
    let style = hash(between(&html, "<style>", "</style>"));
    let script = hash(between(&html, "<script>", "</script>"));
    let expected = format!(
        "default-src 'none'; style-src {style}; script-src {script}; img-src data:; \
         font-src data:; base-uri 'none'; form-action 'none'"
    );
    assert_eq!(policy, expected);
    assert_eq!(html.matches("<style").count(), 1);
    assert_eq!(html.matches("<script").count(), 2);
}

#[test]
fn the_questionnaire_fetches_nothing_and_makes_no_markup_of_words() {
    let html = page(&asking(&models()[0], "rolig", "da"));
    let outside = html.replace("url(data:font/woff2;", "");
    for fetch in [
        "http:",
        "https:",
        "url(",
        "@import",
        "src=",
        "import(",
        "fetch(",
        "XMLHttp",
        "WebSocket",
        "sendBeacon",
        "<link",
        "innerHTML",
        "outerHTML",
        "insertAdjacent",
        "document.write",
        "eval(",
        "Function(",
        "DOMParser",
        "Date",
    ] {
        assert!(!outside.contains(fetch), "{fetch}");
    }
}

#[test]
fn hostile_words_change_nothing_but_words() {
    for model in models() {
        let calm = tags(&page(&asking(&model, "rolig", "da")));
        for said in traps() {
            let asked = asking(&model, said, "da");
            let html = page(&asked);
            let tags = tags(&html);
            let other = tags.iter().zip(&calm).find(|(tag, calm)| tag != calm);
            assert_eq!((other, tags.len()), (None, calm.len()), "{said:?}");
            let acts =
                |c: char| c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c);
            assert_eq!(html.chars().find(|&c| acts(c)), None, "{said:?}");
            // What is read back is what was declared, to the letter.
            let island = island(&html);
            assert_eq!(island["units"][1]["id"], *said);
            assert_eq!(island["roles"][0]["id"], *said);
            assert_eq!(
                page(&asked),
                html,
                "the same questionnaire gives the same file"
            );
        }
    }
}

#[test]
fn the_page_asks_what_the_model_asks_on_the_model_s_own_scale() {
    for (model, language) in models().iter().zip(["da", "en"]) {
        let asked = asking(model, "rolig", language);
        let island = island(&page(&asked));
        assert_eq!(
            island["levels"].as_array().unwrap().len(),
            model.scale.len()
        );
        let items = island["items"].as_array().unwrap();
        assert_eq!(items.len(), model.practices.len());
        for (item, practice) in items.iter().zip(&model.practices).skip(1) {
            assert_eq!(item["practice"], *practice.id);
            assert_eq!(item["question"], practice.question.get(language));
            let anchors = practice.anchors.iter().map(|anchor| anchor.get(language));
            let expected: Vec<&str> = anchors.collect();
            assert_eq!(item["anchors"], serde_json::json!(expected));
        }
    }
}

#[test]
fn two_questionnaires_keep_their_answers_apart_and_one_keeps_them_together() {
    let [model, _] = models();
    let key = |asked: &Questionnaire| island(&page(asked))["key"].clone();
    let asked = asking(&model, "rolig", "da");
    let mut shorter = asked.clone();
    shorter.items.pop();
    let mut next_year = asked.clone();
    next_year.wave = Some(plateau::view::form::Choice {
        id: "2027".into(),
        name: "2027".into(),
        depth: 0,
    });
    let mut look = asked.clone();
    look.accent.red ^= 1;
    assert_ne!(key(&asked), key(&shorter));
    assert_ne!(key(&asked), key(&next_year));
    assert_ne!(key(&asked), key(&asking(&model, "rolig", "en")));
    assert_eq!(
        key(&asked),
        key(&look),
        "its look is no part of what is asked"
    );
}

#[test]
fn a_page_without_scripts_says_what_to_do() {
    for (language, words) in [("da", "kører scripts"), ("en", "runs no scripts")] {
        let html = page(&asking(&models()[0], "rolig", language));
        assert!(between(&html, "<noscript>", "</noscript>").contains(words));
        assert!(html.contains(&format!("<html lang=\"{language}\">")));
        assert!(
            html.contains("<div id=\"sheet\" hidden>"),
            "nothing else is shown"
        );
    }
}
