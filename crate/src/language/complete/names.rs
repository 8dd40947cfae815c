//! Which members an object could have.

use super::insertion::Insertion;
use super::scope::Scope;
use super::values::MEDIA_TYPES;
use super::{CompletionKind, Suggestion};
use crate::json::{Member, Value};
use crate::language::place::slot;
use crate::language::sketch;
use crate::nintex::vocabulary::{Standing, extensions};
use crate::openapi::Index;
use crate::openapi::vocabulary::{Key, Object, ObjectKind, Rest, Type};
use crate::text::Gather;

/// The status codes that APIs answer with, with what they mean.
const STATUS_CODES: [(&str, &str); 12] = [
    ("200", "Success"),
    ("201", "Created"),
    ("202", "Accepted"),
    ("204", "No content"),
    ("default", "Any other answer"),
    ("400", "Bad request"),
    ("401", "Unauthorized"),
    ("403", "Forbidden"),
    ("404", "Not found"),
    ("409", "Conflict"),
    ("429", "Too many requests"),
    ("500", "Internal server error"),
];

/// The members that the object of `marked` could have besides those that it has. With `alone`, without their values.
pub(super) fn names(scope: &Scope<'_, '_>, marked: Member<'_>, alone: bool) -> Vec<Suggestion> {
    let holder = marked.object();
    let Some(object) = scope.document.object_at(holder) else { return Vec::new() };
    let mut list = of_vocabulary(scope, holder, object);
    list.extend(of_map(scope, holder, object));
    let mut index = Index::default();
    list.retain(|suggestion| index.get(holder, &suggestion.label).is_none());
    if alone {
        for suggestion in &mut list {
            suggestion.insertion = Insertion::string(&suggestion.label);
            suggestion.asks_again = false;
        }
    }
    list
}

/// The keys of the object, those first that it needs, then the extensions that Nintex reads there.
fn of_vocabulary<'a>(scope: &Scope<'_, 'a>, holder: Value<'a>, object: &'static Object) -> Vec<Suggestion> {
    let may_refer = matches!(slot(scope.document, holder).map(|slot| slot.expected), Some(Type::ObjectOrReference(_)));
    let is_empty = holder.members().nth(1).is_none();
    let reference = object.reference.filter(|_| may_refer && is_empty).map(reference);
    let required = object.keys().filter(|key| key.required);
    let others = object.keys().filter(|key| !key.required && key.name != "$ref");
    let by_reference = object.keys().filter(|key| key.name == "$ref" && is_empty && object.kind == ObjectKind::Schema);
    let prefix = object.reference.unwrap_or_default();
    let mut list: Vec<Suggestion> = required.map(|key| of_key(key, CompletionKind::RequiredKey)).gathered();
    list.extend(reference);
    list.extend(by_reference.map(|_| self::reference(prefix)));
    list.extend(others.map(|key| of_key(key, CompletionKind::Key)));
    if !matches!(object.rest, Rest::Entries { .. }) || object.rest.is_extension("x-") {
        let here = |on: &[ObjectKind]| on.contains(&object.kind);
        for standing in [Standing::Documented, Standing::Seen] {
            let known = extensions().filter(|extension| extension.standing == standing && here(extension.on));
            // What nobody knows the use of, and what has a name of Nintex's own, are no suggestions.
            let known =
                known.filter(|extension| standing == Standing::Documented || !matches!(extension.key.value, Type::Any));
            let known = known.filter(|extension| extension.name() != "x-ms-summary");
            list.extend(known.map(|extension| of_key(&extension.key, CompletionKind::Extension)));
        }
    }
    list
}

fn of_key(key: &'static Key, kind: CompletionKind) -> Suggestion {
    Suggestion {
        label: key.name.to_owned(),
        kind,
        detail: short(&key.value).to_owned(),
        help: key.help.to_owned(),
        insertion: Insertion::member(key.name, &key.value),
        asks_again: asks_again(key),
    }
}

fn reference(prefix: &'static str) -> Suggestion {
    let mut insertion = Insertion::string("$ref");
    insertion.push(": \"");
    insertion.blank(prefix);
    insertion.push("\"");
    Suggestion {
        label: "$ref".to_owned(),
        kind: CompletionKind::Key,
        detail: "reference".to_owned(),
        help: "The place in this document that stands here instead.".to_owned(),
        insertion,
        asks_again: true,
    }
}

/// Whether there is a list of what can stand under the key.
fn asks_again(key: &Key) -> bool {
    let listed = matches!(key.value, Type::OneOf([_, _, ..]) | Type::AnyOf([Type::OneOf(_), ..]));
    listed || matches!(key.name, "operationId" | "format" | "tags" | "required" | "discriminator" | "security")
}

/// A type in a word.
fn short(ty: &Type) -> &'static str {
    match ty {
        Type::Any => "any value",
        Type::Text | Type::Formatted(_) | Type::OneOf(_) => "string",
        Type::Boolean | Type::True => "boolean",
        Type::Number | Type::PositiveNumber | Type::Count | Type::OneOfNumbers(_) => "number",
        Type::List { .. } => "array",
        Type::Object(_) | Type::ObjectOrReference(_) => "object",
        Type::AnyOf(types) => types.first().map_or("any value", short),
    }
}

/// The names that a map could have.
fn of_map<'a>(scope: &Scope<'_, 'a>, holder: Value<'a>, object: &'static Object) -> Vec<Suggestion> {
    let document = scope.document;
    let entry = |name: &str| object.rest.entry(name);
    match object.kind {
        ObjectKind::SecurityRequirement => {
            let definitions = document.security_definitions().iter();
            let suggestion = |(name, detail): (String, String)| {
                let mut insertion = Insertion::string(&name);
                insertion.push(": [");
                insertion.blank("");
                insertion.push("]");
                named(name, detail, String::new(), insertion)
            };
            definitions
                .map(|it| (it.name().into_owned(), sketch::brief(document, it.value())))
                .map(suggestion)
                .gathered()
        }
        ObjectKind::Responses => {
            let codes = STATUS_CODES.iter().filter_map(|(code, meaning)| {
                let mut insertion = Insertion::string(code);
                insertion.push(": {\n\t\"description\": \"");
                insertion.blank(meaning);
                insertion.push("\"\n}");
                entry(code).map(|_| named((*code).to_owned(), (*meaning).to_owned(), String::new(), insertion))
            });
            codes.gathered()
        }
        ObjectKind::Examples => {
            let media_types = MEDIA_TYPES.iter().take(3);
            media_types
                .map(|(name, _)| named((*name).to_owned(), String::new(), String::new(), with_blank(name)))
                .gathered()
        }
        ObjectKind::Properties => {
            let wanted = holder.parent().into_iter().flat_map(|schema| schema.items_of("required"));
            let property = |name: String| {
                let insertion = match entry(&name) {
                    Some(ty) => Insertion::member(&name, ty),
                    None => with_blank(&name),
                };
                named(name, "required".to_owned(), String::new(), insertion)
            };
            wanted.filter_map(Value::as_str).map(|name| property(name.into_owned())).gathered()
        }
        ObjectKind::Extension("parameters") => {
            let id = holder.parent().and_then(|asking| asking.get_str("operationId"));
            let asked = id.and_then(|id| scope.operation_named(&id));
            let parameters = asked.into_iter().flat_map(|operation| operation.parameters.iter());
            let argument = |(name, detail): (String, String)| {
                let mut insertion = Insertion::string(&name);
                insertion.push(": {\n\t\"parameter\": \"");
                insertion.blank("");
                insertion.push("\"\n}");
                let mut suggestion = named(name, detail, String::new(), insertion);
                suggestion.asks_again = true;
                suggestion
            };
            let described =
                parameters.filter_map(|it| Some((it.name()?.into_owned(), sketch::brief(document, it.value))));
            described.map(argument).gathered()
        }
        _ => Vec::new(),
    }
}

fn with_blank(name: &str) -> Insertion {
    let mut insertion = Insertion::string(name);
    insertion.push(": ");
    insertion.blank("");
    insertion
}

fn named(label: String, detail: String, help: String, insertion: Insertion) -> Suggestion {
    Suggestion { label, kind: CompletionKind::Name, detail, help, insertion, asks_again: false }
}
