mod advice;

use crate::diagnostic::Diagnostic;
use crate::json::edit::{self, Position};
use crate::json::{Member, Value};
use crate::openapi::Document;
use crate::openapi::shape::{Fault, Problem, Slip};
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::wording::name_first;
use crate::rules::{Findings, problems};
use crate::text::Edit;
use advice::advice;

super::rule! {
    /// A document in OpenAPI 2.0 has a part that only OpenAPI 3 knows.
    ///
    /// Generators and language models mix the two formats. Nintex reads OpenAPI 2.0 only; the message says what 2.0
    /// has instead.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "parameters": {
    ///     "page": {
    ///       "name": "page",
    ///       "in": "query",
    ///       «"schema"»: { "type": "integer", "minimum": 1 }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write what is in `schema` into the parameter itself
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "parameters": {
    ///     "page": {
    ///       "name": "page",
    ///       "in": "query",
    ///       "type": "integer",
    ///       "minimum": 1
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "swagger": "2.0", "definitions": { "Age": { "type": "integer", «"nullable"»: true } } }
    /// ```
    /// ## Fix: Write it as `x-nullable`
    /// ```json
    /// { "swagger": "2.0", "definitions": { "Age": { "type": "integer", "x-nullable": true } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "swagger": "2.0", "definitions": { "Kind": { "type": "string", «"const"»: "dog" } } }
    /// ```
    /// ## Fix: Write it as `enum` with one value
    /// ```json
    /// { "swagger": "2.0", "definitions": { "Kind": { "type": "string", "enum": ["dog"] } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "swagger": "2.0", "paths": { "/people": { "post": { «"requestBody"»: {}, "responses": { "200": { "description": "" } } } } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "swagger": "2.0", "parameters": { "page": { "name": "page", "in": "query", "type": "integer" } } }
    /// ```
    Error "openapi3-leftover" Documented
    from "https://help.nintex.com/en-US/xtensions/04_Reference/REF_KnownIssues.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for problem in problems::general(document) {
        let Fault::UnknownKey { member, slip: Slip::LaterVersion } = problem.fault else { continue };
        // The rule on the version of the format speaks of it.
        if problem.object.kind == ObjectKind::Root && member.is("openapi") {
            continue;
        }
        let object = name_first(problem.object, member.object());
        let key = member.name();
        let instead = advice(problem.object.kind, &key);
        let message = format!("{object} has no key `{key}` in OpenAPI 2.0, only in OpenAPI 3: {instead}.");
        offer(problems::report(findings, problem, message), problem, member);
    }
}

fn offer(diagnostic: &mut Diagnostic, problem: &Problem<'_>, member: Member<'_>) {
    let object = member.object();
    let key = member.name();
    let is_free = |name: &str| object.get(name).is_none();
    match (problem.object.kind, &*key) {
        (ObjectKind::Parameter | ObjectKind::Header, "schema") => offer_flat(diagnostic, problem, member),
        (_, "const") if is_free("enum") => {
            let value = format!("[{}]", member.value().source());
            let edits = [edit::rename_member(member, "enum"), Edit::replace(member.value().span(), value)];
            diagnostic.safe_fix("Write it as `enum` with one value", edits);
        }
        (_, "nullable") if is_free("x-nullable") => {
            diagnostic.safe_fix("Write it as `x-nullable`", [edit::rename_member(member, "x-nullable")]);
        }
        (_, "deprecated" | "writeOnly" | "style" | "explode" | "allowReserved" | "examples" | "links" | "trace") => {
            diagnostic.review_fix(
                format!("Remove `{key}`"),
                "What it says is lost; OpenAPI 2.0 has no other way to say it here.",
                [edit::remove_member(member)],
            );
        }
        _ => {}
    }
}

/// Offers to put the members of `schema` in its place, where the parameter takes all of them and has none of them.
fn offer_flat(diagnostic: &mut Diagnostic, problem: &Problem<'_>, member: Member<'_>) {
    let (object, schema) = (member.object(), member.value());
    let fits = schema.members().all(|part| {
        let is_simple = !part.value().is_object() || part.is("items") || part.name().starts_with("x-");
        is_simple && problem.object.allows(&part.name()) && object.get(&part.name()).is_none()
    });
    if !fits || !schema.get("type").is_some_and(is_simple_type) {
        return;
    }
    let before = object.members().take_while(|other| other.span() != member.span()).last();
    let position = before.map_or(Position::First, Position::After);
    let mut edits: Vec<Edit> = schema.members().map(|part| edit::copy_member(part, object, position)).collect();
    edits.push(edit::remove_member(member));
    let what = if problem.object.kind == ObjectKind::Header { "header" } else { "parameter" };
    diagnostic.safe_fix(format!("Write what is in `schema` into the {what} itself"), edits);
}

/// Whether a parameter that is no body can be of that type.
fn is_simple_type(kind: Value<'_>) -> bool {
    ["string", "number", "integer", "boolean", "array"].iter().any(|simple| kind.is_str(simple))
}
