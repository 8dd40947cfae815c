//! Of a large Xtension those operations that are wanted, and what they need.

use std::collections::{BTreeMap, BTreeSet};

use crate::json::edit::{remove_items, remove_members, replace_value};
use crate::json::{Member, Tree, Value, encode, parse};
use crate::nintex::Xtension;
use crate::openapi::{Document, METHODS, Operation, Resolution, SecurityOrigin};
use crate::text::{Edit, Edits, Span};

/// The maps at the root whose members are there to be referred to.
const SHARED: [&str; 3] = ["definitions", "parameters", "responses"];

/// An operation that can be picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its method, in capitals.
    pub method: String,
    /// Its path.
    pub path: String,
    /// Its `operationId`; may be empty.
    pub id: String,
    /// What the action is called: `summary`, else `operationId`; may be empty.
    pub summary: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// Whether it says that it should not be used any more.
    pub is_deprecated: bool,
    /// Where it stands, in byte offsets.
    pub span: Span,
}

/// What picking comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picked {
    /// What is to be taken out of the text.
    pub edits: Edits,
    /// The operations that stay though they were not asked for: those that are wanted ask them for options or fields, or
    /// refer to them. Positions as in [`candidates`].
    pub needed: Vec<usize>,
    /// How many definitions, shared parameters and shared responses stay.
    pub shared: usize,
}

/// The operations of `text`, in its order.
pub fn candidates(text: &str) -> Vec<Candidate> {
    let tree = parse(text);
    let xtension = Xtension::new(&tree);
    let strings =
        |value: Value<'_>| value.items_of("tags").filter_map(|tag| Some(tag.as_str()?.into_owned())).collect();
    let operations = xtension.document().operations().iter();
    operations
        .map(|operation| Candidate {
            method: operation.method.name().to_ascii_uppercase(),
            path: operation.path.name().into_owned(),
            id: operation.id().unwrap_or_default().into_owned(),
            summary: operation.value().get_str("summary").or_else(|| operation.id()).unwrap_or_default().into_owned(),
            tags: strings(operation.value()),
            is_deprecated: operation.value().get("deprecated").and_then(Value::as_bool) == Some(true),
            span: operation.method.span(),
        })
        .collect()
}

/// Finds what has to be taken out of `text` so that of its operations those at the positions `wanted` stay, with all that
/// they need. What is left stands as it stood, byte for byte.
pub fn pick(text: &str, wanted: &[usize]) -> Picked {
    let tree = parse(text);
    let xtension = Xtension::new(&tree);
    let (edits, needed, shared) = pick_in(&xtension, wanted, None);
    Picked { edits: Edits::new(edits).unwrap_or_default(), needed, shared }
}

/// The names of the security definitions, sorted, by which all operations that stay are to sign in; none where each keeps
/// its own.
pub(super) type Only<'o> = Option<&'o [String]>;

/// [`pick`] in a document that is read already: edits, positions of those that stay besides, and how many definitions,
/// shared parameters and shared responses stay.
pub(super) fn pick_in(xtension: &Xtension<'_>, wanted: &[usize], only: Only<'_>) -> (Vec<Edit>, Vec<usize>, usize) {
    let document = xtension.document();
    let mut reach = Reach::new(xtension);
    for &position in wanted {
        reach.operation(position);
    }
    reach.run();
    let Some(root) = document.root() else { return (Vec::new(), Vec::new(), 0) };
    let operations = document.operations();
    let kept: Vec<&Operation<'_>> = reach.operations.iter().filter_map(|&position| operations.get(position)).collect();
    let mut changes = Changes::default();
    for map in SHARED {
        if let Some(map) = root.member_named(map) {
            changes.thin(map, |member| reach.shared.contains(&member.value().index()));
        }
    }
    changes.paths(root, &kept);
    changes.tags(root, &kept);
    changes.security(document, root, &kept, only);
    let Changes { mut edits, gone } = changes;
    edits.extend(remove_members(root, |member| gone.contains(&member.value().index())));
    let wanted: BTreeSet<usize> = wanted.iter().copied().collect();
    (edits, reach.operations.difference(&wanted).copied().collect(), reach.shared.len())
}

/// What is to be changed in a document.
#[derive(Default)]
struct Changes {
    edits: Vec<Edit>,
    /// The members of the root that go as a whole, by the index of their values: neighbours share a comma, so that all of
    /// them are to be taken out at once.
    gone: BTreeSet<u32>,
}

impl Changes {
    /// Takes out of the map what is not wanted; the map itself where nothing is.
    fn thin<'a>(&mut self, map: Member<'a>, is_wanted: impl Fn(Member<'a>) -> bool) {
        let mut members = map.value().members();
        if members.clone().next().is_some() && !members.any(&is_wanted) {
            self.gone.insert(map.value().index());
        } else {
            self.edits.extend(remove_members(map.value(), |member| !is_wanted(member)));
        }
    }

    fn paths(&mut self, root: Value<'_>, kept: &[&Operation<'_>]) {
        let Some(paths) = root.get("paths") else { return };
        let items: BTreeSet<u32> = kept.iter().map(|operation| operation.path_item().index()).collect();
        let methods: BTreeSet<u32> = kept.iter().map(|operation| operation.value().index()).collect();
        let is_gone = |path: Member<'_>| path.name().starts_with('/') && !items.contains(&path.value().index());
        self.edits.extend(remove_members(paths, is_gone));
        for path in paths.members().filter(|path| !is_gone(*path)) {
            let is_operation = |member: Member<'_>| METHODS.iter().any(|method| member.is(method));
            self.edits.extend(remove_members(path.value(), |member| {
                is_operation(member) && !methods.contains(&member.value().index())
            }));
        }
    }

    fn tags(&mut self, root: Value<'_>, kept: &[&Operation<'_>]) {
        let Some(tags) = root.member_named("tags").filter(|tags| tags.value().is_array()) else { return };
        let used: BTreeSet<String> = kept
            .iter()
            .flat_map(|operation| operation.value().items_of("tags"))
            .filter_map(|tag| Some(tag.as_str()?.into_owned()))
            .collect();
        let is_used = |tag: Value<'_>| tag.get_str("name").is_some_and(|name| used.contains(&*name));
        let mut items = tags.value().items();
        if items.clone().next().is_some() && !items.any(is_used) {
            self.gone.insert(tags.value().index());
        } else {
            self.edits.extend(remove_items(tags.value(), |tag| !is_used(tag)));
        }
    }

    /// Nobody should be asked to sign in for what is not there: the type of a connection follows from its definitions.
    fn security(&mut self, document: &Document<'_>, root: Value<'_>, kept: &[&Operation<'_>], only: Only<'_>) {
        let asked: BTreeSet<String> = match only {
            Some(only) => only.iter().cloned().collect(),
            None => kept
                .iter()
                .flat_map(|operation| operation.security.requirements.iter())
                .map(|requirement| requirement.name().into_owned())
                .collect(),
        };
        if asked.is_empty() {
            return;
        }
        let inherits = kept.iter().any(|operation| operation.security.origin == SecurityOrigin::Root);
        if let Some(shared) = root.member_named("security") {
            let is_other =
                |requirement: Value<'_>| requirement.members().any(|member| !asked.contains(&*member.name()));
            match only {
                _ if !inherits && shared.value().items().any(is_other) => {
                    self.gone.insert(shared.value().index());
                }
                Some(only) if inherits => self.edits.extend(narrowed(shared.value(), only)),
                _ => {}
            }
        }
        if let Some(only) = only {
            let own = kept.iter().filter_map(|operation| operation.value().get("security"));
            self.edits.extend(own.flat_map(|own| narrowed(own, only)));
        }
        let is_defined = |name: &String| document.security_definition(name).is_some();
        if let Some(definitions) = root.member_named("securityDefinitions").filter(|_| asked.iter().any(is_defined)) {
            self.thin(definitions, |member| asked.contains(&*member.name()));
        }
    }
}

/// Makes a list of requirements ask for those names together and for nothing else. One that asks for nothing stays.
fn narrowed(list: Value<'_>, only: &[String]) -> Vec<Edit> {
    let names = |requirement: Value<'_>| {
        let mut names: Vec<String> = requirement.members().map(|member| member.name().into_owned()).collect();
        names.sort();
        names
    };
    if list.items().all(|requirement| names(requirement).is_empty()) {
        return Vec::new();
    }
    if let Some(wanted) = list.items().find(|requirement| names(*requirement) == only) {
        return remove_items(list, |requirement| requirement != wanted);
    }
    let members: Vec<String> = only.iter().map(|name| format!("{}: []", encode(name))).collect();
    vec![replace_value(list, &format!("[{{ {} }}]", members.join(", ")))]
}

/// What the operations that stay need.
struct Reach<'x, 'a> {
    xtension: &'x Xtension<'a>,
    operations: BTreeSet<usize>,
    /// The members of the maps in [`SHARED`] that are needed, by the index of their values.
    shared: BTreeSet<u32>,
    /// Which definitions say of another one, by the index of its value, that they are a kind of it.
    kinds: BTreeMap<u32, Vec<Value<'a>>>,
    left: Vec<Value<'a>>,
}

impl<'x, 'a> Reach<'x, 'a> {
    fn new(xtension: &'x Xtension<'a>) -> Self {
        let document = xtension.document();
        let mut kinds: BTreeMap<u32, Vec<Value<'a>>> = BTreeMap::new();
        for reference in document.references() {
            let is_base = reference.holder.parent().and_then(Value::member).is_some_and(|list| list.is("allOf"));
            let holder = enclosing(document.tree(), reference.holder);
            if let (true, Some(kind), Some(base)) = (is_base, holder, reference.end)
                && base.get("discriminator").is_some()
            {
                kinds.entry(base.index()).or_default().push(kind);
            }
        }
        Self { xtension, operations: BTreeSet::new(), shared: BTreeSet::new(), kinds, left: Vec::new() }
    }

    fn operation(&mut self, position: usize) {
        let Some(operation) = self.xtension.document().operations().get(position) else { return };
        if self.operations.insert(position) {
            self.left.push(operation.value());
            self.left.extend(operation.path_item().get("parameters"));
        }
    }

    fn run(&mut self) {
        let xtension = self.xtension;
        let document = xtension.document();
        let questions = &xtension.helpers().questions;
        while let Some(value) = self.left.pop() {
            let inside = value.span();
            let references = document.references();
            let first = references.partition_point(|reference| reference.holder.span().start < inside.start);
            let is_inside = |span: Span| span.start < inside.end;
            let here = references.iter().skip(first).take_while(|reference| is_inside(reference.holder.span()));
            for reference in here {
                if let Resolution::Found(target) = reference.resolution {
                    self.target(target);
                }
            }
            let first = questions.partition_point(|question| question.field().span().start < inside.start);
            let here = questions.iter().skip(first).take_while(|question| is_inside(question.field().span()));
            for helper in here.filter_map(|question| question.helper) {
                self.operation(helper);
            }
            for kind in self.kinds.remove(&value.index()).unwrap_or_default() {
                self.keep(kind);
            }
        }
    }

    /// Keeps what `target` stands in.
    fn target(&mut self, target: Value<'a>) {
        if let Some(shared) = enclosing(self.xtension.document().tree(), target) {
            self.keep(shared);
            return;
        }
        let operations = self.xtension.document().operations();
        let behind = operations.partition_point(|operation| operation.value().span().start <= target.span().start);
        let around = behind.checked_sub(1).and_then(|last| operations.get(last));
        if around.is_some_and(|operation| operation.value().span().contains(target.span())) {
            self.operation(behind - 1);
        }
    }

    fn keep(&mut self, shared: Value<'a>) {
        if self.shared.insert(shared.index()) {
            self.left.push(shared);
        }
    }
}

/// The definition, shared parameter or shared response that `value` stands in, or is.
fn enclosing<'a>(tree: &'a Tree<'a>, value: Value<'a>) -> Option<Value<'a>> {
    let root = tree.root()?;
    let (mut inner, mut middle) = (None, Some(value));
    let mut outer = value.parent();
    while let Some(holder) = outer.filter(|holder| *holder != root) {
        inner = middle;
        middle = Some(holder);
        outer = holder.parent();
    }
    let map = middle?.member()?;
    SHARED.iter().any(|shared| map.is(shared)).then_some(inner).flatten()
}

#[cfg(test)]
mod tests;
