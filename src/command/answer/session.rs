//! One sitting: from the first question that is not answered to the end, or to where the person
//! stops. Nothing is held back: the sheet is read, changed in one place and written whole for
//! every line that says something.

use std::path::Path;

use crate::assessment::Assessment;
use crate::command::console::Console;
use crate::command::{Exit, staging};
use crate::diagnostic::{Diagnostics, Warned};
use crate::format::csv::{dialect, table};
use crate::format::terminal;
use crate::intake::{self, AnswerSheet, Content};
use crate::model::Model;
use crate::view::View;
use crate::view::form::{Questionnaire, Reply, Spoken};

use super::about::About;

/// One sitting.
pub struct Session<'a> {
    /// What is asked by.
    pub model: &'a Model,
    /// What is assessed.
    pub assessment: &'a Assessment,
    /// What is asked.
    pub questionnaire: &'a Questionnaire,
    /// What it is asked about.
    pub about: &'a About,
    /// The sheet.
    pub path: &'a Path,
    /// Who is asked.
    pub console: &'a Console,
    /// The command that scores the answers.
    pub next: String,
}

/// Where to go after a question; `To(None)` is behind the last one.
enum Step {
    To(Option<usize>),
    Over,
}

impl Session<'_> {
    /// Asks until everything is answered or somebody stops.
    ///
    /// # Errors
    /// A sheet that is there and cannot be gone on with, and one that cannot be written.
    pub fn hold(&self, mut warnings: Diagnostics) -> anyhow::Result<Exit> {
        let file = self.path.display().to_string();
        let spoken = Spoken::new(self.model, self.questionnaire, &file);
        let sheet = self.load()?.take(&mut warnings);
        self.console.warn(&warnings);
        let unit = self.about.unit.as_ref().map(|unit| unit.name.as_str());
        self.say(&spoken.opening(unit, self.answered(&sheet)))?;
        let mut at = self.missing(&sheet).first().copied();
        loop {
            let step = match at {
                Some(index) => self.ask(&spoken, index)?,
                None => self.ask_at_the_end(&spoken)?,
            };
            match step {
                Step::To(next) => at = next,
                Step::Over => break,
            }
        }
        let answered = self.answered(&self.sheet()?);
        self.say(&spoken.closing(answered, &self.next))?;
        Ok(Exit::Done)
    }

    fn ask(&self, spoken: &Spoken<'_>, index: usize) -> anyhow::Result<Step> {
        let practice = self.practice(index);
        let sheet = self.sheet()?;
        let (answer, comment) = (sheet.answer(practice), sheet.comment(practice));
        self.say(&spoken.question(index, answer, comment.as_deref()))?;
        self.console.print(b"\n")?;
        loop {
            let Some(line) = self.console.ask(&spoken.prompt(answer.is_some()))? else {
                return Ok(Step::Over);
            };
            match spoken.reply(&line) {
                None => self.say(&spoken.not_understood(&line))?,
                Some(Reply::Help) => self.say(&spoken.help())?,
                Some(Reply::Back) if index == 0 => self.say(&spoken.is_first())?,
                Some(Reply::Back) => return Ok(Step::To(Some(index - 1))),
                Some(Reply::Go(other)) => return Ok(Step::To(Some(other))),
                Some(Reply::Quit) => return Ok(Step::Over),
                Some(Reply::On) => return Ok(Step::To(self.behind(index))),
                Some(Reply::Comment) => {
                    if self.ask_comment(spoken, index)?.is_none() {
                        return Ok(Step::Over);
                    }
                }
                Some(Reply::Answer(answer)) => {
                    let words = spoken.cell(answer);
                    self.change(|sheet| sheet.set_answer(practice, answer, &words))?;
                    return Ok(match self.ask_comment(spoken, index)? {
                        Some(()) => Step::To(self.next_missing(index)?),
                        None => Step::Over,
                    });
                }
            }
        }
    }

    /// Asks for a comment; `None` if there is nobody to answer any more, or they want to leave.
    fn ask_comment(&self, spoken: &Spoken<'_>, index: usize) -> anyhow::Result<Option<()>> {
        let practice = self.practice(index);
        let is_there = self.sheet()?.comment(practice).is_some();
        let Some(line) = self.console.ask(spoken.comment_prompt(is_there))? else {
            return Ok(None);
        };
        // Who wants to leave leaves, also from here.
        if matches!(spoken.reply(&line), Some(Reply::Quit)) {
            return Ok(None);
        }
        // One line, whatever keys were pressed.
        let parts = line.split(|c: char| c.is_whitespace() || c.is_control());
        let words: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        match words.join(" ").as_str() {
            "" => {}
            "-" if is_there => self.change(|sheet| sheet.set_comment(practice, ""))?,
            said => self.change(|sheet| sheet.set_comment(practice, said))?,
        }
        Ok(Some(()))
    }

    fn ask_at_the_end(&self, spoken: &Spoken<'_>) -> anyhow::Result<Step> {
        let missing = self.missing(&self.sheet()?);
        let last = self.questionnaire.items.len().checked_sub(1);
        self.say(&spoken.end(&missing))?;
        loop {
            let Some(line) = self.console.ask(spoken.end_prompt(missing.is_empty()))? else {
                return Ok(Step::Over);
            };
            match spoken.reply(&line) {
                Some(Reply::Quit) => return Ok(Step::Over),
                Some(Reply::On) if missing.is_empty() => return Ok(Step::Over),
                Some(Reply::On) => return Ok(Step::To(missing.first().copied())),
                Some(Reply::Go(index)) => return Ok(Step::To(Some(index))),
                Some(Reply::Back) => return Ok(Step::To(last)),
                _ => self.say(&spoken.help())?,
            }
        }
    }

    fn behind(&self, index: usize) -> Option<usize> {
        (index + 1 < self.questionnaire.items.len()).then_some(index + 1)
    }

    /// The next question that is not answered, those before not among them.
    fn next_missing(&self, index: usize) -> anyhow::Result<Option<usize>> {
        let missing = self.missing(&self.sheet()?);
        Ok(missing.into_iter().find(|&other| other > index))
    }

    fn missing(&self, sheet: &AnswerSheet) -> Vec<usize> {
        let all = 0..self.questionnaire.items.len();
        all.filter(|&index| sheet.answer(self.practice(index)).is_none())
            .collect()
    }

    fn answered(&self, sheet: &AnswerSheet) -> usize {
        self.questionnaire.items.len() - self.missing(sheet).len()
    }

    /// The practice of a question, an index into the model's.
    fn practice(&self, index: usize) -> usize {
        // What is asked comes from the model.
        let id = &self.questionnaire.items[index].practice;
        self.model.practice(id).unwrap_or_default()
    }

    /// Changes the sheet as it is now in the file, and writes it whole.
    fn change(&self, change: impl FnOnce(&mut AnswerSheet)) -> anyhow::Result<()> {
        let mut sheet = self.sheet()?;
        change(&mut sheet);
        let bytes = table(&sheet.table, sheet.delimiter, sheet.mark);
        // What could not be read back is not written.
        self.read(Content::Bytes(bytes.clone()))?;
        staging::write_files(&[(self.path.to_owned(), bytes)])
    }

    fn sheet(&self) -> Result<AnswerSheet, Diagnostics> {
        self.load().map(|sheet| sheet.value)
    }

    /// The sheet as it is now in the file, or a new one, with a row for every practice asked.
    fn load(&self) -> Result<Warned<AnswerSheet>, Diagnostics> {
        let heads = &self.questionnaire.heads;
        let heads = [
            heads.practice.as_str(),
            heads.level.as_str(),
            heads.unit.as_str(),
            heads.wave.as_str(),
            heads.comment.as_str(),
        ];
        let mut sheet = match self.path.exists() {
            true => self.read(Content::File(self.path.to_owned()))?,
            false => {
                let (delimiter, mark) = dialect(&self.questionnaire.language);
                let sheet = AnswerSheet::new(self.model, heads, delimiter, mark);
                Diagnostics::new().guard(sheet)?
            }
        };
        let items = 0..self.questionnaire.items.len();
        let asked: Vec<usize> = items.map(|index| self.practice(index)).collect();
        let about = self.about.subject();
        sheet.value.complete(self.model, &asked, about, heads);
        Ok(sheet)
    }

    fn read(&self, content: Content) -> Result<Warned<AnswerSheet>, Diagnostics> {
        let name = self.path.display().to_string();
        let file = (content, name.as_str(), self.about.listed.clone());
        intake::answer_sheet(self.model, self.assessment, self.about.subject(), file)
    }

    fn say(&self, view: &View) -> anyhow::Result<()> {
        let mut text = vec![b'\n'];
        text.extend(terminal::render(view, &self.console.style(true)));
        Ok(self.console.print(&text)?)
    }
}
