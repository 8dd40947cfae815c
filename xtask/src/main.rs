//! The project's own commands. `cargo xtask` without a command lists them.

mod audit;
mod bench;
mod console;
mod corpus;
mod differential;
mod fuzz;
mod page_tests;
mod process;
mod programs;
mod project;
mod release;
mod screenshots;
mod steps;
mod test;
mod tools;
mod trunk;
mod weight;

use std::{env, process::ExitCode};

use steps::Steps;

/// What a command gives: an error is one or more sentences for the person at the terminal.
type Outcome<T = ()> = Result<T, String>;

const HELP: &str = "\
usage: cargo xtask COMMAND

  serve    Serve the page on this machine and rebuild it on every change.
           `--port N` chooses the port, `--release` builds as for publication;
           more arguments go to `trunk serve`.
  build    Build the page for publication into dist/. Arguments go to `trunk build`.
  test     Run every test, those in the browser included.
  differential
           Make documents, damage them, and see that the checker refuses the shape of exactly those
           that the official schema of OpenAPI 2.0 refuses. `--documents N`, `--seed N`.
  conversion
           Convert every document of OpenAPI 3 in some folders, and have the results judged by the official
           schema, the checker, and the same API in OpenAPI 2.0 where that stands beside it:
           `conversion DIR...`, and `--all` for every finding.
  bench    Measure how fast the checker is and how much the page weighs. `--peers` measures it beside other
           checkers, which come from npm, and keeps the tables in docs/benchmarks.md.
  corpus   Check every file of a folder, and compare with what stands there:
           `corpus DIR`, and `--json FILE` for all of it.
  release  Make the files of a release in target/release-files: the page as one file and as a .zip, the
           command line, the bill of materials and all sums. `release page`, `release program TARGET`,
           `release sums` make a part of it, `release notes TAG` what is new.
  audit    Look at the licences, sources, doubles and known weaknesses of all packages of others.
           `--offline` asks nobody for weaknesses.
  fuzz     Make texts that nobody has thought of, and see that what holds of every text holds of them:
           `fuzz [TARGET] [--minutes N]`, a minute for each target where nothing is said.
  screenshots
           Make the pictures in docs/pictures, which the README shows, anew.
  setup    Only get the tools.

Each command first gets the tools that are missing: the wasm32 target of Rust, Trunk, wasm-bindgen and
the packages of npm; `test` also gets Chromium, ChromeDriver and Firefox where apt can install them,
and `fuzz` cargo-fuzz and the Rust of a certain night.
Rust (by rustup) and Node.js 20 or newer must be there.";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let Some((command, rest)) = arguments.split_first() else {
        console::say(HELP);
        return ExitCode::SUCCESS;
    };
    match execute(command, rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            console::complain(&format!("\nerror: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn execute(command: &str, rest: &[String]) -> Outcome {
    project::enter()?;
    let mut steps = Steps::default();
    match command {
        "serve" => trunk::serve(&mut steps, rest),
        "build" => trunk::publish(&mut steps, rest),
        "test" if rest.is_empty() => test::all(&mut steps),
        "differential" => differential::all(&mut steps, rest),
        "conversion" => differential::conversion(&mut steps, rest),
        "bench" => bench::all(&mut steps, rest),
        "corpus" => corpus::all(&mut steps, rest),
        "audit" => audit::all(&mut steps, rest),
        "release" => release::all(&mut steps, rest),
        "fuzz" => fuzz::all(&mut steps, rest),
        "screenshots" if rest.is_empty() => screenshots::all(&mut steps),
        "setup" if rest.is_empty() => tools::get(&mut steps).map(drop),
        "help" | "--help" | "-h" => {
            console::say(HELP);
            return Ok(());
        }
        "test" | "screenshots" | "setup" => {
            return Err(format!("`cargo xtask {command}` takes no arguments"));
        }
        _ => return Err(format!("there is no command `{command}`\n\n{HELP}")),
    }?;
    steps.summarize(command);
    Ok(())
}
