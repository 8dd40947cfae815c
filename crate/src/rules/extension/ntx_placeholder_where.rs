use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::json::edit::{self, Position};
use crate::json::{Member, encode};
use crate::nintex::{Braces, Placeholder, placeholders};
use crate::openapi::{Document, METHODS};
use crate::rules::connection_questions::{Question, ask, names};
use crate::rules::templates::segment_end;
use crate::rules::{Findings, problems};
use crate::openapi::vocabulary::ROOT;
use crate::text::{Edit, Gather, Names, by_name};

super::rule! {
    /// A placeholder stands where Nintex does not replace it: in a path or in `basePath`.
    ///
    /// Nintex replaces placeholders in `x-ntx-host` and `x-ntx-basePath`. What comes before the path of an operation can
    /// therefore be different for each connection, and the path itself cannot.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "basePath": "/v1",
    ///   "paths": {
    ///     "/sites/«{{site}}»/notes": { "get": {} },
    ///     "/sites/{{site}}/people": { "get": {} }
    ///   },
    ///   "securityDefinitions": {
    ///     "key": {
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": { "site": { "type": "string" } },
    ///         "required": ["site"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Move `/sites/{{site}}` to `x-ntx-basePath`
    /// ```json
    /// {
    ///   "basePath": "/v1",
    ///   "x-ntx-basePath": "/v1/sites/{{site}}",
    ///   "paths": {
    ///     "/notes": { "get": {} },
    ///     "/people": { "get": {} }
    ///   },
    ///   "securityDefinitions": {
    ///     "key": {
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": { "site": { "type": "string" } },
    ///         "required": ["site"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/«{{site}}»/notes": { "get": { "summary": "List" }, "post": {} },
    ///     "/people": { "get": {} }
    ///   },
    ///   "securityDefinitions": {
    ///     "key": {
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": { "site": { "type": "string" } },
    ///         "required": ["site"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Move `/{{site}}` to `x-ntx-basePath`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/notes": { "get": { "summary": "List", "x-ntx-basePath": "/{{site}}" }, "post": {} },
    ///     "/people": { "get": {} }
    ///   },
    ///   "securityDefinitions": {
    ///     "key": {
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": { "site": { "type": "string" } },
    ///         "required": ["site"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "basePath": "/«{{site}}»",
    ///   "securityDefinitions": {
    ///     "key": {
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": { "site": { "type": "string" } },
    ///         "required": ["site"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Make it `x-ntx-basePath`
    /// ```json
    /// {
    ///   "x-ntx-basePath": "/{{site}}",
    ///   "securityDefinitions": {
    ///     "key": {
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": { "site": { "type": "string" } },
    ///         "required": ["site"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "x-ntx-basePath": "/sites/{{site}}", "paths": { "/notes": { "get": {} } } }
    /// ```
    Warning "ntx-placeholder-where" Documented
    from "https://help.nintex.com/en-us/xtensions/04_Reference/Tutorials/x-ntx-basePath.htm"
}

const CONSEQUENCE: &str = "Each connection then says what stands there.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    base_path(document, findings);
    let paths = document.paths().gathered();
    let names = paths.iter().map(|path| path.name()).gathered();
    let mut found = Vec::new();
    for (path, name) in paths.iter().zip(&names) {
        let parameters: Names<'_> = variables(document, *path);
        let is_one = |one: &Placeholder<'_>| one.braces == Braces::Double && !one.name.is_empty();
        let last = placeholders(name).filter(|one| is_one(one) && !parameters.contains(one.name)).last();
        let prefix = last.and_then(|last| name.get(..segment_end(name, last.end)));
        found.extend(prefix.map(|prefix| (Cow::Borrowed(prefix), (*path, &**name))));
    }
    if found.is_empty() {
        return;
    }
    let taken: Names<'_> = paths.iter().map(|path| path.name()).collect();
    for (prefix, uses) in by_name(found) {
        report(document, findings, &prefix, &uses, &taken);
    }
}

/// The names of the path parameters of the path: one of those in two braces is meant to stand in one.
fn variables<'a>(document: &Document<'a>, path: Member<'a>) -> Names<'a> {
    if !path.name().contains("{{") {
        return Names::default();
    }
    let lists = path.value().members().map(Member::value).filter(|value| value.is_object()).chain([path.value()]);
    let parameters = lists.flat_map(|holder| holder.items_of("parameters")).filter_map(|item| document.resolve(item));
    parameters.filter_map(|parameter| parameter.get_str("name")).collect()
}

fn base_path(document: &Document<'_>, findings: &mut Findings) {
    let Some(member) = document.root_member("basePath") else { return };
    let value = member.value();
    let written = value.as_str().unwrap_or_default();
    let Some(first) = placeholders(&written).find(|one| one.braces == Braces::Double) else { return };
    if document.root_member("x-ntx-basePath").is_some() || !written.starts_with('/') {
        return;
    }
    let message = format!("Nintex replaces no placeholders in `basePath`, so `{{{{{}}}}}` stays as it is.", first.name);
    let because = "It calls the address with the braces in it.";
    let place = (first.span_in(value).unwrap_or(value.span()), value);
    let diagnostic = findings.add(place, message, because);
    offer(document, diagnostic, "Make it `x-ntx-basePath`", &written, vec![edit::rename_member(member, "x-ntx-basePath")]);
}

fn report(
    document: &Document<'_>,
    findings: &mut Findings,
    prefix: &str,
    uses: &[(Member<'_>, &str)],
    taken: &Names<'_>,
) {
    let Some((path, others)) = uses.split_first() else { return };
    let Some(first) = placeholders(prefix).find(|one| one.braces == Braces::Double) else { return };
    let message = format!("Nintex replaces no placeholders in paths, so `{{{{{}}}}}` stays as it is.", first.name);
    let because = "It calls the address with the braces in it.";
    let start = path.0.name_span().start + 1;
    let exact = crate::text::Span::new(start + first.start as u32, start + first.end as u32);
    let span = if path.0.name_has_escapes() { path.0.name_span() } else { exact };
    let is_full = findings.is_full();
    let diagnostic = findings.add((span, path.0.value()), message, because);
    diagnostic.label_each(&mut others.iter().map(|other| other.0.name_span()), "here, too");
    let rest_of = |name: &str| name.get(prefix.len()..).filter(|rest| rest.starts_with('/')).map(str::to_owned);
    let is_possible = |name: &str| rest_of(name).is_some_and(|rest| !taken.contains(&rest));
    let Some(root) = document.root().filter(|_| !is_full && uses.iter().all(|one| is_possible(one.1))) else { return };
    if root.get("x-ntx-basePath").is_some() {
        return;
    }
    let base = root.get_str("basePath").unwrap_or_default();
    let moved = encode(&format!("{}{prefix}", base.trim_end_matches('/')));
    let mut edits: Vec<Edit> =
        uses.iter().filter_map(|(path, name)| Some(edit::rename_member(*path, &rest_of(name)?))).gathered();
    if document.paths().nth(uses.len()).is_none() {
        let position = match root.member_named("basePath") {
            Some(base) => Position::After(base),
            None => problems::position(&ROOT, root, "basePath"),
        };
        edits.push(edit::insert_member(root, position, "x-ntx-basePath", &moved));
    } else {
        for (path, _) in uses {
            let operations = path.value().members().filter(|one| METHODS.contains(&&*one.name())).gathered();
            let Some(operation) = operations.first().filter(|one| one.value().is_object()) else { return };
            if operations.iter().any(|one| one.value().get("x-ntx-basePath").is_some()) {
                return;
            }
            edits.push(edit::insert_member(operation.value(), Position::Last, "x-ntx-basePath", &moved));
        }
    }
    offer(document, diagnostic, &format!("Move `{prefix}` to `x-ntx-basePath`"), prefix, edits);
}

fn offer(document: &Document<'_>, diagnostic: &mut Diagnostic, title: &str, written: &str, mut edits: Vec<Edit>) {
    let questions = names(written).into_iter().map(Question::new).gathered();
    if let Some(asked) = ask(document, &questions) {
        edits.extend(asked);
        diagnostic.review_fix(title, CONSEQUENCE, edits);
    }
}
