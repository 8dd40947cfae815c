use crate::json::{Member, Value};
use crate::openapi::{Document, SecurityDefinition};
use crate::rules::{Findings, sign_in};
use crate::text::{Gather, Span};

super::rule! {
    /// A `security` list has several definitions of which a connection can use only one.
    ///
    /// Each item of the list is one way to sign in, and any of them will do. A connection of Nintex has one: whoever makes it
    /// does not get to choose, and nothing says which one is taken. Two definitions in one item are both needed; that works
    /// with keys of different names, but not where both send the header `Authorization`.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "header": { "type": "apiKey", "in": "header", "name": "X-API-Key" },
    ///     "query": { "type": "apiKey", "in": "query", "name": "key" }
    ///   },
    ///   "security": [
    ///     { "header": [] },
    ///     { «"query"»: [] }
    ///   ]
    /// }
    /// ```
    /// ## Fix: Keep only `header`
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "header": { "type": "apiKey", "in": "header", "name": "X-API-Key" }
    ///   },
    ///   "security": [
    ///     { "header": [] }
    ///   ]
    /// }
    /// ```
    /// ## Fix: Keep only `query`
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "query": { "type": "apiKey", "in": "query", "name": "key" }
    ///   },
    ///   "security": [
    ///     { "query": [] }
    ///   ]
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": { "people": { "type": "oauth2" }, "robot": { "type": "oauth2" } },
    ///   "paths": { "/notes": { "get": { "security": [{ "people": [], «"robot"»: [] }] } } }
    /// }
    /// ```
    /// ## Fix: Keep only `people`
    /// ```json
    /// {
    ///   "securityDefinitions": { "people": { "type": "oauth2" } },
    ///   "paths": { "/notes": { "get": { "security": [{ "people": [] }] } } }
    /// }
    /// ```
    /// ## Fix: Keep only `robot`
    /// ```json
    /// {
    ///   "securityDefinitions": { "robot": { "type": "oauth2" } },
    ///   "paths": { "/notes": { "get": { "security": [{ "robot": [] }] } } }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "access": { "type": "apiKey", "in": "header", "name": "access" },
    ///     "secret": { "type": "apiKey", "in": "header", "name": "secret" }
    ///   },
    ///   "security": [{ "access": [], "secret": [] }, {}]
    /// }
    /// ```
    Hint "security-alternatives" Inferred
    from "https://help.nintex.com/en-us/xtensions/02_BuildOpenAPI/02_Authentication/NAV_Authorization.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let definitions = document.security_definitions();
    let is_typed = |kind: &str| definitions.iter().all(|definition| definition.is_type(kind));
    // Where there are several types, that is the mistake, and a rule of its own says so.
    if definitions.len() < 2 || !["basic", "apiKey", "oauth2"].into_iter().any(is_typed) {
        return;
    }
    let mut found: Option<(Member<'_>, Member<'_>)> = None;
    let mut others: Vec<Span> = Vec::new();
    for list in sign_in::lists(document) {
        let Some((first, second)) = alternatives(document, list) else { continue };
        match found {
            None => found = Some((first, second)),
            Some(_) => others.push(second.name_span()),
        }
    }
    let Some((first, second)) = found else { return };
    let message = format!("A connection signs in by `{}` or by `{}`, not by both.", first.name(), second.name());
    let because = "Nintex makes one kind of connection for an Xtension, and nothing says which of the two it takes.";
    let diagnostic = findings.add(second, message, because);
    diagnostic.label(first.name_span(), "the other one");
    diagnostic.label_each(&mut others.into_iter(), "here, too");
    for kept in [first, second].map(Member::name) {
        let title = format!("Keep only `{kept}`");
        let consequence = format!("All operations then sign in by it. {}", sign_in::IMPORT_AGAIN);
        let edits = sign_in::keep_only(document, &|definition| {
            definition.name() == kept || ![first, second].iter().any(|one| one.is(&definition.name()))
        });
        diagnostic.review_fix(title, consequence, edits);
    }
}

/// The first two definitions of a list that exclude each other.
fn alternatives<'a>(document: &Document<'a>, list: Value<'a>) -> Option<(Member<'a>, Member<'a>)> {
    let mut ways = list.items().filter_map(|item| item.members().next());
    let first = ways.next()?;
    if let Some(second) = ways.find(|way| !way.is_named_as(first)) {
        return both_defined(document, first, second);
    }
    let sends = |member: &Member<'a>| {
        let header = document.security_definition(&member.name()).and_then(SecurityDefinition::header);
        header.is_some_and(|header| header.eq_ignore_ascii_case("authorization"))
    };
    let senders = first.object().members().filter(sends).take(2).gathered();
    match senders.as_slice() {
        [one, other] if !one.is_named_as(*other) => Some((*one, *other)),
        _ => None,
    }
}

fn both_defined<'a>(
    document: &Document<'a>,
    first: Member<'a>,
    second: Member<'a>,
) -> Option<(Member<'a>, Member<'a>)> {
    let is_defined = |member: Member<'_>| document.security_definition(&member.name()).is_some();
    (is_defined(first) && is_defined(second)).then_some((first, second))
}
