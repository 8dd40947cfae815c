//! What the page wants a report to say.

use serde::{Deserialize, Serialize};
use tsify::Tsify;

use crate::Ignored;

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
