//! How fast the checker is and how much the page weighs.

mod document;
mod peers;
mod table;

use std::path::PathBuf;

use crate::{
    Outcome,
    console::say,
    process::{output, run},
    programs::Programs,
    project,
    steps::Steps,
    tools::{self, rust},
    trunk, weight,
};

/// Where the documents and the wasm of the measurement are.
const FOLDER: &str = "target/bench";

/// The documents: a name and the size in bytes.
const SIZES: [(&str, usize); 4] = [("6-kb", 6_000), ("400-kb", 400_000), ("2-mb", 2_000_000), ("4-mb", 4_000_000)];

/// Measures the checker natively and as wasm, each beside the quickest way to read the same text, and weighs the page. With
/// `--peers`, measures it beside other checkers instead.
///
/// # Errors
///
/// Where an argument is none, a tool is missing, or something does not build or run.
pub(crate) fn all(steps: &mut Steps, arguments: &[String]) -> Outcome {
    match arguments {
        [] => alone(steps),
        [option] if option == "--peers" => peers::all(steps),
        _ => Err("usage: cargo xtask bench [--peers]".to_owned()),
    }
}

fn alone(steps: &mut Steps) -> Outcome {
    let programs = tools::get(steps)?;
    let documents = steps.take("Make the documents", documents)?;
    steps.take("Build the wasm", || build_wasm(&programs))?;
    let native = steps
        .take("Measure natively", || output(programs.command("cargo")?.args(NATIVE).arg("--").args(&documents)))?;
    let wasm = steps.take("Measure the wasm in Node.js", || {
        let module = format!("{FOLDER}/xtension_checker.js");
        output(programs.command("node")?.args(["xtask/src/bench/measure.mjs", &module]).args(&documents))
    })?;
    trunk::release(steps, &programs, &[])?;
    let page = steps.take("Weigh the page", weight::of_page)?;
    say(&format!("\n{}", table::of(&[("wasm, JSON.parse", &wasm), ("native, serde_json", &native)])?));
    say(&page.table());
    Ok(())
}

const NATIVE: [&str; 9] =
    ["run", "--quiet", "--profile", "native", "--locked", "--package", "xtension-checker", "--example", "measure"];

fn documents() -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for (name, size) in SIZES {
        let file = PathBuf::from(format!("{FOLDER}/{name}.json"));
        project::write(&file, &document::of_size(size))?;
        files.push(file);
    }
    Ok(files)
}

/// Builds the library as the page has it in the end, with the glue for Node.js.
fn build_wasm(programs: &Programs) -> Outcome {
    run(rust::without_own_paths(&mut programs.command("cargo")?)?
        .args(["build", "--release", "--lib", "--locked", "--package", "xtension-checker"])
        .args(["--no-default-features", "--features", "whole", "--target", rust::WASM]))?;
    let file = format!("target/{}/release/xtension_checker.wasm", rust::WASM);
    run(programs.command("wasm-bindgen")?.args(["--target", "nodejs", "--out-dir", FOLDER, &file]))
}
