//! Tools that cargo installs: one folder for each version, shared by all checkouts of the project.

use std::{
    env,
    path::{Path, PathBuf},
};

use crate::{
    Outcome,
    console::say,
    process::run,
    programs::{Programs, program_in, version_of},
};

/// Makes `programs` find `version` of the tool `name`, whose package is `package` and which is all of `binaries`.
///
/// One that is on the PATH already is taken; else the tool goes into a folder of its own below `CARGO_HOME`, so that
/// it replaces nothing that the person has installed.
///
/// # Errors
///
/// Where it cannot be built.
pub(crate) fn get(programs: &mut Programs, name: &str, package: &str, version: &str, binaries: &[&str]) -> Outcome {
    if binaries.iter().all(|binary| programs.find(binary).is_some_and(|file| is_version(&file, version))) {
        say(&format!("    {name} {version}: is on the PATH"));
        return Ok(());
    }
    let root = cargo_home()?.join("xtask").join(format!("{name}-{version}"));
    let folder = root.join("bin");
    if binaries.iter().all(|binary| program_in(&folder, binary).is_some_and(|file| is_version(&file, version))) {
        say(&format!("    {name} {version}: is there"));
    } else {
        say(&format!("    {name} {version}: builds once, which takes some minutes"));
        build(programs, package, version, &root)?;
    }
    programs.prefer(folder);
    Ok(())
}

fn is_version(file: &Path, version: &str) -> bool {
    version_of(file).as_deref() == Some(version)
}

fn build(programs: &Programs, package: &str, version: &str, root: &Path) -> Outcome {
    run(programs
        .command("cargo")?
        // The default features are what fetches other tools and news of releases.
        .args(["install", package, "--version", version, "--locked", "--no-default-features", "--root"])
        .arg(root)
        // These tools work for a second at a time: a fast build is worth more than a fast tool.
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_STRIP", "true")
        .env_remove("CARGO_TARGET_DIR"))
}

/// Where cargo keeps what it has fetched.
///
/// # Errors
///
/// Where there is no home folder.
pub(crate) fn cargo_home() -> Outcome<PathBuf> {
    env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .ok_or_else(|| "there is no home folder: set CARGO_HOME".to_owned())
}
