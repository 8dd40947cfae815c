//! Whether the checker refuses the shape of exactly those documents that the official schema refuses.

use crate::{Outcome, process::run, programs::Programs, steps::Steps, tools::node};

/// Gets what is missing, then judges many documents.
///
/// # Errors
///
/// Where a tool is missing, an argument is none, or the two disagree.
pub(crate) fn all(steps: &mut Steps, arguments: &[String]) -> Outcome {
    let programs = steps.take("Get the packages", || {
        let programs = Programs::of_environment();
        node::check(&programs)?;
        node::get_packages(&programs)?;
        Ok(programs)
    })?;
    steps.take("Compare the checker with the official schema", || judge(&programs, arguments))
}

/// Judges documents: by default 100,000 of them, or as the arguments say.
///
/// # Errors
///
/// Where the two disagree.
pub(crate) fn judge(programs: &Programs, arguments: &[String]) -> Outcome {
    run(programs
        .command("cargo")?
        .args(["test", "--quiet", "--locked", "--package", "xtension-checker", "--test", "differential", "--"])
        .args(arguments))
}
