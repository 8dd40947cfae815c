use std::borrow::Cow;

use crate::diagnostic::Diagnostic;
use crate::json::{Member, Value, encode};
use crate::openapi::vocabulary::OPERATION;
use crate::openapi::{Document, Operation, Parameter, Requirement, SecurityDefinition};
use crate::rules::path_templates::listed;
use crate::rules::wording::list;
use crate::rules::{Findings, sign_in};
use crate::text::{Gather, Names, in_order};

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
    ///     "/files": { "get": { "security": [{ "key": [] }] } }
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
    ///     "/files": { "get": { "security": [] } }
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
    ///     "/files": { "get": { "security": [{ "key": [] }] } }
    ///   }
    /// }
    /// ```
    ///
    /// Where the API wants both with one call, the connection can send one of them. A key can be a field of the actions.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": { "type": "oauth2" },
    ///     «"key"»: { "type": "apiKey", "in": "header", "name": "X-Key" }
    ///   },
    ///   "security": [{ "oauth": [], "key": [] }],
    ///   "paths": {
    ///     "/notes": {
    ///       "get": {
    ///         "parameters": [
    ///           { "name": "page", "in": "query", "type": "string" }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Keep only OAuth 2.0, and ask for `X-Key` in each action
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": { "type": "oauth2" }
    ///   },
    ///   "security": [{ "oauth": [] }],
    ///   "paths": {
    ///     "/notes": {
    ///       "get": {
    ///         "parameters": [
    ///           { "name": "page", "in": "query", "type": "string" },
    ///           {
    ///             "name": "X-Key",
    ///             "in": "header",
    ///             "required": true,
    ///             "type": "string"
    ///           }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Keep only OAuth 2.0
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": { "type": "oauth2" }
    ///   },
    ///   "security": [{ "oauth": [] }],
    ///   "paths": {
    ///     "/notes": {
    ///       "get": {
    ///         "parameters": [
    ///           { "name": "page", "in": "query", "type": "string" }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Keep only API key
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "key": { "type": "apiKey", "in": "header", "name": "X-Key" }
    ///   },
    ///   "security": [{ "key": [] }],
    ///   "paths": {
    ///     "/notes": {
    ///       "get": {
    ///         "parameters": [
    ///           { "name": "page", "in": "query", "type": "string" }
    ///         ]
    ///       }
    ///     }
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
    let ways = Ways::of(document);
    let together = if ways.are_together(0) { ", and the API wants both at once" } else { "" };
    let diagnostic = findings.add(
        other.member,
        format!("`{}` is {}, and `{}` is {}{together}.", other.name(), other_type.1, first.name(), first_type.1),
        "Nintex takes one type of authentication a file, as an Xtension has one kind of connection.",
    );
    diagnostic.label(first.member.name_span(), "the first definition is of another type");
    diagnostic.can_be_split = can_be_split(document);
    for (_, (kind, words)) in &present {
        offer_fields(document, diagnostic, kind, words);
    }
    for (_, (kind, words)) in present {
        diagnostic.review_fix(
            format!("Keep only {words}"),
            format!("{}{}", ways.without_others(kind, words), sign_in::IMPORT_AGAIN),
            sign_in::keep_only(document, &|definition| definition.is_type(kind)),
        );
    }
}

/// What the alternatives of each `security` list want: a bit for each of [`TYPES`].
struct Ways(Vec<Vec<u8>>);

impl Ways {
    fn of(document: &Document<'_>) -> Self {
        let of_member = |member: Member<'_>| {
            let definition = document.security_definition(&member.name());
            let kind = definition.and_then(|this| TYPES.iter().position(|kind| this.is_type(kind.0)));
            kind.map_or(0, |kind| 1 << kind)
        };
        let of_alternative = |item: Value<'_>| item.members().map(of_member).fold(0, |bits, bit| bits | bit);
        Self(sign_in::lists(document).map(|list| list.items().map(of_alternative).gathered()).gathered())
    }

    /// Whether one alternative wants several types, or, where there is a `bit`, wants that one and others.
    fn are_together(&self, bit: u8) -> bool {
        self.0.iter().flatten().any(|bits| bits.count_ones() > 1 && bits & bit == bit)
    }

    /// What follows where only definitions of the type `kind` are left.
    fn without_others(&self, kind: &str, words: &str) -> String {
        let bit = TYPES.iter().position(|known| known.0 == kind).map_or(0, |kind| 1 << kind);
        let both = if self.are_together(bit) {
            format!("What wanted both signs in by {words} alone then, and the API may refuse it. ")
        } else {
            String::new()
        };
        let is_lost = |list: &Vec<u8>| list.iter().any(|bits| *bits != 0) && list.iter().all(|bits| bits & bit == 0);
        let lost = "Operations that used another type are called without signing in then; put them into an Xtension of \
                    their own. ";
        format!("{both}{}", if self.0.iter().any(is_lost) { lost } else { "" })
    }
}

/// Whether the operations sign in by several sets of definitions, of alternatives by the first: else none could be parted
/// from the others.
fn can_be_split(document: &Document<'_>) -> bool {
    let mut all = document.operations().iter().map(first_alternative).filter(|names| !names.is_empty());
    let Some(first) = all.next() else { return false };
    let count = first.len();
    let names: Names<'_> = first.into_iter().collect();
    all.any(|other| other.len() != count || !other.iter().all(|name| names.contains(name)))
}

/// The names of the definitions that the operation's first alternative wants.
fn first_alternative<'a>(operation: &Operation<'a>) -> Vec<Cow<'a, str>> {
    let requirements = &operation.security.requirements;
    let first = requirements.first().map(|requirement| requirement.alternative);
    let is_first = |requirement: &&Requirement<'_>| Some(requirement.alternative) == first;
    requirements.iter().take_while(is_first).map(Requirement::name).gathered()
}

/// Offers to keep the definitions of one type, and to let a person enter the keys that are wanted with them.
fn offer_fields(document: &Document<'_>, diagnostic: &mut Diagnostic, kind: &str, words: &str) {
    let is_kind = |requirement: &Requirement<'_>| {
        document.security_definition(&requirement.name()).is_some_and(|definition| definition.is_type(kind))
    };
    let mut edits = Vec::new();
    let mut names: Vec<String> = Vec::new();
    for operation in document.operations() {
        let requirements = &operation.security.requirements;
        let Some(kept) = requirements.iter().find(|requirement| is_kind(requirement)) else { continue };
        let beside = requirements.iter().filter(|one| one.alternative == kept.alternative && !is_kind(one));
        let mut fields = Vec::new();
        for requirement in beside {
            let Some(definition) = document.security_definition(&requirement.name()) else { continue };
            let value = definition.value();
            let place = ["header", "query"].into_iter().find(|place| value.get("in").is_some_and(|one| one.is_str(place)));
            let name = value.get_str("name").filter(|name| definition.is_type("apiKey") && !name.eq_ignore_ascii_case("authorization"));
            let Some((name, place)) = name.zip(place) else { return };
            let is_it = |parameter: &Parameter<'_>| {
                parameter.is_in(place) && parameter.name().is_some_and(|own| own.eq_ignore_ascii_case(&name))
            };
            if !operation.parameters.iter().any(is_it) {
                fields.push(format!(
                    "{{\n  \"name\": {},\n  \"in\": \"{place}\",\n  \"required\": true,\n  \"type\": \"string\"\n}}",
                    encode(&name)
                ));
            }
            if !names.iter().any(|known| *known == name) {
                names.push(name.into_owned());
            }
        }
        edits.extend(listed(operation.value(), &OPERATION, &fields));
    }
    if names.is_empty() {
        return;
    }
    edits.extend(sign_in::keep_only(document, &|definition| definition.is_type(kind)));
    let consequence = format!(
        "Whoever builds a workflow enters the key there, and whoever may open the workflow can read it. {}",
        sign_in::IMPORT_AGAIN
    );
    diagnostic.review_fix(format!("Keep only {words}, and ask for {} in each action", list(&names)), consequence, edits);
}
