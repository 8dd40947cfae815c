use crate::diagnostic::{Diagnostic, Severity};
use crate::json::{Member, Value, edit};
use crate::openapi::Document;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::wording::list;
use crate::rules::{Findings, problems};
use crate::text::{Edit, Gather, Names};

super::rule! {
    /// Something stands beside a reference, where it is not read.
    ///
    /// A reference is replaced as a whole by what it leads to. A description or a label beside it is lost, unless both
    /// are parts of an `allOf`.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Pet": { "properties": { "owner": { «"$ref"»: "#/definitions/Person", "description": "Who feeds it" } } },
    ///     "Person": { "type": "object" }
    ///   }
    /// }
    /// ```
    /// ## Fix: Make the reference a part of `allOf`
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Pet": { "properties": { "owner": { "allOf": [{"$ref": "#/definitions/Person"}], "description": "Who feeds it" } } },
    ///     "Person": { "type": "object" }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove `description`
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Pet": { "properties": { "owner": { "$ref": "#/definitions/Person" } } },
    ///     "Person": { "type": "object" }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/pets": { "get": { "parameters": [{ «"$ref"»: "#/parameters/page", "required": true }], "responses": {} } }
    ///   },
    ///   "parameters": { "page": { "name": "page", "in": "query", "type": "integer" } }
    /// }
    /// ```
    /// ## Fix: Remove `required`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/pets": { "get": { "parameters": [{ "$ref": "#/parameters/page" }], "responses": {} } }
    ///   },
    ///   "parameters": { "page": { "name": "page", "in": "query", "type": "integer" } }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "definitions": { "Pet": { "properties": { "$ref": { "type": "string" }, "name": { "type": "string" } } } } }
    /// ```
    Hint or Error "ref-siblings" Documented from "https://spec.openapis.org/oas/v2.0#reference-object"
}

const BECAUSE: &str = "A reference stands for what it leads to and for nothing else: what stands beside it is not read.";
const ALL_OF: &str = "What stands beside it then counts; see how Nintex shows the field.";
const REMOVED: &str = "What is removed was not read before.";

/// More than these are told together.
const MOST: usize = 5;

fn check(document: &Document<'_>, findings: &mut Findings) {
    let siblings = &document.shape().siblings;
    let groups: Vec<_> = siblings.chunk_by(|one, other| one.member.object() == other.member.object()).gathered();
    let schemas = groups.iter().filter(|group| group.iter().all(|sibling| !sibling.is_refused)).count();
    let mut is_told = false;
    for group in groups {
        let Some(reference) = group.first().and_then(|first| first.member.object().member_named("$ref")) else { continue };
        let is_refused = group.iter().any(|sibling| sibling.is_refused);
        if !is_refused && schemas > MOST {
            if !std::mem::replace(&mut is_told, true) {
                all(document, findings, reference, schemas);
            }
            continue;
        }
        let members: Vec<Member<'_>> = group.iter().map(|sibling| sibling.member).gathered();
        one(document, findings, reference, &members, is_refused);
    }
}

fn one(document: &Document<'_>, findings: &mut Findings, reference: Member<'_>, members: &[Member<'_>], is_refused: bool) {
    let names: Vec<String> = members.iter().map(|member| member.name().into_owned()).gathered();
    let verb = if names.len() == 1 { "stands" } else { "stand" };
    let message = format!("{} {verb} beside a reference and is not read.", list(&names));
    let message = if names.len() == 1 { message } else { message.replace("and is not", "and are not") };
    let because = if is_refused { problems::REFUSED } else { BECAUSE };
    let diagnostic = findings.add(reference, message, because);
    if is_refused {
        diagnostic.severity(Severity::Error);
    } else if is_schema(document, reference.object()) {
        diagnostic.review_fix("Make the reference a part of `allOf`", ALL_OF, within_all_of(reference));
    }
    offer_removal(diagnostic, reference.object(), &names);
}

fn offer_removal(diagnostic: &mut Diagnostic, holder: Value<'_>, names: &[String]) {
    let edits = edit::remove_members(holder, |member| !member.is("$ref"));
    diagnostic.review_fix(format!("Remove {}", list(names)), REMOVED, edits);
}

/// One finding for many.
fn all(document: &Document<'_>, findings: &mut Findings, first: Member<'_>, count: usize) {
    let message = format!("Beside {count} references to schemas stands something that is not read: this is the first.");
    let diagnostic = findings.add(first, message, BECAUSE);
    let mut met = Names::default();
    let siblings = document.shape().siblings.iter().filter(|sibling| !sibling.is_refused);
    let holders: Vec<Value<'_>> = siblings
        .map(|sibling| sibling.member.object())
        .filter(|holder| met.insert(holder.index().to_string().into()))
        .gathered();
    let references = holders.iter().filter_map(|holder| holder.member_named("$ref"));
    let wrapped: Vec<Edit> = references.flat_map(within_all_of).gathered();
    diagnostic.review_fix("Make all these references parts of `allOf`", ALL_OF, wrapped);
    let removed: Vec<Edit> =
        holders.iter().flat_map(|holder| edit::remove_members(*holder, |member| !member.is("$ref"))).gathered();
    diagnostic.review_fix("Remove all that stands beside them", REMOVED, removed);
}

/// Whether a schema stands there that may as well have an `allOf`.
fn is_schema(document: &Document<'_>, holder: Value<'_>) -> bool {
    document.object_at(holder).is_some_and(|object| object.kind == ObjectKind::Schema) && holder.get("allOf").is_none()
}

/// Writes the reference as the one part of an `allOf`.
fn within_all_of(reference: Member<'_>) -> [Edit; 2] {
    let part = format!("[{{\"$ref\": {}}}]", reference.value().source());
    [edit::rename_member(reference, "allOf"), Edit::replace(reference.value().span(), part)]
}
