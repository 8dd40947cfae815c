//! What crosses the border to JavaScript: plain data, with every offset in UTF-16 units.
//!
//! [`Summary`](crate::nintex::Summary) and [`Actions`] are plain data already, and cross it as they are but for their
//! offsets. The TypeScript of these types is `www/src/wire.ts`; the test `wire` keeps it current.

#[cfg(feature = "convert")]
pub mod convert;
mod editor;
mod fixed;
mod other;
mod wanted;

use serde::{Deserialize, Serialize};
use tsify::Tsify;

pub use self::editor::{complete, format, look, outline};
pub use self::fixed::fix_all;
pub use self::other::{Offer, OtherKind};
pub use self::wanted::{ConversionNote, ConvertedFrom, ReportFormat, WantedReport};
use crate::Ignored;
use crate::language::{Completions, Look, Outline};
use crate::nintex::summary::Actions;
use crate::text::{self, Edits, Gather, Span, Utf16};

/// What the page asks of the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Request {
    /// Check `text`.
    Check {
        /// Comes back with the answer.
        id: u32,
        /// The text with its line ends as the editor counts them.
        text: String,
    },
    /// Read the actions off `text`.
    Actions {
        /// Comes back with the answer.
        id: u32,
        /// The text with its line ends as the editor counts them.
        text: String,
    },
    /// Say what a message means for `text`.
    Explain {
        /// Comes back with the answer.
        id: u32,
        /// The text with its line ends as the editor counts them; may be empty.
        text: String,
        /// The message, as somebody pasted it.
        message: String,
    },
    /// Find what "fix all safe" would do to `text`.
    FixAll {
        /// Comes back with the answer.
        id: u32,
        /// The text with its line ends as the editor counts them.
        text: String,
        /// What it leaves alone.
        ignored: Vec<Ignored>,
    },
    /// Write a report on `text`.
    Report {
        /// Comes back with the answer.
        id: u32,
        /// The text with the line ends of its file.
        text: String,
        /// Which report, and what it says besides.
        wanted: WantedReport,
    },
    /// Find what `text` consists of.
    Outline {
        /// Comes back with the answer.
        id: u32,
        /// The text with its line ends as the editor counts them.
        text: String,
    },
    /// Find what stands at a place of `text`.
    Look {
        /// Comes back with the answer.
        id: u32,
        /// The text with its line ends as the editor counts them.
        text: String,
        /// The place.
        at: u32,
    },
    /// Find what could be written at a place of `text`.
    Complete {
        /// Comes back with the answer.
        id: u32,
        /// The text with its line ends as the editor counts them.
        text: String,
        /// The place.
        at: u32,
    },
    /// Find how `text` would be laid out.
    Format {
        /// Comes back with the answer.
        id: u32,
        /// The text with its line ends as the editor counts them.
        text: String,
    },
}

/// What the worker says to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[allow(clippy::large_enum_variant, reason = "there is one at a time; in wasm it is not large")]
pub enum Response {
    /// The worker takes requests.
    Ready {
        /// The version of the checker.
        version: String,
    },
    /// The answer to [`Request::Check`].
    Checked {
        /// The request's.
        id: u32,
        /// What was found.
        report: Report,
    },
    /// The answer to [`Request::Actions`].
    Actions {
        /// The request's.
        id: u32,
        /// What the designer makes of the document.
        actions: Actions,
    },
    /// The answer to [`Request::Explain`].
    Explained {
        /// The request's.
        id: u32,
        /// What the message means.
        explanation: Explanation,
    },
    /// The answer to [`Request::FixAll`].
    FixedAll {
        /// The request's.
        id: u32,
        /// All changes, in offsets of the request's text.
        edits: Vec<Edit>,
        /// The titles of the fixes taken, in their order.
        fixes: Vec<String>,
        /// The ids of the rules that offer them, in the same order.
        rules: Vec<String>,
    },
    /// The answer to [`Request::Outline`].
    Outlined {
        /// The request's.
        id: u32,
        /// What the document consists of.
        outline: Outline,
    },
    /// The answer to [`Request::Look`].
    Looked {
        /// The request's.
        id: u32,
        /// What stands at the place.
        look: Look,
    },
    /// The answer to [`Request::Complete`].
    Completed {
        /// The request's.
        id: u32,
        /// What could be written there.
        completions: Completions,
    },
    /// The answer to [`Request::Format`].
    Formatted {
        /// The request's.
        id: u32,
        /// All changes, in offsets of the request's text; none where the text is not sound JSON.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        #[tsify(optional)]
        edits: Option<Vec<Edit>>,
    },
    /// The answer to [`Request::Report`].
    Reported {
        /// The request's.
        id: u32,
        /// The whole report.
        text: String,
    },
}

/// What was found in one text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// What blocks the import first; within one severity by place.
    pub diagnostics: Vec<Diagnostic>,
    /// How many more were found than `diagnostics` holds.
    pub omitted: u32,
    /// How many fixes "fix all safe" would begin with.
    pub safe_fixes: u32,
    /// Whether the text is sound JSON. Where it is not, "fix all safe" mends its syntax alone.
    pub is_json: bool,
    /// What the text is, where it is not meant to be OpenAPI 2.0 in JSON.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[tsify(optional)]
    pub other: Option<OtherKind>,
    /// What Nintex will make of the document. None in a report of the checker that the page loads first, which has looked
    /// for errors only.
    #[cfg(feature = "whole")]
    pub summary: Option<crate::nintex::Summary>,
}

/// One thing that is wrong. See [`crate::Diagnostic`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Diagnostic {
    /// The id of the rule.
    pub rule: String,
    /// How bad it is.
    pub severity: Severity,
    /// How sure it is.
    pub certainty: Certainty,
    /// Where the place to blame begins.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
    /// What is wrong.
    pub message: String,
    /// Why it matters.
    pub because: String,
    /// The JSON Pointer of the place.
    pub pointer: String,
    /// The page on which the fact behind the rule can be read.
    pub source: String,
    /// Other places.
    pub related: Vec<Label>,
    /// What can be done, best first.
    pub fixes: Vec<Fix>,
    /// Whether parting the text by how its operations sign in is a way out, too.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    #[tsify(optional)]
    pub can_be_split: bool,
}

/// See [`crate::Severity`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "they are those of the type named above")]
pub enum Severity {
    Error,
    Warning,
    Hint,
}

/// See [`crate::Certainty`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "they are those of the type named above")]
pub enum Certainty {
    Documented,
    Observed,
    Inferred,
}

/// See [`crate::Safety`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "they are those of the type named above")]
pub enum Safety {
    Safe,
    Review,
    Template,
}

/// What a message means. See [`crate::Explanation`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// What it can mean, the most probable first; empty where it is not known.
    pub causes: Vec<Cause>,
    /// Where it is not known, the known messages that are most like it, the closest first.
    pub closest: Vec<String>,
    /// The message without the keys, tokens and passwords in it, where it has any.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[tsify(optional)]
    pub masked: Option<String>,
}

/// One thing that a message can mean. See [`crate::Cause`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Cause {
    /// What it means, in a sentence.
    pub meaning: String,
    /// What cannot be seen in a file, and what to do about it; may be empty.
    pub unseen: String,
    /// The ids of the rules that look for it.
    pub rules: Vec<String>,
    /// What those rules find. What the message names comes first.
    pub diagnostics: Vec<Diagnostic>,
    /// Other places that have to do with it, where no rule finds fault.
    pub places: Vec<Range>,
    /// The page on which this can be read.
    pub source: String,
}

/// A place and a few words on it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Label {
    /// Where it begins.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
    /// What it has to do with the diagnostic.
    pub message: String,
}

/// One way out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Fix {
    /// What it does, as an order.
    pub title: String,
    /// What follows from it; may be empty.
    pub consequence: String,
    /// Whether it may be made without asking.
    pub safety: Safety,
    /// The changes: sorted, disjoint.
    pub edits: Vec<Edit>,
    /// What to select afterwards, in offsets of the text after the edits.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[tsify(optional)]
    pub blank: Option<Range>,
}

/// A stretch of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Range {
    /// Where it begins.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
}

/// One change: `insert` comes where `from` to `to` stood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Edit {
    /// Where what goes begins.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
    /// What comes.
    pub insert: String,
}

/// [`crate::check`] for JavaScript.
pub fn check(text: &str) -> Report {
    let mut report = crate::check(text);
    let units = Utf16::new(text);
    if cfg!(feature = "whole") {
        report.summary.each_span(&mut |span| *span = in_units(*span, &units));
    }
    Report {
        safe_fixes: report.safe_fixes().count() as u32,
        diagnostics: report.diagnostics.into_iter().map(|found| diagnostic(found, &units)).gathered(),
        omitted: report.omitted as u32,
        is_json: report.is_json,
        other: report.other_kind.map(OtherKind::from),
        #[cfg(feature = "whole")]
        summary: Some(report.summary),
    }
}

/// [`crate::actions`] for JavaScript.
pub fn actions(text: &str) -> Actions {
    let units = Utf16::new(text);
    let mut actions = crate::actions(text);
    actions.each_span(&mut |span| *span = in_units(*span, &units));
    actions
}

/// [`crate::explain`] for JavaScript.
pub fn explain(message: &str, text: &str) -> Explanation {
    let units = Utf16::new(text);
    let (causes, closest) = match crate::explain(message, text) {
        crate::Explanation::Known(causes) => (causes, Vec::new()),
        crate::Explanation::Unknown(closest) => (Vec::new(), closest),
    };
    let cause = |cause: crate::Cause| Cause {
        meaning: cause.meaning.to_owned(),
        unseen: cause.unseen.to_owned(),
        rules: cause.rules.iter().map(|rule| (*rule).to_owned()).gathered(),
        diagnostics: cause.diagnostics.into_iter().map(|found| diagnostic(found, &units)).gathered(),
        places: cause.places.into_iter().map(|span| range(span, &units)).gathered(),
        source: cause.source.to_owned(),
    };
    let masked = text::secret::masked(message);
    Explanation {
        causes: causes.into_iter().map(cause).gathered(),
        closest: closest.into_iter().map(str::to_owned).gathered(),
        masked: (*masked != *message).then(|| masked.into_owned()),
    }
}

/// The place in UTF-16 units.
fn in_units(span: Span, units: &Utf16<'_>) -> Span {
    Span::new(units.offset(span.start), units.offset(span.end))
}

fn range(span: Span, units: &Utf16<'_>) -> Range {
    Range { from: units.offset(span.start), to: units.offset(span.end) }
}

fn diagnostic(found: crate::Diagnostic, units: &Utf16<'_>) -> Diagnostic {
    Diagnostic {
        rule: found.rule.to_owned(),
        severity: match found.severity {
            crate::Severity::Error => Severity::Error,
            crate::Severity::Warning => Severity::Warning,
            crate::Severity::Hint => Severity::Hint,
        },
        certainty: match found.certainty {
            crate::Certainty::Documented => Certainty::Documented,
            crate::Certainty::Observed => Certainty::Observed,
            crate::Certainty::Inferred => Certainty::Inferred,
        },
        from: units.offset(found.span.start),
        to: units.offset(found.span.end),
        message: found.message,
        because: found.because.into_owned(),
        pointer: found.pointer,
        source: found.source.to_owned(),
        related: found.related.into_iter().map(|related| label(related, units)).gathered(),
        fixes: found.fixes.into_iter().map(|offered| fix(offered, units)).gathered(),
        can_be_split: found.can_be_split,
    }
}

fn label(label: crate::Label, units: &Utf16<'_>) -> Label {
    Label { from: units.offset(label.span.start), to: units.offset(label.span.end), message: label.message }
}

fn fix(fix: crate::Fix, units: &Utf16<'_>) -> Fix {
    Fix {
        blank: fix.blank.and_then(|blank| range_after(blank, &fix.edits, units)),
        edits: edits(&fix.edits, units),
        title: fix.title,
        consequence: fix.consequence.into_owned(),
        safety: match fix.safety {
            crate::Safety::Safe => Safety::Safe,
            crate::Safety::Review => Safety::Review,
            crate::Safety::Template => Safety::Template,
        },
    }
}

fn edits(edits: &Edits, units: &Utf16<'_>) -> Vec<Edit> {
    let edit = |edit: &text::Edit| Edit {
        from: units.offset(edit.span.start),
        to: units.offset(edit.span.end),
        insert: edit.insert.to_string(),
    };
    edits.as_slice().iter().map(edit).gathered()
}

/// The range of `span`, a part of what one of the edits inserts, in the text after all of them.
fn range_after(span: Span, edits: &Edits, units: &Utf16<'_>) -> Option<Range> {
    let length = |text: &str| text.encode_utf16().count() as u32;
    let (mut come, mut gone) = (0, 0);
    for (inserted, edit) in edits.inserted() {
        let (from, to) = (units.offset(edit.span.start), units.offset(edit.span.end));
        if inserted.contains(span) {
            let until = |at: u32| length(Span::new(0, at - inserted.start).of(&edit.insert));
            let start = from + come - gone;
            return Some(Range { from: start + until(span.start), to: start + until(span.end) });
        }
        come += length(&edit.insert);
        gone += to - from;
    }
    None
}
