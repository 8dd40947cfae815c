//! A JSON document that is being written, each part of which may remember where it came from.

mod read;
mod write;

use std::borrow::Cow;
use std::collections::HashMap;

use crate::text::Span;

pub use read::{Items, Members, origin, scalar};
pub use write::Written;

/// No part.
const NONE: u32 = u32::MAX;

/// An object with more members than these has its names looked up by a table.
const MANY: u32 = 16;

/// What a part is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A number, in the digits that JSON writes.
    Number(String),
    /// A string, as it is meant: without the escapes of JSON.
    String(String),
    /// An array, to be filled by [`Draft::push`].
    Array,
    /// An object, to be filled by [`Draft::set`].
    Object,
}

impl Content {
    /// The same with nothing in it, where it is a text.
    #[must_use]
    pub fn without_text(self) -> Self {
        match self {
            Self::String(_) => Self::String(String::new()),
            other => other,
        }
    }
}

impl From<bool> for Content {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<Cow<'_, str>> for Content {
    fn from(text: Cow<'_, str>) -> Self {
        Self::String(text.into_owned())
    }
}

/// A part of one [`Draft`]: cheap to copy, and meaningless in any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Part(u32);

/// Where a part comes from, in byte offsets of the original.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Where its name stood, where it has one and the original had it too.
    pub name: Option<Span>,
    /// Where its value stood, or what it was made of.
    pub value: Option<Span>,
}

impl Origin {
    /// Of what stands nowhere in the original.
    pub const NOWHERE: Self = Self { name: None, value: None };
}

impl From<Span> for Origin {
    fn from(value: Span) -> Self {
        Self { name: None, value: Some(value) }
    }
}

struct Node {
    content: Content,
    /// What the member is called; none in an array and at the root.
    name: Option<Box<str>>,
    origin: Origin,
    parent: u32,
    first: u32,
    last: u32,
    previous: u32,
    next: u32,
    count: u32,
}

/// A JSON document that is being written: parts in the order in which they were added, names without repetition.
pub struct Draft {
    nodes: Vec<Node>,
    /// The members of large objects by their names.
    tables: HashMap<u32, HashMap<Box<str>, u32>>,
}

impl Draft {
    /// A document whose outermost value is that.
    pub fn new(root: Content, origin: impl Into<Origin>) -> Self {
        let mut draft = Self { nodes: Vec::new(), tables: HashMap::new() };
        draft.add(root, None, origin.into(), NONE);
        draft
    }

    /// The outermost value.
    pub fn root(&self) -> Part {
        Part(0)
    }

    /// Gives `object` a member behind its others, or, where it has one of that name, that one another value in its
    /// place. What is no object becomes an empty one first.
    pub fn set(&mut self, object: Part, name: &str, content: impl Into<Content>, origin: impl Into<Origin>) -> Part {
        if let Some(present) = self.get(object, name) {
            self.replace(present, content);
            self.origin(present, origin);
            return present;
        }
        self.make(object, Content::Object);
        let id = self.add(content.into(), Some(name), origin.into(), object.0);
        self.enter(object, id);
        Part(id)
    }

    /// The object that is the member of `object` with that name: the one that is there, or a new one.
    pub fn object(&mut self, object: Part, name: &str) -> Part {
        self.get(object, name)
            .filter(|&part| self.is_object(part))
            .unwrap_or_else(|| self.set(object, name, Content::Object, Origin::NOWHERE))
    }

    /// The array that is the member of `object` with that name: the one that is there, or a new one.
    pub fn array(&mut self, object: Part, name: &str) -> Part {
        self.get(object, name)
            .filter(|&part| self.is_array(part))
            .unwrap_or_else(|| self.set(object, name, Content::Array, Origin::NOWHERE))
    }

    /// Gives `array` an item behind its others. What is no array becomes an empty one first.
    pub fn push(&mut self, array: Part, content: impl Into<Content>, origin: impl Into<Origin>) -> Part {
        self.make(array, Content::Array);
        Part(self.add(content.into(), None, origin.into(), array.0))
    }

    /// A value that stands nowhere in the document, to be taken from.
    pub fn apart(&mut self, content: impl Into<Content>, origin: impl Into<Origin>) -> Part {
        Part(self.add(content.into(), None, origin.into(), NONE))
    }

    /// Makes `part` another value, without anything in it.
    pub fn replace(&mut self, part: Part, content: impl Into<Content>) {
        self.tables.remove(&part.0);
        if let Some(node) = self.nodes.get_mut(part.0 as usize) {
            node.content = content.into();
            (node.first, node.last, node.count) = (NONE, NONE, 0);
        }
    }

    /// Says where `part` comes from.
    pub fn origin(&mut self, part: Part, origin: impl Into<Origin>) {
        if let Some(node) = self.nodes.get_mut(part.0 as usize) {
            node.origin = origin.into();
        }
    }

    /// Takes `part` out of the object or array that it is in; the outermost value stays.
    pub fn remove(&mut self, part: Part) {
        let node = self.node(part);
        let (parent, previous, next) = (node.parent, node.previous, node.next);
        if parent == NONE {
            return;
        }
        let name = node.name.clone().unwrap_or_default();
        if let Some(table) = self.tables.get_mut(&parent) {
            table.remove(&name);
        }
        match self.nodes.get_mut(previous as usize) {
            Some(sibling) => sibling.next = next,
            None => self.change(parent, |holder| holder.first = next),
        }
        match self.nodes.get_mut(next as usize) {
            Some(sibling) => sibling.previous = previous,
            None => self.change(parent, |holder| holder.last = previous),
        }
        self.change(parent, |holder| holder.count = holder.count.saturating_sub(1));
        self.change(part.0, |own| (own.parent, own.previous, own.next) = (NONE, NONE, NONE));
    }

    fn change(&mut self, id: u32, change: impl FnOnce(&mut Node)) {
        if let Some(node) = self.nodes.get_mut(id as usize) {
            change(node);
        }
    }

    fn make(&mut self, part: Part, container: Content) {
        if self.node(part).content != container {
            self.replace(part, container);
        }
    }

    fn add(&mut self, content: Content, name: Option<&str>, origin: Origin, parent: u32) -> u32 {
        let id = self.nodes.len() as u32;
        let previous = self.nodes.get(parent as usize).map_or(NONE, |holder| holder.last);
        self.nodes.push(Node {
            content,
            name: name.map(Into::into),
            origin,
            parent,
            first: NONE,
            last: NONE,
            previous,
            next: NONE,
            count: 0,
        });
        self.change(previous, |sibling| sibling.next = id);
        self.change(parent, |holder| {
            if holder.first == NONE {
                holder.first = id;
            }
            holder.last = id;
            holder.count += 1;
        });
        id
    }

    /// Enters the new member `id` in the table of `object`, which is made where the object has become large.
    fn enter(&mut self, object: Part, id: u32) {
        if let Some(table) = self.tables.get_mut(&object.0) {
            let name = self.nodes.get(id as usize).and_then(|node| node.name.clone());
            table.insert(name.unwrap_or_default(), id);
        } else if self.node(object).count > MANY {
            let table = self.members(object).map(|(name, part)| (name.into(), part.0)).collect();
            self.tables.insert(object.0, table);
        }
    }
}

#[cfg(test)]
mod tests;
