//! The members of an object by name, at a cost that does not depend on how many it has.

use crate::json::{Member, Value};
use crate::text::Names;

/// The members of one object by name.
#[derive(Debug)]
pub struct Indexed<'a> {
    /// The object.
    pub object: Value<'a>,
    names: Names<'a>,
    /// By the number of their name.
    members: Vec<Member<'a>>,
}

impl<'a> Indexed<'a> {
    /// Looks at all members of the object once.
    pub fn of(object: Value<'a>) -> Self {
        let mut indexed = Self { object, names: Names::default(), members: Vec::new() };
        for member in object.members() {
            let number = indexed.names.number(member.name());
            match indexed.members.get_mut(number) {
                Some(last) => *last = member,
                None => indexed.members.push(member),
            }
        }
        indexed
    }

    /// The value of the member with that name; the last of them where the name is repeated.
    pub fn get(&self, name: &str) -> Option<Value<'a>> {
        self.members.get(self.names.find(name)?).map(|member| member.value())
    }

    /// Whether it has a member of that name that says something else than `other`.
    pub fn differs(&self, other: Member<'_>) -> bool {
        self.get(&other.name()).is_some_and(|value| value.source() != other.value().source())
    }
}
