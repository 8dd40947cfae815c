use crate::openapi::{Document, SecurityDefinition};
use crate::rules::{Findings, sign_in};
use crate::text::{Gather, in_order};

super::rule! {
    /// One document has security definitions of several types.
    ///
    /// A connection has one way to sign in, and an Xtension has one kind of connection: Nintex takes one type a file.
    /// Several definitions of the same type are fine. What needs another type goes into an Xtension of its own.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": { "type": "oauth2" },
    ///     «"key"»: { "type": "apiKey", "in": "query", "name": "key" }
    ///   },
    ///   "paths": {
    ///     "/notes": { "get": { "security": [{ "oauth": [] }] } },
    ///     "/files": { "get": { "security": [{ "key": [] }] }, "put": { "security": [{ "oauth": [], "key": [] }] } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Keep only OAuth 2.0
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": { "type": "oauth2" }
    ///   },
    ///   "paths": {
    ///     "/notes": { "get": { "security": [{ "oauth": [] }] } },
    ///     "/files": { "get": { "security": [] }, "put": { "security": [{ "oauth": [] }] } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Keep only API key
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "key": { "type": "apiKey", "in": "query", "name": "key" }
    ///   },
    ///   "paths": {
    ///     "/notes": { "get": { "security": [] } },
    ///     "/files": { "get": { "security": [{ "key": [] }] }, "put": { "security": [{ "key": [] }] } }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "access": { "type": "apiKey", "in": "header", "name": "access" },
    ///     "secret": { "type": "apiKey", "in": "header", "name": "secret" }
    ///   }
    /// }
    /// ```
    Error "auth-one-type" Documented from "https://help.nintex.com/en-US/xtensions/04_Reference/REF_KnownIssues.htm"
}

const TYPES: [(&str, &str); 3] = [("oauth2", "OAuth 2.0"), ("apiKey", "API key"), ("basic", "basic authentication")];

fn check(document: &Document<'_>, findings: &mut Findings) {
    let type_of = |definition: &SecurityDefinition<'_>| TYPES.iter().find(|kind| definition.is_type(kind.0)).copied();
    let mut typed = document.security_definitions().iter().filter_map(|this| Some((this, type_of(this)?)));
    let Some((first, first_type)) = typed.next() else { return };
    let Some((other, other_type)) = typed.find(|(_, kind)| *kind != first_type) else { return };
    let uses = |kind: &str| {
        let is_kind = |name: &str| document.security_definition(name).is_some_and(|this| this.is_type(kind));
        document.requirements().filter(|requirement| is_kind(&requirement.name())).count()
    };
    let present: Vec<_> = TYPES
        .into_iter()
        .filter(|kind| document.security_definitions().iter().any(|definition| definition.is_type(kind.0)))
        .map(|kind| (uses(kind.0), kind))
        .gathered();
    let present = in_order(present, |(uses, _)| u64::MAX - *uses as u64);
    let diagnostic = findings.add(
        other.member,
        format!("`{}` is {}, and `{}` is {}.", other.name(), other_type.1, first.name(), first_type.1),
        "Nintex takes one type of authentication a file, as an Xtension has one kind of connection.",
    );
    diagnostic.label(first.member.name_span(), "the first definition is of another type");
    for (_, (kind, words)) in present {
        diagnostic.review_fix(
            format!("Keep only {words}"),
            format!(
                "Operations that used another type are called without signing in then; put them into an Xtension of \
                 their own. {}",
                sign_in::IMPORT_AGAIN
            ),
            sign_in::keep_only(document, &|definition| definition.is_type(kind)),
        );
    }
}
