//! What is known of the packages of others: their licences, where they come from, which are here twice, and their
//! weaknesses.

use crate::{
    Outcome,
    process::run,
    programs::Programs,
    steps::Steps,
    tools::{installed, node},
};

const USAGE: &str = "usage: cargo xtask audit [--offline]";

/// The newest cargo-deny that the project's Rust can build.
const CARGO_DENY: &str = "0.20.2";

/// The folders with packages of npm.
const NPM: [&str; 2] = ["www", "xtask/peers"];

/// Asks cargo-deny, which `deny.toml` tells what is allowed, and npm. With `--offline`, nobody is asked for weaknesses that
/// have become known: the lists of them are elsewhere.
///
/// # Errors
///
/// Where something is not allowed, a weakness is known, or a list of them is out of reach.
pub(crate) fn all(steps: &mut Steps, arguments: &[String]) -> Outcome {
    let is_offline = match arguments {
        [] => false,
        [option] if option == "--offline" => true,
        _ => return Err(USAGE.to_owned()),
    };
    let programs = steps.take("Get cargo-deny", || {
        let mut programs = Programs::of_environment();
        node::check(&programs)?;
        installed::get(&mut programs, "cargo-deny", "cargo-deny", CARGO_DENY, &["cargo-deny"])?;
        Ok(programs)
    })?;
    let deny = |checks: &[&str]| run(programs.command("cargo")?.args(["deny", "--locked", "check"]).args(checks));
    steps.take("Look at the crates", || deny(&["bans", "licenses", "sources"]))?;
    if is_offline {
        return Ok(());
    }
    steps.take("Look for weaknesses of the crates", || deny(&["advisories"]))?;
    steps.take("Look for weaknesses of the packages", || {
        NPM.iter().try_for_each(|folder| run(node::npm(&programs)?.current_dir(folder).arg("audit")))
    })
}
