//! Which values could stand at a place.

use std::borrow::Cow;

use super::insertion::Insertion;
use super::scope::Scope;
use super::{CompletionKind, Suggestion};
use crate::json::{Member, Value};
use crate::language::place::{Slot, slot};
use crate::language::sketch;
use crate::nintex::summary::written;
use crate::nintex::vocabulary::FILE_REFERENCE_FORMAT;
use crate::openapi::vocabulary::{ObjectKind, ROOT, Type};
use crate::text::{Gather, Names};

/// The media types that APIs read and write.
pub(super) const MEDIA_TYPES: [(&str, &str); 7] = [
    ("application/json", "JSON"),
    ("application/xml", "XML"),
    ("text/plain", "text"),
    ("application/x-www-form-urlencoded", "a form"),
    ("multipart/form-data", "a form with files"),
    ("application/octet-stream", "a file of any kind"),
    ("application/pdf", "a PDF file"),
];

/// The formats that there are, each with the type that it goes with.
const FORMATS: [(&str, &str, &str); 11] = [
    ("string", "date-time", "2026-01-31T09:30:00Z"),
    ("string", "date", "2026-01-31"),
    ("string", FILE_REFERENCE_FORMAT, "a file of Nintex, sent as its URL"),
    ("string", "byte", "Base64"),
    ("string", "binary", "bytes"),
    ("string", "password", "not shown while it is typed"),
    ("string", "uri", "a whole URL"),
    ("integer", "int32", "32 bits"),
    ("integer", "int64", "64 bits"),
    ("number", "float", "32 bits"),
    ("number", "double", "64 bits"),
];

/// The values that could stand where `marked` does.
pub(super) fn values<'a>(scope: &Scope<'_, 'a>, marked: Value<'a>) -> Vec<Suggestion> {
    let Some(slot) = slot(scope.document, marked) else { return argument(scope, marked) };
    let named = of_document(scope, marked, &slot);
    if !named.is_empty() {
        return named;
    }
    let mut list = of_type(slot.expected, &slot.member.name());
    if marked.parent().is_some_and(Value::is_array) {
        // What the list has already.
        let items = marked.parent().into_iter().flat_map(Value::items).filter_map(Value::as_str).gathered();
        list.retain(|suggestion| !items.iter().any(|item| **item == *suggestion.label));
    }
    list
}

/// A first document.
pub(super) fn documents() -> Vec<Suggestion> {
    static DOCUMENT: Type = Type::Object(&ROOT);
    let mut insertion = Insertion::default();
    insertion.value("", &DOCUMENT, 0);
    vec![Suggestion {
        label: "swagger 2.0".to_owned(),
        kind: CompletionKind::Value,
        detail: "a first document".to_owned(),
        help: ROOT.help.to_owned(),
        insertion,
        asks_again: false,
    }]
}

/// What the type says: the values that there are, or a first one.
fn of_type(ty: &'static Type, name: &str) -> Vec<Suggestion> {
    let quoted = |value: &&str| of_value(value, "", Insertion::string(value));
    match ty {
        Type::OneOf(allowed) => allowed.iter().map(quoted).gathered(),
        Type::OneOfNumbers(allowed) => {
            allowed.iter().map(|value| of_value(value, "", Insertion::plain(value))).gathered()
        }
        Type::Boolean => ["true", "false"].iter().map(|value| of_value(value, "", Insertion::plain(value))).gathered(),
        Type::True => vec![of_value("true", "", Insertion::plain("true"))],
        Type::Object(_) | Type::ObjectOrReference(_) | Type::List { .. } => {
            let label = if matches!(ty, Type::List { .. }) { "[ ]" } else { "{ }" };
            let mut insertion = Insertion::default();
            insertion.value(name, ty, 0);
            vec![of_value(label, &ty.describe(), insertion)]
        }
        Type::AnyOf(types) => types.iter().flat_map(|ty| of_type(ty, name)).gathered(),
        _ => Vec::new(),
    }
}

/// What names something in the document, or is known by its key.
fn of_document<'a>(scope: &Scope<'_, 'a>, marked: Value<'a>, slot: &Slot<'a>) -> Vec<Suggestion> {
    let key = slot.member.name();
    match (slot.object.kind, &*key) {
        (_, "$ref") => references(scope, slot),
        (ObjectKind::Extension(_), "operationId") => operations(scope),
        (ObjectKind::SecurityRequirement, scheme) => scopes(scope, scheme, marked),
        (ObjectKind::Root | ObjectKind::Operation, "consumes" | "produces") => {
            let said = said(marked);
            let known = MEDIA_TYPES.iter().filter(|known| !said.contains(known.0));
            known.map(|(name, detail)| of_value(name, detail, Insertion::string(name))).gathered()
        }
        (ObjectKind::Operation, "tags") => tags(scope, marked),
        (_, "format") if matches!(slot.expected, Type::Text) => formats(slot),
        (ObjectKind::Parameter, "name") => templates(scope, slot),
        (ObjectKind::Schema, "required" | "discriminator") => properties(slot, marked),
        (
            ObjectKind::Schema | ObjectKind::Parameter | ObjectKind::Items | ObjectKind::Header,
            "default" | "example",
        ) => {
            let holder = slot.member.object();
            let mut list = holder.items_of("enum").take(50).map(as_it_is).gathered();
            if holder.get("type").is_some_and(|ty| ty.is_str("boolean")) {
                list.extend(of_type(&Type::Boolean, ""));
            }
            list
        }
        _ => Vec::new(),
    }
}

/// What the list around `marked` says already.
fn said(marked: Value<'_>) -> Names<'_> {
    let list = marked.parent().filter(|list| list.is_array());
    list.into_iter().flat_map(Value::items).filter_map(Value::as_str).collect()
}

fn as_it_is(value: Value<'_>) -> Suggestion {
    of_value(&written::value(value), "", Insertion::plain(value.source()))
}

fn references(scope: &Scope<'_, '_>, slot: &Slot<'_>) -> Vec<Suggestion> {
    let Some(prefix) = slot.object.reference else { return Vec::new() };
    let map = prefix.trim_start_matches("#/").trim_end_matches('/');
    let here = slot.member.span();
    let suggestion = |definition: Member<'_>| {
        let name = definition.name();
        let pointer = format!("{prefix}{}", name.replace('~', "~0").replace('/', "~1"));
        let detail = sketch::brief(scope.document, definition.value());
        let help = sketch::lines(scope.document, definition.value()).join("\n");
        Suggestion { help, ..of_name(&pointer, &detail, Insertion::string(&pointer)) }
    };
    let definitions = scope.document.definitions(map);
    // What a definition itself consists of can hardly be that definition.
    let (own, others): (Vec<Member<'_>>, Vec<Member<'_>>) =
        definitions.partition(|definition| definition.span().contains(here));
    others.into_iter().chain(own).map(suggestion).gathered()
}

fn operations(scope: &Scope<'_, '_>) -> Vec<Suggestion> {
    let mut met = Names::default();
    let named = scope.document.operations().iter().filter_map(|operation| Some((operation.id()?, operation)));
    let named = named.filter(|(id, _)| met.insert(Cow::Owned(id.to_string())));
    let suggestion = |(id, operation): (Cow<'_, str>, &crate::openapi::Operation<'_>)| Suggestion {
        help: sketch::label(operation),
        ..of_name(&id, &sketch::address(operation), Insertion::string(&id))
    };
    named.map(suggestion).gathered()
}

fn scopes(scope: &Scope<'_, '_>, scheme: &str, marked: Value<'_>) -> Vec<Suggestion> {
    let Some(definition) = scope.document.security_definition(scheme) else { return Vec::new() };
    let said = said(marked);
    let scopes = definition.scopes().filter(|scope| !said.contains(&scope.name()));
    let suggestion = |scope: Member<'_>| Suggestion {
        help: written::value(scope.value()),
        ..of_name(&scope.name(), "scope", Insertion::string(&scope.name()))
    };
    scopes.map(suggestion).gathered()
}

fn tags(scope: &Scope<'_, '_>, marked: Value<'_>) -> Vec<Suggestion> {
    let mut met = Names::default();
    let listed = scope.document.root().into_iter().flat_map(|root| root.items_of("tags"));
    let listed = listed.filter_map(|tag| tag.get_str("name"));
    let used = scope.document.operations().iter().flat_map(|operation| operation.value().items_of("tags"));
    let used = used.filter_map(Value::as_str);
    let said = said(marked);
    let all = listed.chain(used).filter(|tag| tag != super::MARK && !said.contains(tag) && met.insert(tag.clone()));
    all.map(|tag| of_name(&tag, "tag", Insertion::string(&tag))).gathered()
}

fn formats(slot: &Slot<'_>) -> Vec<Suggestion> {
    let holder = slot.member.object();
    let ty = holder.get_str("type");
    let fits = |format: &&(&str, &str, &str)| ty.as_ref().is_none_or(|ty| **ty == *format.0);
    FORMATS.iter().filter(fits).map(|(_, name, detail)| of_value(name, detail, Insertion::string(name))).gathered()
}

/// The names in braces that the path has.
fn templates(scope: &Scope<'_, '_>, slot: &Slot<'_>) -> Vec<Suggestion> {
    let is_in_path = slot.member.object().get("in").is_none_or(|place| place.is_str("path"));
    let Some(path) = scope.path().filter(|_| is_in_path) else { return Vec::new() };
    let parts = path.split('{').skip(1).filter_map(|part| part.split_once('}'));
    parts.map(|(name, _)| of_name(name, "in the path", Insertion::string(name))).gathered()
}

/// The properties of the schema that the list around `marked` does not name yet.
fn properties(slot: &Slot<'_>, marked: Value<'_>) -> Vec<Suggestion> {
    let said = said(marked);
    let properties = slot.member.object().members_of("properties").filter(|member| !said.contains(&member.name()));
    let suggestion = |member: Member<'_>| {
        of_name(&member.name(), &sketch::type_of(member.value()), Insertion::string(&member.name()))
    };
    properties.map(suggestion).gathered()
}

/// In an argument of a question: the parameters of the operation that asks.
fn argument<'a>(scope: &Scope<'_, 'a>, marked: Value<'a>) -> Vec<Suggestion> {
    let is_argument = |value: Value<'a>| {
        let map = value.parent().and_then(|holder| scope.document.object_at(holder));
        map.is_some_and(|object| object.kind == ObjectKind::Extension("parameters"))
    };
    let names_own = marked.member().is_some_and(|member| member.is("parameter"));
    let Some(operation) = scope.operation().filter(|_| names_own && marked.parent().is_some_and(is_argument)) else {
        return Vec::new();
    };
    let named = operation.parameters.iter().filter_map(|parameter| Some((parameter.name()?, parameter.value)));
    let suggestion = |(name, value): (Cow<'_, str>, Value<'_>)| {
        of_name(&name, &sketch::brief(scope.document, value), Insertion::string(&name))
    };
    named.map(suggestion).gathered()
}

fn of_value(label: &str, detail: &str, insertion: Insertion) -> Suggestion {
    suggestion(CompletionKind::Value, label, detail, insertion)
}

fn of_name(label: &str, detail: &str, insertion: Insertion) -> Suggestion {
    suggestion(CompletionKind::Name, label, detail, insertion)
}

fn suggestion(kind: CompletionKind, label: &str, detail: &str, insertion: Insertion) -> Suggestion {
    Suggestion {
        label: label.to_owned(),
        kind,
        detail: detail.to_owned(),
        help: String::new(),
        insertion,
        asks_again: false,
    }
}
