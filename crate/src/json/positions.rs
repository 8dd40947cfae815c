//! Which item of an array a value is, for one value after another.

use super::tree::{Kind, Value};

/// Knows where it stopped counting in the arrays that it was asked about last: a list with a mistake in each of its
/// items is counted through once.
#[derive(Debug, Default)]
pub struct Positions(Vec<Counted>);

#[derive(Clone, Copy, Debug)]
struct Counted {
    array: u32,
    item: u32,
    position: usize,
}

/// So many arrays stand in each other at most where somebody counts.
const MOST: usize = 16;

impl Positions {
    /// Which item of the array that it is in `value` is, from 0; none where it is in none.
    pub(super) fn of(&mut self, value: Value<'_>) -> Option<usize> {
        let array = value.parent().filter(|parent| parent.kind() == Kind::Array)?;
        let (index, item) = (array.index(), value.index());
        let known = self.0.iter().position(|one| one.array == index);
        let from = known.and_then(|known| self.0.get(known)).copied().filter(|known| known.item <= item);
        let start = from.and_then(|from| array.tree().value(from.item)).or_else(|| array.items().next());
        let behind = std::iter::successors(start, |item| item.next_item());
        let position = from.map_or(0, |from| from.position) + behind.take_while(|other| *other != value).count();
        let counted = Counted { array: index, item, position };
        let is_full = self.0.len() == MOST;
        match known.and_then(|known| self.0.get_mut(known)) {
            Some(known) => *known = counted,
            None if is_full => self.0 = vec![counted],
            None => self.0.push(counted),
        }
        Some(position)
    }
}

#[cfg(test)]
mod tests {
    use super::Positions;
    use crate::json::parse;

    #[test]
    fn items_are_counted_in_any_order() {
        let tree = parse("[[], [1, 2, 3], {\"a\": [4, 5]}, 6]");
        let mut positions = Positions::default();
        let mut of = |pointer: &str| positions.of(tree.values().find(|value| value.pointer() == pointer).unwrap());
        let pointers = ["/1/2", "/1/0", "/2", "/2/a/1", "/2/a/1", "/0", "/3", "/2/a", ""];
        let places = [Some(2), Some(0), Some(2), Some(1), Some(1), Some(0), Some(3), None, None];
        assert_eq!(pointers.map(&mut of), places);
    }
}
