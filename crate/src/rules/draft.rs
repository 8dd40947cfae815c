//! An object that is put together from parts, before it is written into a document.

use crate::json::edit::{self, Position};
use crate::json::{Member, Value, encode, fragment};
use crate::text::{Edit, Gather, Names};

/// The members of an object to be: each a name and a [`Fragment`](edit::Fragment).
#[derive(Default)]
pub(super) struct Draft(Vec<(String, String)>);

impl Draft {
    /// A copy of these members.
    pub(super) fn of<'a>(members: impl Iterator<Item = Member<'a>>) -> Self {
        let mut draft = Self::default();
        members.for_each(|member| draft.copy(member));
        draft
    }

    /// Adds a member.
    pub(super) fn add(&mut self, name: &str, fragment: impl Into<String>) {
        self.0.push((name.to_owned(), fragment.into()));
    }

    /// Adds a member whose value is a string.
    pub(super) fn add_text(&mut self, name: &str, text: &str) {
        self.add(name, encode(text));
    }

    /// Adds what a member of the document says.
    pub(super) fn copy(&mut self, member: Member<'_>) {
        self.add(&member.name(), fragment(member.value()));
    }

    /// Adds all members of another one.
    pub(super) fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Whether it has that very member.
    pub(super) fn is(&self, name: &str, fragment: &str) -> bool {
        self.0.iter().any(|part| part.0 == name && part.1 == fragment)
    }

    /// Whether it has a member of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|part| part.0 == name)
    }

    /// Leaves out what `object` has already.
    pub(super) fn without_those_of(&mut self, object: Value<'_>) {
        let names: Names<'_> = object.members().map(Member::name).collect();
        self.0.retain(|part| !names.contains(&part.0));
    }

    /// How many members it has.
    pub(super) fn size(&self) -> usize {
        self.0.len()
    }

    /// The object as a fragment.
    pub(super) fn finish(&self) -> String {
        if self.0.is_empty() {
            return "{}".to_owned();
        }
        let part = |(name, fragment): &(String, String)| format!("  {}: {}", encode(name), indented(fragment));
        format!("{{\n{}\n}}", self.0.iter().map(part).gathered().join(",\n"))
    }

    /// Puts its members in the place of `member`.
    pub(super) fn instead_of(&self, member: Member<'_>) -> Vec<Edit> {
        let object = member.object();
        let before = object.members().take_while(|other| other.span() != member.span()).last();
        if before.is_none() && member.next().is_none() {
            return vec![edit::replace_value(object, &self.finish())];
        }
        let position = before.map_or(Position::First, Position::After);
        let mut edits = self.into(object, position);
        edits.push(edit::remove_member(member));
        edits
    }

    /// Adds its members to an object that has some already.
    pub(super) fn into(&self, object: Value<'_>, position: Position<'_>) -> Vec<Edit> {
        self.0.iter().map(|(name, fragment)| edit::insert_member(object, position, name, fragment)).gathered()
    }
}

/// An array with these items, as a fragment.
pub(super) fn array_of(items: &[String]) -> String {
    if items.is_empty() {
        return "[]".to_owned();
    }
    let items: Vec<String> = items.iter().map(|item| format!("  {}", indented(item))).gathered();
    format!("[\n{}\n]", items.join(",\n"))
}

/// A fragment one level further in, but for its first line.
fn indented(fragment: &str) -> String {
    fragment.replace('\n', "\n  ")
}
