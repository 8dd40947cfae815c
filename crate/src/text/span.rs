//! A stretch of a text.

use serde::{Deserialize, Serialize};
use tsify::Tsify;

/// A stretch of a text: byte offsets into its UTF-8 form, the end excluded.
///
/// A span of no length is a place between two bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Tsify)]
pub struct Span {
    /// Where it begins, as a 0-based byte offset.
    pub start: u32,
    /// Where it ends, as a 0-based byte offset of the first byte that is outside.
    pub end: u32,
}

impl Span {
    /// The stretch from byte `start` up to and without byte `end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The place before byte `at`.
    pub const fn empty(at: u32) -> Self {
        Self { start: at, end: at }
    }

    /// Its length in bytes.
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether it is a place and not a stretch.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether `other` lies within this span.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The bytes of `text` that it names; an empty text where it does not fit `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}
