//! The parts of the Rust toolchain that rustup leaves out.

use std::{fs, path::Path, process::Command};

use crate::{
    Outcome,
    console::say,
    process::{output, run, succeeds},
    programs::Programs,
    tools::installed,
};

/// The target of the page's Rust.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Installs the standard library of `target` where it is missing.
///
/// # Errors
///
/// Where it is missing and rustup is not there or fails.
pub(crate) fn get_target(programs: &Programs, target: &str) -> Outcome {
    let folder = output(programs.command("rustc")?.args(["--print", "target-libdir", "--target", target]))?;
    if Path::new(folder.trim()).is_dir() {
        say(&format!("    {target}: is there"));
        return Ok(());
    }
    run(rustup(programs)?.args(["target", "add", target]))
}

/// The target of this machine, as Rust names it.
///
/// # Errors
///
/// Where the compiler is not there.
pub(crate) fn own_target(programs: &Programs) -> Outcome<String> {
    output(programs.command("rustc")?.args(["--print", "host-tuple"])).map(|target| target.trim().to_owned())
}

/// Lets a command build the page's wasm without the paths of this machine in it: the places where it may panic name the
/// files of the packages, which lie in a person's home folder.
///
/// # Errors
///
/// Where the folder of the packages cannot be read.
pub(crate) fn without_own_paths(command: &mut Command) -> Outcome<&mut Command> {
    let packages = installed::cargo_home()?.join("registry").join("src");
    let failed = |error| format!("{}: {error}", packages.display());
    let mut flags = Vec::new();
    for registry in fs::read_dir(&packages).map_err(failed)? {
        flags.push(format!("--remap-path-prefix={}=packages", registry.map_err(failed)?.path().display()));
    }
    flags.sort_unstable();
    // Parted so that a path may hold blanks.
    Ok(command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}")))
}

/// Installs rustfmt and Clippy where they are missing.
///
/// # Errors
///
/// Where one is missing and rustup is not there or fails.
pub(crate) fn get_components(programs: &Programs) -> Outcome {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if succeeds(programs.command("cargo")?.args([subcommand, "--version"])) {
            say(&format!("    {component}: is there"));
        } else {
            run(rustup(programs)?.args(["component", "add", component]))?;
        }
    }
    Ok(())
}

fn rustup(programs: &Programs) -> Outcome<Command> {
    programs.command("rustup").map_err(|_| {
        "a part of Rust is missing (a target, rustfmt or clippy) and rustup, which would install it, is not there: \
         install Rust from https://rustup.rs"
            .to_owned()
    })
}
