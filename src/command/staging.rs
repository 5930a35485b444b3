//! Writing all or nothing: each file beside its target first, then all are renamed.

use std::fs;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, code};
use crate::format::Body;

use super::refuse;

/// A file that is written, but not yet to be seen where it belongs; it is gone again unless it
/// is published.
pub struct Staged<'a> {
    /// Its name as asked for.
    path: PathBuf,
    place: Place<'a>,
}

enum Place<'a> {
    /// In a file of its own beside the target. The file is closed: there may be more of them
    /// than a process may have open.
    Beside(tempfile::TempPath, PathBuf),
    /// Still here, because what goes by its name is no regular file and can only be written to.
    Here(Body<'a>),
}

impl<'a> Staged<'a> {
    /// Writes a file beside its target.
    ///
    /// # Errors
    /// If it cannot be written, with the reason.
    pub fn beside(path: &Path, body: impl Into<Body<'a>>) -> anyhow::Result<Self> {
        let place = match stage(path, body.into()) {
            Ok(place) => place,
            Err(reason) => return refuse(unwritable(path, &reason)),
        };
        Ok(Self {
            path: path.to_owned(),
            place,
        })
    }

    /// The same without anything that it is made from.
    pub fn into_owned(self) -> Staged<'static> {
        let Self { path, place } = self;
        let place = match place {
            Place::Beside(file, target) => Place::Beside(file, target),
            Place::Here(body) => Place::Here(body.into_bytes().into()),
        };
        Staged { path, place }
    }
}

/// Puts files where they belong.
///
/// # Errors
/// The first that cannot be put there, with the reason.
pub fn publish(staged: Vec<Staged<'_>>) -> anyhow::Result<()> {
    // A rename hardly fails; writing does.
    for file in &staged {
        if let Place::Here(body) = &file.place
            && let Err(reason) = write_to(&file.path, body)
        {
            return refuse(unwritable(&file.path, &reason));
        }
    }
    for Staged { path, place } in staged {
        if let Place::Beside(file, target) = place
            && let Err(failure) = file.persist(&target)
        {
            return refuse(unwritable(&path, &failure.error));
        }
    }
    Ok(())
}

/// A folder that is made for files to come, and is gone again unless it is kept.
pub struct NewFolder {
    /// What was made, the innermost first.
    made: Vec<PathBuf>,
}

impl NewFolder {
    /// Makes a folder, and those that it is in, where they are not there.
    ///
    /// # Errors
    /// If it cannot be made, with the reason.
    pub fn make(folder: &Path) -> anyhow::Result<Self> {
        let missing = |folder: &&Path| !folder.as_os_str().is_empty() && !folder.exists();
        let made = folder.ancestors().take_while(missing);
        let made = made.map(Path::to_owned).collect();
        match fs::create_dir_all(folder) {
            Ok(()) => Ok(Self { made }),
            Err(reason) => refuse(unwritable(folder, &reason)),
        }
    }

    /// Leaves it there.
    pub fn keep(mut self) {
        self.made.clear();
    }
}

impl Drop for NewFolder {
    fn drop(&mut self) {
        for folder in &self.made {
            // Whatever is in it by now is not ours to take away.
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Writes files all or none.
///
/// # Errors
/// The first file that cannot be written, with its reason.
pub fn write_files(files: &[(PathBuf, Vec<u8>)]) -> anyhow::Result<()> {
    let staged: anyhow::Result<Vec<Staged<'_>>> = files
        .iter()
        .map(|(path, bytes)| Staged::beside(path, bytes.as_slice()))
        .collect();
    publish(staged?)
}

/// Makes the folders that files are to be written into.
///
/// # Errors
/// The first that cannot be made, with its reason.
pub fn make_folders(files: &[(PathBuf, Vec<u8>)]) -> anyhow::Result<()> {
    for (path, _) in files {
        if let Err(reason) = fs::create_dir_all(folder_of(path)) {
            return refuse(unwritable(path, &reason));
        }
    }
    Ok(())
}

fn stage<'a>(path: &Path, body: Body<'a>) -> std::io::Result<Place<'a>> {
    let existing = fs::metadata(path).ok();
    if existing
        .as_ref()
        .is_some_and(|metadata| !metadata.is_file())
    {
        return Ok(Place::Here(body));
    }
    // A link keeps pointing at its file: the file is replaced, not the link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut file = new_file().tempfile_in(folder_of(&target))?;
    body.write_to(&mut file)?;
    file.as_file().sync_all()?;
    if let Some(metadata) = existing {
        file.as_file().set_permissions(metadata.permissions())?;
    }
    Ok(Place::Beside(file.into_temp_path(), target))
}

fn write_to(path: &Path, body: &Body<'_>) -> std::io::Result<()> {
    body.write_to(&mut fs::OpenOptions::new().write(true).open(path)?)
}

fn new_file() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".plateau-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What any new file gets; the umask takes away what it must.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}

/// The folder that a file is in.
pub fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

fn unwritable(path: &Path, reason: &std::io::Error) -> Diagnostic {
    // What is staged has a name of its own, which says nothing to anybody.
    let reason = match reason.get_ref() {
        Some(_) => reason.kind().to_string(),
        None => reason.to_string(),
    };
    Diagnostic::error(
        &code::C001,
        format!("`{}` cannot be written: {reason}", path.display()),
    )
    .help("choose a folder that you may write to, or close the program that holds the file open")
}
