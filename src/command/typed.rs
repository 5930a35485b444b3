//! A command line as a person would type it again.

use std::path::Path;

use crate::cli::{InputArgs, ModelArgs, OutputArgs, SelectArgs};
use crate::diagnostic::shell_word;
use crate::view::Typed;

use super::output::Output;

/// The inputs, the model, unit, wave and language as typed; `None` where the inputs came through
/// a pipe, and where a report that is passed on would name a place of this machine. `model` is
/// the folder that the assessment names, if any.
pub fn as_typed(
    input: &InputArgs,
    model: Option<&Path>,
    select: &SelectArgs,
    arguments: &OutputArgs,
    outputs: &[Output],
) -> Option<Typed> {
    let seen_here_only = outputs.iter().all(Output::is_for_the_terminal);
    let unfit = |path: &Path| path.as_os_str() == "-" || (path.is_absolute() && !seen_here_only);
    let (given, overlay) = (input.model.model.as_deref(), input.model.overlay.as_deref());
    let paths = input.input.iter().map(AsRef::as_ref);
    if paths.chain(given.or(model)).chain(overlay).any(unfit) {
        return None;
    }
    let named = |name, path: Option<&Path>| option(name, path.map(written).as_deref());
    let inputs: Vec<String> = input
        .input
        .iter()
        .map(|input| shell_word(&written(input)))
        .collect();
    let lenient = if input.lenient { " --lenient" } else { "" };
    let layout = option("--layout", input.layout.as_deref());
    let overlay = named("--overlay", overlay);
    let choices = [
        ("--unit", &select.unit),
        ("--wave", &select.wave),
        ("--lang", &arguments.lang),
    ];
    Some(Typed {
        inputs: inputs.join(" ") + &named("--model", given) + &overlay + lenient + &layout,
        choices: choices
            .map(|(name, value)| option(name, value.as_deref()))
            .concat(),
        model: named("--model", given.or(model)) + &overlay,
    })
}

/// What scores a file of answers, or an assessment, with the model as typed; `folder` is that of
/// the model that the assessment names, which a file alone does not.
pub fn scored(input: &Path, model: &ModelArgs, folder: Option<&Path>) -> String {
    let named = |name, path: Option<&Path>| option(name, path.map(written).as_deref());
    let input = shell_word(&written(input));
    let model_option = named("--model", model.model.as_deref().or(folder));
    let overlay = named("--overlay", model.overlay.as_deref());
    format!("plateau score {input}{model_option}{overlay}")
}

fn written(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// An option with the space before it, or nothing.
fn option(name: &str, value: Option<&str>) -> String {
    value.map_or_else(String::new, |value| {
        format!(" {name} {}", shell_word(value))
    })
}
