//! What a conversion could not carry over, and what it decided.

use crate::json::{SyntaxKind, Tree};
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
    /// Where that stands, as people say it: see [`super::path`]; empty for the whole of it, and where no key leads there.
    pub path: String,
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

/// A remark on each place where the text of `tree` is no sound JSON, and was repaired. What stands around the document
/// changes nothing in it.
pub(super) fn on_repairs(tree: &Tree<'_>) -> impl Iterator<Item = Remark> {
    let is_around = |kind| matches!(kind, SyntaxKind::TextBefore | SyntaxKind::TextAfter | SyntaxKind::ByteOrderMark);
    tree.errors().iter().filter(move |error| !is_around(error.kind)).map(|error| Remark {
        kind: RemarkKind::Changed,
        message: "The JSON of the original is broken here, and was read as after its repair.".to_owned(),
        because: "Check and repair the original first, to choose yourself what it means.".to_owned(),
        origin: error.span,
        path: String::new(),
        span: None,
        pointer: String::new(),
    })
}
