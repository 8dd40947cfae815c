//! The programs that the commands run, and where they are.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use crate::Outcome;

/// What an executable file may be called, after its name.
const SUFFIXES: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ".bat"] } else { &[""] };

/// The folders in which programs are looked for, in this order.
#[derive(Clone)]
pub(crate) struct Programs {
    folders: Vec<PathBuf>,
}

impl Programs {
    /// The folders of the variable `PATH`.
    pub(crate) fn of_environment() -> Self {
        Self { folders: env::var_os("PATH").iter().flat_map(env::split_paths).collect() }
    }

    /// One folder alone.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self { folders: vec![folder.to_owned()] }
    }

    /// Looks into `folder` before all others.
    pub(crate) fn prefer(&mut self, folder: PathBuf) {
        self.folders.insert(0, folder);
    }

    /// The file of the program `name`.
    pub(crate) fn find(&self, name: &str) -> Option<PathBuf> {
        self.folders.iter().find_map(|folder| program_in(folder, name))
    }

    /// A command for the program `name`, which finds its own programs in the same folders.
    ///
    /// # Errors
    ///
    /// Where there is no such program.
    pub(crate) fn command(&self, name: &str) -> Outcome<Command> {
        let file = self.find(name).ok_or_else(|| format!("`{name}` is not installed, or not on the PATH"))?;
        let folders = env::join_paths(&self.folders).map_err(|error| format!("the PATH: {error}"))?;
        let mut command = Command::new(file);
        command.env("PATH", folders);
        Ok(command)
    }
}

/// The file of the program `name` in `folder`.
pub(crate) fn program_in(folder: &Path, name: &str) -> Option<PathBuf> {
    SUFFIXES.iter().map(|suffix| folder.join(format!("{name}{suffix}"))).find(|file| file.is_file())
}

/// The version that the program `file` says it has: the second word of its answer to `--version`.
/// `None` where it cannot be run or says something else.
pub(crate) fn version_of(file: &Path) -> Option<String> {
    let output = Command::new(file).arg("--version").output().ok()?;
    String::from_utf8(output.stdout).ok()?.split_whitespace().nth(1).map(str::to_owned)
}
