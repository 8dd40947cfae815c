//! Circles in which schemas lead back to themselves.

use crate::json::Value;
use crate::openapi::{Document, Typed};
use crate::text::Gather;

/// The schemas of a document, references left out, and which of them leads to which.
pub(super) struct Graph<'a> {
    /// In the order of the text.
    pub(super) schemas: Vec<Value<'a>>,
    /// For each schema those that it leads to, by their positions.
    targets: Vec<Vec<usize>>,
}

/// The circles of a graph, each of which is told once: where one of its leads is taken away, it may be open.
pub(super) struct Circles {
    /// For each schema the circle that it is in, by number; none where no way leads back to it.
    of: Vec<Option<usize>>,
    is_told: Vec<bool>,
}

impl Circles {
    /// Whether a lead between the two is a part of a circle.
    pub(super) fn has(&self, from: usize, to: usize) -> bool {
        let circle_of = |at: usize| self.of.get(at).copied().flatten();
        circle_of(from).is_some() && circle_of(from) == circle_of(to)
    }

    /// Whether the circle that such a lead is a part of was not told so far; from now on, it is.
    pub(super) fn tell(&mut self, from: usize, to: usize) -> bool {
        let circle = self.of.get(from).copied().flatten().filter(|_| self.has(from, to));
        let is_told = circle.and_then(|circle| self.is_told.get_mut(circle));
        is_told.is_some_and(|is_told| !std::mem::replace(is_told, true))
    }
}

impl<'a> Graph<'a> {
    /// The schemas without any lead.
    pub(super) fn new(document: &Document<'a>) -> Self {
        Self::over(document.typed().filter(Typed::is_schema).map(|schema| schema.value).gathered())
    }

    /// Any other parts of a document without any lead.
    pub(super) fn over(schemas: Vec<Value<'a>>) -> Self {
        let targets = vec![Vec::new(); schemas.len()];
        Graph { schemas, targets }
    }

    /// Which of the schemas `value` is, or the one that it refers to; none where no other stands in that, as in most.
    pub(super) fn position(&self, document: &Document<'a>, value: Value<'a>) -> Option<usize> {
        let leads_on = |schema: &Value<'_>| !["properties", "items", "allOf"].iter().all(|key| schema.lacks(key));
        let schema = document.resolve(value).filter(leads_on)?;
        self.schemas.binary_search_by_key(&schema.index(), |schema| schema.index()).ok()
    }

    /// Says that one schema leads to another.
    pub(super) fn lead(&mut self, from: usize, to: usize) {
        if let Some(targets) = self.targets.get_mut(from) {
            targets.push(to);
        }
    }

    /// Which schemas are in a circle. Two are in the same one where each leads to the other. Takes time in
    /// proportion to the number of leads (Tarjan, 1972).
    pub(super) fn circles(&self) -> Circles {
        let mut states = vec![State::default(); self.schemas.len()];
        let mut open: Vec<usize> = Vec::new();
        let mut met = 0;
        for start in 0..self.schemas.len() {
            if self.target(start, 0).is_none() {
                continue;
            }
            // Each step: a schema, and how many of its leads were followed.
            let mut path = vec![(start, 0)];
            while let Some((at, followed)) = path.pop() {
                let Some(mut state) = states.get(at).copied() else { continue };
                match followed {
                    0 if state.order > 0 => continue,
                    0 => {
                        met += 1;
                        state = State { order: met, lowest: met, is_open: true, circle: None };
                        open.push(at);
                    }
                    _ => {
                        let reached =
                            self.target(at, followed - 1).and_then(|to| states.get(to)).filter(|to| to.is_open);
                        state.lowest = reached.map_or(state.lowest, |to| state.lowest.min(to.lowest));
                    }
                }
                if let Some(to) = self.target(at, followed) {
                    path.extend([(at, followed + 1), (to, 0)]);
                } else if state.lowest == state.order {
                    let members = open.split_off(open.iter().rposition(|other| *other == at).unwrap_or(open.len()));
                    let is_circle = members.len() > 1 || self.leads_to_itself(at);
                    for member in members.into_iter().filter(|member| *member != at) {
                        if let Some(other) = states.get_mut(member) {
                            *other = State { is_open: false, circle: Some(at), ..*other };
                        }
                    }
                    state = State { is_open: false, circle: is_circle.then_some(at), ..state };
                }
                if let Some(current) = states.get_mut(at) {
                    *current = state;
                }
            }
        }
        Circles { is_told: vec![false; states.len()], of: states.iter().map(|state| state.circle).gathered() }
    }

    fn target(&self, from: usize, position: usize) -> Option<usize> {
        self.targets.get(from)?.get(position).copied()
    }

    fn leads_to_itself(&self, at: usize) -> bool {
        self.targets.get(at).is_some_and(|targets| targets.contains(&at))
    }
}

/// What is known of a schema while the circles are looked for.
#[derive(Clone, Copy, Default)]
struct State {
    /// As the how-many-th it was met; 0 where it was not yet.
    order: usize,
    /// The first one of the schemas on the way that it leads back to.
    lowest: usize,
    /// Whether it may still turn out to be in a circle with what is met next.
    is_open: bool,
    circle: Option<usize>,
}

#[cfg(test)]
mod tests {
    use super::Graph;

    #[track_caller]
    fn assert_circles(leads: &[&[usize]], expected: &[Option<usize>]) {
        let tree = crate::json::parse("{}");
        let nothing = tree.root().unwrap();
        let graph =
            Graph { schemas: vec![nothing; leads.len()], targets: leads.iter().map(|to| to.to_vec()).collect() };
        assert_eq!(graph.circles().of, expected, "{leads:?}");
    }

    #[test]
    fn circles_are_told_from_what_leads_into_them() {
        assert_circles(&[&[0]], &[Some(0)]);
        assert_circles(&[&[1], &[2], &[]], &[None, None, None]);
        assert_circles(&[&[1], &[2, 3], &[1], &[]], &[None, Some(1), Some(1), None]);
        assert_circles(&[&[1], &[0, 2], &[3], &[2]], &[Some(0), Some(0), Some(2), Some(2)]);
        assert_circles(&[&[1, 2], &[3], &[3], &[0, 0]], &[Some(0), Some(0), Some(0), Some(0)]);
        assert_circles(&[&[1, 1], &[]], &[None, None]);
    }
}
