//! The workbook, opened by another program.

use std::path::{Path, PathBuf};
use std::process::Command;

use plateau::view::View;

use crate::formats::sample::sample_view;

use super::{bytes, office};

/// Converts a workbook with LibreOffice; the files that came out.
fn converted(view: &View, folder: &Path, to: &str) -> Vec<PathBuf> {
    convert(&bytes(view), folder, to)
}

fn convert(workbook: &[u8], folder: &Path, to: &str) -> Vec<PathBuf> {
    let book = folder.join("report.xlsx");
    std::fs::write(&book, workbook).unwrap();
    office(folder, to, &[&book]);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file() && *path != book)
        .collect();
    files.sort();
    files
}

/// Lets LibreOffice convert files within a folder.
fn office(folder: &Path, to: &str, files: &[&PathBuf]) {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let run = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", to, "--outdir"])
        .arg(folder)
        .args(files)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(run.status.success() && !said.contains("Error"), "{said}");
}

/// All that LibreOffice finds in workbooks, one after the other.
pub fn as_flat_xml(workbooks: &[Vec<u8>]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let numbered = workbooks.iter().enumerate();
    let files: Vec<PathBuf> = numbered
        .map(|(number, bytes)| {
            let path = folder.path().join(format!("{number}.xlsx"));
            std::fs::write(&path, bytes).unwrap();
            path
        })
        .collect();
    office(folder.path(), "fods", &files.iter().collect::<Vec<_>>());
    let read = |path: &PathBuf| std::fs::read_to_string(path.with_extension("fods")).unwrap();
    files.iter().map(read).collect()
}

/// What a PDF says.
fn said(pdf: &Path) -> String {
    let run = Command::new("pdftotext")
        .args(["-layout".as_ref(), pdf.as_os_str(), "-".as_ref()])
        .output()
        .unwrap();
    assert!(run.status.success());
    String::from_utf8(run.stdout).unwrap()
}

#[test]
#[ignore = "needs Debian's LibreOffice"]
fn libreoffice_prints_the_workbook() {
    let folder = tempfile::tempdir().unwrap();
    let files = converted(&office::view(), folder.path(), "pdf");
    let [pdf] = files.as_slice() else {
        panic!("{files:?}")
    };
    let text = said(pdf);
    for (id, _, name) in office::practices() {
        assert!(text.contains(&id), "{id}");
        let first = name.split(' ').next().unwrap();
        assert!(text.contains(first), "{name}");
    }
    assert!(text.contains("Disciplinernes gennemsnit"));
}

#[test]
#[ignore = "needs Debian's LibreOffice"]
fn libreoffice_prints_people_s_formulas_as_they_wrote_them() {
    for words in ["=1+1", "=cmd|' /C calc'!A0", "@SUM(1;2)"] {
        let folder = tempfile::tempdir().unwrap();
        let files = converted(&sample_view(words), folder.path(), "pdf");
        let text = said(&files[0]);
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
#[ignore = "needs Debian's LibreOffice"]
fn libreoffice_reads_back_every_cell() {
    let folder = tempfile::tempdir().unwrap();
    // Every sheet, `;` between cells, as shown.
    let every_sheet =
        "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1";
    let files = converted(&sample_view("=1+1"), folder.path(), every_sheet);
    let sheets = ["Overblik", "Praksisser", "Metode", "Data"];
    for sheet in sheets {
        let name = format!("report-{sheet}.csv");
        let file = files.iter().find(|path| path.ends_with(&name));
        let text = std::fs::read_to_string(file.unwrap()).unwrap();
        assert!(text.contains("=1+1"), "{sheet}: {text}");
        assert!(
            !text.contains("#NAME?") && !text.contains("Err:"),
            "{sheet}"
        );
    }
}
