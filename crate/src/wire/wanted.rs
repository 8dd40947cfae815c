//! What the page wants a report to say.

use serde::{Deserialize, Serialize};
use tsify::Tsify;

use crate::Ignored;
use crate::report;

/// A report to be written, with what only the page knows. See [`crate::report::Facts`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct WantedReport {
    /// Its format.
    pub format: ReportFormat,
    /// What the file is called.
    pub file: String,
    /// The SHA-256 of the file's bytes, in hexadecimal digits; empty where the browser gives none.
    pub sha256: String,
    /// When it was checked, as it is to be shown.
    pub when: String,
    /// The titles of the fixes made so far, in their order.
    pub fixed: Vec<String>,
    /// What is let be.
    pub ignored: Vec<Ignored>,
    /// Where the text was converted from another format, what became of that.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[tsify(optional)]
    pub conversion: Option<ConvertedFrom>,
}

/// How a file came of one of another format, in words as they are to be shown. See [`report::Conversion`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ConvertedFrom {
    /// What it was made of.
    pub source: String,
    /// What was lost or decided, what needs a person first.
    pub notes: Vec<ConversionNote>,
}

/// One thing that was lost or decided. See [`report::Note`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ConversionNote {
    /// What kind of thing it is.
    pub kind: String,
    /// What became of what.
    pub message: String,
    /// Why, or what to do about it; may be empty.
    pub because: String,
    /// Where in the original; each place once.
    pub places: Vec<String>,
}

impl From<ConvertedFrom> for report::Conversion {
    fn from(ConvertedFrom { source, notes }: ConvertedFrom) -> Self {
        let note = |ConversionNote { kind, message, because, places }| report::Note { kind, message, because, places };
        Self { source, notes: notes.into_iter().map(note).collect() }
    }
}

/// The formats of reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "they are those of `crate::report`")]
pub enum ReportFormat {
    Markdown,
    Html,
    Csv,
    Json,
    Sarif,
}
