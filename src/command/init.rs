//! `plateau init`: an assessment folder that scores as it stands.

use crate::assessment;
use crate::cli::InitArgs;
use crate::diagnostic::{Diagnostics, inert, shell_word};
use crate::text;

use super::console::Console;
use super::{Exit, output, pipeline};

/// Writes the folder and says what to do next.
///
/// # Errors
/// If the folder exists and holds anything, or cannot be written.
pub fn run(arguments: &InitArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let mut warnings = Diagnostics::new();
    let model = pipeline::load_model(&arguments.model, &mut warnings)?;
    console.warn(&warnings);
    let language = arguments.lang.as_deref().unwrap_or(text::LANGUAGES[0].code);
    let named = match &arguments.model.model {
        Some(folder) => std::fs::canonicalize(folder)?.display().to_string(),
        None => model.id.clone(),
    };
    let files = assessment::template(&model, &named, language);
    output::write_folder(&arguments.dir, &files)?;
    let folder = inert(&arguments.dir.to_string_lossy());
    let word = shell_word(&arguments.dir.to_string_lossy());
    let mut said = format!("Wrote an empty assessment to {folder}:\n");
    for (name, _) in files.iter().filter(|(name, _)| !name.starts_with('.')) {
        said.push_str(&format!("  {folder}/{name}\n"));
    }
    said.push_str(&format!(
        "Fill in the levels in the answer sheet, then run:\n  plateau score {word}\n"
    ));
    console.print(said.as_bytes())?;
    Ok(Exit::Done)
}
