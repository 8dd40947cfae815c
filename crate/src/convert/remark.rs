//! What a conversion could not carry over, and what it decided.

use serde::{Deserialize, Serialize};
use tsify::Tsify;

use super::draft::Part;
use crate::text::Span;

/// What kind of thing a [`Remark`] says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum RemarkKind {
    /// Something has to be filled in before the result works.
    Open,
    /// Something of the original is not in the result.
    Lost,
    /// Something is said in another way, which does not mean quite the same.
    Changed,
    /// Of several things in the original one was taken.
    Chosen,
}

/// One thing that a person should know of a conversion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What kind of thing it is.
    pub kind: RemarkKind,
    /// What became of what: a sentence. The same for all that have the same cause.
    pub message: String,
    /// Why, or what to do about it: a sentence; may be empty.
    pub because: String,
    /// What it is about in the original, in byte offsets.
    pub origin: Span,
    /// What it is about in the result, with its name, in byte offsets; none where nothing of it is there.
    pub span: Option<Span>,
    /// Where that stands, as a JSON Pointer; empty where nothing of it is there, and for the root.
    pub pointer: String,
}

/// A [`Remark`] on a draft.
#[derive(Clone, Debug)]
pub(super) struct Draughted {
    pub(super) kind: RemarkKind,
    pub(super) message: String,
    pub(super) because: String,
    pub(super) origin: Span,
    pub(super) part: Option<Part>,
}
