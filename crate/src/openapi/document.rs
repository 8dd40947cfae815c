//! A document as the rules see it: prepared once, then only read.

use super::kind::OtherKind;
use super::operation::Operation;
use super::parameter;
use super::reference::{self, Reference};
use super::security::{self, Requirement, SecurityDefinition};
use super::shape::{Fault, Place, Problem, Shape, Slip, shape};
use super::typed::{self, Typed};
use super::vocabulary::{Key, Object, ObjectKind, SECURITY_DEFINITION};
use crate::json::{Member, Members, Tree, Value};
use crate::text::{Gather, Names, add, in_order};

/// A document with its lists prepared. Where the document is broken, the lists are shorter.
pub struct Document<'a> {
    tree: &'a Tree<'a>,
    shape: Shape<'a>,
    /// The positions of the places of `shape` by kind, each kind in the order of the text.
    places: Vec<(ObjectKind, Vec<u32>)>,
    /// The positions of those that say of which type a value is.
    typed: Vec<u32>,
    requirements: Vec<Requirement<'a>>,
    references: Vec<Reference<'a>>,
    operations: Vec<Operation<'a>>,
    security_definitions: Vec<SecurityDefinition<'a>>,
    /// For each name of a security definition, which of them is the last of that name.
    definition_names: Vec<usize>,
    names: Names<'a>,
}

impl<'a> Document<'a> {
    /// Prepares a document. `extension` gives the extensions that are known, by name.
    pub fn new(tree: &'a Tree<'a>, extension: fn(&str) -> Option<&'static Key>) -> Self {
        let shape = shape(tree, extension);
        let references = reference::resolve_all(tree, &shape.references);
        let operations = operations(tree, &shape, &references);
        let security_definitions = security_definitions(tree, &shape);
        let mut names = Names::default();
        let mut definition_names = Vec::new();
        for (position, definition) in security_definitions.iter().enumerate() {
            match definition_names.get_mut(names.number(definition.name())) {
                Some(last) => *last = position,
                None => definition_names.push(position),
            }
        }
        let places = by_kind(&shape.places);
        let requirements = requirements(&shape);
        let typed = typed::all(&shape.places, &references);
        Document {
            tree,
            shape,
            places,
            typed,
            requirements,
            references,
            operations,
            security_definitions,
            definition_names,
            names,
        }
    }

    /// The tree that it was made from.
    pub fn tree(&self) -> &'a Tree<'a> {
        self.tree
    }

    /// The outermost object; none where the document is none.
    pub fn root(&self) -> Option<Value<'a>> {
        self.tree.root().filter(|root| root.is_object())
    }

    /// A member of the root, such as `host`.
    pub fn root_member(&self, name: &str) -> Option<Member<'a>> {
        self.root()?.member_named(name)
    }

    /// The member of the root with that name, or, where there is none, one that is meant to be it: misspelt, or in the
    /// wrong place.
    pub fn meant_for_root(&self, name: &str) -> Option<Member<'a>> {
        meant_for_root(self.tree, &self.shape, name)
    }

    /// What the text is, where it is not meant to be OpenAPI 2.0 in JSON: then nothing else is told of it.
    pub fn other_kind(&self) -> Option<&'static OtherKind> {
        self.shape.other_kind
    }

    /// What the vocabulary found: problems of shape, and what stands where.
    pub fn shape(&self) -> &Shape<'a> {
        &self.shape
    }

    /// The problems of shape in `value`, in the order of the text.
    pub fn problems_in(&self, value: Value<'_>) -> impl Iterator<Item = &Problem<'a>> {
        let span = value.span();
        let first = self.shape.problems.partition_point(|problem| problem.span().start < span.start);
        let behind = self.shape.problems.get(first..).unwrap_or_default();
        behind.iter().take_while(move |problem| problem.span().start < span.end)
    }

    /// The objects of one kind, in the order of the text: `places(ObjectKind::Schema)` are all schemas.
    pub fn places(&self, kind: ObjectKind) -> impl Iterator<Item = &Place<'a>> {
        let positions = self.places.iter().find(|group| group.0 == kind).map_or(&[][..], |group| &group.1);
        self.places_at(positions)
    }

    fn places_at(&self, positions: &[u32]) -> impl Iterator<Item = &Place<'a>> {
        positions.iter().filter_map(|&position| self.shape.places.get(position as usize))
    }

    /// Which object of the format stands at `value`; none where none does, or a reference to one.
    pub fn object_at(&self, value: Value<'_>) -> Option<&'static Object> {
        let places = &self.shape.places;
        let position = places.binary_search_by_key(&value.index(), |place| place.value.index()).ok()?;
        Some(places.get(position)?.object)
    }

    /// All paths, in the order of the text, each with its path item. One whose name is damaged is none.
    pub fn paths(&self) -> impl Iterator<Item = Member<'a>> {
        let members = self.places(ObjectKind::PathItem).filter_map(|place| place.value.member());
        members.filter(|path| path.name().starts_with('/') && !path.is_damaged())
    }

    /// All operations, in the order of the text. What only looks like one, in an extension or an example, is none.
    pub fn operations(&self) -> &[Operation<'a>] {
        &self.operations
    }

    /// All security definitions, in the order of the text. Also those that a misspelt or misplaced
    /// `securityDefinitions` holds: that is one mistake, and not one for each requirement that names them.
    pub fn security_definitions(&self) -> &[SecurityDefinition<'a>] {
        &self.security_definitions
    }

    /// The security definition with that name.
    pub fn security_definition(&self, name: &str) -> Option<&SecurityDefinition<'a>> {
        self.security_definitions.get(*self.definition_names.get(self.names.find(name)?)?)
    }

    /// Everything that says of which type a value is, in the order of the text.
    pub fn typed(&self) -> impl Iterator<Item = Typed<'a>> {
        self.places_at(&self.typed).map(Typed::of)
    }

    /// Every name in every `security` list, in the order of the text: the root's and the operations'.
    pub fn requirements(&self) -> impl Iterator<Item = Requirement<'a>> {
        self.requirements.iter().copied()
    }

    /// Every reference, in the order of the text, and where it leads.
    pub fn references(&self) -> &[Reference<'a>] {
        &self.references
    }

    /// The reference that `value` is; none where it is none.
    pub fn reference(&self, value: Value<'a>) -> Option<&Reference<'a>> {
        reference::find(&self.references, value)
    }

    /// What `value` stands for: itself, or what its reference leads to in the end; none where that leads nowhere.
    pub fn resolve(&self, value: Value<'a>) -> Option<Value<'a>> {
        match self.reference(value) {
            Some(reference) => reference.end,
            None => Some(value),
        }
    }

    /// The members of a map at the root: `definitions`, `parameters` or `responses`.
    pub fn definitions(&self, map: &str) -> Members<'a> {
        self.tree.members_of(map)
    }
}

/// There are few kinds, so looking for the one takes no longer than a table would.
fn by_kind(places: &[Place<'_>]) -> Vec<(ObjectKind, Vec<u32>)> {
    let mut groups: Vec<(ObjectKind, Vec<u32>)> = Vec::new();
    for (position, place) in (0..).zip(places) {
        match groups.iter_mut().find(|group| group.0 == place.object.kind) {
            Some(group) => add(&mut group.1, position),
            None => groups.push((place.object.kind, vec![position])),
        }
    }
    groups
}

/// Every name in every `security` list, in the order of the text.
fn requirements<'a>(shape: &Shape<'a>) -> Vec<Requirement<'a>> {
    let can_list = |place: &&Place<'_>| matches!(place.object.kind, ObjectKind::Root | ObjectKind::Operation);
    let lists = shape.places.iter().filter(can_list).filter_map(|place| place.value.member_named("security"));
    let members = in_order(lists.gathered(), |member| u64::from(member.value().index()));
    members.into_iter().flat_map(security::requirements).gathered()
}

fn operations<'a>(tree: &'a Tree<'a>, shape: &Shape<'a>, references: &[Reference<'a>]) -> Vec<Operation<'a>> {
    let mut methods: Vec<(Member<'a>, Member<'a>)> = Vec::new();
    for place in shape.places.iter().filter(|place| place.object.kind == ObjectKind::Operation) {
        let Some(method) = place.value.member() else { continue };
        // One in the wrong place has no path.
        let Some(path) = method.object().member().filter(|path| path.name().starts_with('/')) else { continue };
        // Of a repeated name the last one counts, as JSON readers have it.
        let first = methods.iter().rposition(|other| other.0.value() != path.value()).map_or(0, |at| at + 1);
        let is_repeated = |other: &(Member<'_>, Member<'_>)| method.is(&other.1.name());
        if let Some(at) = methods.iter().skip(first).position(is_repeated) {
            methods.remove(first + at);
        }
        methods.push((path, method));
    }
    let shared = security::shared(tree.root().and_then(|root| root.member_named("security")));
    let operation = |(path, method): (Member<'a>, Member<'a>)| Operation {
        path,
        method,
        parameters: parameter::effective(method.value(), path.value(), references),
        security: security::effective(method.value(), &shared),
    };
    methods.into_iter().map(operation).gathered()
}

/// The member with that name at the root; else one that is meant to be it: misspelt, or in the wrong place.
fn meant_for_root<'a>(tree: &'a Tree<'a>, shape: &Shape<'a>, name: &str) -> Option<Member<'a>> {
    tree.root().and_then(|root| root.member_named(name)).or_else(|| {
        shape.problems.iter().find_map(|problem| match problem.fault {
            Fault::UnknownKey { member, slip: Slip::BelongsIn(object) } => {
                (object.kind == ObjectKind::Root && member.is(name)).then_some(member)
            }
            Fault::UnknownKey { member, slip: Slip::Misspelt(key) } => {
                (problem.object.kind == ObjectKind::Root && key == name).then_some(member)
            }
            _ => None,
        })
    })
}

fn security_definitions<'a>(tree: &'a Tree<'a>, shape: &Shape<'a>) -> Vec<SecurityDefinition<'a>> {
    let members = meant_for_root(tree, shape, "securityDefinitions").into_iter().flat_map(|map| map.value().members());
    let object = |value: Value<'a>| match shape.places.binary_search_by_key(&value.index(), |place| place.value.index())
    {
        Ok(at) => shape.places.get(at).map_or(&SECURITY_DEFINITION, |place| place.object),
        Err(_) => &SECURITY_DEFINITION,
    };
    members.map(|member| SecurityDefinition { member, object: object(member.value()) }).gathered()
}
