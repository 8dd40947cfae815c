//! Where the parts of a converted text come from.

use crate::text::{Span, in_order};

/// A stretch of a converted text, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The stretch, in byte offsets of the converted text.
    pub span: Span,
    /// Where it comes from, in byte offsets of the original.
    pub origin: Span,
}

/// The way back from a converted text to its original.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// By their beginning, the larger first: they lie in each other or apart.
    list: Vec<Place>,
    /// For each place, the number of the smallest that it lies in; its own where it lies in none.
    around: Vec<u32>,
}

impl Places {
    /// Takes stretches that lie in each other or apart.
    pub fn new(list: Vec<Place>) -> Self {
        let list = in_order(list, |place| u64::from(place.span.start) << 32 | u64::from(u32::MAX - place.span.end));
        let mut around = Vec::with_capacity(list.len());
        let mut open: Vec<u32> = Vec::new();
        for (id, place) in (0..).zip(&list) {
            while let Some(&last) = open.last() {
                match list.get(last as usize) {
                    Some(outer) if outer.span.contains(place.span) => break,
                    _ => open.pop(),
                };
            }
            around.push(open.last().copied().unwrap_or(id));
            open.push(id);
        }
        Self { list, around }
    }

    /// The stretches by their beginning, of two that begin together the larger first.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Place> {
        self.list.iter()
    }

    /// Where `span` of the converted text comes from: the origin of the smallest place around it.
    pub fn origin(&self, span: Span) -> Option<Span> {
        let behind = self.list.partition_point(|place| place.span.start <= span.start);
        let mut id = u32::try_from(behind.checked_sub(1)?).ok()?;
        loop {
            let place = self.list.get(id as usize)?;
            if place.span.contains(span) {
                return Some(place.origin);
            }
            let around = *self.around.get(id as usize)?;
            if around == id {
                return None;
            }
            id = around;
        }
    }

    /// The way back where the original was itself converted, by the way that `earlier` leads back.
    #[must_use]
    pub fn through(mut self, earlier: &Places) -> Self {
        for place in &mut self.list {
            place.origin = earlier.origin(place.origin).unwrap_or_default();
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(from: u32, to: u32, origin: u32) -> Place {
        Place { span: Span::new(from, to), origin: Span::empty(origin) }
    }

    #[test]
    fn the_smallest_place_around_a_span_leads_back() {
        let places = Places::new(vec![place(0, 100, 1), place(10, 20, 2), place(12, 14, 3), place(30, 40, 4)]);
        let origin = |from, to| places.origin(Span::new(from, to)).map(|origin| origin.start);
        assert_eq!(origin(12, 13), Some(3));
        assert_eq!(origin(12, 15), Some(2));
        assert_eq!(origin(15, 16), Some(2));
        assert_eq!(origin(25, 26), Some(1));
        assert_eq!(origin(25, 35), Some(1));
        assert_eq!(origin(90, 101), None);
    }

    #[test]
    fn two_ways_back_are_one() {
        let earlier = Places::new(vec![place(0, 50, 7)]);
        let both = Places::new(vec![place(0, 10, 5)]).through(&earlier);
        assert_eq!(both.origin(Span::new(1, 2)), Some(Span::empty(7)));
    }
}
