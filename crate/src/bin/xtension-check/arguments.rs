//! What can be said on the command line.

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, ValueEnum};

use crate::input::Input;

/// Finds and fixes what is wrong with Nintex Xtensions (OpenAPI 2.0 documents in JSON).
#[derive(Debug, Parser)]
#[command(name = "xtension-check", version, after_help = EXIT_CODES, after_long_help = EXIT_CODES_AND_EXAMPLES)]
pub(crate) struct Arguments {
    /// The form of the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,

    /// Apply the safe fixes, write the files, and report what is left
    ///
    /// Safe fixes cannot change the meaning of a document that works. The others, marked `review` and `template` in the
    /// report, are for a person to choose from. For standard input the fixed text goes to standard output, and the
    /// report to standard error.
    #[arg(long)]
    pub(crate) fix: bool,

    /// Say what a message of Nintex means, and show only what causes it in the files
    ///
    /// Messages of providers, such as Microsoft's AADSTS numbers, and of other checkers are known, too. The message is
    /// compared by its words: quotes, names in it and text around it do not matter.
    #[arg(long, value_name = "MESSAGE", conflicts_with_all = ["fix", "format"])]
    pub(crate) explain: Option<String>,

    /// Print the page of a rule: what it finds, why that matters, and how it is fixed
    #[arg(long, value_name = "ID", conflicts_with_all = ["fix", "format", "explain", "files"])]
    pub(crate) rule: Option<String>,

    /// The files to check; `-` is standard input
    #[arg(value_name = "FILE", required_unless_present_any = ["explain", "rule"])]
    pub(crate) files: Vec<Input>,
}

impl Arguments {
    /// Those that the program was started with. Ends it where they are wrong, or only ask for help.
    pub(crate) fn of_process() -> Self {
        let arguments = Self::parse();
        if arguments.files.iter().filter(|file| **file == Input::StandardInput).count() > 1 {
            let message = "standard input can be read once: name `-` only once";
            Self::command().error(ErrorKind::ArgumentConflict, message).exit();
        }
        arguments
    }
}

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people: each problem with the lines that it is about
    Text,
    /// For programs: one object a line for each file, offsets in bytes of UTF-8
    Json,
    /// For code hosts and editors: one SARIF 2.1.0 log
    Sarif,
    /// For tickets and wikis: a chapter for each file
    Markdown,
    /// For people without the checker: one page that prints well
    Html,
    /// For spreadsheets: a row for each problem
    Csv,
}

const EXIT_CODES: &str = "\
Exit codes:
  0  no errors; there may be warnings and hints
  1  errors were found, or the message to explain is not known
  2  a file could not be checked or written, or the command line is wrong";

const EXIT_CODES_AND_EXAMPLES: &str = "\
Exit codes:
  0  no errors; there may be warnings and hints
  1  errors were found, or the message to explain is not known
  2  a file could not be checked or written, or the command line is wrong

Examples:
  Check a file:
    xtension-check contacts.json
  Repair what is safe to repair, and see what is left:
    xtension-check --fix contacts.json
  Find what causes a message:
    xtension-check --explain 'the error message' contacts.json
  Read about a rule:
    xtension-check --rule path-query
  Repair on the way from one program to another:
    curl https://api.example.com/swagger.json | xtension-check --fix - > contacts.json";
