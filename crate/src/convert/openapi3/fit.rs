//! What is left of a document that makes no sense: what OpenAPI 2.0 does not allow goes.
//!
//! The tables of the vocabulary say what is allowed; they refuse what the official schema refuses.

use std::collections::HashSet;
use std::fmt::Write as _;

use super::{Job, RemarkKind, words};
use crate::convert::draft::{Content, Draft, Part};
use crate::json::Decimal;
use crate::openapi::shape::is_well_formed;
use crate::openapi::vocabulary::{Format, Object, ROOT, Type};
use crate::text::Span;

const NOT_ALLOWED: words::Words =
    ("Something is left out that OpenAPI 2.0 does not allow there.", "See what the original says: it may be a slip.");

/// An object that is still to be looked at, and what it has to be.
struct Left {
    part: Part,
    object: &'static Object,
}

impl Job<'_> {
    /// Takes out of the result whatever the format does not allow.
    pub(super) fn fit(&mut self) {
        let root = self.work.draft.root();
        let mut left = vec![Left { part: root, object: &ROOT }];
        let mut objects = Vec::new();
        while let Some(Left { part, object }) = left.pop() {
            let own = variant(&self.work.draft, part, object);
            objects.push((part, own));
            self.fit_members(part, own, &mut left);
        }
        // From the innermost to the outermost, as what lacks something goes, and what has it may then lack it.
        for (part, object) in objects.into_iter().rev() {
            self.complete(part, object);
        }
    }

    fn fit_members(&mut self, part: Part, object: &'static Object, left: &mut Vec<Left>) {
        let draft = &self.work.draft;
        if object.reference.is_some() && draft.get_text(part, "$ref").is_some() && is_reference_alone(object) {
            return;
        }
        let mut wrong = Vec::new();
        for (name, value) in draft.members(part) {
            let wanted = object.key(name).map(|key| &key.value).or_else(|| object.rest.entry(name));
            match wanted {
                Some(wanted) => check(draft, value, wanted, left, &mut wrong),
                None if object.rest.is_extension(name) => {}
                None => wrong.push(value),
            }
        }
        for value in wrong {
            self.leave_out(value);
        }
    }

    /// Takes out what lacks something, unless it can be given.
    fn complete(&mut self, part: Part, object: &'static Object) {
        let draft = &self.work.draft;
        if draft.get_text(part, "$ref").is_some() && object.reference.is_some() {
            return;
        }
        let has = |name: &str| draft.get(part, name).is_some();
        let lacks = object.keys().any(|key| key.required && !has(key.name));
        let entries = draft.members(part).filter(|(name, _)| !name.starts_with("x-")).count();
        if (lacks || entries < object.at_least) && part != draft.root() {
            self.leave_out(part);
        }
    }

    fn leave_out(&mut self, part: Part) {
        let origin = self.work.draft.origin_of(part);
        let span = origin.value.or(origin.name).unwrap_or(Span::empty(0));
        self.work.draft.remove(part);
        if self.told.insert((NOT_ALLOWED.0, span)) {
            self.work.remark(RemarkKind::Lost, NOT_ALLOWED.0, NOT_ALLOWED.1, span, None);
        }
    }
}

/// Which of several descriptions holds for that object.
fn variant(draft: &Draft, part: Part, object: &'static Object) -> &'static Object {
    let mut object = object;
    while let Some(variants) = &object.variants {
        let said = draft.get_text(part, variants.key);
        match variants.cases.iter().find(|(value, _)| said == Some(value)) {
            Some((_, own)) => object = own,
            None => break,
        }
    }
    object
}

/// Whether a reference to such an object leaves no place for anything beside it.
fn is_reference_alone(object: &'static Object) -> bool {
    object.key("$ref").is_none()
}

/// Pushes what is wrong in `value`, itself or parts of it, and the objects that are to be looked at next.
fn check(draft: &Draft, value: Part, wanted: &'static Type, left: &mut Vec<Left>, wrong: &mut Vec<Part>) {
    let mut all = vec![(value, wanted)];
    while let Some((value, wanted)) = all.pop() {
        let fits = match wanted {
            Type::AnyOf(types) => match types.iter().find(|one| accepts(draft, value, one)) {
                Some(one) => {
                    all.push((value, one));
                    true
                }
                None => false,
            },
            Type::Object(object) | Type::ObjectOrReference(object) if draft.is_object(value) => {
                left.push(Left { part: value, object });
                true
            }
            Type::List { item, at_least, unique } if draft.is_array(value) => {
                let mut met = HashSet::new();
                let mut count = 0;
                for one in draft.items(value) {
                    if *unique && !met.insert(print(draft, one)) {
                        wrong.push(one);
                    } else {
                        count += 1;
                        all.push((one, item));
                    }
                }
                count >= *at_least
            }
            one => accepts(draft, value, one),
        };
        if !fits {
            wrong.push(value);
        }
    }
}

fn accepts(draft: &Draft, value: Part, wanted: &Type) -> bool {
    match (wanted, draft.content(value)) {
        (Type::Any, _)
        | (Type::Text, Content::String(_))
        | (Type::Boolean, Content::Boolean(_))
        | (Type::True, Content::Boolean(true))
        | (Type::Number, Content::Number(_))
        | (Type::List { .. }, Content::Array)
        | (Type::Object(_) | Type::ObjectOrReference(_), Content::Object) => true,
        (Type::Formatted(Format::Url), Content::String(text)) => {
            is_well_formed(text, Format::Url) && !text.contains(['{', '}'])
        }
        (Type::Formatted(format), Content::String(text)) => is_well_formed(text, *format),
        (Type::PositiveNumber, Content::Number(digits)) => !digits.starts_with('-') && !Decimal::read(digits).is_zero(),
        (Type::Count, Content::Number(digits)) => {
            let number = Decimal::read(digits);
            number.is_whole() && (!number.is_negative || number.is_zero())
        }
        (Type::OneOfNumbers(allowed), Content::Number(digits)) => allowed.contains(&&**digits),
        (Type::OneOf(allowed), Content::String(text)) => allowed.contains(&&**text),
        (Type::AnyOf(types), _) => types.iter().any(|one| accepts(draft, value, one)),
        _ => false,
    }
}

/// A text that is the same for what says the same, as far as it needs to be told apart here.
fn print(draft: &Draft, part: Part) -> String {
    let mut out = String::new();
    let mut left = vec![("", part)];
    while let Some((name, part)) = left.pop() {
        out.push_str(name);
        match draft.content(part) {
            Content::Null => out.push_str("null"),
            Content::Boolean(value) => out.push_str(if *value { "true" } else { "false" }),
            Content::Number(digits) => {
                let number = Decimal::read(digits);
                out.push_str(if number.is_negative { "#-" } else { "#" });
                out.push_str(&number.digits);
                let _ = write!(out, "e{}", number.exponent);
            }
            Content::String(text) => out.push_str(&crate::json::encode(text)),
            Content::Array => {
                out.push('[');
                left.extend(draft.items(part).map(|item| (",", item)));
            }
            Content::Object => {
                out.push('{');
                let mut members: Vec<_> = draft.members(part).collect();
                members.sort_unstable_by_key(|(name, _)| *name);
                left.extend(members);
            }
        }
        out.push(';');
    }
    out
}
