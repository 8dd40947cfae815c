//! Node.js and the page's packages.

use std::{fs, path::Path, process::Command};

use crate::{
    Outcome,
    console::say,
    process::{output, run},
    programs::Programs,
    project,
};

/// The oldest major version of Node.js with which the page is built and tested.
const OLDEST: u32 = 20;

/// The folder of the page, and of its packages.
const PAGE: &str = "www";

/// Sees that Node.js is there and new enough.
///
/// # Errors
///
/// Where it is not, with what to install.
pub(crate) fn check(programs: &Programs) -> Outcome {
    let wanted = format!("install Node.js {OLDEST} or newer, with npm, from https://nodejs.org");
    let (Some(_), Some(_)) = (programs.find("node"), programs.find("npm")) else {
        return Err(format!("Node.js is not there: {wanted}"));
    };
    let version = output(programs.command("node")?.arg("--version"))?;
    let version = version.trim();
    if major(version).is_none_or(|major| major < OLDEST) {
        return Err(format!("Node.js {version} is too old: {wanted}"));
    }
    say(&format!("    Node.js {version}: is there"));
    Ok(())
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Installs exactly the packages of the page's lock file, where they are not installed already.
///
/// # Errors
///
/// Where the file is missing or npm fails.
pub(crate) fn get_packages(programs: &Programs) -> Outcome {
    get_packages_of(programs, PAGE)
}

/// Installs exactly the packages of `package-lock.json` in `folder`, where they are not installed already.
///
/// # Errors
///
/// Where the file is missing or npm fails.
pub(crate) fn get_packages_of(programs: &Programs, folder: &str) -> Outcome {
    let lock = project::read(Path::new(folder).join("package-lock.json"))?;
    // A copy of the lock file as it was when the packages were installed.
    let installed = Path::new(folder).join("node_modules/.installed-lock.json");
    if fs::read_to_string(&installed).is_ok_and(|installed| installed == lock) {
        say("    npm packages: are there");
        return Ok(());
    }
    // None of them needs a script of its own to be installed.
    run(npm(programs)?.current_dir(folder).args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]))?;
    project::write(installed, &lock)
}

/// A command for npm, in the page's folder.
///
/// # Errors
///
/// Where npm is not there.
pub(crate) fn npm(programs: &Programs) -> Outcome<Command> {
    let mut command = programs.command("npm")?;
    command.current_dir(PAGE);
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("nightly"), None);
    }
}
