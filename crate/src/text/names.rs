//! Names, and things of the same name.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::gather::{Source, add};

/// The names that were met, numbered from 0 in the order in which they first came.
///
/// The one hash table there is: each other type of one would add 3 KB to the wasm.
#[derive(Debug, Default)]
pub struct Names<'a> {
    /// The first of them, which are compared one by one: most lists are short, and that takes less than to hash a name.
    few: Vec<Cow<'a, str>>,
    /// All of them, as soon as they are more.
    many: HashMap<Cow<'a, str>, u32, BuildHasherDefault<Mixed>>,
}

/// How many names are compared one by one.
const FEW: usize = 8;

impl<'a> Names<'a> {
    /// The number of a name; the next one where the name is new.
    pub fn number(&mut self, name: Cow<'a, str>) -> usize {
        if self.many.is_empty() {
            if let Some(number) = self.few.iter().position(|other| *other == name) {
                return number;
            }
            if self.few.len() < FEW {
                self.few.push(name);
                return self.few.len() - 1;
            }
            for name in std::mem::take(&mut self.few) {
                self.number_of_many(name);
            }
        }
        self.number_of_many(name)
    }

    fn number_of_many(&mut self, name: Cow<'a, str>) -> usize {
        let next = self.many.len() as u32;
        *self.many.entry(name).or_insert(next) as usize
    }

    /// Takes the name in. Whether it is new.
    pub fn insert(&mut self, name: Cow<'a, str>) -> bool {
        let before = self.few.len() + self.many.len();
        self.number(name) == before
    }

    /// The number of a name that was met.
    pub fn find(&self, name: &str) -> Option<usize> {
        if self.many.is_empty() {
            return self.few.iter().position(|other| other == name);
        }
        self.many.get(name).map(|&number| number as usize)
    }

    /// Whether the name was met.
    pub fn contains(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// Whether no name was met.
    pub fn is_empty(&self) -> bool {
        self.few.is_empty() && self.many.is_empty()
    }
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

/// The hash of a name, mixed from eight bytes at a time: names are short, and the standard library's hash takes as long as
/// all else that is done with one.
#[derive(Debug, Default)]
struct Mixed(u64);

impl Mixed {
    #[inline(always)]
    fn mix(&mut self, eight: u64) {
        let product = (self.0 ^ eight).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = product ^ product >> 32;
    }
}

impl Hasher for Mixed {
    #[inline(always)]
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks::<8>();
        for eight in eights {
            self.mix(u64::from_le_bytes(*eight));
        }
        let last = rest.iter().rev().fold(0, |last, byte| last << 8 | u64::from(*byte));
        self.mix(last ^ (bytes.len() as u64) << 56);
    }

    #[inline(always)]
    fn write_u8(&mut self, _: u8) {
        // What the standard library puts behind a text to part it from the next one: each name is hashed alone.
    }

    #[inline(always)]
    fn finish(&self) -> u64 {
        // The table looks at the lowest bits and at the seven highest.
        self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ self.0
    }
}

/// A number that equal texts share: FNV-1a of how long the text is and how it begins. Descriptions are long, and what
/// shares a number is compared anyway.
pub fn fingerprint(text: &str) -> u64 {
    let step = |hash: u64, byte: u64| (hash ^ byte).wrapping_mul(0x0100_0000_01b3);
    text.bytes().take(16).map(u64::from).fold(step(0xcbf2_9ce4_8422_2325, text.len() as u64), step)
}

/// The things under each name, both in the order in which they came.
pub fn by_name<'a, T>(things: impl IntoIterator<Item = (Cow<'a, str>, T)>) -> Vec<(Cow<'a, str>, Vec<T>)> {
    grouped(&mut things.into_iter())
}

/// One loop for all iterators of a type.
fn grouped<'a, T>(things: &mut dyn Source<Item = (Cow<'a, str>, T)>) -> Vec<(Cow<'a, str>, Vec<T>)> {
    let mut names = Names::default();
    let mut groups: Vec<(Cow<'a, str>, Vec<T>)> = Vec::new();
    while let Some((name, thing)) = things.give() {
        let number = names.number(name.clone());
        match groups.get_mut(number) {
            Some((_, group)) => group.push(thing),
            None => add(&mut groups, (name, vec![thing])),
        }
    }
    groups
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
    fn things_of_one_name_come_together() {
        let groups = by_name([("b", 1), ("a", 2), ("b", 3)].map(|(name, thing)| (name.into(), thing)));
        assert_eq!(groups, [("b".into(), vec![1, 3]), ("a".into(), vec![2])]);
    }
}
