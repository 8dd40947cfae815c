//! All safe fixes, round after round.

use crate::Ignored;
use crate::check::{Report, check_with};
use crate::diagnostic::Diagnostic;
use crate::rules::RULES;
use crate::text::{Edit, Edits, in_order};

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
    fix_all_but(text, &[])
}

/// Finds what the safe fixes make of `text`, as [`fix_all`] does, but leaves alone what a person lets be.
pub fn fix_all_but(text: &str, ignored: &[Ignored]) -> FixAll {
    let mut result = FixAll::default();
    let mut current = text.to_owned();
    let mut limit = ROUND_LIMIT;
    for number in 0..ROUNDS {
        let report = check_with(&current, RULES, limit);
        // A round may move what it leaves alone: from then on its place tells nothing.
        let is_let_be = |found: &Diagnostic| {
            let covers = if number == 0 { Ignored::covers } else { Ignored::covers_wherever };
            ignored.iter().any(|ignored| covers(ignored, found))
        };
        let (edits, taken) = round(&report, is_let_be);
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
fn round(report: &Report, is_let_be: impl Fn(&Diagnostic) -> bool) -> (Edits, Vec<(&'static str, String)>) {
    let mut chosen = Chosen::default();
    let mut taken = Vec::new();
    for (diagnostic, fix) in report.safe_fixes() {
        if !is_let_be(diagnostic) && fix.edits.as_slice().iter().all(|edit| chosen.has_room(edit)) {
            for edit in fix.edits.as_slice() {
                chosen.add(edit.clone());
            }
            taken.push((diagnostic.rule, fix.title.clone()));
        }
    }
    chosen.settle();
    (Edits::new(chosen.settled).unwrap_or_default(), taken)
}

/// The edits chosen so far.
#[derive(Default)]
struct Chosen {
    /// Most of them, sorted.
    settled: Vec<Edit>,
    /// Those that came late, sorted: few, so that room among them is made fast.
    late: Vec<Edit>,
}

/// How many edits come late before they are settled.
const LATE: usize = 512;

impl Chosen {
    /// Whether `edit` overlaps none of them and does what none of them does.
    fn has_room(&self, edit: &Edit) -> bool {
        [&self.settled, &self.late].into_iter().all(|chosen| {
            let behind = place(chosen, edit);
            let before = behind.checked_sub(1).and_then(|index| chosen.get(index));
            let is_apart = before.is_none_or(|other| other.span.end <= edit.span.start && other != edit);
            is_apart && chosen.get(behind).is_none_or(|other| edit.span.end <= other.span.start)
        })
    }

    fn add(&mut self, edit: Edit) {
        if place(&self.settled, &edit) == self.settled.len() {
            self.settled.push(edit);
            return;
        }
        self.late.insert(place(&self.late, &edit), edit);
        if self.late.len() == LATE {
            self.settle();
        }
    }

    fn settle(&mut self) {
        let mut all = std::mem::take(&mut self.settled);
        all.append(&mut self.late);
        self.settled = in_order(all, |edit| edit.span.order());
    }
}

/// Behind how many of the edits chosen so far, which are sorted, `edit` goes.
fn place(chosen: &[Edit], edit: &Edit) -> usize {
    chosen.partition_point(|other| other.span.order() <= edit.span.order())
}
