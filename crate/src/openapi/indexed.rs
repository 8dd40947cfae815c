//! The members of objects by name, and the items of arrays by position, at a cost that does not depend on how many they
//! have.

use crate::json::{Member, Value};
use crate::text::{Gather, Names, add};

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
                None => add(&mut indexed.members, member),
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

/// Up to so many members or items are looked through; of more, an index is made.
const FEW: usize = 16;

/// The members and items of those large objects and arrays that were asked.
#[derive(Debug, Default)]
pub struct Index<'a> {
    objects: Vec<Indexed<'a>>,
    arrays: Vec<(Value<'a>, Vec<Value<'a>>)>,
}

impl<'a> Index<'a> {
    /// The value of the member with that name; the last of them where the name is repeated.
    pub fn get(&mut self, object: Value<'a>, name: &str) -> Option<Value<'a>> {
        if object.members().nth(FEW).is_none() {
            return object.get(name);
        }
        let known = self.objects.iter().rposition(|indexed| indexed.object == object);
        if known.is_none() {
            self.objects.push(Indexed::of(object));
        }
        self.objects.get(known.unwrap_or(self.objects.len() - 1))?.get(name)
    }

    /// The item at that position, counted from 0.
    pub fn item(&mut self, array: Value<'a>, position: usize) -> Option<Value<'a>> {
        if position < FEW {
            return array.items().nth(position);
        }
        let known = self.arrays.iter().rposition(|indexed| indexed.0 == array);
        if known.is_none() {
            self.arrays.push((array, array.items().gathered()));
        }
        self.arrays.get(known.unwrap_or(self.arrays.len() - 1))?.1.get(position).copied()
    }
}
