//! One row of `expectations.jsonl`.

use std::iter::repeat;

use serde::Deserialize;
use serde_json::Value;

use crate::corpus::{answer::Severity, place::Place};

/// What one suite expects of one document.
#[derive(Deserialize)]
pub(super) struct Row {
    #[serde(default)]
    file: String,
    /// The document to check, where it is not `file` itself.
    pub(super) json: Option<String>,
    pub(super) suite: String,
    expected: String,
    /// Whether the document is made for one rule only.
    partial: Option<bool>,
    oas: Option<u8>,
    #[serde(default)]
    pub(super) title: String,
    #[serde(default)]
    pub(super) messages: Vec<String>,
    /// Lists of steps, JSON Pointers, or paths with dots.
    #[serde(default)]
    paths: Vec<Value>,
    /// What each fault is called, in the order of `paths`.
    #[serde(default)]
    codes: Vec<String>,
    /// What a test asserts, in its own words.
    #[serde(default)]
    raw: Value,
    /// Pairs of lines and columns in `file`, written `[(12,6)-(12,28)]`.
    #[serde(default)]
    range: Vec<String>,
    /// Line and column in `file`.
    #[serde(default)]
    linecol: Vec<Option<(u32, u32)>>,
}

/// What a row says of its document.
pub(super) enum Expected {
    /// It has a fault, for which a finding that is at least this bad is wanted.
    Fault(Severity),
    Good,
    Unknown,
}

impl Row {
    pub(super) fn is_partial(&self) -> bool {
        self.partial.unwrap_or(true)
    }

    /// Whether the document belongs to OpenAPI 3, which the checker does not check.
    pub(super) fn is_version_3(&self, document: &Value) -> bool {
        let says_so = document.get("openapi").or(document.get("components")).is_some();
        match self.oas {
            Some(version) => version != 2,
            None => says_so || self.title.contains("OpenAPI 3") || self.title.to_lowercase().contains("oas3"),
        }
    }

    pub(super) fn expected(&self) -> Expected {
        match self.expected.as_str() {
            "invalid" | "load-error" => Expected::Fault(Severity::Warning),
            "warning" | "rule-hit" => Expected::Fault(Severity::Hint),
            "unknown" if !self.asserted().is_empty() => Expected::Fault(Severity::Warning),
            "valid" => Expected::Good,
            _ => Expected::Unknown,
        }
    }

    /// Where faults are expected, each with how bad the finding has to be at least.
    pub(super) fn places(&self, least: Severity, document: &Value) -> Vec<(Place, Severity)> {
        let paths = if self.paths.is_empty() { self.asserted() } else { self.paths.iter().collect() };
        let codes = self.codes.iter().map(Some).chain(repeat(None));
        // What is not used is never more than a warning, also where it stands beside what the document is refused for.
        let least = |code: Option<&String>| {
            if code.is_some_and(|code| code.starts_with("UNUSED")) { Severity::Hint } else { least }
        };
        paths.into_iter().zip(codes).filter_map(|(path, code)| Some((place(path, document)?, least(code)))).collect()
    }

    /// The paths of the errors of which a test asserts that they are all.
    fn asserted(&self) -> Vec<&Value> {
        let errors = self.raw.get("res.errors").and_then(Value::as_array).into_iter().flatten();
        errors.filter_map(|error| error.get("path")).collect()
    }

    /// The lines on which the fault is expected, from 1: known where the document is the file that the suite has.
    pub(super) fn lines(&self) -> Vec<(u32, u32)> {
        if self.json.as_ref() != Some(&self.file) || !self.paths.is_empty() {
            return Vec::new();
        }
        let ranges = self.range.iter().filter_map(|range| {
            let numbers: Vec<u32> = range.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
            Some((*numbers.first()?, *numbers.get(2)?))
        });
        ranges.chain(self.linecol.iter().flatten().map(|(line, _)| (*line, *line))).collect()
    }
}

fn place(path: &Value, document: &Value) -> Option<Place> {
    match path {
        Value::Array(steps) => Some(Place(steps.iter().map(step).collect())),
        Value::String(path) if path.starts_with(['#', '/']) => Some(Place::of_pointer(path)),
        Value::String(path) => Some(Place::of_dotted(path, document)),
        _ => None,
    }
}

fn step(step: &Value) -> String {
    step.as_str().map_or_else(|| step.to_string(), str::to_owned)
}
