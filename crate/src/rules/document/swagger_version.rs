use crate::diagnostic::Diagnostic;
use crate::json::edit::{self, Position};
use crate::json::{Member, Value};
use crate::openapi::{Document, OtherKind, kind, wrapped};
use crate::openapi::shape::{Fault, Problem};
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::{Findings, other_kind, skeleton};
use crate::rules::wording::describe;
use crate::text::{Edit, Span};

super::rule! {
    /// The document does not say that it is OpenAPI 2.0.
    ///
    /// Nintex imports OpenAPI 2.0, called Swagger in its day, and nothing else. A document says so by
    /// `"swagger": "2.0"`, a string. One in OpenAPI 3 has to be converted first: other keys alone do not make it 2.0.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "swagger": «2.0»,
    ///   "paths": {}
    /// }
    /// ```
    /// ## Fix: Write `"2.0"`
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "paths": {}
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// «{»
    ///   "paths": {}
    /// }
    /// ```
    /// ## Fix: Add `"swagger": "2.0"`
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "paths": {}
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { «"openapi"»: "3.0.1", "paths": {}, "components": {} }
    /// ```
    /// ## Bad
    /// ```json
    /// { «"openapi"»: "2.0", "paths": {} }
    /// ```
    /// ## Fix: Write `"swagger": "2.0"` instead
    /// ```json
    /// { "swagger": "2.0", "paths": {} }
    /// ```
    /// ## Bad
    /// ```json
    /// { "swagger": "2.0", «"openapi"»: "3.0.1", "paths": {} }
    /// ```
    /// ## Fix: Remove `openapi`
    /// ```json
    /// { "swagger": "2.0", "paths": {} }
    /// ```
    /// ## Bad
    /// ```json
    /// «{» "info": { "name": "People" }, "item": [] }
    /// ```
    ///
    /// A part of a document, such as a path or a security definition, gets the rest around it.
    ///
    /// ## Bad
    /// ```json
    /// «{»
    ///   "type": "basic"
    /// }
    /// ```
    /// ## Fix: Put it into a new Xtension
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "info": {
    ///     "title": "New Xtension",
    ///     "version": "1.0"
    ///   },
    ///   "host": "api.example.com",
    ///   "basePath": "/",
    ///   "schemes": [
    ///     "https"
    ///   ],
    ///   "securityDefinitions": {
    ///     "connection": {
    ///       "type": "basic"
    ///     }
    ///   },
    ///   "security": [
    ///     {
    ///       "connection": []
    ///     }
    ///   ],
    ///   "paths": {}
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "swagger": "2.0", "paths": {} }
    /// ```
    Error "swagger-version" Documented
    from "https://help.nintex.com/en-US/xtensions/04_Reference/REF_KnownIssues.htm"
}

const BECAUSE: &str = "Nintex imports OpenAPI 2.0 only, and tells it by `\"swagger\": \"2.0\"`.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    let Some(root) = document.tree().root().filter(|root| wrapped(*root).is_none()) else { return };
    let openapi = root.member_named("openapi");
    if let Some(kind) = document.other_kind() {
        return match openapi {
            Some(openapi) => other_version(findings, openapi, kind),
            None => other_format(findings, root, kind),
        };
    }
    for problem in document.shape().problems.iter().filter(|problem| is_about_version(problem)) {
        match openapi {
            Some(openapi) if matches!(problem.fault, Fault::MissingKey { .. }) => misnamed(findings, openapi),
            _ => wrong(findings, problem, root),
        }
    }
    if let Some(openapi) = openapi.filter(|_| document.meant_for_root("swagger").is_some()) {
        findings
            .add(openapi, "The document says that it is OpenAPI 2.0 and OpenAPI 3 at once.", BECAUSE)
            .safe_fix("Remove `openapi`", [edit::remove_member(openapi)]);
    }
}

fn is_about_version(problem: &Problem<'_>) -> bool {
    problem.object.kind == ObjectKind::Root && problem.key.is_some_and(|key| key.name == "swagger")
}

/// A document of another format, or a part of one.
fn other_format(findings: &mut Findings, root: Value<'_>, kind: &OtherKind) {
    let start = root.span().start;
    let place = Span::new(start, (start + 1).min(root.span().end));
    let Some(part) = kind::fragment(root) else {
        findings.add((place, root), other_kind::message(kind), other_kind::because(kind));
        return;
    };
    let message = format!("This is a part of an OpenAPI 2.0 document, not a whole one: {}.", part.name());
    let diagnostic = findings.add((place, root), message, other_kind::because(kind));
    if root.tree().errors().is_empty() {
        let edits = [Edit::replace(root.span(), skeleton::around(root, part))];
        let consequence = "Fill in the address of the service.";
        diagnostic.template_fix("Put it into a new Xtension", consequence, edits, skeleton::HOST);
    }
}

/// A document of OpenAPI 3.
fn other_version(findings: &mut Findings, openapi: Member<'_>, kind: &OtherKind) {
    let version = openapi.value().as_str().unwrap_or_else(|| openapi.value().source().into());
    let message = format!("This is OpenAPI {}, not an OpenAPI 2.0 document in JSON.", version.trim());
    findings.add(openapi, message, other_kind::because(kind));
}

/// A document of OpenAPI 2.0 with `openapi` in the place of `swagger`.
fn misnamed(findings: &mut Findings, openapi: Member<'_>) {
    let version = openapi.value().as_str().unwrap_or_else(|| openapi.value().source().into());
    let edits = [edit::rename_member(openapi, "swagger"), Edit::replace(openapi.value().span(), "\"2.0\"")];
    let diagnostic = findings.add(openapi, "OpenAPI 2.0 names itself by `swagger`, not by `openapi`.", BECAUSE);
    offer(diagnostic, "Write `\"swagger\": \"2.0\"` instead", edits, version.trim().starts_with('2'));
}

fn wrong(findings: &mut Findings, problem: &Problem<'_>, root: Value<'_>) {
    let value = match problem.fault {
        Fault::MissingKey { .. } => {
            let message = "The document does not say that it is OpenAPI 2.0: it lacks `\"swagger\": \"2.0\"`.";
            let diagnostic = findings.add((problem.span(), root), message, BECAUSE);
            let insert = edit::insert_member(root, Position::First, "swagger", "\"2.0\"");
            offer(diagnostic, "Add `\"swagger\": \"2.0\"`", [insert], root.get("paths").is_some());
            return;
        }
        _ => problem.value(),
    };
    let message = format!("`swagger` must be the string `2.0`, but is {}.", describe(value));
    let diagnostic = findings.add(value, message, BECAUSE);
    let written = value.as_str().unwrap_or_else(|| value.source().into());
    let is_two = written.trim().trim_start_matches(['v', 'V']).starts_with('2');
    offer(diagnostic, "Write `\"2.0\"`", [Edit::replace(value.span(), "\"2.0\"")], is_two);
}

/// Offers to say that it is 2.0, with a question where nothing else says so.
fn offer(diagnostic: &mut Diagnostic, title: &str, edits: impl Into<Vec<Edit>>, is_certain: bool) {
    if is_certain {
        diagnostic.safe_fix(title, edits);
    } else {
        diagnostic.review_fix(title, "The rest of the document has to be OpenAPI 2.0, too.", edits);
    }
}
