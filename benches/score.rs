//! How long the steps of the line take: `cargo bench`.

use divan::{Bencher, black_box};
use plateau::assessment::Assessment;
use plateau::format::{FORMATS, Style};
use plateau::intake::{self, Content, Options, Read, Source};
use plateau::model::{self, Model};
use plateau::scoring::score;
use plateau::view::{Selection, Topic, compose};

fn main() {
    divan::main();
}

fn shipped() -> Model {
    model::shipped().expect("the shipped model is sound").value
}

/// A wide file in which so many people of so many units answer everything.
fn answers(model: &Model, people: usize, units: usize) -> Vec<u8> {
    let ids: Vec<&str> = model.practices.iter().map(|p| p.id.as_str()).collect();
    let mut text = format!("respondent;unit;role;{}\n", ids.join(";"));
    for person in 0..people {
        let role = if person % 9 == 0 { "lead" } else { "staff" };
        text += &format!("p{person};unit {};{role}", person % units);
        for practice in 0..ids.len() {
            let level = (person * 7 + practice * 3) % model.scale.len() + 1;
            text += &format!(";{level}");
        }
        text.push('\n');
    }
    text.into_bytes()
}

fn read(model: &Model, bytes: Vec<u8>) -> Read {
    let source = Source {
        content: Content::Bytes(bytes),
        name: "answers.csv".to_owned(),
        waves: Vec::new(),
        folder: None,
    };
    let assessment = Assessment::implicit(model.practices.len());
    intake::read(model, assessment, vec![source], Options::default())
        .expect("the answers are sound")
        .value
}

#[divan::bench]
fn load_the_shipped_model(bencher: Bencher) {
    bencher.bench(|| black_box(shipped()));
}

/// 1,000 people times 31 practices of the shipped model.
#[divan::bench]
fn read_thirty_one_thousand_answers(bencher: Bencher) {
    let model = shipped();
    let bytes = answers(&model, 1_000, 10);
    bencher
        .with_inputs(|| bytes.clone())
        .bench_values(|bytes| read(&model, bytes));
}

#[divan::bench(args = [10, 200])]
fn score_units(bencher: Bencher, units: usize) {
    let model = shipped();
    let Read {
        assessment,
        responses,
        ..
    } = read(&model, answers(&model, units * 10, units));
    bencher.bench(|| score(&model, &assessment, &responses));
}

#[divan::bench(args = [10, 200])]
fn find_compose_and_render_json(bencher: Bencher, units: usize) {
    let model = shipped();
    let Read {
        assessment,
        responses,
        ..
    } = read(&model, answers(&model, units * 10, units));
    let card = score(&model, &assessment, &responses);
    let selection = Selection {
        unit: 0,
        wave: 0,
        topic: Topic::Whole,
        only_unit: false,
        only_wave: false,
        layers: 1,
        full_agreement: false,
        extent: plateau::view::Extent::Numbers,
        language: "en".to_owned(),
        date: None,
        typed: None,
        pace: plateau::finding::plan::Pace::default(),
        past: None,
        supposed: None,
    };
    let json = FORMATS
        .iter()
        .find(|format| format.name == "json")
        .expect("JSON is a format");
    bencher.bench(|| {
        let view = compose(&model, &assessment, &card, &responses, &selection);
        json.render(&view, &Style::default())
            .expect("JSON refuses nothing")
            .value
            .into_bytes()
    });
}
