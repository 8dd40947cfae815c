//! The tests of the built page, in a browser.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use crate::{Outcome, console::say, process::run, programs::Programs, project, tools::browser::Browsers};

/// Where the tests of the built page are.
const FOLDER: &str = "tests/page";

/// The test that measures time, and so has the machine to itself.
const TIMES: &str = "speed.test.mjs";

/// How many files of tests run at once: each has a browser of its own, whose threads share two cores in places.
const BROWSERS_AT_ONCE: &str = "--test-concurrency=2";

/// Where a run leaves the names of the files in which a test failed.
const FAILED: &str = "target/failed-page-tests.txt";

/// Runs the tests of the page in `browser`, `chrome` or `firefox`.
///
/// A test that drives a browser may wait in vain on a machine that is busy with another one: the files in which one
/// failed run once more, each by itself, and a last time where that fails as well.
///
/// # Errors
///
/// Where a test fails each time, or the first run did not come to its end.
pub(crate) fn all(programs: &Programs, browsers: &Browsers, browser: &str) -> Outcome {
    let is_test = |file: &PathBuf| file.to_string_lossy().ends_with(".test.mjs") && !file.ends_with(TIMES);
    // Named one by one: versions of Node.js differ in what they make of a folder.
    let tests = project::files(FOLDER)?.into_iter().filter(is_test);
    project::write(FAILED, "")?;
    let mut together = node_test(programs, browsers, browser)?;
    together.arg(BROWSERS_AT_ONCE).args(["--test-reporter=tap", "--test-reporter-destination=stdout"]);
    together
        .arg(format!("--test-reporter=./{FOLDER}/failed-files.mjs"))
        .arg(format!("--test-reporter-destination={FAILED}"));
    let Err(failure) = run(together.args(tests)) else { return Ok(()) };
    let failed = project::read(FAILED)?;
    if failed.is_empty() {
        return Err(failure);
    }
    for file in failed.lines() {
        let alone = || run(node_test(programs, browsers, browser)?.arg(file));
        alone().or_else(|_| alone())?;
    }
    say(&format!("    These failed beside others and passed alone:\n{failed}"));
    Ok(())
}

/// Measures the page in both browsers, one after the other.
///
/// # Errors
///
/// Where it is slower than its test allows.
pub(crate) fn times(programs: &Programs, browsers: &Browsers) -> Outcome {
    ["chrome", "firefox"]
        .into_iter()
        .try_for_each(|browser| run(node_test(programs, browsers, browser)?.arg(Path::new(FOLDER).join(TIMES))))
}

fn node_test(programs: &Programs, browsers: &Browsers, browser: &str) -> Outcome<Command> {
    let mut command = programs.command("node")?;
    command
        .arg("--test")
        .env("BROWSER", browser)
        .env("BROWSER_PATH", &browsers.chromium)
        .env("FIREFOX_PATH", &browsers.firefox);
    Ok(command)
}
