//! What the commands say to the person at the terminal.

/// Writes `text` and a line end to standard output.
#[expect(clippy::print_stdout, reason = "the one place in which a command speaks")]
pub(crate) fn say(text: &str) {
    println!("{text}");
}
