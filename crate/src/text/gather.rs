//! Lists of what an iterator gives.

/// An iterator whose items are gathered in a list: one loop for all lists of a type, where [`Iterator::collect`] has
/// several for each chain of adapters.
pub trait Gather: Iterator {
    /// A list of the items, as [`Iterator::collect`] makes it.
    fn gathered(self) -> Vec<Self::Item>;
}

impl<I: Iterator> Gather for I {
    fn gathered(mut self) -> Vec<I::Item> {
        all(&mut self)
    }
}

fn all<T>(source: &mut dyn Source<Item = T>) -> Vec<T> {
    let mut list = Vec::new();
    while let Some(item) = source.give() {
        add(&mut list, item);
    }
    list
}

/// From how many items on a list grows by a quarter.
const LONG: usize = 4096;

/// Adds an item to a list that may become as long as the text. Where a vector is full it takes twice its memory, of which
/// half may stay empty, and has three times that while its items move; this takes a quarter more.
#[inline]
pub fn add<T>(list: &mut Vec<T>, item: T) {
    if list.len() == list.capacity() && list.len() >= LONG {
        list.reserve_exact(list.len() / 4);
    }
    list.push(item);
}

/// An iterator behind `dyn`. What [`Iterator`] itself has there are four functions for each, of which one is called.
pub(super) trait Source {
    type Item;

    fn give(&mut self) -> Option<Self::Item>;
}

impl<I: Iterator> Source for I {
    type Item = I::Item;

    fn give(&mut self) -> Option<I::Item> {
        self.next()
    }
}
