//! `plateau completions` and `plateau man`: derived from the command line's own types.

use clap::CommandFactory;
use clap_complete::Shell;

use crate::cli::Cli;

use super::Exit;
use super::console::Console;

/// Prints the completion script of a shell.
///
/// # Errors
/// If standard output cannot be written.
pub fn shell(shell: Shell, console: &Console) -> anyhow::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "plateau", &mut script);
    console.print(&script)?;
    Ok(Exit::Done)
}

/// Prints the manual page.
///
/// # Errors
/// If standard output cannot be written.
pub fn manual(console: &Console) -> anyhow::Result<Exit> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut page)?;
    console.print(&page)?;
    Ok(Exit::Done)
}
