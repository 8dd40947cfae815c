use crate::json::edit::{self, Position};
use crate::nintex::vocabulary::extension;
use crate::openapi::shape::Extension as Found;
use crate::openapi::{Document, METHODS};
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::Findings;
use crate::rules::wording::name;

super::rule! {
    /// An extension stands in an object that Nintex does not look for it in.
    ///
    /// Some belong to the whole document, some to the security definition, and `x-ntx-host` and `x-ntx-basePath` to the
    /// document or to an operation. `x-ntx-render-version` in `info`, for one, lets the import pass, and the
    /// fields of arrays and nested objects never appear.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "info": {
    ///     "title": "Notes",
    ///     «"x-ntx-render-version"»: 2
    ///   }
    /// }
    /// ```
    /// ## Fix: Move it to the root
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "info": {
    ///     "title": "Notes"
    ///   },
    ///   "x-ntx-render-version": 2
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "x-ntx-render-version": 2, "info": { "title": "Notes", «"x-ntx-render-version"»: 2 } }
    /// ```
    /// ## Fix: Remove it here
    /// ```json
    /// { "x-ntx-render-version": 2, "info": { "title": "Notes" } }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   «"x-ntx-connection-validation"»: { "operationId": "getMe" },
    ///   "securityDefinitions": { "login": { "type": "basic" } }
    /// }
    /// ```
    /// ## Fix: Move it into `login`
    /// ```json
    /// {
    ///   "securityDefinitions": { "login": { "type": "basic", "x-ntx-connection-validation": { "operationId": "getMe" } } }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "paths": { "/notes": { "get": { "summary": "List" }, «"x-ntx-host"»: "notes.example.com" } } }
    /// ```
    /// ## Fix: Move it into `get`
    /// ```json
    /// { "paths": { "/notes": { "get": { "summary": "List", "x-ntx-host": "notes.example.com" } } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "x-ntx-render-version": 2, "info": { "title": "Notes" } }
    /// ```
    Warning "ntx-misplaced" Documented
    from "https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/PRC_06EXT_render_version.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for found in &document.shape().extensions {
        let Some(known) = extension(&found.member.name()).filter(|known| !known.on.contains(&found.object.kind)) else {
            continue;
        };
        match known.on {
            [ObjectKind::Root] => to_root(document, findings, found),
            [ObjectKind::Root, ObjectKind::Operation] => to_address(document, findings, found),
            [ObjectKind::SecurityDefinition] => to_definition(document, findings, found),
            _ => {}
        }
    }
}

fn to_root(document: &Document<'_>, findings: &mut Findings, found: &Found<'_>) {
    let Some(root) = document.root() else { return };
    let member = found.member;
    let message = format!("`{}` belongs at the root, not in {}.", member.name(), name(found.object, member.object()));
    let diagnostic = findings.add(member, message, "Nintex looks for it at the root alone: here it does nothing.");
    if root.member_named(&member.name()).is_some() {
        let consequence = "The one at the root stays, and counts.";
        diagnostic.review_fix("Remove it here", consequence, [edit::remove_member(member)]);
    } else {
        let consequence = "It then does what it is for: all actions of the Xtension are shown accordingly.";
        diagnostic.review_fix("Move it to the root", consequence, edit::move_member(member, root, Position::Last));
    }
}

/// For what an operation or the document can have.
fn to_address(document: &Document<'_>, findings: &mut Findings, found: &Found<'_>) {
    let member = found.member;
    let key = member.name();
    let place = name(found.object, member.object());
    let message = format!("`{key}` belongs in an operation or at the root, not in {place}.");
    let diagnostic = findings.add(member, message, "Nintex does not look for it here: calls go where they would without it.");
    // What one operation says holds for its path.
    let mut siblings = member.object().members().filter(|_| found.object.kind == ObjectKind::PathItem);
    let operation = siblings.find(|other| METHODS.contains(&&*other.name()) && other.value().is_object());
    if let Some(operation) = operation {
        let title = format!("Move it into `{}`", operation.name());
        let edits = edit::move_member(member, operation.value(), Position::Last);
        diagnostic.review_fix(title, "It then holds for all operations of the path.", edits);
    } else if let Some(root) = document.root().filter(|root| root.get(&key).is_none()) {
        let edits = edit::move_member(member, root, Position::Last);
        diagnostic.review_fix("Move it to the root", "It then holds for all operations.", edits);
    }
}

fn to_definition(document: &Document<'_>, findings: &mut Findings, found: &Found<'_>) {
    let member = found.member;
    let place = name(found.object, member.object());
    let message = format!("`{}` belongs in a security definition, not in {place}.", member.name());
    let diagnostic = findings.add(member, message, "Nintex does not look for it here, so connections know nothing of it.");
    let free = document.security_definitions().iter().filter(|one| one.value().get(&member.name()).is_none());
    for definition in free.take(3) {
        let edits = edit::move_member(member, definition.value(), Position::Last);
        let consequence = "It then holds for all connections.";
        diagnostic.review_fix(format!("Move it into `{}`", definition.name()), consequence, edits);
    }
}
