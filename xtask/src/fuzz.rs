//! Texts that nobody has thought of, made by libFuzzer, and what holds of the answers to each.

use std::{fs, path::Path};

use crate::{
    Outcome,
    console::say,
    process::{run, succeeds},
    programs::Programs,
    steps::Steps,
    tools::installed,
};

const USAGE: &str = "usage: cargo xtask fuzz [TARGET] [--minutes N]";

/// The compiler that builds the targets. How a program is made to tell which of its branches were taken is no promise of
/// any release, so it is one of a certain day.
const NIGHTLY: &str = "nightly-2026-03-01";

/// The version of cargo-fuzz.
const CARGO_FUZZ: &str = "0.13.2";

/// The questions that are asked: the files of `fuzz/targets`.
const TARGETS: [&str; 13] = [
    "parse", "check", "apply", "explain", "summary", "language", "reports", "yaml", "openapi3", "postman", "pick",
    "split", "sample",
];

/// The texts to begin with: the project's own documents, and small ones made for this.
const SEEDS: [&str; 4] = ["fuzz/seeds", "tests/xtensions", "tests/openapi3", "www/samples"];

/// An answer that takes longer, in seconds, is a fault.
const LONGEST: u32 = 5;

/// So is a process that grows beyond this, in MiB: the texts are small.
const MEMORY: u32 = 2_048;

/// The longest text that is made, in bytes: enough for a small Xtension, and few enough that many are tried.
const TEXT: u32 = 4_000;

/// What is asked for.
#[derive(Debug, PartialEq)]
struct Wanted<'a> {
    targets: Vec<&'a str>,
    /// For each of them.
    minutes: u32,
}

/// Tries the targets one after another, each for so many minutes: 1 where nothing is said.
///
/// What is found stands in `target/fuzz/artifacts`, and what it learnt on the way in `target/fuzz/corpus`, for the next time.
///
/// # Errors
///
/// Where a tool is missing and cannot be installed, an argument is none, or a text breaks what holds.
pub(crate) fn all(steps: &mut Steps, arguments: &[String]) -> Outcome {
    let wanted = wanted(arguments)?;
    let (programs, toolchain) = steps.take("Get the tools", || {
        let mut programs = Programs::of_environment();
        let toolchain = toolchain(&programs)?;
        installed::get(&mut programs, "cargo-fuzz", "cargo-fuzz", CARGO_FUZZ, &["cargo-fuzz"])?;
        Ok((programs, toolchain))
    })?;
    for target in wanted.targets {
        steps.take(&format!("Fuzz {target}"), || fuzz(&programs, toolchain, target, wanted.minutes))?;
    }
    Ok(())
}

fn wanted(arguments: &[String]) -> Outcome<Wanted<'_>> {
    let mut wanted = Wanted { targets: Vec::new(), minutes: 1 };
    let mut arguments = arguments.iter().map(String::as_str);
    while let Some(argument) = arguments.next() {
        match argument {
            "--minutes" => {
                let number = arguments.next().and_then(|number| number.parse().ok());
                wanted.minutes = number.filter(|number| *number > 0).ok_or(USAGE)?;
            }
            target if TARGETS.contains(&target) => wanted.targets.push(target),
            other => return Err(format!("there is no target `{other}`, only {}\n{USAGE}", TARGETS.join(", "))),
        }
    }
    if wanted.targets.is_empty() {
        wanted.targets = TARGETS.to_vec();
    }
    Ok(wanted)
}

/// Installs [`NIGHTLY`] where it is missing. None where that cannot be done: then the project's own Rust has to do, which
/// mostly does.
///
/// # Errors
///
/// Where rustup is not there.
fn toolchain(programs: &Programs) -> Outcome<Option<&'static str>> {
    let rustup = || {
        programs.command("rustup").map_err(|_| {
            format!("fuzzing needs Rust {NIGHTLY}, and rustup, which would install it, is not there: install Rust from https://rustup.rs")
        })
    };
    let is_there = || Ok::<_, String>(succeeds(rustup()?.args(["run", NIGHTLY, "rustc", "--version"])));
    if is_there()? {
        say(&format!("    {NIGHTLY}: is there"));
        return Ok(Some(NIGHTLY));
    }
    match run(rustup()?.args(["toolchain", "install", NIGHTLY, "--profile", "minimal", "--no-self-update"])) {
        Ok(()) => Ok(Some(NIGHTLY)),
        Err(error) => {
            say(&format!("    {NIGHTLY} cannot be installed ({error}): the project's own Rust is tried instead"));
            Ok(None)
        }
    }
}

fn fuzz(programs: &Programs, toolchain: Option<&str>, target: &str, minutes: u32) -> Outcome {
    let corpus = format!("target/fuzz/corpus/{target}");
    let artifacts = format!("target/fuzz/artifacts/{target}/");
    for folder in [&corpus, &artifacts] {
        fs::create_dir_all(Path::new(folder)).map_err(|error| format!("{folder}: {error}"))?;
    }
    let mut command = programs.command("cargo")?;
    if let Some(toolchain) = toolchain {
        command.env("RUSTUP_TOOLCHAIN", toolchain);
    }
    command.env_remove("CARGO_TARGET_DIR");
    // The checker has no unsafe code: what a sanitizer looks for is not there, and looking takes twice the time.
    command.args(["fuzz", "run", "--fuzz-dir", "fuzz", "--target-dir", "target/fuzz", "--sanitizer", "none", target]);
    command.arg(&corpus).args(SEEDS).arg("--");
    command.args([
        "-dict=fuzz/dictionary.txt".to_owned(),
        format!("-artifact_prefix={artifacts}"),
        format!("-max_total_time={}", minutes * 60),
        format!("-timeout={LONGEST}"),
        format!("-rss_limit_mb={MEMORY}"),
        format!("-max_len={TEXT}"),
        "-print_final_stats=1".to_owned(),
    ]);
    run(&mut command).map_err(|error| {
        format!(
            "{error}\nWhat the text broke stands above, and the text in {artifacts}; `cargo fuzz tmin` makes it smaller"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Outcome<(Vec<String>, u32)> {
        let arguments: Vec<String> = arguments.iter().map(|argument| (*argument).to_owned()).collect();
        let wanted = wanted(&arguments)?;
        Ok((wanted.targets.into_iter().map(str::to_owned).collect(), wanted.minutes))
    }

    #[test]
    fn targets_and_minutes_are_read() {
        assert_eq!(read(&["apply", "--minutes", "30"]), Ok((vec!["apply".to_owned()], 30)));
        assert_eq!(read(&[]).map(|(targets, minutes)| (targets.len(), minutes)), Ok((TARGETS.len(), 1)));
        for wrong in [&["--minutes"] as &[&str], &["--minutes", "0"], &["aply"]] {
            assert!(read(wrong).is_err_and(|error| error.contains(USAGE)), "{wrong:?}");
        }
    }

    #[test]
    fn each_target_is_a_file() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/targets");
        let files = fs::read_dir(folder).map(Iterator::count).unwrap_or_default();
        assert_eq!(files, TARGETS.len());
        let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/Cargo.toml"));
        let manifest = manifest.unwrap_or_default();
        assert!(TARGETS.iter().all(|target| manifest.contains(&format!("path = \"targets/{target}.rs\""))));
    }
}
