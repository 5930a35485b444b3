//! What the targets share: the model, and what must hold of anything that was read.

#![allow(dead_code)] // no target needs all of it

use std::sync::LazyLock;

use plateau::assessment::Assessment;
use plateau::diagnostic::Diagnostics;
use plateau::intake::{self, Content, Options, Source};
use plateau::model::{self, Model};
use plateau::scoring;

/// The built-in model.
pub static MODEL: LazyLock<Model> =
    LazyLock::new(|| model::shipped().expect("the built-in model loads").value);

/// Reads bytes as an answers file: it is read and scored, or refused with a problem that can
/// be shown; a cell that is no answer is never both counted and refused.
pub fn read_answers(bytes: &[u8]) {
    for lenient in [false, true] {
        let source = Source {
            content: Content::Bytes(bytes.to_vec()),
            name: "svar.csv".to_owned(),
            waves: Vec::new(),
            folder: None,
        };
        let assessment = Assessment::implicit(MODEL.practices.len());
        let options = Options {
            lenient,
            comments: true,
            ..Options::default()
        };
        match intake::read(&MODEL, assessment, vec![source], options) {
            Ok(read) => {
                show(&read.warnings);
                let card = scoring::score(&MODEL, &read.value.assessment, &read.value.responses);
                assert_eq!(card.waves.len(), read.value.assessment.waves.len());
            }
            Err(problems) => refused(&problems),
        }
    }
}

/// A refusal says what is wrong, and can be printed.
pub fn refused(problems: &Diagnostics) {
    assert!(problems.has_errors(), "refused without a reason");
    show(problems);
}

/// Prints problems to nowhere; what is printed acts on no terminal.
pub fn show(problems: &Diagnostics) {
    let text = problems.render(false);
    assert!(!text.contains('\u{1b}'), "an escape reached the terminal");
}
