//! What a draft holds so far, and what is copied into it from a text.

use super::{Content, Draft, NONE, Node, Origin, Part};
use crate::json::{Kind, Member, Value};

impl Draft {
    pub(super) fn node(&self, part: Part) -> &Node {
        const NOWHERE: &Node = &Node {
            content: Content::Null,
            name: None,
            origin: Origin::NOWHERE,
            parent: NONE,
            first: NONE,
            last: NONE,
            previous: NONE,
            next: NONE,
            count: 0,
        };
        self.nodes.get(part.0 as usize).unwrap_or(NOWHERE)
    }

    /// What `part` is.
    pub fn content(&self, part: Part) -> &Content {
        &self.node(part).content
    }

    /// What `part` is called, where it is a member.
    pub fn name(&self, part: Part) -> Option<&str> {
        self.node(part).name.as_deref()
    }

    /// What `part` says, where it is a string.
    pub fn text(&self, part: Part) -> Option<&str> {
        match self.content(part) {
            Content::String(text) => Some(text),
            _ => None,
        }
    }

    /// Whether `part` is an object.
    pub fn is_object(&self, part: Part) -> bool {
        *self.content(part) == Content::Object
    }

    /// Whether `part` is an array.
    pub fn is_array(&self, part: Part) -> bool {
        *self.content(part) == Content::Array
    }

    /// How many members or items `part` has.
    pub fn len(&self, part: Part) -> usize {
        self.node(part).count as usize
    }

    /// Whether `part` has no member and no item.
    pub fn is_empty(&self, part: Part) -> bool {
        self.len(part) == 0
    }

    /// Where `part` comes from.
    pub fn origin_of(&self, part: Part) -> Origin {
        self.node(part).origin
    }

    /// The member of `object` with that name.
    pub fn get(&self, object: Part, name: &str) -> Option<Part> {
        match self.tables.get(&object.0) {
            Some(table) => table.get(name).map(|&id| Part(id)),
            None => self.members(object).find(|&(own, _)| own == name).map(|(_, part)| part),
        }
    }

    /// What the member of `object` with that name says, where it is a string.
    pub fn get_text(&self, object: Part, name: &str) -> Option<&str> {
        self.text(self.get(object, name)?)
    }

    /// The members of `part` with their names, in the order in which they were added; nothing where it is no object.
    pub fn members(&self, part: Part) -> Members<'_> {
        Members { draft: self, next: if self.is_object(part) { self.node(part).first } else { NONE } }
    }

    /// The items of `part`; nothing where it is no array.
    pub fn items(&self, part: Part) -> Items<'_> {
        Items { draft: self, next: if self.is_array(part) { self.node(part).first } else { NONE } }
    }

    /// Where `part` stands in the draft, as a JSON Pointer (RFC 6901).
    pub fn pointer(&self, part: Part) -> String {
        let mut steps = Vec::new();
        let mut at = part.0;
        while let Some(node) = self.nodes.get(at as usize).filter(|node| node.parent != NONE) {
            steps.push(match &node.name {
                Some(name) => name.replace('~', "~0").replace('/', "~1"),
                None => self.items(Part(node.parent)).take_while(|item| item.0 != at).count().to_string(),
            });
            at = node.parent;
        }
        steps.iter().rev().flat_map(|step| ["/", step]).collect()
    }

    /// Sets the member of `object` with that name to all of `value`.
    pub fn copy(&mut self, object: Part, name: &str, value: Value<'_>) -> Part {
        let part = self.set(object, name, scalar(value), origin(value));
        self.fill(part, value);
        part
    }

    /// Appends all of `value` to `array`.
    pub fn copy_item(&mut self, array: Part, value: Value<'_>) -> Part {
        let part = self.push(array, scalar(value), origin(value));
        self.fill(part, value);
        part
    }

    /// Sets `member` of a text, with all that is in it, in `object`.
    pub fn copy_member(&mut self, object: Part, member: Member<'_>) -> Part {
        self.copy(object, &member.name(), member.value())
    }

    /// Makes `target` the same as `source`, another part of this draft, and gives how many parts that took: at most about
    /// `most`, where the rest is left out. What `target` is in itself is not repeated.
    pub fn repeat(&mut self, source: Part, target: Part, most: usize) -> usize {
        self.replace(target, self.content(source).clone());
        let mut left = vec![(source, target)];
        let mut count = 1;
        while let Some((source, target)) = left.pop() {
            if count >= most {
                break;
            }
            let children: Vec<(Option<String>, Part)> = if self.is_object(source) {
                self.members(source).map(|(name, part)| (Some(name.to_owned()), part)).collect()
            } else {
                self.items(source).map(|part| (None, part)).collect()
            };
            for (name, child) in children.into_iter().filter(|(_, child)| *child != target) {
                let (content, origin) = (self.content(child).clone(), self.origin_of(child));
                let own = match name {
                    Some(name) => self.set(target, &name, content, origin),
                    None => self.push(target, content, origin),
                };
                left.push((child, own));
                count += 1;
            }
        }
        count
    }

    /// Gives `object` those members of `source`, another object of this draft, that it lacks, and gives how many parts
    /// that took: at most about `most`, as in [`Draft::repeat`].
    pub fn adopt(&mut self, object: Part, source: Part, most: usize) -> usize {
        let members: Vec<(String, Part)> = self.members(source).map(|(name, part)| (name.to_owned(), part)).collect();
        let mut count = 0;
        for (name, member) in members {
            if count < most && self.get(object, &name).is_none() {
                let own = self.set(object, &name, Content::Null, self.origin_of(member));
                count += self.repeat(member, own, most - count);
            }
        }
        count
    }

    fn fill(&mut self, part: Part, value: Value<'_>) {
        let mut left = vec![(part, value)];
        while let Some((part, value)) = left.pop() {
            for member in value.members() {
                let own = self.set(part, &member.name(), scalar(member.value()), origin(member.value()));
                left.push((own, member.value()));
            }
            for item in value.items() {
                let own = self.push(part, scalar(item), origin(item));
                left.push((own, item));
            }
        }
    }
}

/// What `value` is; without its members or items where it has such.
pub fn scalar(value: Value<'_>) -> Content {
    match value.kind() {
        Kind::Object => Content::Object,
        Kind::Array => Content::Array,
        Kind::Boolean => Content::Boolean(value.as_bool() == Some(true)),
        Kind::Number => Content::Number(value.as_number().unwrap_or("0").to_owned()),
        Kind::String => Content::String(value.as_str().unwrap_or_default().into_owned()),
        Kind::Null | Kind::Name => Content::Null,
    }
}

/// Where `value` stands in its text.
pub fn origin(value: Value<'_>) -> Origin {
    Origin { name: value.member().map(Member::name_span), value: Some(value.span()) }
}

/// The members of an object with their names.
#[derive(Clone)]
pub struct Members<'d> {
    draft: &'d Draft,
    next: u32,
}

impl<'d> Iterator for Members<'d> {
    type Item = (&'d str, Part);

    fn next(&mut self) -> Option<Self::Item> {
        let part = Part(self.next);
        let node = self.draft.nodes.get(self.next as usize)?;
        self.next = node.next;
        Some((node.name.as_deref().unwrap_or_default(), part))
    }
}

/// The items of an array.
#[derive(Clone)]
pub struct Items<'d> {
    draft: &'d Draft,
    next: u32,
}

impl Iterator for Items<'_> {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        let part = Part(self.next);
        self.next = self.draft.nodes.get(self.next as usize)?.next;
        Some(part)
    }
}
