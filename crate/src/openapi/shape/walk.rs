//! The walk itself. It keeps its own stack, so that no document is too deep for it.

use std::borrow::Cow;

use super::problem::{Fault, Problem, Slip};
use super::repair::repair;
use super::repeated::repeated;
use super::slip::{Known, is_misplaced, slip};
use super::strings::is_well_formed;
use crate::json::{Decimal, Member, Tree, Value};
use crate::openapi::kind::{OtherKind, other_kind, wrapped};
use crate::openapi::spelling::nearest;
use crate::openapi::vocabulary::{Key, Object, ObjectKind, ROOT, Type};
use crate::text::{add, are_same, in_order};

/// What a document's shape gets wrong, and what stands where.
#[derive(Debug, Default)]
pub struct Shape<'a> {
    /// What the text is, where it is not meant to be OpenAPI 2.0 in JSON: then nothing else is told of it.
    pub other_kind: Option<&'static OtherKind>,
    /// What is wrong, in the order of the text.
    pub problems: Vec<Problem<'a>>,
    /// How many more there are: of very many, the first ones are kept.
    pub omitted: usize,
    /// Every object of the format, in the order of the text. Not the references that stand for one.
    pub places: Vec<Place<'a>>,
    /// Every reference, in the order of the text.
    pub references: Vec<ReferenceSite<'a>>,
    /// Every member that stands beside a reference, where nobody reads it.
    pub siblings: Vec<Sibling<'a>>,
    /// Every member that is an extension, in the order of the text.
    pub extensions: Vec<Extension<'a>>,
}

/// An object of the format in the document.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// Which it is: the exact variant, where that can be told.
    pub object: &'static Object,
    /// Where.
    pub value: Value<'a>,
    /// Whether it stands in the value of an extension.
    pub is_in_extension: bool,
}

/// An object with a string under `$ref`, where the format has an object that a reference can stand for.
#[derive(Clone, Copy, Debug)]
pub struct ReferenceSite<'a> {
    /// What it stands for.
    pub object: &'static Object,
    /// The object with `$ref` in it.
    pub holder: Value<'a>,
    /// What it refers to: the string.
    pub target: Value<'a>,
}

/// A member beside `$ref`. It is not among the problems: it does no harm, and most readers let it pass.
#[derive(Clone, Copy, Debug)]
pub struct Sibling<'a> {
    /// Its name and value.
    pub member: Member<'a>,
    /// Whether the official schema refuses it: anything beside a reference to a parameter or a response, and beside a
    /// reference to a schema what is no key of a schema.
    pub is_refused: bool,
}

/// An extension in the document.
#[derive(Clone, Copy, Debug)]
pub struct Extension<'a> {
    /// The object of the format that it is in.
    pub object: &'static Object,
    /// Its name, which begins with `x-`, and its value.
    pub member: Member<'a>,
}

/// How many problems are kept of any document, and how many bytes of it have to come for each one more.
const PROBLEMS: (usize, usize) = (20_000, 80);

/// From how many problems on there is room for all that are kept.
const MANY: usize = 4_096;

static DOCUMENT: Type = Type::Object(&ROOT);

/// Walks the document. `extension` gives the extensions that are known, by name. The values of others are not looked
/// into.
pub fn shape<'a>(tree: &'a Tree<'a>, extension: fn(&str) -> Option<&'static Key>) -> Shape<'a> {
    let most = PROBLEMS.0 + tree.text().len() / PROBLEMS.1;
    let mut walk = Walk { tree, extension, pending: Vec::new(), is_in_extension: false, most, shape: Shape::default() };
    walk.shape.other_kind = other_kind(tree);
    let Some(root) = tree.root() else {
        return walk.shape;
    };
    if wrapped(root).is_some() || walk.shape.other_kind.is_some() {
        // Then that is all there is to say: nothing in it is what it looks like.
        return walk.shape;
    }
    walk.check(root, &DOCUMENT, &ROOT, None);
    while let Some(pending) = walk.pending.pop() {
        let first = walk.pending.len();
        walk.visit(pending);
        // Last in, first out: turned round, so that what comes first in the text is visited first.
        if let Some(children) = walk.pending.get_mut(first..) {
            children.reverse();
        }
    }
    let mut shape = walk.shape;
    // What was checked as what it is meant to be came behind the rest of its object.
    shape.problems = in_order(shape.problems, |problem| u64::from(problem.span().start));
    shape.places = in_order(shape.places, |place| u64::from(place.value.index()));
    shape.references = in_order(shape.references, |site| u64::from(site.holder.index()));
    shape.siblings = in_order(shape.siblings, |sibling| u64::from(sibling.member.value().index()));
    shape.extensions = in_order(shape.extensions, |extension| u64::from(extension.member.value().index()));
    shape
}

/// An object that is still to be visited.
#[derive(Clone, Copy)]
struct Pending {
    /// Its [`Value::index`]: there may be as many as the text has brackets.
    index: u32,
    object: &'static Object,
    /// Whether a reference may stand here instead.
    may_refer: bool,
    is_in_extension: bool,
}

struct Walk<'a> {
    tree: &'a Tree<'a>,
    extension: fn(&str) -> Option<&'static Key>,
    pending: Vec<Pending>,
    /// Whether what is being checked stands in an extension.
    is_in_extension: bool,
    /// How many problems are kept.
    most: usize,
    shape: Shape<'a>,
}

impl<'a> Walk<'a> {
    fn report(&mut self, object: &'static Object, key: Option<&'static Key>, fault: Fault<'a>) {
        let is_in_extension = self.is_in_extension;
        let problems = &mut self.shape.problems;
        if problems.len() < self.most {
            if problems.len() == MANY {
                problems.reserve_exact(self.most - MANY);
            }
            problems.push(Problem { object, key, is_in_extension, fault });
        } else {
            self.shape.omitted += 1;
        }
    }

    /// Checks a value. The objects in it are left for later; the arrays in it end where the type does.
    fn check(&mut self, value: Value<'a>, ty: &'static Type, object: &'static Object, key: Option<&'static Key>) {
        if value.is_damaged() {
            return;
        }
        if !ty.accepts(value.kind()) {
            let repair = repair(value, ty);
            return self.report(object, key, Fault::WrongType { value, expected: ty, repair });
        }
        match ty {
            Type::Any | Type::Text | Type::Boolean | Type::Number => {}
            Type::AnyOf(types) => {
                if let Some(one) = types.iter().find(|one| one.accepts(value.kind())) {
                    self.check(value, one, object, key);
                }
            }
            Type::Formatted(format) => {
                if !value.as_str().is_some_and(|text| is_well_formed(&text, *format)) {
                    self.report(object, key, Fault::Malformed { value, format: *format });
                }
            }
            Type::OneOf(allowed) => {
                if !allowed.iter().any(|one| value.is_str(one)) {
                    let nearest = value.as_str().and_then(|text| nearest(&text, allowed));
                    self.report(object, key, Fault::NotAllowed { value, allowed, nearest });
                }
            }
            Type::OneOfNumbers(allowed) => {
                let number = Decimal::read(value.source());
                if !allowed.iter().any(|one| Decimal::read(one) == number) {
                    let nearest = if let [only] = allowed { Some(*only) } else { None };
                    self.report(object, key, Fault::NotAllowed { value, allowed, nearest });
                }
            }
            Type::True => {
                if value.as_bool() == Some(false) {
                    let fault = Fault::NotAllowed { value, allowed: &["true"], nearest: Some("true") };
                    self.report(object, key, fault);
                }
            }
            Type::PositiveNumber | Type::Count => {
                let number = Decimal::read(value.source());
                let fits = if matches!(ty, Type::Count) { number.is_whole() } else { !number.is_zero() };
                if !fits || number.is_negative {
                    self.report(object, key, Fault::WrongType { value, expected: ty, repair: None });
                }
            }
            Type::List { item, at_least, unique } => {
                let mut count = 0;
                for item_value in value.items() {
                    count += 1;
                    self.check(item_value, item, object, key);
                }
                if count < *at_least {
                    self.report(object, key, Fault::TooFew { value, at_least: *at_least });
                }
                if *unique {
                    for (later, first) in repeated(value) {
                        self.report(object, key, Fault::Repeated { value: later, first });
                    }
                }
            }
            Type::Object(object) => self.check_later(value, object, false),
            Type::ObjectOrReference(object) => self.check_later(value, object, true),
        }
    }

    fn check_later(&mut self, value: Value<'a>, object: &'static Object, may_refer: bool) {
        add(
            &mut self.pending,
            Pending { index: value.index(), object, may_refer, is_in_extension: self.is_in_extension },
        );
    }

    fn visit(&mut self, pending: Pending) {
        let Pending { index, object: general, may_refer, is_in_extension } = pending;
        let Some(value) = self.tree.value(index) else { return };
        self.is_in_extension = is_in_extension;
        if may_refer && let Some(target) = value.get("$ref") {
            return self.visit_reference(value, target, general);
        }
        let (object, is_muddled) = exact(value, general);
        let places = &mut self.shape.places;
        if places.len() == places.capacity() && self.pending.len() > places.len() / 4 {
            places.reserve_exact(self.pending.len() + 1);
        }
        add(places, Place { object, value, is_in_extension });
        let mut present = 0_u64;
        let mut entries = 0;
        let mut is_reference = false;
        let mut unknown = Vec::new();
        for member in value.members() {
            let name = member.name();
            if let Some((position, key)) = find(object, &name) {
                present |= 1_u64.checked_shl(position).unwrap_or_default();
                entries += 1;
                if key.name == "$ref" && object.reference.is_some() && member.value().as_str().is_some() {
                    is_reference = true;
                    add(&mut self.shape.references, ReferenceSite { object, holder: value, target: member.value() });
                }
                self.check(member.value(), &key.value, object, Some(key));
            } else if object.rest.is_extension(&name) {
                add(&mut self.shape.extensions, Extension { object, member });
                if let Some(key) = (self.extension)(&name) {
                    self.is_in_extension = true;
                    self.check(member.value(), &key.value, object, Some(key));
                    self.is_in_extension = is_in_extension;
                }
            } else {
                entries += 1;
                match object.rest.entry(&name) {
                    Some(ty) if ty.accepts(member.value().kind()) || !is_misplaced(member, object) => {
                        self.check(member.value(), ty, object, None);
                    }
                    _ => add(&mut unknown, member),
                }
            }
        }
        if entries < object.at_least {
            self.report(object, None, Fault::TooFew { value, at_least: object.at_least });
        }
        if is_reference && object.kind == ObjectKind::Schema {
            unknown.clear();
            let siblings = value.members().filter(|member| !member.is("$ref"));
            let siblings = siblings
                .map(|member| Sibling { member, is_refused: !is_in_extension && !object.allows(&member.name()) });
            self.shape.siblings.extend(siblings);
        }
        let explained = self.visit_unknown(object, &unknown, is_muddled);
        for (position, key) in object.keys().enumerate() {
            let is_absent = present & 1_u64.checked_shl(position as u32).unwrap_or_default() == 0;
            if key.required && is_absent && !explained.explains(key, value) {
                self.report(object, Some(key), Fault::MissingKey { holder: value });
            }
        }
    }

    fn visit_reference(&mut self, holder: Value<'a>, target: Value<'a>, object: &'static Object) {
        if target.as_str().is_some() {
            add(&mut self.shape.references, ReferenceSite { object, holder, target });
            let siblings = holder.members().filter(|member| !member.is("$ref"));
            let is_refused = !self.is_in_extension;
            self.shape.siblings.extend(siblings.map(|member| Sibling { member, is_refused }));
        } else if !target.is_damaged() {
            let repair = repair(target, &Type::Text);
            self.report(object, None, Fault::WrongType { value: target, expected: &Type::Text, repair });
        }
    }

    fn visit_unknown(&mut self, object: &'static Object, unknown: &[Member<'a>], is_muddled: bool) -> Explained {
        let mut explained = Explained { is_reference: false, misspelt: Vec::new() };
        if unknown.is_empty() {
            return explained;
        }
        let mut known = Known::default();
        for &member in unknown {
            let slip = slip(member, object, &mut known);
            match slip {
                Slip::Misspelt(key) if explained.misspelt.contains(&key) => {}
                Slip::Misspelt(key) => explained.misspelt.push(key),
                Slip::Reference => {
                    // A document is not somewhere else.
                    explained.is_reference = object.kind != ObjectKind::Root;
                    let site = ReferenceSite { object, holder: member.object(), target: member.value() };
                    add(&mut self.shape.references, site);
                }
                // Which keys it has is open as long as it is open what it is.
                _ if is_muddled => continue,
                _ => {}
            }
            if member.is_damaged() || member.value().is_damaged() {
                continue;
            }
            self.report(object, None, Fault::UnknownKey { member, slip });
            self.check_as_meant(member, object, slip);
        }
        explained
    }

    /// Checks the value under a wrong name or in a wrong place as what it is meant to be.
    fn check_as_meant(&mut self, member: Member<'a>, object: &'static Object, slip: Slip) {
        let (object, name) = match slip {
            Slip::Misspelt(right) => (object, Cow::Borrowed(right)),
            Slip::BelongsIn(other) => (other, member.name()),
            _ => return,
        };
        match find(object, &name) {
            Some((_, key)) => self.check(member.value(), &key.value, object, Some(key)),
            None => {
                if let Some(ty) = object.rest.entry(&name) {
                    self.check(member.value(), ty, object, None);
                }
            }
        }
    }
}

/// What the unknown keys of an object say about those that it lacks.
struct Explained {
    is_reference: bool,
    misspelt: Vec<&'static str>,
}

impl Explained {
    fn explains(&self, key: &Key, holder: Value<'_>) -> bool {
        self.is_reference
            || self.misspelt.contains(&key.name)
            || key.stand_ins.iter().any(|stand_in| holder.get(stand_in).is_some())
    }
}

/// The variant of `object` that `value` is, and whether the key that says so says something that there is not.
fn exact(value: Value<'_>, mut object: &'static Object) -> (&'static Object, bool) {
    while let Some(variants) = &object.variants {
        let Some(choice) = value.get(variants.key) else {
            return (object, false);
        };
        let Some(case) = variants.cases.iter().find(|case| choice.is_str(case.0)) else {
            let key = object.key(variants.key);
            return (object, key.is_some_and(|key| matches!(key.value, Type::OneOf(_))));
        };
        object = case.1;
    }
    (object, false)
}

/// The key with that name, and how many there are before it.
fn find(object: &Object, name: &str) -> Option<(u32, &'static Key)> {
    let mut position = 0;
    for group in object.keys {
        for key in *group {
            if are_same(key.name.as_bytes(), name.as_bytes()) {
                return Some((position, key));
            }
            position += 1;
        }
    }
    None
}
