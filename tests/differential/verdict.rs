//! What the checker says of a document, and what the schema is asked.

use xtension_checker::json::Value;
use xtension_checker::openapi::Document;
use xtension_checker::openapi::shape::{Fault, Problem};
use xtension_checker::text::{Edit, Edits, Span};
use xtension_checker::{Severity, check, json, nintex};

use crate::differences::{DIFFERENCES, Remedy};

/// The checker's verdict.
#[derive(Default)]
pub(crate) struct Verdict {
    /// Whether it refuses the document for its shape, whatever the differences.
    pub(crate) refuses: bool,
    /// Whether it refuses it for more than what is disregarded.
    pub(crate) refuses_beyond_differences: bool,
    /// The document as the schema is to see it.
    pub(crate) reworded: String,
    /// Which differences have to do with it, by their position.
    pub(crate) differences: Vec<usize>,
    /// What is wrong with the shape, and no diagnostic that is an error says so.
    pub(crate) untold: Vec<String>,
}

/// Judges a document that is sound JSON.
pub(crate) fn verdict(text: &str) -> Verdict {
    let tree = json::parse(text);
    let document = Document::new(&tree, nintex::vocabulary::extension_key);
    if document.shape().places.is_empty() {
        // It is something else, or stands in something else: then that is told, and nothing of its parts.
        let reworded = text.to_owned();
        return Verdict { refuses: true, refuses_beyond_differences: true, reworded, ..Verdict::default() };
    }
    let shape = document.shape();
    let problems = shape.problems.iter().filter(|problem| problem.is_refused());
    let siblings = shape.siblings.iter().filter(|sibling| sibling.is_refused);
    let mut refused: Vec<(Value<'_>, Option<&Problem<'_>>)> =
        problems.map(|problem| (problem.value(), Some(problem))).collect();
    refused.extend(siblings.map(|sibling| (sibling.member.value(), None)));
    let mut verdict = Verdict { refuses: !refused.is_empty(), ..Verdict::default() };
    let mut edits: Vec<Edit> = Vec::new();
    for (position, difference) in DIFFERENCES.iter().enumerate() {
        let before = (refused.len(), edits.len());
        match difference.remedy {
            Remedy::Disregard(is_it) => refused.retain(|(value, problem)| !is_it(*value, *problem)),
            Remedy::Reword(reword) => {
                let apart = |edit: &Edit| edits.iter().all(|other| !overlap(edit.span, other.span));
                let new: Vec<Edit> = reword(&document).into_iter().filter(apart).collect();
                edits.extend(new);
            }
        }
        if before != (refused.len(), edits.len()) {
            verdict.differences.push(position);
        }
    }
    verdict.refuses_beyond_differences = !refused.is_empty();
    verdict.untold = untold(text, &refused);
    verdict.reworded = Edits::new(edits).map_or_else(|_| text.to_owned(), |edits| edits.apply(text));
    verdict
}

/// The problems where no error stands or points to: at the place itself or the key before it, or, for a key that is
/// missing, at another key of its object or at a key of its name somewhere else.
fn untold(text: &str, refused: &[(Value<'_>, Option<&Problem<'_>>)]) -> Vec<String> {
    if refused.is_empty() {
        return Vec::new();
    }
    let report = check(text);
    let errors: Vec<_> = report.diagnostics.iter().filter(|found| found.severity == Severity::Error).collect();
    let is_told = |problem: &Problem<'_>| {
        let span = problem.span();
        let mut spans =
            errors.iter().flat_map(|error| error.related.iter().map(|label| label.span).chain([error.span]));
        let overlaps = spans.any(|told| overlap(told, span));
        let stands_in = |pointer: &str| match (&problem.fault, problem.key, pointer.rsplit_once('/')) {
            (Fault::MissingKey { holder }, Some(key), Some((before, last))) => {
                before == holder.pointer() || last == key.name
            }
            _ => false,
        };
        let pointer = problem.value().pointer();
        overlaps || errors.iter().any(|error| error.pointer == pointer || stands_in(&error.pointer))
    };
    let mut untold = Vec::new();
    for (value, problem) in refused {
        let within = value.parent().map(Value::pointer).unwrap_or_default();
        match problem {
            Some(problem) if !is_told(problem) => untold.push(format!("{} {:?}", value.pointer(), problem.fault)),
            None if !errors.iter().any(|error| error.pointer.starts_with(&within)) => {
                untold.push(format!("{} beside a reference", value.pointer()));
            }
            _ => {}
        }
    }
    untold
}

fn overlap(one: Span, other: Span) -> bool {
    one.start < other.end && other.start < one.end
}
