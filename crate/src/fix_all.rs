//! All safe fixes, round after round.

use crate::check::{Report, check_with};
use crate::rules::{RULES, Rule};
use crate::text::{Edit, Edits, Gather};

/// How many rounds there are at most: each takes the fixes that the one before made room for.
const ROUNDS: usize = 20;

/// How many findings of one rule the first round looks at. Where there were more and some were fixed, the next looks at
/// four times as many: fixing is worth its time, and 50,000 findings are no reason for 25 rounds.
const ROUND_LIMIT: usize = 2_000;

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
    let rules: Vec<&'static Rule> = RULES.iter().copied().flatten().gathered();
    let mut result = FixAll::default();
    let mut current = text.to_owned();
    let mut limit = ROUND_LIMIT;
    for _ in 0..ROUNDS {
        let report = check_with(&current, &rules, limit);
        let (edits, taken) = round(&report);
        if edits.is_empty() {
            break;
        }
        current = edits.apply(&current);
        result.edits = result.edits.then(&edits);
        result.taken.extend(taken);
        if report.omitted > 0 {
            limit *= 4;
        }
    }
    result
}

/// The safe fixes of a report that leave each other room, best first.
fn round(report: &Report) -> (Edits, Vec<(&'static str, String)>) {
    let mut chosen: Vec<Edit> = Vec::new();
    let mut taken = Vec::new();
    for (diagnostic, fix) in report.safe_fixes() {
        if fix.edits.as_slice().iter().all(|edit| place(&chosen, edit).is_some()) {
            for edit in fix.edits.as_slice() {
                chosen.insert(place(&chosen, edit).unwrap_or(chosen.len()), edit.clone());
            }
            taken.push((diagnostic.rule, fix.title.clone()));
        }
    }
    (Edits::new(chosen).unwrap_or_default(), taken)
}

/// Where among the edits chosen so far, which are sorted, `edit` goes: none where it overlaps one of them or does what
/// one of them does.
fn place(chosen: &[Edit], edit: &Edit) -> Option<usize> {
    let behind = chosen.partition_point(|other| other.span.order() <= edit.span.order());
    let before = behind.checked_sub(1).and_then(|index| chosen.get(index));
    let is_apart = before.is_none_or(|other| other.span.end <= edit.span.start && other != edit);
    let leaves_room = chosen.get(behind).is_none_or(|other| edit.span.end <= other.span.start);
    (is_apart && leaves_room).then_some(behind)
}
