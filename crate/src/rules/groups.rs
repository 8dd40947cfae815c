//! Things of the same name: what the rules share that say once what stands in many places.

use std::borrow::Cow;
use std::collections::HashMap;

/// The names that were met, numbered from 0 in the order in which they first came.
///
/// All rules use this one table, so that the wasm holds the code of one.
#[derive(Default)]
pub(super) struct Names<'a>(HashMap<Cow<'a, str>, u32>);

impl<'a> Names<'a> {
    /// The number of a name; a new one where the name is new.
    pub(super) fn number(&mut self, name: Cow<'a, str>) -> usize {
        let next = self.0.len() as u32;
        *self.0.entry(name).or_insert(next) as usize
    }

    /// Whether the name was met.
    pub(super) fn contains(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Whether no name was met.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> FromIterator<Cow<'a, str>> for Names<'a> {
    fn from_iter<I: IntoIterator<Item = Cow<'a, str>>>(names: I) -> Self {
        let mut numbered = Self::default();
        for name in names {
            numbered.number(name);
        }
        numbered
    }
}

/// The things under each name, both in the order in which they came.
pub(super) fn by_name<'a, T>(things: impl IntoIterator<Item = (Cow<'a, str>, T)>) -> Vec<(Cow<'a, str>, Vec<T>)> {
    let mut names = Names::default();
    let mut groups: Vec<(Cow<'a, str>, Vec<T>)> = Vec::new();
    for (name, thing) in things {
        let number = names.number(name.clone());
        match groups.get_mut(number) {
            Some((_, group)) => group.push(thing),
            None => groups.push((name, vec![thing])),
        }
    }
    groups
}
