use crate::json::{Member, Value, edit, encode};
use crate::openapi::Document;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::{Findings, problems};
use crate::text::{Edit, Gather, Names};

super::rule! {
    /// A `security` list has the same definition in two of its alternatives.
    ///
    /// Each item of the list is one way to sign in, and any of them will do. A connection of Nintex signs in once, with
    /// all scopes that the definition lists, so the second way is never taken.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "security": [
    ///     { "oauth": ["read"] },
    ///     { «"oauth"»: ["write"] }
    ///   ]
    /// }
    /// ```
    /// ## Fix: Ask for all scopes at once
    /// ```json
    /// {
    ///   "security": [
    ///     { "oauth": ["read", "write"] }
    ///   ]
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "security": [{ "oauth": ["read", "write"] }, { "key": [] }, {}] }
    /// ```
    Hint "security-repeated" Inferred from "https://spec.openapis.org/oas/v2.0#security-requirement-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    // What is repeated word by word is a matter of the list.
    let equal = problems::repeated_items(document);
    let holders = document.places(ObjectKind::Root).chain(document.places(ObjectKind::Operation));
    for list in holders.filter_map(|place| place.value.get("security")) {
        let mut met = Names::default();
        let mut first: Vec<Member<'_>> = Vec::new();
        let mut repeated = Vec::new();
        for alternative in list.items().filter(|one| equal.binary_search(&one.index()).is_err()) {
            for member in alternative.members() {
                let number = met.number(member.name());
                match first.get(number) {
                    // Within one alternative it is a matter of JSON.
                    Some(earlier) if earlier.object() != alternative => repeated.push((*earlier, member)),
                    Some(_) => {}
                    None => first.push(member),
                }
            }
        }
        let Some(((earlier, later), others)) = repeated.split_first() else { continue };
        let message = format!("`{}` stands in two alternatives of one `security` list.", later.name());
        let because = "A connection signs in once, with all scopes of the definition; the second way is never taken.";
        let is_full = findings.is_full();
        let diagnostic = findings.add(*later, message, because);
        if is_full {
            continue;
        }
        diagnostic.label(earlier.name_span(), "here for the first time");
        diagnostic.label_each(&mut others.iter().map(|(_, other)| other.name_span()), "here, too");
        if let Some(edits) = merged(*earlier, *later) {
            let consequence = "An operation then needs all of them, where one or the other was enough.";
            diagnostic.review_fix("Ask for all scopes at once", consequence, edits);
        }
    }
}

/// Puts the scopes of both into the first, where neither stands beside another definition.
fn merged(earlier: Member<'_>, later: Member<'_>) -> Option<Vec<Edit>> {
    let is_alone = |member: Member<'_>| member.object().members().nth(1).is_none() && member.value().is_array();
    if !is_alone(earlier) || !is_alone(later) {
        return None;
    }
    let scopes = earlier.value().items().chain(later.value().items()).filter_map(Value::as_str);
    let mut met = Names::default();
    let scopes: Vec<String> = scopes.filter(|scope| met.insert(scope.clone())).map(|scope| encode(&scope)).gathered();
    let list = edit::replace_value(earlier.value(), &format!("[{}]", scopes.join(", ")));
    Some(vec![list, edit::remove_item(later.object())?])
}
