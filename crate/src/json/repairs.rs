//! The repairs of a damaged text as one step, and the way back.

use super::syntax::SyntaxError;
use crate::text::{self, Edit, Span, in_order};

/// The edits of all errors, none of which touches a byte of another.
pub(super) struct Repairs<'e> {
    /// In the order of the text. They stay with their errors: a text may need as many as it has words.
    pub(super) edits: Vec<&'e Edit>,
    /// For each of them, where what it inserts begins and ends in the text after all of them.
    pub(super) after: Vec<Span>,
}

impl<'e> Repairs<'e> {
    pub(super) fn of(errors: &'e [SyntaxError]) -> Self {
        let changes = |edit: &&Edit| !(edit.span.is_empty() && edit.insert.is_empty());
        let mut edits = Vec::with_capacity(errors.iter().map(|error| error.repair.len()).sum());
        for error in errors {
            edits.extend(error.repair.iter().filter(changes));
        }
        let edits = in_order(edits, |edit| edit.span.order());
        let mut after = Vec::with_capacity(edits.len());
        after.extend(text::inserted(edits.iter().copied()).map(|(span, _)| span));
        Self { edits, after }
    }

    /// The text after all of them.
    pub(super) fn apply(&self, text: &str) -> String {
        text::apply(self.edits.iter().copied(), text)
    }

    /// Where in the text before something begins that begins at `at` in the text after: behind what an edit took away
    /// there.
    pub(super) fn start_before(&self, at: u32) -> u32 {
        self.back(at, self.after.partition_point(|after| after.start <= at), |after| at < after.end, |edit| edit.start)
    }

    /// Where in the text before something ends that ends at `at` in the text after: before what an edit took away there.
    pub(super) fn end_before(&self, at: u32) -> u32 {
        self.back(at, self.after.partition_point(|after| after.start < at), |after| at <= after.end, |edit| edit.end)
    }

    fn back(&self, at: u32, edits: usize, within: impl Fn(Span) -> bool, edge: impl Fn(Span) -> u32) -> u32 {
        let Some(index) = edits.checked_sub(1) else { return at };
        match (self.after.get(index), self.edits.get(index)) {
            (Some(&after), Some(edit)) if within(after) => edge(edit.span),
            (Some(after), Some(edit)) => at - after.end + edit.span.end,
            _ => at,
        }
    }
}
