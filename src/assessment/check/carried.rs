//! Which waves answered an older version of the model, and how they are carried over.

use std::path::Path;

use crate::diagnostic::{code, shortened};

use super::Check;
use crate::assessment::file::WaveEntry;
use crate::assessment::mapping::{self, Asked, major};
use crate::assessment::{Mapping, Wave};

impl Check<'_> {
    /// All mappings, and by wave which of them it is carried over by.
    pub(super) fn mappings(
        &mut self,
        waves: &[WaveEntry],
        folder: &Path,
    ) -> (Vec<Mapping>, Vec<Option<usize>>) {
        let mut mappings: Vec<Mapping> = Vec::new();
        let mut carrying = Vec::with_capacity(waves.len());
        for wave in waves {
            let mapping = self.mapping(wave, folder);
            let known = mapping.map(|mapping| {
                let same = |known: &Mapping| known.path == mapping.path;
                mappings.iter().position(same).unwrap_or_else(|| {
                    mappings.push(mapping);
                    mappings.len() - 1
                })
            });
            carrying.push(known);
        }
        (mappings, carrying)
    }

    fn mapping(&mut self, wave: &WaveEntry, folder: &Path) -> Option<Mapping> {
        let used = &self.model.version;
        match (&wave.model, &wave.mapping) {
            (Some(version), Some(file)) => {
                let asked = Asked {
                    name: file.as_str(),
                    path: folder.join(file.as_str()),
                    version,
                };
                mapping::read(asked, self.model, &mut self.problems)
            }
            (Some(version), None) if major(version) != major(used) => {
                let message = format!(
                    "the wave answered version {}, and the model in use has version {used}",
                    shortened(version)
                );
                let problem = self
                    .error(&code::S034, version, message)
                    .help("say how its answers are carried over: `mapping = \"mapping.toml\"`");
                self.problems.push(problem);
                None
            }
            (None, Some(file)) => {
                let problem = self
                    .error(
                        &code::S034,
                        file,
                        "the mapping does not tell which version people answered",
                    )
                    .help("name it in the wave: `model = \"1.0.0\"`");
                self.problems.push(problem);
                None
            }
            _ => None,
        }
    }

    /// A file is read by one version: its columns have one meaning.
    pub(super) fn one_version_a_file(
        &mut self,
        entries: &[WaveEntry],
        waves: &[Wave],
        folder: &Path,
    ) {
        let mapped = |wave: usize| entries[wave].mapping.as_ref().map(|file| file.to_string());
        for (index, wave) in waves.iter().enumerate() {
            for file in &wave.answers {
                let other = (0..index).find(|&other| {
                    let lists = waves[other]
                        .answers
                        .iter()
                        .any(|known| known.path == file.path);
                    lists && mapped(other) != mapped(index)
                });
                let listed = entries[index].answers.iter();
                let mut listed =
                    listed.filter(|name| file.path.starts_with(folder.join(name.as_str())));
                let (Some(other), Some(name)) = (other, listed.next()) else {
                    continue;
                };
                let message = format!("`{}` is read by two versions", shortened(&file.name));
                let problem = self.error(&code::S037, name, message).help(format!(
                    "the wave `{}` lists it with another `mapping`: give each its own file",
                    shortened(&entries[other].id)
                ));
                self.problems.push(problem);
            }
        }
    }
}
