use std::borrow::Cow;

use crate::json::edit;
use crate::json::{Member, Value};
use crate::nintex::provider;
use crate::openapi::{Document, Requirement, nearest};
use crate::rules::{Findings, oauth};
use crate::text::{Gather, Names, by_name};

super::rule! {
    /// A security definition lists scopes that no operation asks for.
    ///
    /// When a connection is made, Nintex asks the provider for all scopes of the definition. One that no operation needs
    /// is one more permission for people to grant, and sometimes one that only an administrator can. Where no operation
    /// names any scope of the definition, nothing is said: then `security` does not go into them. Nor of `offline_access`
    /// and its like: the connection needs it, and no operation.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": { "type": "oauth2", "scopes": { "notes.read": "Read", «"notes.write"»: "Write", "notes.delete": "Delete" } }
    ///   },
    ///   "security": [{ "oauth": ["notes.read"] }]
    /// }
    /// ```
    /// ## Fix: Remove what is not asked for
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": { "type": "oauth2", "scopes": { "notes.read": "Read" } }
    ///   },
    ///   "security": [{ "oauth": ["notes.read"] }]
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "one": { "type": "oauth2", "scopes": { "notes.read": "Read", "notes.write": "Write" } },
    ///     "other": { "type": "oauth2", "scopes": { "read write": "All", "offline_access": "Stay signed in" } }
    ///   },
    ///   "security": [{ "one": [], "other": ["read"] }]
    /// }
    /// ```
    Hint "oauth-scope-unused" Documented
    from "https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/OAuth.htm"
}

/// So many scopes are held against those that are listed, to see what they mean.
const MOST: usize = 50;

fn check(document: &Document<'_>, findings: &mut Findings) {
    for (name, requirements) in by_name(document.requirements().map(|requirement| (requirement.name(), requirement))) {
        let definition = document.security_definition(&name).filter(|definition| definition.is_type("oauth2"));
        let Some(definition) = definition else { continue };
        let asked: Names<'_> = requirements.iter().flat_map(Requirement::scopes).filter_map(Value::as_str).collect();
        let listed: Vec<Cow<'_, str>> = definition.scopes().map(Member::name).gathered();
        let listed: Vec<&str> = listed.iter().map(AsRef::as_ref).gathered();
        // What is asked for under a name that is not quite right is told there.
        let all = requirements.iter().flat_map(Requirement::scopes).filter_map(Value::as_str).take(MOST);
        let unlisted = all.filter(|scope| !listed.contains(&&**scope));
        let meant: Vec<&str> = unlisted.filter_map(|scope| nearest(&scope, &listed)).gathered();
        let provider = provider::of(definition.value());
        let renews = |name: &str| name == oauth::OFFLINE || oauth::is_offline_with_blank(name) || provider.is_some_and(|one| one.is_refresh_scope(name));
        // Some published files list several scopes under one name.
        let is_unused = |scope: &Member<'_>| {
            let listed = scope.name();
            !listed.starts_with("x-") && !renews(&listed) && !meant.contains(&&*listed) && !asked.contains(&listed) && !listed.split_whitespace().any(|part| asked.contains(part))
                && oauth::joined(&listed, &asked).is_none()
        };
        let unused: Vec<Member<'_>> = definition.scopes().filter(is_unused).gathered();
        let Some((first, others)) = unused.split_first() else { continue };
        if unused.len() == definition.scopes().filter(|scope| !renews(&scope.name())).count() {
            continue;
        }
        let message = match others.len() {
            0 => format!("No operation asks for the scope `{}`.", first.name()),
            more => format!("No operation asks for the scope `{}` of `{name}`, nor for {more} more.", first.name()),
        };
        let because = "Nintex asks the provider for all scopes that are listed here when a connection is made.";
        let diagnostic = findings.add(*first, message, because);
        diagnostic.label_each(&mut others.iter().map(|other| other.name_span()), "not asked for either");
        diagnostic.review_fix(
            "Remove what is not asked for",
            "New connections are allowed less; actions that need it without saying so are refused.",
            edit::remove_members(first.object(), |scope| is_unused(&scope)),
        );
    }
}
