//! What a person should know of a new Xtension, on standard error.

use xtension_checker::convert::{Remark, RemarkKind};
use xtension_checker::report::printable;
use xtension_checker::text::Lines;

use crate::output::say;

/// Says each remark once, with its places in `text`, which they are on.
pub(crate) fn tell(remarks: &[Remark], text: &str) {
    let lines = Lines::new(text);
    let place = |remark: &Remark| match (lines.line_of(remark.origin.start), &*remark.path) {
        (line, "") => format!("line {line}"),
        (line, path) => format!("line {line}: {}", printable(path)),
    };
    said(remarks, place);
}

/// Says each remark once, without its places.
pub(crate) fn tell_alone(remarks: &[Remark]) {
    said(remarks, |_| String::new());
}

fn said(remarks: &[Remark], place: impl Fn(&Remark) -> String) {
    let mut groups: Vec<(&Remark, Vec<String>)> = Vec::new();
    for remark in remarks {
        let is_same =
            |known: &&mut (&Remark, Vec<String>)| known.0.kind == remark.kind && known.0.message == remark.message;
        match groups.iter_mut().find(is_same) {
            Some((_, places)) => places.push(place(remark)),
            None => groups.push((remark, vec![place(remark)])),
        }
    }
    groups.sort_by_key(|(remark, _)| remark.kind);
    for (remark, mut places) in groups {
        let kind = match remark.kind {
            RemarkKind::Open => "open",
            RemarkKind::Lost => "lost",
            RemarkKind::Changed => "changed",
            RemarkKind::Chosen => "chosen",
        };
        say(&format!("  {kind}: {}", printable(&remark.message)));
        if !remark.because.is_empty() {
            say(&format!("    {}", printable(&remark.because)));
        }
        places.dedup();
        for place in places.iter().take(NAMED).filter(|place| !place.is_empty()) {
            say(&format!("    at {place}"));
        }
        if let Some(more @ 1..) = places.len().checked_sub(NAMED) {
            say(&format!("    and {more} more"));
        }
    }
}

/// So many places are named, and the others are counted.
const NAMED: usize = 5;
