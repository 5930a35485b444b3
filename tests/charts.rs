//! Every kind of chart in many shapes: nothing overlaps, is cut, runs or differs.

mod command;
mod fixture;
mod paper;

use fixture::{LARGE, SHIPPED, Shape, TINY, Tally, assessment, model, scorecard};
use plateau::assessment::Assessment;
use plateau::chart::{self, CHARTS, Chart, Drawing, Kind, Size, TextBox};
use plateau::model::Model;
use plateau::view::charts::{self, Pairing, Subject};
use resvg::tiny_skia::Pixmap;
use resvg::usvg::roxmltree::Document;

/// What may be known of a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Known {
    Everything,
    Something,
    Nothing,
}

/// Answers that look like answers, the same every time.
fn answers(levels: usize, known: Known, place: [usize; 4]) -> Tally {
    let mut seed = place.iter().fold(17_u64, |seed, &part| {
        (seed ^ part as u64)
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
            .rotate_left(29)
    });
    let mut random = |below: u64| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let kind = random(8);
    match known {
        Known::Nothing => return None,
        Known::Something if kind == 0 => return None,
        Known::Something if kind == 1 => return Some((vec![0; levels], random(9), random(2))),
        _ => {}
    }
    let middle = random(levels as u64) as usize;
    let counts = (0..levels)
        .map(|level| random(2 + 14 / (1 + level.abs_diff(middle) as u64)))
        .collect();
    Some((counts, random(30), 0))
}

struct Case {
    name: String,
    model: Model,
    assessment: Assessment,
    known: Known,
}

impl Case {
    fn new(shape: Shape, parts: usize, waves: usize, known: Known) -> Self {
        let model = model(shape);
        let assessment = assessment(&model, parts, waves);
        let name = format!(
            "{} practices, {parts} parts, {waves} waves, {known:?}",
            shape.practices
        );
        Self {
            name,
            model,
            assessment,
            known,
        }
    }

    fn charts(&self, language: &str) -> Vec<(String, Result<Chart, &'static str>)> {
        let levels = self.model.scale.len();
        let card = scorecard(
            &self.model,
            &self.assessment,
            &|wave, unit, role, practice| {
                answers(
                    levels,
                    self.known,
                    [wave, unit, role.map_or(0, |role| role + 1), practice],
                )
            },
        );
        let subject = Subject {
            model: &self.model,
            assessment: &self.assessment,
            scorecard: &card,
            unit: 0,
            wave: self.assessment.waves.len() - 1,
            language,
        };
        let named = |name: &str| format!("{name}, {}, {language}", self.name);
        let mut charts: Vec<_> = CHARTS
            .iter()
            .map(|&kind| (named(kind.name()), charts::chart(kind, subject)))
            .collect();
        charts.push((named("gap of waves"), charts::gap(Pairing::Waves, subject)));
        charts
    }

    fn drawings(&self, language: &str) -> Vec<(String, Drawing)> {
        let charts = self.charts(language).into_iter();
        charts
            .filter_map(|(name, chart)| {
                Some((name, chart::draw(&chart.ok()?, chart::Theme::default())))
            })
            .collect()
    }
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for shape in [SHIPPED, TINY, LARGE] {
        for (parts, waves) in [(0, 1), (1, 2), (12, 6), (39, 8)] {
            if shape.practices == LARGE.practices && parts > 12 {
                continue; // as many cells again, and no new shape
            }
            for known in [Known::Everything, Known::Something, Known::Nothing] {
                cases.push(Case::new(shape, parts, waves, known));
            }
        }
    }
    cases
}

fn overlap(a: &TextBox, b: &TextBox) -> bool {
    let slack = 0.4;
    let ([a0, a1, a2, a3], [b0, b1, b2, b3]) = (a.edges, b.edges);
    a0 + slack < b2 && b0 + slack < a2 && a1 + slack < b3 && b1 + slack < a3
}

#[test]
fn no_text_leaves_the_picture_or_touches_another() {
    let mut faults = Vec::new();
    for case in cases() {
        for (name, drawing) in ["da", "en"]
            .iter()
            .flat_map(|language| case.drawings(language))
        {
            let mut texts = drawing.texts.clone();
            texts.sort_by(|a, b| a.edges[1].total_cmp(&b.edges[1]));
            for (index, text) in texts.iter().enumerate() {
                let [left, top, right, bottom] = text.edges;
                if left < 0.0 || top < 0.0 || right > drawing.width || bottom > drawing.height {
                    faults.push(format!("{name}: `{}` leaves the picture", text.text));
                }
                let below = texts[index + 1..]
                    .iter()
                    .take_while(|other| other.edges[1] < bottom);
                for other in below.filter(|other| overlap(text, other)) {
                    faults.push(format!("{name}: `{}` touches `{}`", text.text, other.text));
                }
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults[..faults.len().min(40)].join("\n")
    );
}

#[test]
fn every_drawing_is_well_formed_titled_and_the_same_twice() {
    for case in cases() {
        let again = case.drawings("da");
        for ((name, drawing), (_, twin)) in case.drawings("da").into_iter().zip(again) {
            let svg = drawing.svg();
            assert_eq!(svg, twin.svg(), "{name}");
            let document = Document::parse(&svg).unwrap_or_else(|fault| panic!("{name}: {fault}"));
            let root = document.root_element();
            for tag in ["title", "desc"] {
                let words = root
                    .children()
                    .find(|node| node.has_tag_name(tag))
                    .and_then(|node| node.text());
                assert!(
                    words.is_some_and(|words| words.len() > 8),
                    "{name} has no {tag}"
                );
            }
            assert_eq!(root.attribute("lang"), Some("da"), "{name}");
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{name}");
        }
    }
}

#[test]
fn a_picture_has_the_size_asked_for_and_every_word_is_drawn_without_the_machines_fonts() {
    let case = Case::new(SHIPPED, 4, 2, Known::Something);
    for (name, drawing) in case.drawings("da") {
        let bytes = chart::png(&drawing, Size::Scale(1.0)).unwrap();
        assert_eq!(
            bytes,
            chart::png(&drawing, Size::Scale(1.0)).unwrap(),
            "{name}"
        );
        let picture = Pixmap::decode_png(&bytes).unwrap();
        assert_eq!(f64::from(picture.width()), drawing.width, "{name}");
        assert_eq!(f64::from(picture.height()), drawing.height, "{name}");
        for text in &drawing.texts {
            assert!(
                has_ink(&picture, text),
                "{name}: `{}` is not drawn",
                text.text
            );
        }
        let wide = Pixmap::decode_png(&chart::png(&drawing, Size::Width(1234)).unwrap()).unwrap();
        assert_eq!(wide.width(), 1234, "{name}");
    }
}

/// Whether the pixels of a text's box are not all alike.
fn has_ink(picture: &Pixmap, text: &TextBox) -> bool {
    let [left, top, right, bottom] = text.edges.map(|edge| edge as u32);
    let mut shades = (top..bottom).flat_map(|y| (left..=right).map(move |x| (x, y)));
    let mut shade = |(x, y)| {
        picture
            .pixel(x, y)
            .map(|pixel| (pixel.red(), pixel.green(), pixel.blue()))
    };
    let first = shades.next().and_then(&mut shade);
    shades.any(|place| shade(place) != first)
}

#[test]
fn a_picture_without_points_or_beyond_reason_is_refused() {
    let (_, drawing) = Case::new(TINY, 0, 1, Known::Everything)
        .drawings("da")
        .remove(0);
    for size in [
        Size::Scale(0.0),
        Size::Scale(f64::NAN),
        Size::Scale(1e6),
        Size::Width(0),
        Size::Width(u32::MAX),
    ] {
        assert!(
            matches!(chart::png(&drawing, size), Err(chart::PngError::Size(..))),
            "{size:?}"
        );
    }
}

#[test]
fn peoples_words_are_inert() {
    let hostile = "]]><script>alert('1')</script>\u{0}\u{1b}[31m\u{202e}\u{2066} \" onload=\"x\" &amp; \u{1f600} 漢字 #panic(\"x\")";
    let mut case = Case::new(SHIPPED, 3, 3, Known::Something);
    for practice in &mut case.model.practices {
        practice.name.set("da", hostile);
    }
    for (index, wave) in case.assessment.waves.iter_mut().enumerate() {
        wave.name = format!("{hostile}{index}");
        wave.id = Some(hostile.to_owned());
    }
    let mut units = case.assessment.units.list().to_vec();
    for unit in &mut units {
        unit.name = hostile.to_owned();
        unit.id = hostile.to_owned();
    }
    case.assessment.units = plateau::assessment::Units::new(units).unwrap();
    for role in &mut case.assessment.roles {
        role.name = hostile.to_owned();
    }
    for (name, drawing) in case.drawings("da") {
        let svg = drawing.standalone_svg();
        let document = Document::parse(&svg).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        for node in document.descendants().filter(|node| node.is_element()) {
            let tag = node.tag_name().name();
            let known = [
                "svg", "title", "desc", "style", "g", "path", "rect", "circle", "text",
            ];
            assert!(known.contains(&tag), "{name} has <{tag}>");
            assert!(
                node.attributes()
                    .all(|attribute| !attribute.name().starts_with("on")),
                "{name}"
            );
        }
        for character in svg.chars() {
            let inert = character == '\n'
                || !character.is_control() && !('\u{202a}'..='\u{2069}').contains(&character);
            assert!(inert, "{name} has {character:?}");
        }
    }
}

#[test]
fn a_chart_without_data_says_why_in_both_languages() {
    let reasons = |case: &Case| -> Vec<(Kind, &'static str)> {
        let charts = CHARTS.iter().copied().zip(case.charts("da"));
        charts
            .filter_map(|(kind, (_, chart))| Some((kind, chart.err()?)))
            .collect()
    };
    let tiny = reasons(&Case::new(TINY, 0, 1, Known::Everything));
    assert_eq!(
        tiny,
        [
            (Kind::Radar, "chart.missing.few_disciplines"),
            (Kind::Trend, "chart.missing.one_wave")
        ]
    );
    let nothing = reasons(&Case::new(SHIPPED, 2, 2, Known::Nothing));
    let kinds: Vec<Kind> = nothing.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(
        kinds,
        [
            Kind::Profile,
            Kind::Radar,
            Kind::Distribution,
            Kind::Gap,
            Kind::Trend
        ]
    );
    for (kind, reason) in tiny.into_iter().chain(nothing) {
        for language in ["da", "en"] {
            let words = charts::reason(reason, language);
            assert!(words.ends_with('.') && words != reason, "{kind:?}: {words}");
        }
    }
}

#[test]
fn every_kind_is_drawn_where_there_is_data() {
    for case in [
        Case::new(SHIPPED, 0, 2, Known::Everything),
        Case::new(LARGE, 39, 8, Known::Everything),
    ] {
        for (name, chart) in case.charts("en") {
            assert!(chart.is_ok(), "{name}: {chart:?}");
        }
    }
}

#[test]
fn a_chart_shows_only_units_practices_and_words_that_were_composed() {
    let case = Case::new(SHIPPED, 2, 1, Known::Nothing);
    for (name, drawing) in case.drawings("da") {
        let level =
            |text: &TextBox| text.text.chars().all(|c| c.is_ascii_digit()) && text.text.len() > 1;
        assert!(
            !drawing.texts.iter().any(level),
            "{name} shows a figure of a hidden cell"
        );
    }
}

#[test]
fn names_of_kinds_are_unique_and_found_again() {
    for &kind in CHARTS {
        assert_eq!(Kind::named(kind.name()), Some(kind));
    }
    assert_eq!(Kind::named("pie"), None);
}
