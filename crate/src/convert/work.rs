//! A conversion while it goes on, and what comes of it.

use super::draft::{Content, Draft, Part};
use super::places::Places;
use super::remark::{Draughted, Remark, RemarkKind};
use crate::text::Span;

/// What a conversion gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Converted {
    /// The new text: JSON.
    pub text: String,
    /// What a person should know of it, in the order of the original.
    pub remarks: Vec<Remark>,
    /// The way back to the original.
    pub places: Places,
}

impl Converted {
    /// The same with respect to the original of the original, where that was itself converted.
    #[must_use]
    pub fn through(mut self, earlier: Converted) -> Self {
        for remark in &mut self.remarks {
            remark.origin = earlier.places.origin(remark.origin).unwrap_or_default();
        }
        self.places = self.places.through(&earlier.places);
        self.remarks.extend(earlier.remarks);
        self.remarks.sort_by_key(|remark| remark.origin);
        self
    }
}

/// A conversion while it goes on.
pub struct Work {
    /// The result so far.
    pub draft: Draft,
    remarks: Vec<Draughted>,
}

impl Work {
    /// Begins with a document that is an empty object, made of what stands at `origin`.
    pub fn new(origin: Span) -> Self {
        Self { draft: Draft::new(Content::Object, origin), remarks: Vec::new() }
    }

    /// Remarks on what stands at `origin` in the original, and on `part` of the result, where that has any of it.
    pub fn remark(
        &mut self,
        kind: RemarkKind,
        message: impl Into<String>,
        because: impl Into<String>,
        origin: Span,
        part: Option<Part>,
    ) {
        let (message, because) = (message.into(), because.into());
        self.remarks.push(Draughted { kind, message, because, origin, part });
    }

    /// Writes the result.
    pub fn finish(self) -> Converted {
        let written = self.draft.write();
        let mut remarks: Vec<Remark> = self
            .remarks
            .into_iter()
            .map(|remark| {
                let span = remark.part.and_then(|part| written.span(part));
                let pointer = remark.part.filter(|_| span.is_some()).map(|part| self.draft.pointer(part));
                Remark {
                    kind: remark.kind,
                    message: remark.message,
                    because: remark.because,
                    origin: remark.origin,
                    path: String::new(),
                    span,
                    pointer: pointer.unwrap_or_default(),
                }
            })
            .collect();
        remarks.sort_by_key(|remark| remark.origin);
        Converted { text: written.text, remarks, places: written.places }
    }
}
