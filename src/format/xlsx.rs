//! An Excel workbook: sheets for people, and one long sheet for machines.
//!
//! | sheet | holds |
//! | --- | --- |
//! | Summary | where the unit stands, with charts; what holds it back; the report's sentences |
//! | Practices | a row a practice, all its figures |
//! | Distribution | a chart of the answers at each level |
//! | Units and waves, Levels | side by side, where there are several |
//! | Differences | where people disagree, roles, what has changed |
//! | Next steps, Practice cards | the report's words on them |
//! | Comments | what people wrote, a row a comment, where it may be shown |
//! | Evidence | what settled and moderated levels rest on, where there are any |
//! | Method | the rules in force, the files read |
//! | Data | the rows of the CSV format |
//!
//! Numbers are numbers, unrounded, and Excel's language sets their decimal mark. Hidden cells
//! hold a word and are hatched; what is unknown is empty. There is no formula and no link.
//! Words about a part of the model come on one sheet. A worksheet to fill in, such as a plan, comes
//! first in a workbook of its own, with the report's words behind it.

mod charts;
mod comments;
mod comparison;
mod evidence;
pub mod form;
mod legal;
mod logo;
mod look;
mod machine;
mod method;
mod page;
mod practices;
mod prose;
mod room;
mod runs;
mod subject;
mod summary;
mod tiles;
mod worksheet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::text::Words;
use crate::view::{Depth, Record, Section, View};

use super::Style;
use look::Look;
use page::{Outcome, Page};
use prose::Blocks;
use subject::Subject;

/// A report as a workbook.
///
/// # Panics
/// Never: see the reason below.
pub fn render(view: &View, _style: &Style) -> Vec<u8> {
    // It is written to memory, and what could break a sheet's limits (names, long texts,
    // many rows) is cut to them on its way in.
    workbook(view)
        .and_then(|mut workbook| workbook.save_to_buffer())
        .expect("a workbook within Excel's limits")
}

fn workbook(view: &View) -> Result<Workbook, XlsxError> {
    let words = Words::of(&view.language);
    let look = Look::new(words, view.imprint.accent);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(view)?);
    let record = match view.worksheet {
        Some(_) => None,
        None => view.record.as_ref().map(Record::in_full),
    };
    let about = record.as_ref();
    let about = about.and_then(|record| Some((record, Subject::of(record)?)));
    let pages = match (&view.worksheet, about) {
        (Some(worksheet), _) => worksheet::sheets(view, worksheet, words, &look)?,
        (None, Some((record, subject))) => sheets(view, record, &subject, words, &look)?,
        (None, None) => vec![sentences(view, words, &look)?],
    };
    let model = view.subtitle.last().map_or("", String::as_str);
    for mut page in pages {
        page.running(&view.title, model);
        workbook.push_worksheet(page.sheet);
    }
    Ok(workbook)
}

/// Title, names and date; the date is the report's, never the clock's.
fn properties(view: &View) -> Result<DocProperties, XlsxError> {
    let dated = view
        .record
        .as_ref()
        .and_then(|record| record.assessment.date.as_ref())
        .and_then(|date| ExcelDateTime::parse_from_str(date).ok());
    let date = match dated {
        Some(date) => date,
        None => ExcelDateTime::from_ymd(2000, 1, 1)?,
    };
    let imprint = &view.imprint;
    let name = |name: &Option<String>| legal::property(name.as_deref().unwrap_or_default());
    Ok(DocProperties::new()
        .set_title(legal::property(&view.title))
        .set_author(name(&imprint.author))
        .set_company(name(&imprint.organisation))
        .set_creation_datetime(&date))
}

fn sheets<'a>(
    view: &View,
    record: &Record,
    subject: &Subject,
    words: &'static Words,
    look: &'a Look,
) -> Result<Vec<Page<'a>>, XlsxError> {
    let page = |name: &str| Page::new(name, words, look, record.model.levels);
    let mut pages = Vec::new();
    let mut add = |name: &str, write: &dyn Fn(&mut Page<'a>) -> Outcome| -> Outcome {
        let mut page = page(name)?;
        write(&mut page)?;
        pages.push(page);
        Ok(())
    };
    add(words.get("xlsx.sheet.summary"), &|page| {
        summary::write(page, subject, view)
    })?;
    add(words.get("xlsx.sheet.practices"), &|page| {
        practices::write(page, subject)
    })?;
    if practices::has_counts(subject.unit) {
        add(words.get("xlsx.sheet.distribution"), &|page| {
            distribution(page, subject, view)
        })?;
    }
    if comparison::is_needed(subject) {
        add(words.get("xlsx.sheet.units"), &|page| {
            comparison::figures(page, subject)
        })?;
        add(words.get("xlsx.sheet.levels"), &|page| {
            comparison::levels(page, subject)
        })?;
    }
    for (name, ids) in [
        (
            words.get("xlsx.sheet.differences"),
            &["disagreement", "agreement", "roles", "units", "change"][..],
        ),
        (words.get("xlsx.sheet.steps"), &["next"][..]),
        (words.get("xlsx.sheet.cards"), &["practices"][..]),
    ] {
        let told: Vec<&Section> = told_in_full(view, ids).collect();
        if !told.is_empty() {
            add(name, &|page| {
                let title = (name, view.subtitle.as_slice());
                prose::sheet(page, title, told.iter().copied(), Blocks::NoCommands)
            })?;
        }
    }
    // Whoever leaves the practice cards out wants no comments either.
    let has_cards = view
        .sections
        .iter()
        .any(|section| section.id == "practices");
    if has_cards && comments::is_needed(subject) {
        add(words.get("xlsx.sheet.comments"), &|page| {
            comments::write(page, subject)
        })?;
    }
    if evidence::is_needed(subject) {
        add(words.get("xlsx.sheet.evidence"), &|page| {
            evidence::write(page, subject)
        })?;
    }
    add(words.get("xlsx.sheet.method"), &|page| {
        method::write(page, subject, view)
    })?;
    pages.extend(machine::pages(record, words, look)?);
    Ok(pages)
}

/// Sections of the full report that have words of their own beside the numbers.
fn told_in_full<'v>(view: &'v View, ids: &'v [&'v str]) -> impl Iterator<Item = &'v Section> {
    view.sections.iter().filter(move |section| {
        let has_words = section
            .blocks
            .iter()
            .any(|block| Blocks::NoCommands.has(block));
        section.depth == Depth::Detail && ids.contains(&section.id) && has_words
    })
}

fn distribution(page: &mut Page, subject: &Subject, view: &View) -> Outcome {
    let look = page.look;
    page.sheet.set_row_height(0, 30)?;
    page.text(0, 0, page.words.get("xlsx.heading.shares"), &look.title)?;
    let about = view.subtitle.first().unwrap_or(&view.title);
    page.text(1, 0, about, &look.subtitle)?;
    page.text(
        2,
        0,
        page.words.get("xlsx.heading.shares_note"),
        &look.subtitle,
    )?;
    let chart = charts::distribution(page.words, subject);
    page.sheet.insert_chart(4, 0, &chart)?;
    page.sheet.set_print_fit_to_pages(1, 1);
    page.sheet.set_screen_gridlines(false);
    Ok(())
}

/// A workbook of words alone, its sheet named by their title.
fn sentences<'a>(
    view: &View,
    words: &'static Words,
    look: &'a Look,
) -> Result<Page<'a>, XlsxError> {
    let name = legal::sheet_name(&view.title, words.get("xlsx.sheet.summary"));
    let mut page = Page::new(&name, words, look, 0)?;
    let title = (view.title.as_str(), view.subtitle.as_slice());
    prose::sheet(&mut page, title, &view.sections, Blocks::All)?;
    Ok(page)
}
