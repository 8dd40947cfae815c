//! All safe fixes, round after round.

use std::collections::BTreeMap;

use crate::check::{Report, check_with};
use crate::diagnostic::Safety;
use crate::rules::{RULES, Rule};
use crate::text::{Edit, Edits};

/// How many rounds there are at most: each takes the fixes that the one before made room for.
const ROUNDS: usize = 20;

/// How many findings of one rule a round looks at.
const ROUND_LIMIT: usize = 20_000;

/// What "fix all safe" does to a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FixAll {
    /// The changes, as one step from the text given to the text fixed.
    pub edits: Edits,
    /// The fixes taken, in the order in which they were made: the rule's id and the fix's title.
    pub taken: Vec<(&'static str, String)>,
}

/// Finds what the safe fixes make of `text`: as many rounds as it takes until none is left, at most 20.
///
/// The text's syntax comes first: as long as it is not sound JSON, nothing else is touched, since what it means is a
/// guess.
pub fn fix_all(text: &str) -> FixAll {
    let rules: Vec<&'static Rule> = RULES.iter().copied().flatten().collect();
    let mut result = FixAll::default();
    let mut current = text.to_owned();
    for _ in 0..ROUNDS {
        let report = check_with(&current, &rules, ROUND_LIMIT);
        let (edits, taken) = round(&report);
        if edits.is_empty() {
            break;
        }
        current = edits.apply(&current);
        result.edits = result.edits.then(&edits);
        result.taken.extend(taken);
    }
    result
}

/// The safe fixes of a report that leave each other room, best first.
fn round(report: &Report) -> (Edits, Vec<(&'static str, String)>) {
    let mut chosen = Vec::new();
    let mut places = BTreeMap::new();
    let mut taken = Vec::new();
    for diagnostic in &report.diagnostics {
        if !report.is_json && !diagnostic.rule.starts_with("json-") {
            continue;
        }
        let Some(fix) = diagnostic.fixes.first().filter(|fix| fix.safety == Safety::Safe) else { continue };
        if fix.edits.as_slice().iter().all(|edit| is_free(&places, edit)) {
            places.extend(fix.edits.as_slice().iter().map(|edit| ((edit.span.start, edit.span.end), &edit.insert)));
            chosen.extend_from_slice(fix.edits.as_slice());
            taken.push((diagnostic.rule, fix.title.clone()));
        }
    }
    (Edits::new(chosen).unwrap_or_default(), taken)
}

/// Whether an edit neither overlaps one of those at `places`, told by start and end, nor does the same again.
fn is_free(places: &BTreeMap<(u32, u32), &String>, edit: &Edit) -> bool {
    let key = (edit.span.start, edit.span.end);
    let before = places.range(..key).next_back().is_none_or(|(&(_, end), _)| end <= key.0);
    let after = places.range(key..).find(|(at, _)| **at != key).is_none_or(|(&(start, _), _)| start >= key.1);
    let same = places.get(&key).is_none_or(|insert| edit.span.is_empty() && **insert != edit.insert);
    before && after && same
}
