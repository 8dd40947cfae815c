//! What can be said on the command line.

use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::input::Input;

/// Finds and fixes what is wrong with Nintex Xtensions (OpenAPI 2.0 documents in JSON).
#[derive(Debug, Parser)]
#[command(
    name = "xtension-check",
    version,
    after_help = EXIT_CODES,
    after_long_help = EXIT_CODES_AND_EXAMPLES,
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

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

/// What else than a check can be asked for.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make an Xtension of OpenAPI 3, of YAML, or of a Postman collection
    ///
    /// The Xtension goes to standard output, and what a person should know of it to standard error: what is open, lost,
    /// changed or chosen, and where in the original.
    Convert {
        /// The file to convert; `-` is standard input
        #[arg(value_name = "FILE")]
        file: Input,
        /// Write the Xtension to this file
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Keep of an Xtension the operations that are wanted, and what they need
    ///
    /// Without `--operation`, lists what there is.
    Pick {
        /// The Xtension, or what can be converted to one; `-` is standard input
        #[arg(value_name = "FILE")]
        file: Input,
        /// An operation to keep: its id, its summary, or method and path such as `GET /rooms`
        #[arg(long = "operation", short = 'p', value_name = "OPERATION")]
        operations: Vec<String>,
        /// Write the Xtension to this file
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Part an Xtension by how its operations sign in: a connection has one way
    ///
    /// Writes a file for each, named after the file and the way to sign in.
    Split {
        /// The Xtension, or what can be converted to one
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// The folder for the new files; that of the Xtension where it is not named
        #[arg(long, value_name = "FOLDER")]
        into: Option<PathBuf>,
    },
    /// Make a new Xtension with a first operation
    ///
    /// The Xtension goes to standard output, and what there is to know of it to standard error. What stands in braces in
    /// the address is asked for in each connection; in the path, it is a field of the action.
    New(Box<New>),
    /// Print the schema of samples: answers of a service, or what it takes; or what a JSON Schema becomes in OpenAPI 2.0
    Schema {
        /// The samples, in JSON, or one JSON Schema; `-` is standard input
        #[arg(value_name = "FILE", required = true)]
        samples: Vec<Input>,
    },
}

/// What a new Xtension is made of.
#[derive(Debug, Args)]
pub(crate) struct New {
    /// What it is called in Nintex
    #[arg(long)]
    pub(crate) title: String,
    /// Where the service is: a host, or an address such as `https://api.example.com/v1`
    #[arg(long, value_name = "HOST")]
    pub(crate) host: String,
    /// Its first operation: method and path, such as `GET /rooms/{id}?from=`
    #[arg(long, short = 'p', value_name = "OPERATION")]
    pub(crate) operation: String,
    /// What the action is called in Nintex; made of method and path where it is not named
    #[arg(long)]
    pub(crate) label: Option<String>,
    /// Its version
    #[arg(long = "api-version", value_name = "VERSION", default_value = "1.0")]
    pub(crate) version: String,
    /// What it is for
    #[arg(long, value_name = "TEXT")]
    pub(crate) description: Option<String>,
    /// How a connection signs in
    #[arg(long, value_enum, default_value_t = SignsIn::None)]
    pub(crate) auth: SignsIn,
    /// The header or query parameter that carries the key
    #[arg(long, value_name = "NAME", default_value = "X-API-Key")]
    pub(crate) key_name: String,
    /// The provider of OAuth 2.0; a wrong name lists those that are known
    #[arg(long, value_name = "NAME")]
    pub(crate) provider: Option<String>,
    /// What differs in the provider's addresses, such as a tenant; each connection asks for it where it is not named
    #[arg(long, value_name = "NAME")]
    pub(crate) site: Option<String>,
    /// Where people sign in, for other providers
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) authorization_url: Option<String>,
    /// Where tokens come from, for other providers
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) token_url: Option<String>,
    /// A scope to ask for
    #[arg(long = "scope", value_name = "SCOPE")]
    pub(crate) scopes: Vec<String>,
    /// A file with an example of what is sent, in JSON
    #[arg(long, value_name = "FILE")]
    pub(crate) request: Option<Input>,
    /// A file with an example of what is answered, in JSON
    #[arg(long, value_name = "FILE")]
    pub(crate) response: Option<Input>,
    /// Write the Xtension to this file, which is not there yet
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// How a connection signs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SignsIn {
    /// By nothing
    None,
    /// By a user name and a password
    Basic,
    /// By a key in a header
    KeyHeader,
    /// By a key in the query
    KeyQuery,
    /// By a token that a person has
    Bearer,
    /// A person signs in by OAuth 2.0
    OauthCode,
    /// The Xtension signs in by OAuth 2.0 with an ID and a secret of its own
    OauthClient,
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
  2  a file could not be checked, converted or written, or the command line is wrong";

const EXIT_CODES_AND_EXAMPLES: &str = "\
Exit codes:
  0  no errors; there may be warnings and hints
  1  errors were found, or the message to explain is not known
  2  a file could not be checked, converted or written, or the command line is wrong

Examples:
  Check a file:
    xtension-check contacts.json
  Repair what is safe to repair, and see what is left:
    xtension-check --fix contacts.json
  Find what causes a message:
    xtension-check --explain 'the error message' contacts.json
  Make an Xtension of OpenAPI 3:
    xtension-check convert openapi.yaml --output contacts.json
  Begin a new one:
    xtension-check new --title Contacts --host api.example.com --auth key-header --operation 'GET /contacts'
  Read about a rule:
    xtension-check --rule path-query
  Repair on the way from one program to another:
    curl https://api.example.com/swagger.json | xtension-check --fix - > contacts.json";
