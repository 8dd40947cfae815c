//! What the tree is made of.

use super::tree::Kind;
use crate::text::Span;

/// A number for "no node": the root is never anybody's sibling.
pub(super) const NONE: u32 = 0;

/// One node: 20 bytes, as a document of 4 MB has a third of a million of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) span: Span,
    pub(super) parent: u32,
    /// The next child of the same parent, [`NONE`] for the last.
    pub(super) next: u32,
    pub(super) kind: Kind,
    pub(super) marks: u8,
    /// Of a name its [`digest`]; of an object one bit for each of its members' names, as [`Node::bit`] gives it.
    pub(super) digest: u16,
}

/// A number that equal names share: most others are told apart by it, without a look at the text.
#[inline(always)]
pub(super) fn digest(name: &[u8]) -> u16 {
    let at = |index: usize| u32::from(name.get(index).copied().unwrap_or_default());
    let length = name.len();
    let mixed = length as u32 ^ at(0) << 8 ^ at(length / 2) << 16 ^ at(length.saturating_sub(1)) << 24;
    (mixed.wrapping_mul(0x9e37_79b1) >> 16) as u16
}

impl Node {
    /// The bit of an object that has a name of this digest.
    #[inline(always)]
    pub(super) const fn bit(digest: u16) -> u16 {
        1 << (digest >> 12)
    }

    /// A string with a backslash in it.
    pub(super) const ESCAPED: u8 = 1;
    /// A string with a character outside ASCII.
    pub(super) const NOT_ASCII: u8 = 2;
    /// What it means stands in [`Tree::meanings`], as the text itself is damaged.
    pub(super) const DAMAGED: u8 = 4;
    /// An object or array with something in it; a name whose value was read.
    pub(super) const FILLED: u8 = 8;
    /// An object in which each name has a digest to itself, so that no two are the same.
    pub(super) const DISTINCT: u8 = 16;
}
