use std::borrow::Cow;

use crate::json::edit::{self, Position};
use crate::json::{Member, Value, encode};
use crate::openapi::nearest;
use crate::openapi::{Document, Requirement, SecurityDefinition};
use crate::rules::{Findings, oauth};
use crate::text::{Gather, Names, by_name};

super::rule! {
    /// An operation asks for a scope that its security definition does not list.
    ///
    /// Nintex asks the provider for the scopes of the definition when the connection is made. A scope that is only
    /// named at an operation is not among them, and the provider refuses the call with 403.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": { "type": "oauth2", "scopes": { "notes.read": "Read notes" } }
    ///   },
    ///   "paths": {
    ///     "/notes": {
    ///       "get": { "security": [{ "oauth": ["notes.read"] }] },
    ///       "post": { "security": [{ "oauth": [«"files.upload"»] }] },
    ///       "put": { "security": [{ "oauth": ["files.upload"] }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: List `files.upload` among the scopes of `oauth`
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": { "type": "oauth2", "scopes": { "notes.read": "Read notes", "files.upload": "files.upload" } }
    ///   },
    ///   "paths": {
    ///     "/notes": {
    ///       "get": { "security": [{ "oauth": ["notes.read"] }] },
    ///       "post": { "security": [{ "oauth": ["files.upload"] }] },
    ///       "put": { "security": [{ "oauth": ["files.upload"] }] }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": { "oauth": { "type": "oauth2", "scopes": { "notes.read": "Read notes" } } },
    ///   "security": [{ "oauth": [«"note.read"»] }]
    /// }
    /// ```
    /// ## Fix: Change it to `notes.read`
    /// ```json
    /// {
    ///   "securityDefinitions": { "oauth": { "type": "oauth2", "scopes": { "notes.read": "Read notes" } } },
    ///   "security": [{ "oauth": ["notes.read"] }]
    /// }
    /// ```
    /// ## Fix: List `note.read` among the scopes of `oauth`
    /// ```json
    /// {
    ///   "securityDefinitions": { "oauth": { "type": "oauth2", "scopes": { "notes.read": "Read notes", "note.read": "note.read" } } },
    ///   "security": [{ "oauth": ["note.read"] }]
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "securityDefinitions": { "oauth": { "type": "oauth2", "scopes": { "read write": "All", "list": "List" } } },
    ///   "security": [{ "oauth": ["list", "read"] }]
    /// }
    /// ```
    Warning "oauth-scope-undeclared" Documented
    from "https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/OAuth.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let named = document.requirements().map(|requirement| (requirement.name(), requirement));
    for (name, requirements) in by_name(named) {
        let definition = document.security_definition(&name).filter(|definition| definition.is_type("oauth2"));
        let Some(definition) = definition.filter(|definition| definition.value().get("scopes").is_some_and(Value::is_object)) else {
            continue;
        };
        let listed: Vec<Cow<'_, str>> = definition.scopes().map(Member::name).gathered();
        let scopes = || requirements.iter().flat_map(Requirement::scopes);
        let own: Names<'_> = listed.iter().cloned().collect();
        if scopes().filter_map(Value::as_str).all(|scope| own.contains(&scope)) {
            continue;
        }
        drop(own);
        // Some published files list several scopes under one name.
        let parts = listed.iter().flat_map(|name| name.split_whitespace());
        // And where nothing is left between two, that is told there.
        let all: Names<'_> = scopes().filter_map(Value::as_str).collect();
        let joined: Vec<(&str, &str)> = listed.iter().filter_map(|name| oauth::joined(name, &all)).gathered();
        drop(all);
        let joined = joined.into_iter().flat_map(|(one, other)| [one, other]);
        let offline = oauth::offline_with_blank(definition).map(|_| oauth::OFFLINE);
        let declared = listed.iter().map(AsRef::as_ref).chain(parts).chain(joined).chain(offline);
        let declared: Names<'_> = declared.map(Cow::Borrowed).collect();
        let candidates: Vec<&str> = listed.iter().map(AsRef::as_ref).gathered();
        let asked = scopes().filter_map(|scope| Some((scope.as_str()?, scope)));
        for (scope, places) in by_name(asked) {
            if !declared.contains(&scope) {
                report(findings, definition, &candidates, &scope, &places);
            }
        }
    }
}

/// One diagnostic for all places that ask for the same scope, which is none of `candidates`.
fn report(
    findings: &mut Findings,
    definition: &SecurityDefinition<'_>,
    candidates: &[&str],
    scope: &str,
    places: &[Value<'_>],
) {
    let Some((first, others)) = places.split_first() else { return };
    let name = definition.name();
    let is_full = findings.is_full();
    let diagnostic = findings.add(
        *first,
        format!("The scope `{scope}` is not among those that `{name}` lists."),
        "Nintex asks the provider for the scopes of the definition alone; a call that needs another one is refused.",
    );
    if is_full {
        return;
    }
    diagnostic.label_each(&mut others.iter().map(|other| other.span()), "asked for here, too");
    if let Some(near) = nearest(scope, candidates) {
        let edits: Vec<_> = places.iter().map(|place| edit::replace_value(*place, &encode(near))).gathered();
        diagnostic.review_fix(format!("Change it to `{near}`"), "The two look like one scope.", edits);
    }
    if let Some(scopes) = definition.value().get("scopes").filter(|scopes| scopes.is_object()) {
        diagnostic.review_fix(
            format!("List `{scope}` among the scopes of `{name}`"),
            "Each connection then asks for it; whoever made one signs in once more.",
            [edit::insert_member(scopes, Position::Last, scope, &encode(scope))],
        );
    }
}
