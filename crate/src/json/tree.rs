//! The document as a tree of spans: one vector, in the order of the text.

use std::borrow::Cow;

use super::Positions;
use super::meanings::Meanings;
use super::node::{NONE, Node, digest};
use super::string;
use super::syntax::{SyntaxError, SyntaxKind};
use crate::text::{Span, are_same};

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `{ … }`
    Object,
    /// `[ … ]`
    Array,
    /// `"…"`
    String,
    /// `1`, `-2.5e3`
    Number,
    /// `true` or `false`
    Boolean,
    /// `null`
    Null,
    /// A member's name. Its one child is the member's value. Never the kind of a [`Value`].
    Name,
}

/// A parsed document. Where the text is damaged, this is what it says after its repairs, in spans of the text as it is.
pub struct Tree<'t> {
    pub(super) text: &'t str,
    /// In pre-order: a node's first child follows it directly.
    pub(super) nodes: Vec<Node>,
    pub(super) meanings: Meanings,
    pub(super) errors: Vec<SyntaxError>,
}

impl<'t> Tree<'t> {
    /// The text that was parsed.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The tree of a text that is something else than JSON, as its first line shows: without a root.
    pub fn not_json(text: &'t str, first_line: Span) -> Self {
        let error = SyntaxError::new(SyntaxKind::NotJson, first_line, Vec::new());
        Tree { text, nodes: Vec::new(), meanings: Meanings::default(), errors: vec![error] }
    }

    /// The outermost value; none where the text holds no JSON at all.
    pub fn root(&self) -> Option<Value<'_>> {
        (!self.nodes.is_empty()).then_some(Value { tree: self, id: 0 })
    }

    /// The members of the object that stands under that name at the root; nothing where none does.
    pub fn members_of(&self, name: &str) -> Members<'_> {
        Value { tree: self, id: 0 }.members_of(name)
    }

    /// What is wrong with the text, by place, each with its repair.
    pub fn errors(&self) -> &[SyntaxError] {
        &self.errors
    }

    /// How many nodes there are: values, and names of members. Every [`Value::index`] is below it.
    pub fn size(&self) -> usize {
        self.nodes.len()
    }

    /// The value with that [`Value::index`]; none where it is that of a member's name or of nothing.
    pub fn value(&self, index: u32) -> Option<Value<'_>> {
        let node = self.nodes.get(index as usize)?;
        (node.kind != Kind::Name).then_some(Value { tree: self, id: index })
    }

    /// All values of the document in the order of the text.
    pub fn values(&self) -> impl Iterator<Item = Value<'_>> {
        (0..self.nodes.len() as u32).filter_map(|id| self.value(id))
    }

    /// The values with a backslash or a character outside ASCII, in the order of the text: in themselves where they are
    /// strings, or in their names.
    pub fn values_beyond_ascii(&self) -> impl Iterator<Item = Value<'_>> {
        let is_beyond = |node: &Node| node.marks & (Node::ESCAPED | Node::NOT_ASCII) != 0;
        let found = (0..).zip(&self.nodes).filter(move |(_, node)| is_beyond(node));
        let mut last = None;
        found.filter_map(move |(id, node)| {
            let value = Value { tree: self, id: if node.kind == Kind::Name { id + 1 } else { id } };
            (last.replace(value) != Some(value)).then_some(value)
        })
    }

    #[inline(always)]
    pub(super) fn node(&self, id: u32) -> Node {
        const NOWHERE: Node =
            Node { span: Span::empty(0), parent: NONE, next: NONE, kind: Kind::Null, marks: 0, digest: 0 };
        self.nodes.get(id as usize).copied().unwrap_or(NOWHERE)
    }

    /// The node's text as JSON writes it: its own, or that of its repair.
    fn source(&self, id: u32) -> &str {
        let node = self.node(id);
        if node.marks & Node::DAMAGED == 0 { node.span.of(self.text) } else { self.meanings.of(id) }
    }

    /// What a string or name says, decoded.
    pub(super) fn decoded(&self, id: u32) -> Cow<'_, str> {
        let node = self.node(id);
        if node.marks & (Node::ESCAPED | Node::DAMAGED) == 0 {
            return Cow::Borrowed(Span::new(node.span.start + 1, node.span.end.saturating_sub(1)).of(self.text));
        }
        let source = self.source(id);
        string::decode(source.get(1..source.len().saturating_sub(1)).unwrap_or_default())
    }

    fn is_text(&self, id: u32, wanted: &str) -> bool {
        let node = self.node(id);
        if node.marks & (Node::ESCAPED | Node::DAMAGED) == 0 {
            let written = node.span.start as usize + 1..(node.span.end as usize).saturating_sub(1);
            self.text.as_bytes().get(written).is_some_and(|written| are_same(written, wanted.as_bytes()))
        } else {
            self.decoded(id) == wanted
        }
    }
}

/// A value in a tree: cheap to copy.
#[derive(Clone, Copy)]
pub struct Value<'a> {
    tree: &'a Tree<'a>,
    id: u32,
}

impl PartialEq for Value<'_> {
    /// Whether both are the same place of the same tree.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.tree, other.tree) && self.id == other.id
    }
}

impl Eq for Value<'_> {}

impl std::fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} at {:?}", self.kind(), self.pointer())
    }
}

impl<'a> Value<'a> {
    /// The tree that it is in.
    pub fn tree(self) -> &'a Tree<'a> {
        self.tree
    }

    /// A number of its own, rising with its place in the text.
    pub fn index(self) -> u32 {
        self.id
    }

    /// What it is.
    pub fn kind(self) -> Kind {
        self.tree.node(self.id).kind
    }

    /// Where it stands, brackets and quotes included.
    pub fn span(self) -> Span {
        self.tree.node(self.id).span
    }

    /// Whether the text is damaged right here, so that what the value says is a guess.
    pub fn is_damaged(self) -> bool {
        self.tree.node(self.id).marks & Node::DAMAGED != 0
    }

    /// Whether it is an object.
    pub fn is_object(self) -> bool {
        self.kind() == Kind::Object
    }

    /// Whether it is an array.
    pub fn is_array(self) -> bool {
        self.kind() == Kind::Array
    }

    /// What it says, decoded, where it is a string.
    pub fn as_str(self) -> Option<Cow<'a, str>> {
        (self.kind() == Kind::String).then(|| self.tree.decoded(self.id))
    }

    /// Whether it is the string `wanted`.
    pub fn is_str(self, wanted: &str) -> bool {
        self.kind() == Kind::String && self.tree.is_text(self.id, wanted)
    }

    /// Whether it is a string with a character outside ASCII.
    pub fn has_non_ascii(self) -> bool {
        self.tree.node(self.id).marks & Node::NOT_ASCII != 0
    }

    /// Whether it is a string with a backslash in it.
    pub fn has_escapes(self) -> bool {
        self.tree.node(self.id).marks & Node::ESCAPED != 0
    }

    /// What it says, where it is a boolean.
    pub fn as_bool(self) -> Option<bool> {
        (self.kind() == Kind::Boolean).then(|| self.tree.source(self.id) == "true")
    }

    /// The digits as they are written, where it is a number: no size is too large for them.
    pub fn as_number(self) -> Option<&'a str> {
        (self.kind() == Kind::Number).then(|| self.tree.source(self.id))
    }

    /// The value as JSON writes it: its text, or that of its repair.
    pub fn source(self) -> &'a str {
        self.tree.source(self.id)
    }

    /// The object or array that it is in.
    pub fn parent(self) -> Option<Value<'a>> {
        if self.id == 0 {
            return None;
        }
        let parent = self.tree.node(self.id).parent;
        let holder = if self.tree.node(parent).kind == Kind::Name { self.tree.node(parent).parent } else { parent };
        Some(Value { tree: self.tree, id: holder })
    }

    /// The member whose value it is.
    pub fn member(self) -> Option<Member<'a>> {
        let parent = self.tree.node(self.id).parent;
        (self.id != 0 && self.tree.node(parent).kind == Kind::Name).then_some(Member { tree: self.tree, id: parent })
    }

    /// Its members where it is an object, in the order of the text, repeated names included; else nothing.
    pub fn members(self) -> Members<'a> {
        Members { tree: self.tree, next: self.first_child(Kind::Object) }
    }

    /// Its items where it is an array, in the order of the text; else nothing.
    pub fn items(self) -> Items<'a> {
        Items { tree: self.tree, next: self.first_child(Kind::Array) }
    }

    /// The next item of the array that it is one of.
    pub fn next_item(self) -> Option<Value<'a>> {
        let next = self.tree.node(self.id).next;
        self.parent().filter(|parent| parent.is_array() && next != NONE)?;
        Some(Value { tree: self.tree, id: next })
    }

    /// The member with that name; the last of them where the name is repeated, as JSON readers have it.
    #[inline]
    pub fn member_named(self, name: &str) -> Option<Member<'a>> {
        if self.lacks(name) { None } else { self.find_member(name, digest(name.as_bytes())) }
    }

    /// Whether it certainly has no member of that name: the answer of most questions, without a look at the members.
    #[inline]
    pub fn lacks(self, name: &str) -> bool {
        let object = self.tree.node(self.id);
        object.kind != Kind::Object || object.digest & Node::bit(digest(name.as_bytes())) == 0
    }

    #[inline(never)]
    fn find_member(self, name: &str, digest: u16) -> Option<Member<'a>> {
        let mut found = None;
        let mut id = self.first_child(Kind::Object);
        if self.tree.node(self.id).marks & Node::DISTINCT != 0 {
            while id != NONE {
                let node = self.tree.node(id);
                if node.digest == digest {
                    return self.tree.is_text(id, name).then_some(Member { tree: self.tree, id });
                }
                id = node.next;
            }
            return None;
        }
        while id != NONE {
            let node = self.tree.node(id);
            if (node.digest == digest || node.marks & Node::ESCAPED != 0) && self.tree.is_text(id, name) {
                found = Some(Member { tree: self.tree, id });
            }
            id = node.next;
        }
        found
    }

    /// Whether two of its members may have the same name: always true where they have, and where it takes long to see.
    pub fn may_repeat_names(self) -> bool {
        self.tree.node(self.id).marks & Node::DISTINCT == 0 && self.first_child(Kind::Object) != NONE
    }

    /// The value of the member with that name; the last of them where the name is repeated.
    #[inline]
    pub fn get(self, name: &str) -> Option<Value<'a>> {
        self.member_named(name).map(Member::value)
    }

    /// The members of the object that stands under that name; nothing where none does.
    pub fn members_of(self, name: &str) -> Members<'a> {
        self.get(name).map_or(Members { tree: self.tree, next: NONE }, Value::members)
    }

    /// The items of the array that stands under that name; nothing where none does.
    pub fn items_of(self, name: &str) -> Items<'a> {
        self.get(name).map_or(Items { tree: self.tree, next: NONE }, Value::items)
    }

    /// What the member with that name says, where it is a string.
    #[inline]
    pub fn get_str(self, name: &str) -> Option<Cow<'a, str>> {
        self.get(name)?.as_str()
    }

    /// Where it stands in the document, as a JSON Pointer (RFC 6901); empty for the root, and where the names
    /// on the way are longer than anybody's, 10,000 bytes.
    pub fn pointer(self) -> String {
        self.pointer_by(&mut Positions::default())
    }

    /// The same for one of many values, with what is known of where the others stand.
    pub fn pointer_by(self, positions: &mut Positions) -> String {
        self.tree.pointer(self.id, positions)
    }

    /// Where the last member or item in it stands, found without a look at the others. None where there is none, and in a
    /// damaged text, where one may have come to stand in no place at all.
    pub(super) fn last_inside(self) -> Option<Span> {
        let Tree { nodes, errors, .. } = self.tree;
        let end = self.span().end;
        let behind = nodes.partition_point(|node| node.span.start < end) as u32;
        let mut last = behind.checked_sub(1).filter(|last| *last > self.id && errors.is_empty())?;
        while self.tree.node(last).parent != self.id {
            last = self.tree.node(last).parent;
        }
        let child = self.tree.node(last);
        let end = if child.kind == Kind::Name { self.tree.node(last + 1).span.end } else { child.span.end };
        Some(Span::new(child.span.start, end))
    }

    /// The first thing in it where it is of that kind, else [`NONE`].
    fn first_child(self, kind: Kind) -> u32 {
        let node = self.tree.node(self.id);
        if node.kind == kind && node.marks & Node::FILLED != 0 { self.id + 1 } else { NONE }
    }
}

/// The members of an object, in the order of the text.
#[derive(Clone)]
pub struct Members<'a> {
    tree: &'a Tree<'a>,
    next: u32,
}

impl<'a> Iterator for Members<'a> {
    type Item = Member<'a>;

    fn next(&mut self) -> Option<Member<'a>> {
        let id = self.next;
        self.next = self.tree.node(id).next;
        (id != NONE).then_some(Member { tree: self.tree, id })
    }
}

/// The items of an array, in the order of the text.
#[derive(Clone)]
pub struct Items<'a> {
    tree: &'a Tree<'a>,
    next: u32,
}

impl<'a> Iterator for Items<'a> {
    type Item = Value<'a>;

    fn next(&mut self) -> Option<Value<'a>> {
        let id = self.next;
        self.next = self.tree.node(id).next;
        (id != NONE).then_some(Value { tree: self.tree, id })
    }
}

/// A member of an object: a name and a value.
#[derive(Clone, Copy)]
pub struct Member<'a> {
    tree: &'a Tree<'a>,
    id: u32,
}

impl std::fmt::Debug for Member<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "member at {:?}", self.value().pointer())
    }
}

impl<'a> Member<'a> {
    /// Its name, decoded.
    pub fn name(self) -> Cow<'a, str> {
        self.tree.decoded(self.id)
    }

    /// Whether that is its name.
    pub fn is(self, name: &str) -> bool {
        self.tree.is_text(self.id, name)
    }

    /// Whether both have the same name.
    pub fn is_named_as(self, other: Member<'_>) -> bool {
        let (one, two) = (self.tree.node(self.id), other.tree.node(other.id));
        (one.digest == two.digest || (one.marks | two.marks) & Node::ESCAPED != 0) && self.is(&other.name())
    }

    /// Whether the text is damaged right at the name, so that what the name says is a guess.
    pub fn is_damaged(self) -> bool {
        self.tree.node(self.id).marks & Node::DAMAGED != 0
    }

    /// Whether the name has a character outside ASCII.
    pub fn has_non_ascii(self) -> bool {
        self.tree.node(self.id).marks & Node::NOT_ASCII != 0
    }

    /// Whether the name has a backslash in it.
    pub fn name_has_escapes(self) -> bool {
        self.tree.node(self.id).marks & Node::ESCAPED != 0
    }

    /// Where its name stands, quotes included.
    pub fn name_span(self) -> Span {
        self.tree.node(self.id).span
    }

    /// From the name's first byte to the value's last.
    pub fn span(self) -> Span {
        self.name_span().cover(self.value().span())
    }

    /// Its value.
    pub fn value(self) -> Value<'a> {
        Value { tree: self.tree, id: self.id + 1 }
    }

    /// The member that follows it in the same object.
    pub fn next(self) -> Option<Member<'a>> {
        let next = self.tree.node(self.id).next;
        (next != NONE).then_some(Member { tree: self.tree, id: next })
    }

    /// The object that it is in.
    pub fn object(self) -> Value<'a> {
        Value { tree: self.tree, id: self.tree.node(self.id).parent }
    }
}
