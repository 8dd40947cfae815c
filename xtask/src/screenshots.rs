//! The pictures of the page that the README shows.

use crate::{
    Outcome,
    process::run,
    steps::Steps,
    tools::{self, browser},
    trunk,
};

/// What drives the browser. It writes docs/pictures.
const SCRIPT: &str = "tests/page/screenshots.mjs";

/// Builds the page and makes its pictures anew.
///
/// # Errors
///
/// That of the first step that fails.
pub(crate) fn all(steps: &mut Steps) -> Outcome {
    let programs = tools::get(steps)?;
    let chromium = steps.take("Get the browser", || browser::get_chromium(&programs))?;
    trunk::release(steps, &programs, &[])?;
    steps.take("Take the pictures", || {
        run(programs.command("node")?.arg(SCRIPT).env("BROWSER", "chrome").env("BROWSER_PATH", &chromium))
    })
}
