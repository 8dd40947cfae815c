//! Lists in the order of the text.

use std::collections::BinaryHeap;

use super::{Gather, Span};

impl Span {
    /// A number that rises with the place: by its start, then by its end.
    pub const fn order(self) -> u64 {
        (self.start as u64) << 32 | self.end as u64
    }
}

/// The items by rising `key`; those of equal keys stay in their order.
///
/// All lists are sorted here, by numbers, and all but two closures is the same code for all of them: each type that the
/// standard library sorts for itself adds 4 to 8 KB to the wasm, and there are a dozen.
#[must_use]
pub fn in_order<T>(items: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    ordered(items, &key)
}

fn ordered<T>(mut items: Vec<T>, key: &dyn Fn(&T) -> u64) -> Vec<T> {
    // Most lists are in order, and then nothing is made to find that out.
    if items.is_sorted_by_key(key) {
        return items;
    }
    put(sorted(items.iter().map(key).zip(0..).gathered()), &mut |one, other| items.swap(one, other));
    items
}

/// The numbers, rising. Nothing is made for that.
pub fn sorted<T: Ord>(numbers: Vec<T>) -> Vec<T> {
    // Slices are sorted faster, by ten times the code.
    BinaryHeap::from(numbers).into_sorted_vec()
}

/// Puts each item into its place, circle by circle. `order` has, for each place, which item goes there.
fn put(mut order: Vec<(u64, u32)>, swap: &mut dyn FnMut(usize, usize)) {
    for first in 0..order.len() {
        let mut place = first;
        while let Some((_, entry)) = order.get_mut(place) {
            let from = std::mem::replace(entry, place as u32) as usize;
            if from == first {
                break;
            }
            swap(place, from);
            place = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        let words = vec!["bb", "a", "dd", "c", "eee", ""];
        assert_eq!(in_order(words, |word| word.len() as u64), ["", "a", "c", "bb", "dd", "eee"]);
    }

    #[test]
    fn every_order_of_a_few_is_sorted() {
        for seed in 0..5_u64.pow(5) {
            let keys: Vec<u64> = (0..5).map(|digit| seed / 5_u64.pow(digit) % 5).collect();
            let mut sorted: Vec<(u64, usize)> = keys.iter().copied().zip(0..).collect();
            sorted.sort_unstable();
            assert_eq!(in_order(keys.into_iter().zip(0..).collect(), |(key, _)| *key), sorted);
        }
    }
}
