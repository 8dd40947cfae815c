//! Names, and things of the same name.

use std::borrow::Cow;
use std::iter::Zip;
use std::vec::IntoIter;

use super::gather::{Gather, Source, add};
use super::{in_order, sorted};

/// The names that were met, numbered from 0 in the order in which they first came.
///
/// A table of our own: the standard library's has room for twice as many names as there are and more, each with its number,
/// and three times as much while it grows.
#[derive(Debug, Default)]
pub struct Names<'a> {
    /// The first [`FEW`] are compared one by one: most lists are short, and that takes less than to hash a name.
    names: Vec<Cow<'a, str>>,
    /// As soon as there are more: each name has the slot that its hash says, or the next one that is free.
    slots: Vec<Slot>,
}

/// How many names are compared one by one.
const FEW: usize = 8;

/// The upper half of a name's hash, and its number counted from 1; nothing where the slot is free.
type Slot = u64;

const FREE: Slot = 0;

impl<'a> Names<'a> {
    /// The number of a name; the next one where the name is new.
    pub fn number(&mut self, name: Cow<'a, str>) -> usize {
        let next = self.names.len();
        if self.slots.is_empty() {
            if let Some(number) = self.among_few(&name) {
                return number;
            }
        } else {
            let hash = hash(&name);
            match self.place(&name, hash) {
                Ok(number) => return number,
                Err(free) => self.put(free, slot(hash, next as u32)),
            }
        }
        add(&mut self.names, name);
        // A quarter stays free, so that none is far from its place.
        if next >= FEW && self.names.len() * 4 > self.slots.len() * 3 {
            self.make_room();
        }
        next
    }

    /// Takes the name in. Whether it is new.
    pub fn insert(&mut self, name: Cow<'a, str>) -> bool {
        let before = self.names.len();
        self.number(name) == before
    }

    /// The number of a name that was met.
    pub fn find(&self, name: &str) -> Option<usize> {
        if self.slots.is_empty() { self.among_few(name) } else { self.place(name, hash(name)).ok() }
    }

    /// Whether the name was met.
    pub fn contains(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// Whether no name was met.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    fn among_few(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|other| other == name)
    }

    /// The number of a name, or the free slot that it would have.
    fn place(&self, name: &str, hash: u64) -> Result<usize, usize> {
        let last = self.slots.len().saturating_sub(1);
        let mut at = (hash >> 32) as usize & last;
        loop {
            let slot = self.slots.get(at).copied().unwrap_or(FREE);
            if slot == FREE {
                return Err(at);
            }
            let number = slot as u32 as usize - 1;
            if (slot ^ hash) >> 32 == 0 && self.names.get(number).is_some_and(|other| other == name) {
                return Ok(number);
            }
            at = (at + 1) & last;
        }
    }

    fn put(&mut self, free: usize, slot: Slot) {
        if let Some(place) = self.slots.get_mut(free) {
            *place = slot;
        }
    }

    /// Takes twice as many slots. Where there were some, no name is hashed again.
    #[cold]
    fn make_room(&mut self) {
        let room = (self.names.len() * 2).next_power_of_two();
        let mut before = std::mem::replace(&mut self.slots, vec![FREE; room]);
        if before.is_empty() {
            before = (0..).zip(&self.names).map(|(number, name)| slot(hash(name), number)).gathered();
        }
        for slot in before.into_iter().filter(|slot| *slot != FREE) {
            let mut at = (slot >> 32) as usize & (room - 1);
            while self.slots.get(at).is_some_and(|slot| *slot != FREE) {
                at = (at + 1) & (room - 1);
            }
            self.put(at, slot);
        }
    }
}

fn slot(hash: u64, number: u32) -> Slot {
    marked(hash, number + 1)
}

impl<'a> FromIterator<Cow<'a, str>> for Names<'a> {
    fn from_iter<I: IntoIterator<Item = Cow<'a, str>>>(names: I) -> Self {
        numbered(&mut names.into_iter())
    }
}

/// One loop for all iterators.
fn numbered<'a>(names: &mut dyn Source<Item = Cow<'a, str>>) -> Names<'a> {
    let mut numbered = Names::default();
    while let Some(name) = names.give() {
        numbered.insert(name);
    }
    numbered
}

/// The hash of a text, mixed from eight bytes at a time: names are short, and the standard library's hash takes as long as
/// all else that is done with one.
pub fn hash(name: &str) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |hash: u64, eight: u64| {
        let product = (hash ^ eight).wrapping_mul(FACTOR);
        product ^ product >> 32
    };
    let (eights, rest) = name.as_bytes().as_chunks::<8>();
    let hash = eights.iter().fold(0, |hash, eight| mix(hash, u64::from_le_bytes(*eight)));
    let last = rest.iter().rev().fold(0, |last, byte| last << 8 | u64::from(*byte));
    let hash = mix(hash, last ^ (name.len() as u64) << 56);
    hash.wrapping_mul(FACTOR) ^ hash
}

/// A number that equal texts share: FNV-1a of how long the text is and how it begins. Descriptions are long, and what
/// shares a number is compared anyway.
pub fn fingerprint(text: &str) -> u64 {
    let step = |hash: u64, byte: u64| (hash ^ byte).wrapping_mul(0x0100_0000_01b3);
    text.bytes().take(16).map(u64::from).fold(step(0xcbf2_9ce4_8422_2325, text.len() as u64), step)
}

/// The things under each name, both in the order in which they came.
pub fn by_name<'a, T>(things: impl IntoIterator<Item = (Cow<'a, str>, T)>) -> Groups<'a, T> {
    grouped(&mut things.into_iter())
}

/// Names, each with the things under it.
pub(super) type Groups<'a, T> = Zip<IntoIter<Cow<'a, str>>, IntoIter<Vec<T>>>;

/// The number of a thing, under the upper half of a number that things share which may be the same.
pub const fn marked(mark: u64, thing: u32) -> u64 {
    mark >> 32 << 32 | thing as u64
}

/// Those of the numbered things that share their name with another one, name by name, both in the order in which they came.
///
/// Takes eight bytes for each thing whose name is its own, where [`by_name`] has a hundred: such lists may have an item for
/// every other word of a text. In turn it asks for some names twice.
pub fn namesakes<'a>(things: impl Iterator<Item = u32>, name: &mut dyn FnMut(u32) -> Cow<'a, str>) -> Vec<Vec<u32>> {
    let things = things.map(|thing| marked(hash(&name(thing)), thing)).gathered();
    let mut found = Vec::new();
    for alike in sorted(things).chunk_by(|one, other| one >> 32 == other >> 32).filter(|alike| alike.len() > 1) {
        let named = by_name(alike.iter().map(|marked| (name(*marked as u32), *marked as u32)));
        for (_, things) in named {
            if things.len() > 1 {
                found.push(things);
            }
        }
    }
    in_order(found, |things| things.first().copied().map_or(0, u64::from))
}

/// One loop for all iterators of a type.
fn grouped<'a, T>(things: &mut dyn Source<Item = (Cow<'a, str>, T)>) -> Groups<'a, T> {
    let mut names = Names::default();
    let mut groups: Vec<Vec<T>> = Vec::new();
    while let Some((name, thing)) = things.give() {
        let number = names.number(name);
        match groups.get_mut(number) {
            Some(group) => group.push(thing),
            None => add(&mut groups, vec![thing]),
        }
    }
    names.names.into_iter().zip(groups)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_numbered_as_they_come() {
        let mut names = Names::default();
        assert_eq!(["b", "a", "b"].map(|name| names.number(name.into())), [0, 1, 0]);
        assert_eq!((names.insert("c".into()), names.insert("a".into())), (true, false));
        assert_eq!((names.find("c"), names.find("d")), (Some(2), None));
    }

    #[test]
    fn many_names_are_numbered_as_few_are() {
        let mut names = Names::default();
        let name = |number: usize| format!("name {number}");
        assert!((0..100).all(|number| names.insert(name(number).into())));
        assert!((0..100).all(|number| names.find(&name(number)) == Some(number) && !names.insert(name(number).into())));
        assert_eq!((names.find(&name(100)), names.is_empty()), (None, false));
    }

    #[test]
    fn namesakes_are_those_of_one_name() {
        let names = ["b", "a", "c", "b", "a", "d", "a"];
        let found = namesakes(0..7, &mut |index| names[index as usize].into());
        assert_eq!(found, [vec![0, 3], vec![1, 4, 6]]);
    }

    #[test]
    fn things_of_one_name_come_together() {
        let groups = by_name([("b", 1), ("a", 2), ("b", 3)].map(|(name, thing)| (name.into(), thing)));
        assert_eq!(groups.collect::<Vec<_>>(), [("b".into(), vec![1, 3]), ("a".into(), vec![2])]);
    }
}
