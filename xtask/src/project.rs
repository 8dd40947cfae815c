//! The project's own folder and files.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use crate::Outcome;

/// Makes the project's top folder the current one: every path of these commands starts there.
///
/// # Errors
///
/// Where it was not cargo that started this program, or the folder is gone.
pub(crate) fn enter() -> Outcome {
    let own = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).ok_or("start this program as `cargo xtask`")?;
    let root = own.parent().ok_or("the folder of xtask has no parent")?;
    env::set_current_dir(root).map_err(|error| format!("{}: {error}", root.display()))
}

/// The text of a file.
///
/// # Errors
///
/// Where it cannot be read, with its path.
pub(crate) fn read(file: impl AsRef<Path>) -> Outcome<String> {
    let file = file.as_ref();
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

/// Writes a file, and the folders above it where they are missing.
///
/// # Errors
///
/// Where it cannot be written, with its path.
pub(crate) fn write(file: impl AsRef<Path>, text: &str) -> Outcome {
    let file = file.as_ref();
    file.parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(file, text))
        .map_err(|error| format!("{}: {error}", file.display()))
}

/// The files of a folder and of all folders in it, in the order of their paths.
///
/// # Errors
///
/// Where a folder cannot be read, with its path.
pub(crate) fn files(folder: impl AsRef<Path>) -> Outcome<Vec<PathBuf>> {
    let folder = folder.as_ref();
    let failed = |error| format!("{}: {error}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The version of `package` in Cargo.lock.
///
/// # Errors
///
/// Where Cargo.lock cannot be read or does not have the package.
pub(crate) fn locked_version(package: &str) -> Outcome<String> {
    version_in(&read("Cargo.lock")?, package).ok_or_else(|| format!("Cargo.lock has no package `{package}`"))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn the_version_is_that_of_the_package_and_of_no_other() {
        let lock = "[[package]]\nname = \"one-two\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"one\"\nversion = \"2.0.0\"\n";
        assert_eq!(version_in(lock, "one").as_deref(), Some("2.0.0"));
        assert_eq!(version_in(lock, "two"), None);
    }
}
