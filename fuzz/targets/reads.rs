//! A text of rows, read quickly and plainly: both must tell the same, answer by answer, problem
//! by problem and place by place.
//!
//! The first byte says how much of the text is at hand at a time, the second what is known
//! beforehand, the third what header stands over the rest (or none).
#![no_main]

mod shared;

use plateau::assessment::{Assessment, Unit, Units, Wave};
use plateau::intake::{self, Content, Options, Reads, Source};
use shared::MODEL;

/// Headers under which rows are passed over quickly, and no header.
const HEADERS: &[&str] = &[
    "",
    "respondent;enhed;rolle;praksis;niveau;kommentar\n",
    "respondent,unit,role,wave,practice,level,comment\n",
    "praksis;niveau;respondent\n",
    "respondent;praksis;niveau;modereret;begrundelse\r\n",
    "respondent;enhed;rolle;PRO-1;PRO-2;PLA-4\n",
    "enhed,PRO-1,PRO-1 kommentar,PLA-4,wave\r\n",
    "id\tMail\tPRO-1\tPLA-4\n",
    "praksis;niveau;enhed;modereret;begrundelse;evidens\n",
];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let [room, known, header, rows @ ..] = bytes else {
        return;
    };
    let header = HEADERS[usize::from(*header) % HEADERS.len()];
    let text = [header.as_bytes(), rows].concat();
    let plainly = told(&text, *known, Reads::Plainly);
    for reads in [Reads::Quickly, Reads::QuicklyBy(16 + usize::from(*room))] {
        assert_eq!(plainly, told(&text, *known, reads), "read otherwise {reads:?}");
    }
});

/// Everything that reading tells: answers, what was detected, and every problem in its place.
/// The lowest bits of `known` say what is declared, how strict reading is, whether comments are
/// kept, and whether the text is there twice.
fn told(text: &[u8], known: u8, reads: Reads) -> String {
    let is_set = |bit: u8| known & (1 << bit) != 0;
    let source = |name: &str| Source {
        content: Content::Bytes(text.to_vec()),
        name: name.to_owned(),
        waves: Vec::new(),
        folder: None,
    };
    let names = if is_set(3) { &["a.csv", "b.csv"][..] } else { &["a.csv"] };
    let options = Options {
        lenient: is_set(1),
        comments: is_set(2),
        reads,
        ..Options::default()
    };
    let sources = names.iter().map(|name| source(name)).collect();
    let (detected, read) = intake::inspect(&MODEL, assessment(is_set(0)), sources, options);
    let read = match read {
        Ok(read) => {
            let warnings = read.warnings.render(false);
            format!("{warnings}\n{:?}\n{:?}", read.value.assessment, read.value.responses)
        }
        Err(problems) => problems.render(false),
    };
    format!("{detected:?}\n{read}")
}

fn assessment(is_declared: bool) -> Assessment {
    let mut assessment = Assessment::implicit(MODEL.practices.len());
    if is_declared {
        let unit = |id: &str, parent| Unit {
            id: id.to_owned(),
            name: format!("Hold {id}"),
            parent,
            invited: None,
            implicit: false,
            children: Vec::new(),
        };
        let units = vec![unit("all", None), unit("a", Some(0)), unit("b", Some(0))];
        assessment.units = Units::new(units).expect("they are a tree");
        let wave = |id: &str| Wave {
            id: Some(id.to_owned()),
            name: id.to_owned(),
            ..Wave::default()
        };
        assessment.waves = ["2025", "2026"].map(wave).to_vec();
        assessment.declared.units = true;
        assessment.declared.waves = true;
    }
    assessment
}
