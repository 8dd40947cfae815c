//! The parts of the Rust toolchain that rustup leaves out.

use std::path::Path;

use crate::{
    Outcome,
    console::say,
    process::{output, run, succeeds},
    programs::Programs,
};

/// The target of the page's Rust.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Installs the standard library of [`WASM`] where it is missing.
///
/// # Errors
///
/// Where it is missing and rustup is not there or fails.
pub(crate) fn get_wasm_target(programs: &Programs) -> Outcome {
    let folder = output(programs.command("rustc")?.args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(folder.trim()).is_dir() {
        say(&format!("    {WASM}: is there"));
        return Ok(());
    }
    run(rustup(programs)?.args(["target", "add", WASM]))
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

fn rustup(programs: &Programs) -> Outcome<std::process::Command> {
    programs.command("rustup").map_err(|_| {
        format!(
            "a part of Rust is missing ({WASM}, rustfmt or clippy) and rustup, which would install it, is not there: \
             install Rust from https://rustup.rs"
        )
    })
}
