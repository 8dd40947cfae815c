//! Node.js and the page's packages.

use std::{fs, process::Command};

use crate::{
    Outcome,
    console::say,
    process::{output, run},
    programs::Programs,
    project,
};

/// The oldest major version of Node.js with which the page is built and tested.
const OLDEST: u32 = 20;

const LOCK: &str = "www/package-lock.json";

/// A copy of [`LOCK`] as it was when the packages were installed.
const INSTALLED: &str = "www/node_modules/.installed-lock.json";

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

/// Installs exactly the packages of `www/package-lock.json`, where they are not installed already.
///
/// # Errors
///
/// Where the file is missing or npm fails.
pub(crate) fn get_packages(programs: &Programs) -> Outcome {
    let lock = project::read(LOCK)?;
    if fs::read_to_string(INSTALLED).is_ok_and(|installed| installed == lock) {
        say("    npm packages: are there");
        return Ok(());
    }
    // No package of the page needs a script of its own to be installed.
    run(npm(programs)?.args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]))?;
    project::write(INSTALLED, &lock)
}

/// A command for npm, in the page's folder.
///
/// # Errors
///
/// Where npm is not there.
pub(crate) fn npm(programs: &Programs) -> Outcome<Command> {
    let mut command = programs.command("npm")?;
    command.current_dir("www");
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
