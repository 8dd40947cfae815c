use crate::diagnostic::Diagnostic;
use crate::json::{Member, edit};
use crate::nintex::vocabulary::meant;
use crate::openapi::shape::{Fault, Problem, Slip};
use crate::openapi::vocabulary::ObjectKind;
use crate::openapi::{Document, Index, nearest};
use crate::rules::wording::name;
use crate::rules::draft::Draft;
use crate::rules::{Findings, problems};
use crate::text::Gather;

super::rule! {
    /// An object has a key that OpenAPI 2.0 does not know.
    ///
    /// Most often a known one is misspelt. Keys count letter by letter, capitals included: `operationID` is not
    /// `operationId`. Whatever the format does not know must have a name that begins with `x-`.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         «"operationID"»: "getPeople",
    ///         «"team"»: "Directory",
    ///         "responses": { "200": { "description": "OK" } }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Rename it to `operationId`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "operationId": "getPeople",
    ///         "team": "Directory",
    ///         "responses": { "200": { "description": "OK" } }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": { "responses": { «"200 OK"»: { "description": "OK" } } }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Rename it to `200`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": { "responses": { "200": { "description": "OK" } } }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Person": { "type": "object", «"colour"»: "red" } } }
    /// ```
    /// ## Fix: Keep it as an extension: `x-colour`
    /// ```json
    /// { "definitions": { "Person": { "type": "object", "x-colour": "red" } } }
    /// ```
    /// ## Fix: Remove `colour`
    /// ```json
    /// { "definitions": { "Person": { "type": "object" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Person": { «"name"»: "A person" } } }
    /// ```
    /// ## Fix: Rename it to `title`
    /// ```json
    /// { "definitions": { "Person": { "title": "A person" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": {
    ///     "ids": { "name": "ids", "in": "query", "type": "array", "items": { «"$ref"»: "#/definitions/Id" } }
    ///   },
    ///   "definitions": { "Id": { "type": "string", "maxLength": 8, "description": "An id" } }
    /// }
    /// ```
    /// ## Fix: Write it out here
    /// ```json
    /// {
    ///   "parameters": {
    ///     "ids": { "name": "ids", "in": "query", "type": "array", "items": {
    ///       "type": "string",
    ///       "maxLength": 8
    ///     } }
    ///   },
    ///   "definitions": { "Id": { "type": "string", "maxLength": 8, "description": "An id" } }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "paths": { "/people": { "get": { "x-team": "Directory", "responses": { "200": { "description": "OK" } } } } } }
    /// ```
    Error "unknown-key" Documented from "https://spec.openapis.org/oas/v2.0"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let mut index = Index::default();
    for problem in problems::general(document) {
        let Fault::UnknownKey { member, slip } = problem.fault else { continue };
        if findings.is_full() {
            problems::report(findings, problem, String::new());
            continue;
        }
        let object = name(problem.object, member.object());
        let key = member.name();
        match slip {
            Slip::Misspelt(right) => {
                let message = format!("`{key}` is not a key of {object}; `{right}` is meant.");
                rename(problems::report(findings, problem, message), member, right);
            }
            Slip::Reference => {
                let here = name(problem.object, member.object());
                let message = format!("A reference cannot stand in {here}: OpenAPI 2.0 wants it written out here.");
                let diagnostic = problems::report(findings, problem, message);
                write_out(document, diagnostic, problem, member);
            }
            Slip::Unknown => {
                if let Some(right) = extension_meant(member, &mut index) {
                    let message = format!("{object} has no key `{key}`; the extension `{right}` is meant.");
                    rename(problems::report(findings, problem, message), member, right);
                    continue;
                }
                if let Some(code) = status_meant(problem, member, &mut index) {
                    let message = format!("`{key}` is not a key of {object}; the status code `{code}` is meant.");
                    rename(problems::report(findings, problem, message), member, &code);
                    continue;
                }
                let message = format!("`{key}` is not a key of {object}.");
                let diagnostic = problems::report(findings, problem, message);
                keep_or_remove(diagnostic, problem, member, &mut index);
            }
            Slip::BelongsIn(_) | Slip::LaterVersion | Slip::LacksSlash => {}
        }
    }
}

/// The extension of Nintex that somebody meant who forgot the `x-` or wrote it in another way.
fn extension_meant<'a>(member: Member<'a>, index: &mut Index<'a>) -> Option<&'static str> {
    let right = meant(&member.name()).filter(|right| right.starts_with("x-"))?;
    index.get(member.object(), right).is_none().then_some(right)
}

/// The status code that a response's name begins with.
fn status_meant<'a>(problem: &Problem<'_>, member: Member<'a>, index: &mut Index<'a>) -> Option<String> {
    let name = member.name();
    let name = name.trim().as_bytes();
    let (code, rest) = name.split_at_checked(3)?;
    let is_code = code.iter().all(u8::is_ascii_digit) && !rest.first().is_some_and(u8::is_ascii_alphanumeric);
    let code = String::from_utf8_lossy(code);
    let is_free = problem.object.kind == ObjectKind::Responses && index.get(member.object(), &code).is_none();
    (is_code && is_free).then(|| code.into_owned())
}

fn rename(diagnostic: &mut Diagnostic, member: Member<'_>, right: &str) {
    let title = format!("Rename it to `{right}`");
    let edit = edit::rename_member(member, right);
    if nearest(&member.name(), &[right]).is_some() {
        diagnostic.safe_fix(title, [edit]);
    } else {
        let consequence = format!("What it says is then read as `{right}`: see that it fits.");
        diagnostic.review_fix(title, consequence, [edit]);
    }
}

/// Offers to put in the place of the reference what it stands for, where that can stand here.
fn write_out(document: &Document<'_>, diagnostic: &mut Diagnostic, problem: &Problem<'_>, member: Member<'_>) {
    let Some(target) = document.resolve(member.object()).filter(|target| *target != member.object()) else {
        return offer_removal(diagnostic, member);
    };
    let is_remark = |part: &Member<'_>| ["title", "description", "example"].iter().any(|remark| part.is(remark));
    let object = problem.object;
    let fits = |part: Member<'_>| object.key(&part.name()).is_some_and(|key| key.value.accepts(part.value().kind()));
    let kept: Vec<Member<'_>> =
        target.members().filter(|part| !is_remark(part) || object.key(&part.name()).is_some()).gathered();
    let is_simple = |part: Member<'_>| fits(part) && !part.value().is_object() && !part.value().is_str("object");
    let is_whole = object.keys().all(|key| !key.required || target.get(key.name).is_some());
    if is_whole && target.get("type").is_some() && kept.iter().all(|part| is_simple(*part)) {
        let written = Draft::of(kept.into_iter()).finish();
        diagnostic.safe_fix("Write it out here", [edit::replace_value(member.object(), &written)]);
        return;
    }
    offer_removal(diagnostic, member);
}

fn keep_or_remove<'a>(diagnostic: &mut Diagnostic, problem: &Problem<'_>, member: Member<'a>, index: &mut Index<'a>) {
    let key = member.name();
    let extension = format!("x-{}", key.trim().replace(' ', "-"));
    let is_free = index.get(member.object(), &extension).is_none();
    if !problem.is_in_extension && !key.is_empty() && problem.object.rest.is_extension(&extension) && is_free {
        diagnostic.review_fix(
            format!("Keep it as an extension: `{extension}`"),
            "Nintex lets extensions pass that it does not know, and does nothing with them.",
            [edit::rename_member(member, &extension)],
        );
    }
    offer_removal(diagnostic, member);
}

fn offer_removal(diagnostic: &mut Diagnostic, member: Member<'_>) {
    diagnostic.review_fix(
        format!("Remove `{}`", member.name()),
        "What it says is lost; nothing in Nintex reads it.",
        [edit::remove_member(member)],
    );
}
