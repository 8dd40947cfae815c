//! Every test there is.

use crate::{
    Outcome,
    console::say,
    differential, page_tests,
    process::run,
    steps::Steps,
    tools::{self, browser, node, rust},
    trunk, weight,
};

/// The package of the library and its tests.
const PACKAGE: [&str; 2] = ["--package", "xtension-checker"];

/// What makes a build of [`PACKAGE`] one for the page: what it loads first.
const FOR_PAGE: [&str; 4] = ["--no-default-features", "--target", rust::WASM, "--locked"];

/// What makes it all of it.
const WHOLE: [&str; 2] = ["--features", "whole"];

/// What makes it the converter.
const CONVERTER: [&str; 2] = ["--features", "convert"];

/// Gets what is missing, then runs every test.
///
/// # Errors
///
/// That of the first step that fails.
pub(crate) fn all(steps: &mut Steps) -> Outcome {
    let programs = tools::get(steps)?;
    let browsers = steps.take("Get the browsers", || browser::get(&programs))?;
    steps.take("Get the linters", || rust::get_components(&programs))?;
    let cargo = |arguments: &[&[&str]]| run(programs.command("cargo")?.args(arguments.concat()));
    let warnings_fail = ["--", "-D", "warnings"];

    steps.take("Check the formatting", || cargo(&[&["fmt", "--all", "--check"]]))?;
    steps.take("Lint", || cargo(&[&["clippy", "--workspace", "--all-targets", "--locked"], &warnings_fail]))?;
    steps.take("Lint what becomes wasm", || {
        cargo(&[&["clippy", "--lib"], &PACKAGE, &FOR_PAGE, &warnings_fail])?;
        cargo(&[&["clippy", "--lib"], &PACKAGE, &FOR_PAGE, &CONVERTER, &warnings_fail])?;
        cargo(&[&["clippy", "--lib", "--test", "main"], &PACKAGE, &FOR_PAGE, &WHOLE, &warnings_fail])
    })?;
    steps.take("Test natively", || cargo(&[&["test", "--workspace", "--locked"]]))?;
    steps.take("Compare the checker with the official schema", || {
        differential::judge(&programs, &["--documents", "40000"].map(str::to_owned))
    })?;
    let wasm_tests = [&["test", "--test", "main"], &PACKAGE[..], &FOR_PAGE, &WHOLE].concat();
    steps.take("Test the wasm in Node.js", || cargo(&[&wasm_tests]))?;
    steps.take("Test the wasm in a worker of the browser", || {
        run(programs
            .command("cargo")?
            .args(&wasm_tests)
            .env("WASM_BINDGEN_USE_DEDICATED_WORKER", "1")
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &browsers.capabilities)
            .env("CHROMEDRIVER", &browsers.driver))
    })?;
    steps.take("Check the types of the page", || run(node::npm(&programs)?.args(["run", "typecheck"])))?;
    trunk::release(steps, &programs, &[])?;
    steps.take("Test the page in Chromium", || page_tests::all(&programs, &browsers, "chrome"))?;
    steps.take("Test the page in Firefox", || page_tests::all(&programs, &browsers, "firefox"))?;
    steps.take("Time the page", || page_tests::times(&programs, &browsers))?;
    steps.take("Weigh the page", || {
        let page = weight::of_page()?;
        say(&page.table());
        page.check()
    })
}
