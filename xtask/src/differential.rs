//! What the official schema is asked: whether the checker refuses the shape of exactly those documents that it refuses,
//! and whether it takes what comes of conversions.

use crate::{Outcome, process::run, programs::Programs, steps::Steps, tools::node};

/// Gets what is missing, then judges many documents.
///
/// # Errors
///
/// Where a tool is missing, an argument is none, or the two disagree.
pub(crate) fn all(steps: &mut Steps, arguments: &[String]) -> Outcome {
    let programs = packages(steps)?;
    steps.take("Compare the checker with the official schema", || judge(&programs, arguments))
}

/// Gets what is missing, then converts the documents of OpenAPI 3 in the folders that the arguments name.
///
/// # Errors
///
/// Where a tool is missing, or a result is not OpenAPI 2.0.
pub(crate) fn conversion(steps: &mut Steps, arguments: &[String]) -> Outcome {
    let programs = packages(steps)?;
    steps.take("Convert documents of OpenAPI 3", || {
        let test = ["test", "--quiet", "--locked", "--package", "xtension-checker", "--test", "conversion", "--"];
        run(programs.command("cargo")?.args(test).args(arguments))
    })
}

fn packages(steps: &mut Steps) -> Outcome<Programs> {
    steps.take("Get the packages", || {
        let programs = Programs::of_environment();
        node::check(&programs)?;
        node::get_packages(&programs)?;
        Ok(programs)
    })
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
