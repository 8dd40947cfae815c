//! Running a program to its end.

use std::{
    path::Path,
    process::{Command, ExitStatus, Stdio},
};

use crate::{Outcome, console::say};

/// Runs `command`, which writes to this terminal and reads nothing.
///
/// # Errors
///
/// Where it cannot be started or does not end well: what was run, and how it ended.
pub(crate) fn run(command: &mut Command) -> Outcome {
    say(&format!("    $ {}", shown(command)));
    let status = command.stdin(Stdio::null()).status();
    ended_well(command, status)
}

/// Runs `command` and gives what it wrote to standard output.
///
/// # Errors
///
/// As [`run`], and where the output is not UTF-8.
pub(crate) fn output(command: &mut Command) -> Outcome<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output();
    let (status, text) = match output {
        Ok(output) => (Ok(output.status), output.stdout),
        Err(error) => (Err(error), Vec::new()),
    };
    ended_well(command, status)?;
    String::from_utf8(text).map_err(|error| format!("`{}`: {error}", shown(command)))
}

/// Whether `command` runs and ends well; what it writes is dropped.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command.stdin(Stdio::null()).output().is_ok_and(|output| output.status.success())
}

fn ended_well(command: &Command, status: std::io::Result<ExitStatus>) -> Outcome {
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{}` failed ({status})", shown(command))),
        Err(error) => Err(format!("`{}` could not be started: {error}", shown(command))),
    }
}

/// The command as a person would type it.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
