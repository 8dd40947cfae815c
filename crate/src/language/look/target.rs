//! What a name in a document names.

use super::Target;
use crate::json::{Member, Value};
use crate::language::place::{Spot, slot};
use crate::openapi::vocabulary::ObjectKind;
use crate::openapi::{Document, Operation, Resolution};
use crate::text::Span;

/// Where what the name at `spot` names is defined; none where it names nothing that is there.
pub(super) fn target<'a>(document: &Document<'a>, spot: Spot<'a>, at: u32) -> Option<Target> {
    if let Spot::Name(path) = spot
        && document.object_at(path.value()).is_some_and(|object| object.kind == ObjectKind::PathItem)
    {
        return template(document, path, at);
    }
    if let Some(to) = in_path(document, spot) {
        return Some(Target { from: spot.value().span(), to });
    }
    let defined = definition(document, spot)?;
    let from = match spot {
        Spot::Name(member) => member.name_span(),
        Spot::Scalar(value) => value.span(),
    };
    // A definition by its key, an item by its first line; a large value as a whole would fill the screen.
    let to = defined.member().map_or_else(|| Span::empty(defined.span().start), Member::name_span);
    Some(Target { from, to })
}

/// The value that the name at `spot` names.
pub(super) fn definition<'a>(document: &Document<'a>, spot: Spot<'a>) -> Option<Value<'a>> {
    match spot {
        Spot::Name(member) => named_by_key(document, member),
        Spot::Scalar(value) => named_by_value(document, value),
    }
}

fn named_by_key<'a>(document: &Document<'a>, member: Member<'a>) -> Option<Value<'a>> {
    match document.object_at(member.object())?.kind {
        ObjectKind::SecurityRequirement => Some(document.security_definition(&member.name())?.value()),
        // An argument: for a parameter of the operation that is asked.
        ObjectKind::Extension("parameters") => {
            let asked = operation(document, &member.object().parent()?.get_str("operationId")?)?;
            parameter(asked, &member.name())
        }
        _ => None,
    }
}

fn named_by_value<'a>(document: &Document<'a>, value: Value<'a>) -> Option<Value<'a>> {
    let name = value.as_str()?;
    let holder = value.parent()?;
    if let Some(reference) = document.reference(holder).filter(|reference| reference.target == value) {
        let Resolution::Found(found) = reference.resolution else { return None };
        return Some(found);
    }
    let slot = slot(document, value);
    let key = slot.map(|slot| slot.member.name()).unwrap_or_default();
    match slot.map(|slot| slot.object.kind) {
        Some(ObjectKind::SecurityRequirement) => {
            document.security_definition(&key)?.scopes().find(|scope| scope.is(&name)).map(Member::value)
        }
        Some(ObjectKind::Extension(_)) if key == "operationId" => operation(document, &name).map(Operation::value),
        Some(ObjectKind::Schema) if key == "required" && holder.is_array() => {
            holder.parent()?.get("properties")?.get(&name)
        }
        Some(ObjectKind::Schema) if key == "discriminator" => holder.get("properties")?.get(&name),
        Some(ObjectKind::Operation) if key == "tags" => {
            let tags = document.root()?.get("tags")?;
            tags.items().find(|tag| tag.get("name").is_some_and(|other| other.is_str(&name)))
        }
        None if value.member()?.is("parameter") => {
            let arguments = holder.parent().filter(|map| {
                document.object_at(*map).is_some_and(|object| object.kind == ObjectKind::Extension("parameters"))
            })?;
            let around = |operation: &&Operation<'a>| operation.value().span().contains(arguments.span());
            parameter(document.operations().iter().find(around)?, &name)
        }
        _ => None,
    }
}

/// The operation with that `operationId`.
fn operation<'d, 'a>(document: &'d Document<'a>, id: &str) -> Option<&'d Operation<'a>> {
    let has_it = |operation: &&Operation<'a>| operation.value().get("operationId").is_some_and(|own| own.is_str(id));
    document.operations().iter().find(has_it)
}

fn parameter<'a>(operation: &Operation<'a>, name: &str) -> Option<Value<'a>> {
    operation
        .parameters
        .iter()
        .find(|parameter| parameter.name().is_some_and(|own| own == name))
        .map(|found| found.value)
}

/// From a `{name}` of a path to the parameter that fills it.
fn template<'a>(document: &Document<'a>, path: Member<'a>, at: u32) -> Option<Target> {
    let text = path.name_span().of(document.tree().text());
    let inside = at.checked_sub(path.name_span().start)? as usize;
    let start =
        text.get(..inside)?.rfind('{').filter(|open| !text.get(*open..inside).is_some_and(|it| it.contains('}')))?;
    let end = inside + text.get(inside..)?.find('}')? + 1;
    let name = text.get(start + 1..end - 1)?;
    let operations = document.operations().iter().filter(|operation| operation.path.value() == path.value());
    let mut parameters = operations.flat_map(|operation| operation.parameters.iter());
    let found = parameters.find(|it| it.is_in("path") && it.name().is_some_and(|own| own == name))?;
    let from = Span::new(path.name_span().start + start as u32, path.name_span().start + end as u32);
    let to = found.value.member_named("name").map_or(found.value.span(), |member| member.value().span());
    Some(Target { from, to })
}

/// From the name of a path parameter to its place in the path.
fn in_path<'a>(document: &Document<'a>, spot: Spot<'a>) -> Option<Span> {
    let Spot::Scalar(value) = spot else { return None };
    let parameter = value.parent().filter(|_| value.member().is_some_and(|member| member.is("name")))?;
    let is_in_path = parameter.get("in").is_some_and(|place| place.is_str("path"));
    let name = value.as_str().filter(|_| is_in_path)?;
    let has_it = |operation: &&Operation<'a>| operation.parameters.iter().any(|other| other.value == parameter);
    let path = document.operations().iter().find(has_it)?.path;
    let text = path.name_span().of(document.tree().text());
    let start = path.name_span().start + text.find(&format!("{{{name}}}"))? as u32;
    Some(Span::new(start, start + name.len() as u32 + 2))
}
