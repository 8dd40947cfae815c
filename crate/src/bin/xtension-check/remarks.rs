//! What a person should know of a new Xtension, on standard error.

use xtension_checker::convert::{Remark, RemarkKind};
use xtension_checker::report::printable;
use xtension_checker::text::Lines;

use crate::output::say;

/// Says each remark once, with the lines that it is about.
pub(crate) fn tell(remarks: &[Remark], text: &str) {
    let lines = Lines::new(text);
    let placed: Vec<(&Remark, u32)> =
        remarks.iter().map(|remark| (remark, lines.line_of(remark.origin.start))).collect();
    grouped(&placed);
}

/// Says each remark once, with its lines. Line 0 stands for none.
pub(crate) fn grouped(remarks: &[(&Remark, u32)]) {
    let mut groups: Vec<(&Remark, Vec<u32>)> = Vec::new();
    for (remark, line) in remarks {
        let is_same =
            |known: &&mut (&Remark, Vec<u32>)| known.0.kind == remark.kind && known.0.message == remark.message;
        match groups.iter_mut().find(is_same) {
            Some((_, lines)) => lines.push(*line),
            None => groups.push((remark, vec![*line])),
        }
    }
    groups.sort_by_key(|(remark, _)| remark.kind);
    for (remark, lines) in groups {
        let kind = match remark.kind {
            RemarkKind::Open => "open",
            RemarkKind::Lost => "lost",
            RemarkKind::Changed => "changed",
            RemarkKind::Chosen => "chosen",
        };
        say(&format!("  {kind}: {}{}", printable(&remark.message), places(lines)));
        if !remark.because.is_empty() {
            say(&format!("    {}", printable(&remark.because)));
        }
    }
}

/// So many lines are named, and the others are counted.
const NAMED: usize = 8;

/// The lines as they stand behind a sentence: each once.
fn places(mut lines: Vec<u32>) -> String {
    lines.sort_unstable();
    lines.dedup();
    let named: Vec<String> = lines.iter().take(NAMED).map(u32::to_string).collect();
    match (lines.as_slice(), named.join(", ")) {
        ([0, ..] | [], _) => String::new(),
        ([line], _) => format!(" (line {line})"),
        (all, named) if all.len() <= NAMED => format!(" (lines {named})"),
        (all, named) => format!(" (lines {named} and {} more)", all.len() - NAMED),
    }
}
