//! What is known of a key or a value.

use super::target::definition;
use super::{Help, Standing};
use crate::json::{Kind, Value};
use crate::language::place::{Slot, Spot, slot};
use crate::language::sketch;
use crate::nintex::summary::written;
use crate::nintex::vocabulary::{self, meant};
use crate::openapi::vocabulary::{ObjectKind, Type};
use crate::openapi::{Document, Resolution};
use crate::text::{Gather, Span};

/// What is known of what stands there; none where nothing is.
pub(super) fn help<'a>(document: &Document<'a>, spot: Spot<'a>) -> Option<Help> {
    let value = spot.value();
    let span = match spot {
        Spot::Name(member) => member.name_span(),
        Spot::Scalar(value) => value.span(),
    };
    let mut help = match slot(document, value) {
        Some(found) => known(document, value, &found, span),
        None => unknown(document, spot, span)?,
    };
    help.refers_to = refers_to(document, spot);
    if let Spot::Name(member) = spot {
        help.uses = uses(document, member.value());
    }
    Some(help)
}

fn known<'a>(document: &Document<'a>, value: Value<'a>, slot: &Slot<'a>, span: Span) -> Help {
    let mut help = Help {
        span,
        name: written::cut(&slot.member.name()),
        holder: slot.object.name.to_owned(),
        text: String::new(),
        expected: expected(slot.expected),
        allowed: allowed(slot.expected),
        is_required: slot.key.is_some_and(|key| key.required),
        standing: slot.extension.map(|extension| standing(extension.standing)),
        refers_to: Vec::new(),
        uses: None,
        source: slot.object.source.to_owned(),
    };
    match (slot.extension, slot.key, document.object_at(value)) {
        (Some(extension), _, _) => {
            extension.key.help.clone_into(&mut help.text);
            extension.source.clone_into(&mut help.source);
        }
        (None, Some(key), _) => key.help.clone_into(&mut help.text),
        (None, None, Some(here)) => {
            entry(slot.object.kind, here.name).clone_into(&mut help.holder);
            help.expected = sketch::brief(document, value);
            // What a schema is for, it says itself.
            help.text = match here.kind {
                ObjectKind::Schema => written::text(value, "description"),
                _ => here.help.to_owned(),
            };
            here.source.clone_into(&mut help.source);
        }
        (None, None, None) => slot.object.help.clone_into(&mut help.text),
    }
    help
}

/// What an entry of a map is called, where its object is called `name`.
fn entry(map: ObjectKind, name: &'static str) -> &'static str {
    match map {
        ObjectKind::Properties => "property",
        ObjectKind::Definitions => "definition",
        ObjectKind::ParameterDefinitions => "shared parameter",
        ObjectKind::ResponseDefinitions => "shared response",
        _ => name,
    }
}

/// What can be said of a key that the vocabulary does not have.
fn unknown<'a>(document: &Document<'a>, spot: Spot<'a>, span: Span) -> Option<Help> {
    let Spot::Name(member) = spot else { return None };
    let object = document.object_at(member.object())?;
    let name = member.name();
    let text = match vocabulary::twin_of_microsoft(&name) {
        Some(twin) => {
            format!("An extension of Power Automate. Nintex does not read it; what it says is `{}` there.", twin.ours)
        }
        None if !name.starts_with("x-") => return None,
        None => match meant(&name) {
            Some(right) => format!("Nintex does not know this extension. Perhaps `{right}` is meant."),
            None => "An extension that Nintex does not read, as far as is known.".to_owned(),
        },
    };
    Some(Help {
        span,
        name: written::cut(&name),
        holder: object.name.to_owned(),
        text,
        expected: String::new(),
        allowed: Vec::new(),
        is_required: false,
        standing: None,
        refers_to: Vec::new(),
        uses: None,
        source: String::new(),
    })
}

fn expected(ty: &Type) -> String {
    match ty {
        Type::Any => String::new(),
        Type::OneOf(_) => "a string".to_owned(),
        Type::OneOfNumbers(_) => "a number".to_owned(),
        _ => ty.describe(),
    }
}

fn allowed(ty: &Type) -> Vec<String> {
    match ty {
        Type::OneOf(values) | Type::OneOfNumbers(values) | Type::List { item: Type::OneOf(values), .. } => {
            values.iter().map(|value| (*value).to_owned()).gathered()
        }
        Type::AnyOf(types) => types.iter().map(allowed).find(|allowed| !allowed.is_empty()).unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn standing(standing: vocabulary::Standing) -> Standing {
    match standing {
        vocabulary::Standing::Documented => Standing::Documented,
        vocabulary::Standing::StartEvent => Standing::StartEvent,
        vocabulary::Standing::Seen => Standing::Seen,
        vocabulary::Standing::WrittenByPlatform => Standing::WrittenByPlatform,
        vocabulary::Standing::Designer => Standing::Designer,
    }
}

/// What the name at `spot` names, in some lines.
fn refers_to<'a>(document: &Document<'a>, spot: Spot<'a>) -> Vec<String> {
    let Some(defined) = definition(document, spot) else { return Vec::new() };
    if let Some(operation) = document.operations().iter().find(|operation| operation.value() == defined) {
        return vec![sketch::address(operation), sketch::label(operation)];
    }
    let name = defined.member().map(|member| written::cut(&member.name()));
    let mut lines: Vec<String> = name.into_iter().gathered();
    if matches!(defined.kind(), Kind::Object | Kind::Array) {
        lines.extend(sketch::lines(document, defined));
    } else {
        lines.push(written::value(defined));
    }
    lines
}

/// How many references lead to what can be referred to.
fn uses<'a>(document: &Document<'a>, value: Value<'a>) -> Option<u32> {
    let member = value.member()?;
    let map = member.object();
    let is_at_root = map.parent()? == document.root()?;
    match document.object_at(map)?.kind {
        ObjectKind::Definitions | ObjectKind::ParameterDefinitions | ObjectKind::ResponseDefinitions if is_at_root => {
            let leads_here = |found: &Resolution<'_>| matches!(found, Resolution::Found(end) if *end == value);
            Some(document.references().iter().filter(|reference| leads_here(&reference.resolution)).count() as u32)
        }
        ObjectKind::SecurityDefinitions => {
            Some(document.requirements().filter(|requirement| requirement.member.is(&member.name())).count() as u32)
        }
        _ => None,
    }
}
