//! The command line: finds and fixes what is wrong with Xtensions in files.

mod arguments;
mod convert;
mod explain;
mod facts;
mod fix;
mod input;
mod new;
mod output;
mod part;
mod remarks;
mod rule;
mod run;
mod save;
mod schema;

use std::process::ExitCode;

fn main() -> ExitCode {
    run::run(&arguments::Arguments::of_process()).into()
}
