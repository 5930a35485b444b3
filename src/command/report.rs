//! `plateau report`: the full report, for the whole and for each unit by itself.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::assessment::Assessment;
use crate::cli::{OutputArgs, ReportArgs};
use crate::diagnostic::{Diagnostic, Diagnostics, Location, code};
use crate::finding::plan::Pace;
use crate::format::{self, Format};
use crate::intake::PastPlan;
use crate::parallel;
use crate::scoring::Profile;
use crate::view::{Extent, Selection, Topic, View};

use super::console::Console;
use super::output::{self, Output, Views};
use super::staging::{self, NewFolder, Staged};
use super::study::Study;
use super::{Exit, pipeline, plan, refuse};

/// What the report on the whole is called beside those on the units.
const OVERVIEW: &str = "overview";

/// The format of the units' reports unless another is named.
const FORMAT: &str = "html";

/// Composes every report that was asked for and writes them all.
///
/// # Errors
/// Everything wrong with the arguments and the input; then nothing is written.
pub fn run(arguments: &ReportArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let mut warnings = Diagnostics::new();
    let opened = pipeline::open(&arguments.input, &mut warnings)?;
    let inputs = plan::with_past(&opened.inputs, arguments.plan.as_deref());
    let mut outputs = planned(arguments, &inputs)?;
    let folder = arguments.per_unit.as_deref();
    if let Some(folder) = folder {
        check_folder(folder)?;
    }
    let (model, read) =
        pipeline::read_keeping(true, opened, arguments.input.lenient, &mut warnings)?;
    let chosen = pipeline::select(&arguments.select, &read.assessment)?;
    let file = arguments.plan.as_deref();
    let past = plan::past(file, chosen, &model, &read.assessment, &mut warnings)?;
    let reports = Reports {
        study: Study::new(model, read, arguments.date),
        past,
        chosen: chosen.unit,
        wave: chosen.wave,
        arguments,
    };
    let parts = match folder {
        Some(_) => reports.parts(chosen.unit),
        None => Vec::new(),
    };
    outputs.extend(folder.map(|folder| reports.file(folder, OVERVIEW)));
    reports.check(folder, &outputs, &parts, &inputs)?;
    let only = arguments.select.unit.is_some();
    let compose = |extent| reports.report(chosen.unit, only, extent);
    let mut views = Views::new();
    let mut rendered = output::render(&mut views, &outputs, compose, (true, console))?;
    console.warn(&rendered.warnings);
    let new_folder = folder.map(NewFolder::make).transpose()?;
    let mut staged = match folder {
        Some(folder) => reports.stage_parts(folder, &parts, console)?,
        None => Vec::new(),
    };
    console.warn(&warnings);
    staged.extend(rendered.stage()?);
    staging::publish(staged)?;
    new_folder.into_iter().for_each(NewFolder::keep);
    rendered.print(console)?;
    Ok(Exit::Done)
}

fn planned(arguments: &ReportArgs, inputs: &[PathBuf]) -> anyhow::Result<Vec<Output>> {
    if arguments.output.is_empty() {
        return Ok(Vec::new());
    }
    let named = OutputArgs {
        output: arguments.output.clone(),
        format: arguments.format.clone(),
        lang: arguments.lang.clone(),
        verbose: true,
    };
    output::plan(&named, inputs)
}

/// Whether a folder can hold the units' reports: an earlier run's are written over.
fn check_folder(folder: &Path) -> anyhow::Result<()> {
    if folder.exists() && !folder.is_dir() {
        let shown = folder.display().to_string();
        return refuse(
            Diagnostic::error(&code::C001, format!("`{shown}` is no folder"))
                .at(Location::Argument(shown))
                .help("name a folder; it is made if it is not there"),
        );
    }
    Ok(())
}

/// The reports on one wave.
struct Reports<'a> {
    study: Study,
    /// Last time's plan, which is for the chosen unit alone.
    past: Option<PastPlan>,
    chosen: usize,
    wave: usize,
    arguments: &'a ReportArgs,
}

impl Reports<'_> {
    fn report(&self, unit: usize, only_unit: bool, extent: Extent) -> View<'_> {
        let assessment = &self.study.read.assessment;
        let language = pipeline::language(self.arguments.lang.as_deref(), assessment);
        self.study.view(&Selection {
            topic: Topic::Whole,
            unit,
            wave: self.wave,
            only_unit,
            only_wave: self.arguments.select.wave.is_some(),
            extent,
            layers: 1,
            full_agreement: self.arguments.agreement.is_full(),
            language: language.to_owned(),
            date: assessment.date,
            typed: None,
            pace: Pace::default(),
            past: self.past.clone().filter(|_| unit == self.chosen),
            supposed: None,
        })
    }

    fn format(&self) -> &'static Format {
        let named = self.arguments.format.as_deref().and_then(format::find);
        named
            .or_else(|| format::find(FORMAT))
            .unwrap_or(&format::FORMATS[0])
    }

    fn file(&self, folder: &Path, name: &str) -> Output {
        let format = self.format();
        Output {
            target: Some(folder.join(format!("{name}.{}", format.endings[0]))),
            format,
        }
    }

    /// Writes the units' reports beside their places, several at the same time. A report's bytes
    /// are let go once they are written, so that memory does not grow with the units.
    fn stage_parts(
        &self,
        folder: &Path,
        parts: &[(usize, String)],
        console: &Console,
    ) -> anyhow::Result<Vec<Staged<'static>>> {
        let progress = console.progress(parts.len());
        let has_failed = AtomicBool::new(false);
        let made = parallel::each(parts.len(), 1, |at| {
            if has_failed.load(Ordering::Relaxed) {
                return Ok((Vec::new(), Diagnostics::new()));
            }
            let (unit, name) = &parts[at];
            let made = self.stage_part(*unit, &self.file(folder, name), console);
            has_failed.fetch_or(made.is_err(), Ordering::Relaxed);
            progress.step();
            made
        });
        drop(progress);
        let mut staged = Vec::new();
        for made in made {
            let (files, warnings) = made?;
            console.warn(&warnings);
            staged.extend(files);
        }
        Ok(staged)
    }

    fn stage_part(
        &self,
        unit: usize,
        output: &Output,
        console: &Console,
    ) -> anyhow::Result<(Vec<Staged<'static>>, Diagnostics)> {
        let compose = |extent| self.report(unit, true, extent);
        let mut views = Views::new();
        let outputs = std::slice::from_ref(output);
        let mut rendered = output::render(&mut views, outputs, compose, (true, console))?;
        let staged = rendered.stage()?.into_iter().map(Staged::into_owned);
        Ok((staged.collect(), rendered.warnings))
    }

    /// Whether the files in the units' folder are neither read nor among the other outputs.
    fn check(
        &self,
        folder: Option<&Path>,
        outputs: &[Output],
        parts: &[(usize, String)],
        inputs: &[PathBuf],
    ) -> Result<(), Diagnostics> {
        let Some(folder) = folder else { return Ok(()) };
        let own = parts.iter().map(|(_, name)| self.file(folder, name).target);
        let targets = outputs.iter().map(|output| output.target.clone());
        let targets: Vec<PathBuf> = targets.chain(own).flatten().collect();
        let mut problems = output::said_twice(&targets);
        for path in &targets {
            problems.append(
                output::check_is_no_input(path, inputs)
                    .err()
                    .unwrap_or_default(),
            );
        }
        problems.guard(()).map(|checked| checked.value)
    }

    /// The units that get a report of their own, with their files' names: those within the
    /// chosen one, or all others where none was chosen, that have anything that may be shown.
    fn parts(&self, chosen: usize) -> Vec<(usize, String)> {
        let assessment = &self.study.read.assessment;
        let everywhere = self.arguments.select.unit.is_none();
        let wanted = |&unit: &usize| {
            unit != chosen
                && (everywhere || is_within(assessment, unit, chosen))
                && shows_anything(&self.study.scorecard.waves[self.wave].profiles[unit])
        };
        let mut taken = BTreeSet::from([OVERVIEW.to_owned()]);
        (0..assessment.units.len())
            .filter(wanted)
            .map(|unit| (unit, own_name(&assessment.units[unit].id, &mut taken)))
            .collect()
    }
}

fn is_within(assessment: &Assessment, unit: usize, outer: usize) -> bool {
    let mut above = assessment.units[unit].parent;
    while let Some(unit) = above {
        if unit == outer {
            return true;
        }
        above = assessment.units[unit].parent;
    }
    false
}

/// Whether a unit has a level or answers that may be shown.
fn shows_anything(profile: &Profile) -> bool {
    profile.scores.iter().any(|score| {
        let figures = score.figures.as_option();
        score.level.is_some() || figures.is_some_and(|figures| figures.n > 0)
    })
}

/// A file name made of an id, unlike those taken: letters, digits, `-` and `_` only, so that
/// no id leads out of the folder.
fn own_name(id: &str, taken: &mut BTreeSet<String>) -> String {
    const LONGEST: usize = 60;
    let safe = |c: char| match c {
        c if c.is_alphanumeric() || c == '_' => c,
        _ => '-',
    };
    let plain: String = id.to_lowercase().chars().map(safe).take(LONGEST).collect();
    let plain = plain.trim_matches('-');
    let plain = match plain {
        "" => "unit".to_owned(),
        reserved if is_reserved(reserved) => format!("unit-{reserved}"),
        plain => plain.to_owned(),
    };
    let mut name = plain.clone();
    let mut again = 2;
    while !taken.insert(name.clone()) {
        name = format!("{plain}-{again}");
        again += 1;
    }
    name
}

/// Names that Windows keeps for devices.
fn is_reserved(name: &str) -> bool {
    let numbered = ["com", "lpt"].iter().any(|device| {
        name.strip_prefix(device)
            .is_some_and(|rest| rest.len() == 1 && rest.starts_with(|c: char| c.is_ascii_digit()))
    });
    numbered || ["con", "prn", "aux", "nul"].contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_s_file_stays_in_its_folder_and_is_nobody_else_s() {
        let mut taken = BTreeSet::from([OVERVIEW.to_owned()]);
        let mut name = |id| own_name(id, &mut taken);
        assert_eq!(name("privatlaan"), "privatlaan");
        assert_eq!(name("Privatlaan"), "privatlaan-2");
        assert_eq!(name("../../etc/passwd"), "etc-passwd");
        assert_eq!(name("Nord & Øst"), "nord---øst");
        assert_eq!(name("overview"), "overview-2");
        assert_eq!(name("///"), "unit");
        assert_eq!(name("NUL"), "unit-nul");
        assert_eq!(name("lpt1"), "unit-lpt1");
    }
}
