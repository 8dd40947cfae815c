//! Changes to a text, and how several become one.

use std::ops::Range;

use super::{Gather, Insert, Span, in_order};

/// One change: the bytes of `span` give way to `insert`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What goes; a span of no length for a pure insertion.
    pub span: Span,
    /// What comes; empty for a pure removal.
    pub insert: Insert,
}

impl Edit {
    /// Puts `insert` where `span` is.
    pub fn replace(span: Span, insert: impl Into<Insert>) -> Self {
        Self { span, insert: insert.into() }
    }

    /// Puts `insert` before byte `at`.
    pub fn insert(at: u32, insert: impl Into<Insert>) -> Self {
        Self::replace(Span::empty(at), insert)
    }

    /// Takes the bytes of `span` away.
    pub fn delete(span: Span) -> Self {
        Self { span, insert: Insert::NOTHING }
    }
}

/// Changes that are made together: sorted, and no two of them touch the same byte.
///
/// Two insertions at one place are kept in the order in which they were given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits(Vec<Edit>);

/// Two changes want the same byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// The span of the earlier change.
    pub first: Span,
    /// The span of the later change, which begins before the earlier one ends.
    pub second: Span,
}

impl std::fmt::Display for Overlap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { first, second } = self;
        write!(f, "the changes at bytes {}..{} and {}..{} overlap", first.start, first.end, second.start, second.end)
    }
}

impl std::error::Error for Overlap {}

impl Edits {
    /// Sorts `edits` and drops those that change nothing.
    ///
    /// # Errors
    ///
    /// [`Overlap`] where two of them want the same byte, or one inserts inside what another removes.
    pub fn new(mut edits: Vec<Edit>) -> Result<Self, Overlap> {
        edits.retain(|edit| !(edit.span.is_empty() && edit.insert.is_empty()));
        let edits = in_order(edits, |edit| edit.span.order());
        for pair in edits.windows(2) {
            if let [first, second] = pair
                && second.span.start < first.span.end
            {
                return Err(Overlap { first: first.span, second: second.span });
            }
        }
        Ok(Self(edits))
    }

    /// One change alone.
    pub fn one(edit: Edit) -> Self {
        Self(vec![edit])
    }

    /// The changes, sorted by place.
    pub fn as_slice(&self) -> &[Edit] {
        &self.0
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether these make another text of `text`: what goes may come again at once.
    pub fn change(&self, text: &str) -> bool {
        let start = self.0.first().map_or(0, |edit| edit.span.start);
        let (mut rest, mut reached) = (start, start);
        for edit in &self.0 {
            for piece in [Span::new(rest, edit.span.start).of(text), &edit.insert] {
                let end = reached + piece.len() as u32;
                if Span::new(reached, end).of(text) != piece {
                    return true;
                }
                reached = end;
            }
            rest = edit.span.end;
        }
        reached != rest
    }

    /// The changes, each with the span that what it inserts has in the text after all of them.
    pub fn inserted(&self) -> impl Iterator<Item = (Span, &Edit)> {
        inserted(self.0.iter())
    }

    /// These changes and `other`'s, both meant for the same text.
    ///
    /// # Errors
    ///
    /// [`Overlap`] where the two want the same byte.
    pub fn merged(&self, other: &Self) -> Result<Self, Overlap> {
        Self::new(self.0.iter().chain(&other.0).cloned().gathered())
    }

    /// The text after all changes. A change that does not fit `text` (made for another one) is left out.
    pub fn apply(&self, text: &str) -> String {
        apply(self.0.iter(), text)
    }

    /// The changes that do in one step what these and then `next` do, where `next` is meant for the text after these.
    #[must_use]
    pub fn then(&self, next: &Self) -> Self {
        let middle = Pieces::of(&self.0);
        let mut last = Pieces::default();
        let (mut rest, mut reached) = (0, Reached::default());
        for edit in &next.0 {
            middle.copy(&mut reached, rest..edit.span.start, &mut last);
            last.0.push(Piece::New(edit.insert.to_string()));
            rest = edit.span.end;
        }
        middle.copy(&mut reached, rest..u32::MAX, &mut last);
        Self(last.into_edits())
    }
}

/// Sorted changes, each with the span that what it inserts has in the text after all of them.
pub(crate) fn inserted<'e>(edits: impl Iterator<Item = &'e Edit>) -> impl Iterator<Item = (Span, &'e Edit)> {
    let (mut come, mut gone) = (0, 0);
    edits.map(move |edit| {
        let start = edit.span.start + come - gone;
        come += edit.insert.len() as u32;
        gone += edit.span.len();
        (Span::new(start, start + edit.insert.len() as u32), edit)
    })
}

/// The text after sorted changes. One that does not fit `text` (made for another one) is left out.
pub(crate) fn apply<'e>(edits: impl Iterator<Item = &'e Edit> + Clone, text: &str) -> String {
    let grown: usize = edits.clone().map(|edit| edit.insert.len()).sum();
    let mut result = String::with_capacity(text.len() + grown);
    let mut rest = 0;
    for edit in edits {
        let Some(kept) = text.get(rest..edit.span.start as usize) else { continue };
        if !text.is_char_boundary(edit.span.end as usize) {
            continue;
        }
        result.push_str(kept);
        result.push_str(&edit.insert);
        rest = edit.span.end as usize;
    }
    result.push_str(text.get(rest..).unwrap_or_default());
    result
}

/// A text told as what it keeps of the one before it and what is new in it.
#[derive(Default)]
struct Pieces(Vec<Piece>);

enum Piece {
    /// This stretch of the text before.
    Kept(Span),
    New(String),
}

/// How far the pieces are copied: the piece to go on with, and its offset.
#[derive(Default)]
struct Reached {
    index: usize,
    at: u32,
}

impl Pieces {
    /// The text after `edits`. Its last piece reaches as far as a text can.
    fn of(edits: &[Edit]) -> Self {
        let mut pieces = Vec::with_capacity(edits.len() * 2 + 1);
        let mut rest = 0;
        for edit in edits {
            pieces.push(Piece::Kept(Span::new(rest, edit.span.start)));
            pieces.push(Piece::New(edit.insert.to_string()));
            rest = edit.span.end;
        }
        pieces.push(Piece::Kept(Span::new(rest, u32::MAX)));
        Self(pieces)
    }

    /// Appends to `to` what stands at the offsets `range` of this text; these rise from call to call.
    fn copy(&self, reached: &mut Reached, range: Range<u32>, to: &mut Self) {
        while let Some(piece) = self.0.get(reached.index) {
            let at = reached.at;
            let length = match piece {
                Piece::Kept(span) => span.len(),
                Piece::New(text) => text.len() as u32,
            };
            let from = range.start.saturating_sub(at).min(length);
            let till = range.end.saturating_sub(at).min(length);
            if from < till {
                to.0.push(match piece {
                    Piece::Kept(span) => Piece::Kept(Span::new(span.start + from, span.start + till)),
                    Piece::New(text) => {
                        Piece::New(text.get(from as usize..till as usize).unwrap_or_default().to_owned())
                    }
                });
            }
            let end = at.saturating_add(length);
            if end > range.end {
                return;
            }
            *reached = Reached { index: reached.index + 1, at: end };
        }
    }

    fn into_edits(self) -> Vec<Edit> {
        let mut edits = Vec::new();
        let mut insert = String::new();
        let mut rest = 0;
        for piece in self.0 {
            match piece {
                Piece::New(text) => insert.push_str(&text),
                Piece::Kept(span) => {
                    if span.start > rest || !insert.is_empty() {
                        edits.push(Edit::replace(Span::new(rest, span.start), std::mem::take(&mut insert)));
                    }
                    rest = span.end;
                }
            }
        }
        edits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edits(list: &[(u32, u32, &str)]) -> Edits {
        Edits::new(list.iter().map(|&(start, end, text)| Edit::replace(Span::new(start, end), text)).collect()).unwrap()
    }

    #[test]
    fn changes_are_made_at_once() {
        assert_eq!(edits(&[(4, 5, ""), (0, 1, "A"), (2, 2, "--")]).apply("abcde"), "Ab--cd");
    }

    #[test]
    fn what_goes_and_comes_again_is_no_change() {
        for (list, is_change) in [
            (&[] as &[(u32, u32, &str)], false),
            (&[(1, 3, "bc")], false),
            (&[(1, 3, ""), (3, 3, "bc")], false),
            (&[(1, 2, ""), (4, 4, "b")], true),
            (&[(1, 1, "b")], true),
            (&[(4, 5, "")], true),
        ] {
            assert_eq!(edits(list).change("abcde"), is_change, "{list:?}");
        }
        assert!(!edits(&[(0, 1, ""), (2, 2, "a")]).change("aaa"));
    }

    #[test]
    fn two_changes_of_one_byte_are_refused() {
        let wanted = vec![Edit::delete(Span::new(0, 3)), Edit::insert(2, "x")];
        assert_eq!(Edits::new(wanted), Err(Overlap { first: Span::new(0, 3), second: Span::empty(2) }));
    }

    #[test]
    fn a_change_made_for_another_text_is_left_out() {
        assert_eq!(edits(&[(0, 1, "x"), (7, 9, "y")]).apply("é"), "é");
    }

    #[test]
    fn one_step_does_what_two_did() {
        let text = "0123456789";
        let lists: [&[(u32, u32, &str)]; 6] = [
            &[],
            &[(0, 2, ""), (5, 5, "abc"), (8, 10, "xy")],
            &[(3, 7, "")],
            &[(0, 0, "front"), (2, 3, "")],
            &[(1, 9, "middle")],
            &[(4, 4, "p"), (4, 6, "q"), (7, 8, "")],
        ];
        for first in lists {
            let first = edits(first);
            let middle = first.apply(text);
            for second in lists {
                let second =
                    edits(&second.iter().copied().filter(|s| s.1 as usize <= middle.len()).collect::<Vec<_>>());
                assert_eq!(first.then(&second).apply(text), second.apply(&middle), "{first:?} then {second:?}");
            }
        }
    }
}
