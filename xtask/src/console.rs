//! What the commands say to the person at the terminal.

/// Tells how it goes and what came of it.
#[expect(clippy::print_stdout, reason = "the one place in which a command speaks")]
pub(crate) fn say(text: &str) {
    println!("{text}");
}

/// Tells what went wrong.
#[expect(clippy::print_stderr, reason = "the one place in which a command complains")]
pub(crate) fn complain(text: &str) {
    eprintln!("{text}");
}
