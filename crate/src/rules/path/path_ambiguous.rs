use std::borrow::Cow;

use crate::openapi::{Document, Operation};
use crate::rules::Findings;
use crate::text::{Gather, Names, by_name};

super::rule! {
    /// Two paths can become the same address.
    ///
    /// With the right values in their braces, both are the same, and only one of the two operations is then called. A
    /// path without variables beside one with them is no such case: `/people/me` goes before `/people/{id}`.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/lists/{list}/items": { "get": {} },
    ///     «"/lists/archive/{year}"»: { "get": {} }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people/{id}": { "get": {} },
    ///     "/people/me": { "get": {} },
    ///     "/{kind}/all": { "put": {} },
    ///     "/notes/{id}": { "delete": {} },
    ///     "/notes/{id}/{part}": { "get": {} }
    ///   }
    /// }
    /// ```
    Hint "path-ambiguous" Inferred from "https://spec.openapis.org/oas/v2.0#path-templating"
}

/// So many steps of paths are compared: documents of a thousand paths are done by then.
const MOST: usize = 3_000_000;

fn check(document: &Document<'_>, findings: &mut Findings) {
    let steps = |operation: &Operation<'_>| operation.path.name().split('/').count();
    // The method, and a slash for each step.
    let kind = |operation: &Operation<'_>| {
        let mut kind = operation.method.name().into_owned();
        kind.extend(operation.path.name().matches('/'));
        Cow::Owned(kind)
    };
    let with_variables = document.operations().iter().filter(|operation| operation.path.name().contains('{'));
    let mut compared = 0;
    let mut told = Names::default();
    for (_, group) in by_name(with_variables.map(|operation| (kind(operation), operation))) {
        let names: Vec<(Cow<'_, str>, u64)> = group.iter().map(|operation| with_open(operation.path.name())).gathered();
        for (at, (operation, (name, open))) in group.iter().zip(&names).enumerate() {
            compared += at * steps(operation);
            if compared > MOST {
                return;
            }
            let mut earlier = group.iter().zip(&names).take(at);
            let found = earlier.find_map(|(other, (other_name, other_open))| {
                let is_each_open = open & !other_open != 0 && other_open & !open != 0;
                Some((other, other_name, is_each_open.then(|| common(other_name, name))??))
            });
            let Some((other, other_name, address)) = found.filter(|_| told.insert(name.clone())) else { continue };
            let message = format!("`{other_name}` and `{name}` can both become `{address}`.");
            let because = "The API then takes the call for one of the two, whichever action the workflow has.";
            let diagnostic = findings.add(operation.path, message, because);
            diagnostic.label(other.path.name_span(), "the other one");
        }
    }
}

/// A path, and a bit for each of its steps that is a variable.
fn with_open(name: Cow<'_, str>) -> (Cow<'_, str>, u64) {
    let steps = name.split('/').take(64).enumerate();
    let open = steps.fold(0, |open, (at, step)| open | u64::from(is_variable(step)) << at);
    (name, open)
}

/// An address that two paths of the same number of steps have in common, where each has a variable for a step that the
/// other one spells out.
fn common(one: &str, other: &str) -> Option<String> {
    let (mut is_one_open, mut is_other_open) = (false, false);
    for (step, other) in one.split('/').zip(other.split('/')) {
        match (is_variable(step), is_variable(other)) {
            (false, false) if step != other => return None,
            (true, false) => is_one_open = true,
            (false, true) => is_other_open = true,
            _ => {}
        }
    }
    let spelt_out = one.split('/').zip(other.split('/')).map(|(step, other)| if is_variable(step) { other } else { step });
    (is_one_open && is_other_open).then(|| spelt_out.gathered().join("/"))
}

fn is_variable(step: &str) -> bool {
    step.strip_prefix('{').and_then(|step| step.strip_suffix('}')).is_some_and(|name| !name.contains(['{', '}']))
}

#[cfg(test)]
mod tests {
    use super::common;

    #[test]
    fn each_has_to_leave_open_what_the_other_spells_out() {
        assert_eq!(common("/{a}/x/{c}", "/y/{b}/{d}").as_deref(), Some("/y/x/{d}"));
        assert_eq!(common("/{a}/x", "/y/x"), None);
        assert_eq!(common("/{a}/x", "/{b}/x"), None);
        assert_eq!(common("/{a}/x", "/y/z"), None);
        assert_eq!(common("/{a}.json/x", "/y.json/{b}"), None);
    }
}
