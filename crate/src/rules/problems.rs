//! What the rules share that speak of a document's shape.

use super::Findings;
use crate::diagnostic::{Certainty, Diagnostic, Severity};
use crate::json::Value;
use crate::json::edit::Position;
use crate::openapi::Document;
use crate::openapi::shape::{Fault, Problem, Slip};
use crate::openapi::vocabulary::Object;
use crate::text::Gather;

/// Why what OpenAPI 2.0 does not allow matters.
pub(super) const REFUSED: &str =
    "Nintex imports only documents that keep to OpenAPI 2.0, and refuses this one as a whole.";

/// Why an extension that is not written as it must be matters.
const IGNORED: &str =
    "Nintex does not refuse the document for this, but the extension does not do what it is there for.";

/// The problems that no rule of their own speaks of, in the order of the text.
pub(super) fn general<'d, 'a>(document: &'d Document<'a>) -> impl Iterator<Item = &'d Problem<'a>> {
    document.shape().problems.iter().filter(|problem| problem.rule().is_none())
}

/// Whether it is the type `file` where no file can be: a rule of its own speaks of it.
pub(super) fn is_file_type(problem: &Problem<'_>) -> bool {
    let is_type = problem.key.is_some_and(|key| key.name == "type");
    matches!(problem.fault, Fault::NotAllowed { value, .. } if is_type && value.is_str("file"))
}

/// Whether the object has that key under a name that is not quite right.
pub(super) fn is_misspelt(document: &Document<'_>, object: Value<'_>, key: &str) -> bool {
    document.problems_in(object).any(|problem| match problem.fault {
        Fault::UnknownKey { member, slip: Slip::Misspelt(right) } => right == key && member.object() == object,
        _ => false,
    })
}

/// Whether nobody knows what is used: the paths are still to be written, stand in another form, or are of another version.
pub(super) fn are_paths_unread(document: &Document<'_>) -> bool {
    document.operations().is_empty() && document.root_member("paths").is_some()
}

/// Whether the value is of a type that cannot stand there.
pub(super) fn is_wrong_type(document: &Document<'_>, value: Value<'_>) -> bool {
    let is_it = |problem: &Problem<'_>| matches!(problem.fault, Fault::WrongType { .. }) && problem.value() == value;
    document.problems_in(value).any(is_it)
}

/// Reports a problem: as an error, or as a warning where only an extension has it.
pub(super) fn report<'f>(
    findings: &'f mut Findings,
    problem: &Problem<'_>,
    message: impl AsRef<str>,
) -> &'f mut Diagnostic {
    let place = (problem.span(), problem.value());
    if problem.is_in_extension {
        let diagnostic = findings.add(place, message, IGNORED);
        diagnostic.severity = Severity::Warning;
        diagnostic.certainty = Certainty::Inferred;
        return diagnostic;
    }
    findings.add(place, message, REFUSED)
}

/// The indices of all array items that are equal to an earlier one, which the general rule speaks of.
pub(super) fn repeated_items(document: &Document<'_>) -> Vec<u32> {
    let problems = document.shape().problems.iter();
    problems.filter(|problem| matches!(problem.fault, Fault::Repeated { .. })).map(|one| one.value().index()).gathered()
}

/// Where in `holder`, an `object` of the format, a reader looks for `key`: behind the keys that are listed before it.
pub(super) fn position<'a>(object: &Object, holder: Value<'a>, key: &str) -> Position<'a> {
    let earlier: Vec<&str> = object.keys().map(|listed| listed.name).take_while(|listed| *listed != key).gathered();
    if earlier.len() == object.keys().count() {
        return Position::Last;
    }
    let before = holder.members().filter(|member| earlier.iter().any(|name| member.is(name))).last();
    before.map_or(Position::First, Position::After)
}
