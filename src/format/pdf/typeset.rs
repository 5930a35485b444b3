//! Typst, embedded: a world that holds a template, what it sets and the drawings, and
//! nothing else.

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::ecow::EcoVec;
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::document::Document;
use super::typeface;
use crate::diagnostic::{Diagnostic, Diagnostics, code};

/// Typesets a document.
pub(super) fn typeset(document: &Document) -> Result<Vec<u8>, Diagnostics> {
    let world = Files::new(document).ok_or_else(|| refused("its own file names"))?;
    let paged = typst::compile::<PagedDocument>(&world)
        .output
        .map_err(|faults| explain(&faults))?;
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|fault| refused(fault.message()))?;
    let options = PdfOptions {
        ident: Smart::Custom(document.identity.clone()),
        creator: Smart::Custom(Some(
            concat!("plateau ", env!("CARGO_PKG_VERSION")).to_owned(),
        )),
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&paged, &options).map_err(|faults| explain(&faults));
    // One run may write a report a unit: what only this one needed is let go.
    typst::comemo::evict(1);
    bytes
}

fn explain(faults: &EcoVec<SourceDiagnostic>) -> Diagnostics {
    let all: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    refused(&all.join("; "))
}

fn refused(why: &str) -> Diagnostics {
    Diagnostic::error(&code::C018, format!("the PDF could not be typeset: {why}"))
        .help("the other formats are not affected")
        .into()
}

/// All files there are.
struct Files {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
    files: Vec<(FileId, Bytes)>,
}

impl Files {
    fn new(document: &Document) -> Option<Self> {
        let fonts = typeface::faces();
        let mut files = vec![(file("/data.json")?, Bytes::new(document.json.clone()))];
        for (i, svg) in document.figures.iter().enumerate() {
            files.push((
                file(&format!("/figure-{i}.svg"))?,
                Bytes::from_string(svg.clone()),
            ));
        }
        if let Some((name, bytes)) = &document.logo {
            files.push((file(name)?, Bytes::new(bytes.clone())));
        }
        Some(Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            template: Source::new(file("/report.typ")?, document.template.to_owned()),
            files,
        })
    }
}

fn file(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Files {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() {
            Ok(self.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files
            .iter()
            .find(|(name, _)| *name == id)
            .map(|(_, bytes)| bytes.clone())
            .ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
