//! From the arguments to the exit code.

use std::io;
use std::process::ExitCode;

use xtension_checker::report::{Checked, Reporter};
use xtension_checker::{Severity, check};

use crate::arguments::{Arguments, Command, Format};
use crate::facts::facts;
use crate::fix::{Fixed, fix};
use crate::input::Input;
use crate::output::{reporter, say, write_text};
use crate::{convert, explain, new, part, rule, save, schema};

/// How the run ended; the worst that happened counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    NoErrors,
    Errors,
    CouldNotRun,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::NoErrors => 0,
            Outcome::Errors => 1,
            Outcome::CouldNotRun => 2,
        })
    }
}

/// Whether the new text has errors, which are counted.
pub(crate) fn outcome(text: &str) -> Outcome {
    let errors = check(text).diagnostics.iter().filter(|found| found.severity == Severity::Error).count();
    match errors {
        0 => return Outcome::NoErrors,
        1 => say("The result has an error: check it."),
        count => say(&format!("The result has {count} errors: check it.")),
    }
    Outcome::Errors
}

/// Checks all files, and fixes them if asked to; or explains a message or a rule.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    if let Some(command) = &arguments.command {
        return command_outcome(command).unwrap_or_else(|reason| {
            say(&format!("error: {reason}"));
            Outcome::CouldNotRun
        });
    }
    let outcome = match (&arguments.explain, &arguments.rule) {
        (Some(message), _) => explain::explain(message, &arguments.files),
        (None, Some(id)) => rule::show(id),
        (None, None) => report(arguments),
    };
    outcome.unwrap_or_else(|error| {
        say(&format!("error: the report cannot be written: {error}"));
        Outcome::CouldNotRun
    })
}

/// Does what is asked for beside a check.
///
/// # Errors
///
/// A sentence that says why it was not done.
fn command_outcome(command: &Command) -> Result<Outcome, String> {
    match command {
        Command::Convert { file, output } => convert::convert(file, output.as_deref()),
        Command::New(new) => new::new(new),
        Command::Schema { samples } => schema::schema(samples),
        Command::Pick { file, operations, output } => part::pick(file, operations, output.as_deref()),
        Command::Split { file, into } => part::split(file, into.as_deref()),
    }
}

fn report(arguments: &Arguments) -> io::Result<Outcome> {
    let writes_text = arguments.fix && arguments.files.contains(&Input::StandardInput);
    let mut reporter = reporter(arguments.format, writes_text);
    let mut outcome = Outcome::NoErrors;
    for input in &arguments.files {
        let name = input.name();
        let text = input.read().and_then(|text| if arguments.fix { fixed(input, text) } else { Ok(Fixed::none(text)) });
        let of_file = match text {
            Ok(fixed) => report_text(&name, fixed, arguments.format, reporter.as_mut())?,
            Err(reason) => {
                let reason = format!("{input} {reason}");
                say(&format!("error: {reason}"));
                reporter.unchecked(&name, &reason)?;
                Outcome::CouldNotRun
            }
        };
        outcome = outcome.max(of_file);
    }
    reporter.finish()?;
    Ok(outcome)
}

fn report_text(file: &str, fixed: Fixed, format: Format, reporter: &mut dyn Reporter) -> io::Result<Outcome> {
    let text = &fixed.text;
    let report = check(text);
    let facts = facts(format, text, fixed.titles);
    reporter.checked(&Checked { file, text, report: &report, facts: &facts })?;
    let errors = report.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    Ok(if errors { Outcome::Errors } else { Outcome::NoErrors })
}

/// The text after its safe fixes, once it is where it belongs.
fn fixed(input: &Input, text: String) -> Result<Fixed, String> {
    let fixed = fix(text);
    match (input, &fixed.done) {
        (Input::StandardInput, _) => {
            write_text(&fixed.text).map_err(|error| format!("cannot be passed on: {error}"))?;
        }
        (Input::File(path), Some(_)) => {
            save::replace(path, &fixed.text).map_err(|error| format!("cannot be written: {error}"))?;
        }
        (Input::File(_), None) => {}
    }
    if let Some(done) = &fixed.done {
        say(&format!("{input}: {done}"));
    }
    Ok(fixed)
}
