//! What a release consists of: the page as one file and as a folder, the command line for this or another system, what
//! all of it is made of, and the sums of these files.

mod changelog;

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    Outcome,
    console::say,
    process::{output, run},
    programs::Programs,
    project,
    steps::Steps,
    tools::{self, node, rust},
    trunk,
};

const USAGE: &str = "usage: cargo xtask release [page | program [TARGET] | sums | notes TAG]";

/// Where the files of a release are put.
const FOLDER: &str = "target/release-files";

/// Where the notes of a release are put: what is new in it.
const NOTES: &str = "target/release-notes.md";

/// The command line's program.
const PROGRAM: &str = "xtension-check";

/// The page as one file, in the folder of the built page.
const ONE_FILE: &str = "xtension-checker.html";

/// What comes with every program.
const PAPERS: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];

/// Makes the files of a release: all that this machine can make, or the part that is named.
///
/// # Errors
///
/// Where a tool is missing, something does not build, or what was built does not work.
pub(crate) fn all(steps: &mut Steps, arguments: &[String]) -> Outcome {
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => {
            if Path::new(FOLDER).exists() {
                fs::remove_dir_all(FOLDER).map_err(|error| format!("{FOLDER}: {error}"))?;
            }
            page(steps)?;
            program(steps, None)?;
            sums(steps)
        }
        ["page"] => page(steps),
        ["program"] => program(steps, None),
        ["program", target] => program(steps, Some(target)),
        ["sums"] => sums(steps),
        ["notes", tag] => steps.take("Write the notes", || notes(tag)),
        _ => Err(USAGE.to_owned()),
    }
}

/// The page, twice, and the bill of materials.
fn page(steps: &mut Steps) -> Outcome {
    let programs = tools::get(steps)?;
    trunk::release(steps, &programs, &[])?;
    steps.take("Pack the page", || {
        let one_file = Path::new("dist").join(ONE_FILE);
        let copy = into_folder(ONE_FILE)?;
        fs::copy(&one_file, &copy).map_err(|error| format!("{}: {error}", one_file.display()))?;
        archive(&programs, &into_folder("xtension-checker-site.zip")?, &["=dist".to_owned()])
    })?;
    steps.take("Write the bill of materials", || {
        let file = into_folder("xtension-checker.cdx.json")?;
        run(programs.command("node")?.arg("xtask/src/third_party/bill.mjs").arg(file))
    })
}

/// The command line for `target`, or for the system of this machine.
fn program(steps: &mut Steps, target: Option<&str>) -> Outcome {
    let programs = Programs::of_environment();
    steps.take("Get the packages", || {
        node::check(&programs)?;
        node::get_packages(&programs)
    })?;
    let own = rust::own_target(&programs)?;
    // What is linked with the C library of this machine starts only where that is not older.
    let usual = own.replace("linux-gnu", "linux-musl");
    let target = target.unwrap_or(&usual);
    let built = steps.take("Build the command line", || {
        rust::get_target(&programs, target)?;
        build(&programs, target)
    })?;
    if usual == target {
        steps.take("Try the command line", || try_out(&built))?;
    }
    steps.take("Pack the command line", || {
        let licences = format!("target/{target}/native/licences.txt");
        let script = "xtask/src/third_party/licences.mjs";
        run(programs.command("node")?.args([script, "cli", target, &licences]))?;
        let mut files: Vec<String> = PAPERS.map(str::to_owned).into();
        files.extend([licences, built.to_string_lossy().into_owned()]);
        archive(&programs, &into_folder(&format!("{PROGRAM}-{target}.zip"))?, &files)
    })
}

fn build(programs: &Programs, target: &str) -> Outcome<PathBuf> {
    run(programs.command("cargo")?.args(["fetch", "--locked", "--quiet"]))?;
    run(rust::without_own_paths(&mut programs.command("cargo")?)?
        .args(["build", "--quiet", "--profile", "native", "--locked", "--package", "xtension-checker"])
        .args(["--bin", PROGRAM, "--target", target])
        .env("CARGO_TARGET_DIR", "target"))?;
    let suffix = if target.contains("windows") { ".exe" } else { "" };
    Ok(PathBuf::from(format!("target/{target}/native/{PROGRAM}{suffix}")))
}

/// Sees that the program says its version, and finds nothing wrong with a correct Xtension.
fn try_out(built: &Path) -> Outcome {
    let program = Programs::in_folder(built.parent().unwrap_or(built));
    let version = output(program.command(PROGRAM)?.arg("--version"))?;
    if version.trim() != format!("{PROGRAM} {}", project::locked_version("xtension-checker")?) {
        return Err(format!("the program says that it is `{}`", version.trim()));
    }
    run(program.command(PROGRAM)?.arg("www/samples/correct.json"))
}

fn sums(steps: &mut Steps) -> Outcome {
    steps.take("Sum up", || {
        let programs = Programs::of_environment();
        run(programs.command("node")?.args(["xtask/src/release/sums.mjs", FOLDER]))?;
        say(&project::read(Path::new(FOLDER).join("SHA256SUMS"))?);
        Ok(())
    })
}

/// Writes what is new in the release `tag`, whose name is the version of the packages.
fn notes(tag: &str) -> Outcome {
    let version = project::locked_version("xtension-checker")?;
    if tag != format!("v{version}") {
        return Err(format!("the tag `{tag}` is not the version of Cargo.toml: v{version}"));
    }
    let notes = changelog::section(&project::read("CHANGELOG.md")?, &version)
        .ok_or_else(|| format!("CHANGELOG.md has no heading `## {version}`"))?;
    project::write(NOTES, &notes)
}

fn archive(programs: &Programs, archive: &Path, files: &[String]) -> Outcome {
    run(programs.command("node")?.arg("xtask/src/release/archive.mjs").arg(archive).args(files))
}

/// The path of the file `name` of a release, whose folder is there.
fn into_folder(name: &str) -> Outcome<PathBuf> {
    fs::create_dir_all(FOLDER).map_err(|error| format!("{FOLDER}: {error}"))?;
    Ok(Path::new(FOLDER).join(name))
}
