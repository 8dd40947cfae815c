use crate::diagnostic::{Diagnostic, Severity};
use crate::json::edit::{self, Position};
use crate::json::encode;
use crate::openapi::shape::Problem;
use crate::openapi::{Document, SecurityDefinition};
use crate::rules::{Findings, problems};
use crate::text::Names;

super::rule! {
    /// A security definition is not asked for anywhere.
    ///
    /// Nintex signs in where `security` says so, at an operation or at the root for all of them. A definition that no
    /// `security` names does nothing: the calls go out without signing in.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     «"key"»: { "type": "apiKey", "in": "header", "name": "X-Key" }
    ///   },
    ///   "paths": { "/notes": { "get": {} } }
    /// }
    /// ```
    /// ## Fix: Ask for `key` in all operations
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "key": { "type": "apiKey", "in": "header", "name": "X-Key" }
    ///   },
    ///   "security": [
    ///     {
    ///       "key": []
    ///     }
    ///   ],
    ///   "paths": { "/notes": { "get": {} } }
    /// }
    /// ```
    /// ## Fix: Remove the definition
    /// ```json
    /// {
    ///   "securityDefinitions": {},
    ///   "paths": { "/notes": { "get": {} } }
    /// }
    /// ```
    ///
    /// Where an operation says `"security": []`, signing in was switched off on purpose: then this is only a hint.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": { «"basic"»: { "type": "basic" } },
    ///   "paths": { "/notes": { "get": { "security": [] } } }
    /// }
    /// ```
    /// ## Fix: Remove the definition
    /// ```json
    /// {
    ///   "securityDefinitions": {},
    ///   "paths": { "/notes": { "get": { "security": [] } } }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
    ///   "paths": { "/notes": { "get": { "security": [{ "key": [] }] } } }
    /// }
    /// ```
    Warning "security-unused" Documented from "https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/OAuth.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let asked: Names<'_> = document.requirements().map(|requirement| requirement.name()).collect();
    // What `security` should be asks for something, and it is told what.
    let is_told = |problem: &Problem<'_>| problem.key.is_some_and(|key| key.name == "security");
    let is_misnamed = document.requirements().any(|requirement| document.security_definition(&requirement.name()).is_none());
    if is_misnamed || problems::are_paths_unread(document) || document.shape().problems.iter().any(is_told) {
        return;
    }
    // Then somebody wants it so: to sign in everywhere would undo that.
    let is_switched_off = document.operations().iter().any(|operation| operation.security.is_switched_off());
    for definition in document.security_definitions() {
        let name = definition.name();
        if asked.contains(&name) || name.starts_with("x-") {
            continue;
        }
        let diagnostic = findings.add(
            definition.member,
            format!("No `security` asks for the definition `{name}`."),
            "Nintex signs in where `security` says so; nothing does here, so calls go out without signing in.",
        );
        if is_switched_off {
            diagnostic.severity(Severity::Hint);
        } else if asked.is_empty() {
            offer_asking(document, definition, diagnostic);
        }
        diagnostic.review_fix(
            "Remove the definition",
            "Nintex then asks for no such credentials when a connection is made.",
            [edit::remove_member(definition.member)],
        );
    }
}

fn offer_asking(document: &Document<'_>, definition: &SecurityDefinition<'_>, diagnostic: &mut Diagnostic) {
    let Some(root) = document.root() else { return };
    let name = definition.name();
    let requirement = format!("[\n  {{\n    {}: []\n  }}\n]", encode(&name));
    let edit = if let Some(list) = root.get("security") {
        edit::replace_value(list, &requirement)
    } else {
        let definitions = root.member_named("securityDefinitions");
        edit::insert_member(root, definitions.map_or(Position::Last, Position::After), "security", &requirement)
    };
    diagnostic.review_fix(
        format!("Ask for `{name}` in all operations"),
        "Every action then needs a connection; an operation that should not says `\"security\": []`.",
        [edit],
    );
}
