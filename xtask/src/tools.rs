//! Getting what is missing on this machine.

pub(crate) mod browser;
pub(crate) mod installed;
pub(crate) mod node;
pub(crate) mod rust;

use crate::{Outcome, process::run, programs::Programs, project, steps::Steps};

/// The newest Trunk that the project's Rust can build.
const TRUNK: &str = "0.21.14";

/// Gets everything that builds the page, and says where it is.
///
/// # Errors
///
/// Where something is missing and cannot be installed: what, and how a person installs it.
pub(crate) fn get(steps: &mut Steps) -> Outcome<Programs> {
    steps.take("Get the tools", || {
        let mut programs = Programs::of_environment();
        node::check(&programs)?;
        rust::get_target(&programs, rust::WASM)?;
        installed::get(&mut programs, "trunk", "trunk", TRUNK, &["trunk"])?;
        installed::get(
            &mut programs,
            "wasm-bindgen",
            "wasm-bindgen-cli",
            &project::locked_version("wasm-bindgen")?,
            &["wasm-bindgen", "wasm-bindgen-test-runner"],
        )?;
        node::get_packages(&programs)?;
        // Trunk runs offline, so that it never fetches a tool on its own; the crates must then be here.
        run(programs.command("cargo")?.args(["fetch", "--locked", "--quiet"]))?;
        Ok(programs)
    })
}
