use crate::json::edit::{self, Position};
use crate::json::{Member, Value, encode};
use crate::openapi::{Document, Requirement};
use crate::rules::{Findings, oauth};
use crate::text::{Edit, Gather, Names, by_name};

super::rule! {
    /// The name of a scope is two scopes without anything between them.
    ///
    /// That is left where a list of scopes is pasted into one name. Nintex asks the provider for the scope as it is written,
    /// and the provider refuses it as one that there is not. A name with blanks between its scopes is let be: published
    /// Xtensions have such, and a provider reads it as a list.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": { "type": "oauth2", "scopes": { «"Note.ReadNote.Write"»: "Notes", "Files.Read": "Files" } }
    ///   },
    ///   "security": [{ "oauth": ["Note.Read", "Note.Write", "Files.Read"] }]
    /// }
    /// ```
    /// ## Fix: Make two scopes of it
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": { "type": "oauth2", "scopes": { "Note.Read": "Notes", "Note.Write": "Notes", "Files.Read": "Files" } }
    ///   },
    ///   "security": [{ "oauth": ["Note.Read", "Note.Write", "Files.Read"] }]
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": { "oauth": { "type": "oauth2", "scopes": { «"Files.ReadFiles.Read"»: "Files" } } },
    ///   "security": [{ "oauth": ["Files.ReadFiles.Read"] }]
    /// }
    /// ```
    /// ## Fix: Change it to `Files.Read`
    /// ```json
    /// {
    ///   "securityDefinitions": { "oauth": { "type": "oauth2", "scopes": { "Files.Read": "Files" } } },
    ///   "security": [{ "oauth": ["Files.Read"] }]
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "securityDefinitions": { "oauth": { "type": "oauth2", "scopes": { "Note.Read Note.Write": "", "supplierinvoice": "" } } },
    ///   "security": [{ "oauth": ["Note.Read", "supplier", "invoice"] }]
    /// }
    /// ```
    Warning "oauth-scope-joined" Observed from "https://github.com/NTX-XT/Nintex-Process-Gallery"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for (name, requirements) in by_name(document.requirements().map(|requirement| (requirement.name(), requirement))) {
        let Some(definition) = document.security_definition(&name) else { continue };
        let places: Vec<Value<'_>> = requirements.iter().flat_map(Requirement::scopes).gathered();
        let asked: Names<'_> = places.iter().filter_map(|place| place.as_str()).collect();
        for scope in definition.scopes() {
            let name = scope.name();
            let Some((one, other)) = oauth::joined(&name, &asked) else { continue };
            let is_full = findings.is_full();
            let message = format!("The scope `{name}` is two, `{one}` and `{other}`, with nothing between them.");
            let because = "Nintex asks the provider for it as it is written, and the provider knows no such scope.";
            let diagnostic = findings.add(scope, message, because);
            if !is_full {
                let title =
                    if one == other { format!("Change it to `{one}`") } else { "Make two scopes of it".to_owned() };
                let consequence = "Each connection then asks for what is meant; whoever made one signs in once more.";
                diagnostic.review_fix(title, consequence, separated(scope, one, other, &places));
            }
        }
    }
}

/// Both scopes in the place of the one, where it is listed and where it is asked for.
fn separated(scope: Member<'_>, one: &str, other: &str, places: &[Value<'_>]) -> Vec<Edit> {
    let parts = if one == other { vec![one] } else { vec![one, other] };
    let mut edits = Vec::new();
    let is_listed = |part: &&&str| scope.object().get(part).is_some();
    let mut new = parts.iter().filter(|part| !is_listed(part));
    match new.next() {
        Some(first) => edits.push(edit::rename_member(scope, first)),
        None => edits.push(edit::remove_member(scope)),
    }
    let value = scope.value().source();
    edits.extend(new.map(|part| edit::insert_member(scope.object(), Position::After(scope), part, value)));
    for place in places.iter().filter(|place| place.is_str(&scope.name())) {
        let list = place.parent();
        let is_there = |part: &str| list.is_some_and(|list| list.items().any(|item| item.is_str(part)));
        let wanted = parts.iter().filter(|part| !is_there(part)).map(|part| encode(part)).gathered();
        if wanted.is_empty() {
            edits.extend(edit::remove_item(*place));
        } else {
            edits.push(edit::replace_value(*place, &wanted.join(", ")));
        }
    }
    edits
}
