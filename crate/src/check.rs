//! From a text to what is wrong with it.

use std::borrow::Cow;

use crate::diagnostic::{Certainty, Diagnostic, Fix, Safety, Severity};
use crate::nintex::{Summary, Xtension, summary};
use crate::openapi::OtherKind;
use crate::openapi::kind;
use crate::rules::{Findings, RULES, Rule};
use crate::text::{Gather, Span, in_order};

/// The longest text that is checked, in bytes: 128 MiB.
pub const SIZE_LIMIT: usize = 128 << 20;

/// How many diagnostics a report holds, and how many of one rule.
const REPORT_LIMIT: usize = 500;

/// What was found in one text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// What blocks the import first; within one severity by place.
    pub diagnostics: Vec<Diagnostic>,
    /// How many more were found than `diagnostics` holds.
    pub omitted: usize,
    /// Whether the text is sound JSON. Where it is not, all else is told of the text after its repairs.
    pub is_json: bool,
    /// What the text is, where it is not meant to be OpenAPI 2.0 in JSON: then nothing is told but that, and what is
    /// wrong with it as JSON.
    pub other_kind: Option<&'static OtherKind>,
    /// What Nintex will make of the document.
    pub summary: Summary,
    /// Where keys, tokens and passwords stand in the text, in its order: what shows the text to others leaves them out
    /// by [`starred`](crate::text::secret::starred). Nothing else here has any of them, but for the edits of fixes.
    pub secrets: Vec<Span>,
}

impl Report {
    /// The fixes that "fix all safe" may take, with what each of them mends, in their order: the best one of each
    /// diagnostic where it is safe. As long as the text is not sound JSON, only what mends its syntax: what all else
    /// means is a guess until then.
    pub fn safe_fixes(&self) -> impl Iterator<Item = (&Diagnostic, &Fix)> {
        let may_be_taken = |found: &&Diagnostic| self.is_json || found.rule.starts_with("json-");
        let best = self.diagnostics.iter().filter(may_be_taken).filter_map(|found| Some((found, found.fixes.first()?)));
        best.filter(|(_, fix)| fix.safety == Safety::Safe)
    }
}

/// Checks `text`, an Xtension in JSON. Never fails: what cannot be read is a diagnostic too.
///
/// Without the feature `whole`, by those rules only that find errors, and without the summary.
pub fn check(text: &str) -> Report {
    if text.len() > SIZE_LIMIT {
        return Report { diagnostics: vec![too_large(text)], ..Report::default() };
    }
    let mut report = check_with(text, RULES, REPORT_LIMIT);
    report.omitted += report.diagnostics.len().saturating_sub(REPORT_LIMIT);
    report.diagnostics.truncate(REPORT_LIMIT);
    report
}

fn too_large(text: &str) -> Diagnostic {
    let mebibytes = |bytes: usize| bytes >> 20;
    Diagnostic {
        rule: "json-too-large",
        severity: Severity::Error,
        certainty: Certainty::Inferred,
        source: "",
        span: Span::default(),
        message: format!(
            "The text has {} MiB; more than {} are not read.",
            mebibytes(text.len()),
            mebibytes(SIZE_LIMIT)
        ),
        because: Cow::Borrowed("Specifications of whole products stay below 5 MiB, so this is hardly one."),
        pointer: String::new(),
        related: Vec::new(),
        fixes: Vec::new(),
        can_be_split: false,
    }
}

/// What is told first: what is worse. A file of another format is one whatever else is wrong with it; and what cannot be
/// read as JSON is refused before anything else of it is looked at.
fn rank(diagnostic: &Diagnostic) -> u64 {
    let is_other_format = diagnostic.rule == "swagger-version" && diagnostic.fixes.is_empty();
    let within = if is_other_format { 0 } else { 1 + u64::from(!diagnostic.rule.starts_with("json-")) };
    (diagnostic.severity as u64) * 3 + within
}

/// Checks `text` by some of the rules, and keeps at most `limit` findings of each.
pub(crate) fn check_with(text: &str, rules: &[&'static [Rule]], limit: usize) -> Report {
    let tree = kind::read(text);
    let xtension = Xtension::new(&tree);
    let mut findings = Findings::new(limit);
    let other_kind = xtension.document().other_kind();
    // Of what is something else only that is told, and what is wrong with it as JSON.
    let applies = |rule: &&Rule| other_kind.is_none() || rule.id == "swagger-version" || rule.id.starts_with("json-");
    for rule in rules.iter().copied().flatten().filter(applies) {
        findings.run(rule, &xtension);
    }
    let (diagnostics, omitted) = findings.into_parts(&xtension);
    let diagnostics = in_order(diagnostics, |diagnostic| diagnostic.span.order());
    let diagnostics = in_order(diagnostics, rank);
    Report {
        diagnostics,
        omitted: omitted + xtension.document().shape().omitted,
        is_json: tree.errors().is_empty(),
        other_kind,
        summary: if cfg!(feature = "whole") { summary(xtension.document()) } else { Summary::default() },
        secrets: xtension.secrets().iter().map(|secret| secret.span).gathered(),
    }
}
