//! Lists in the order of the text.

use super::Span;

impl Span {
    /// A number that rises with the place: by its start, then by its end.
    pub const fn order(self) -> u64 {
        (self.start as u64) << 32 | self.end as u64
    }
}

/// The items by rising `key`; those of equal keys stay in their order.
///
/// All lists are sorted here, by numbers: each type that the standard library sorts for itself adds 4 to 8 KB to the
/// wasm, and there are a dozen.
#[must_use]
pub fn in_order<T>(items: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    let mut order: Vec<(u64, u32)> = items.iter().map(key).zip(0..).collect();
    if order.is_sorted() {
        return items;
    }
    order.sort_unstable();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|(_, index)| items.get_mut(index as usize)?.take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        let words = vec!["bb", "a", "dd", "c", "eee", ""];
        assert_eq!(in_order(words, |word| word.len() as u64), ["", "a", "c", "bb", "dd", "eee"]);
    }
}
