//! Schemas that would consist of themselves: a variant that was taken may lead back to where it was taken.

use std::collections::{HashMap, HashSet};

use super::{Job, words};
use crate::convert::draft::Part;
use crate::text::Span;

/// A step from a definition to one that it consists of.
#[derive(Clone, Copy)]
struct Step {
    to: usize,
    /// The schema that is only that reference.
    by: Part,
    /// Whether a choice of variants has put it there: such a step is given up first.
    is_chosen: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    New,
    Open,
    Done,
}

/// A walk along the steps, which finds those that must go.
struct Walk<'s> {
    steps: &'s [Vec<Step>],
    marks: Vec<Mark>,
    /// The definitions from the first to where the walk is, each with the number of its next step.
    way: Vec<(usize, usize)>,
    given_up: HashSet<Part>,
    order: Vec<Part>,
}

impl Job<'_> {
    /// Takes out each reference by which a definition consists of itself.
    pub(super) fn break_circles(&mut self) {
        let draft = &self.work.draft;
        let Some(definitions) = draft.get(draft.root(), "definitions") else { return };
        let parts: Vec<Part> = draft.members(definitions).map(|(_, part)| part).collect();
        let numbers: HashMap<&str, usize> = draft.members(definitions).map(|(name, _)| name).zip(0..).collect();
        let steps: Vec<Vec<Step>> = parts.iter().map(|&part| self.steps(part, &numbers)).collect();
        let mut walk = Walk {
            steps: &steps,
            marks: vec![Mark::New; parts.len()],
            way: Vec::new(),
            given_up: HashSet::new(),
            order: Vec::new(),
        };
        for start in 0..parts.len() {
            if walk.marks.get(start) == Some(&Mark::New) {
                walk.from(start, &mut self.budget);
            }
        }
        for part in walk.order {
            self.take_out(part);
        }
    }

    fn steps(&self, definition: Part, numbers: &HashMap<&str, usize>) -> Vec<Step> {
        let draft = &self.work.draft;
        let mut steps = Vec::new();
        let mut left = vec![definition];
        while let Some(part) = left.pop() {
            let name = draft.get_text(part, "$ref").and_then(|target| target.strip_prefix("#/definitions/"));
            if let Some(&to) = name.and_then(|name| numbers.get(name)) {
                steps.push(Step { to, by: part, is_chosen: self.chosen.contains(&part) });
            }
            left.extend(draft.get(part, "allOf").into_iter().flat_map(|all| draft.items(all)));
        }
        steps
    }

    fn take_out(&mut self, part: Part) {
        let draft = &mut self.work.draft;
        let origin = draft.origin_of(part).value.unwrap_or(Span::empty(0));
        if let Some(reference) = draft.get(part, "$ref") {
            draft.remove(reference);
        }
        self.work.remark(super::RemarkKind::Lost, words::CIRCLE.0, words::CIRCLE.1, origin, Some(part));
    }
}

impl Walk<'_> {
    fn from(&mut self, start: usize, budget: &mut usize) {
        self.enter(start);
        while let Some((at, number)) = self.way.last_mut() {
            let at = *at;
            let Some(&step) = self.steps.get(at).and_then(|own| own.get(*number)) else {
                self.mark(at, Mark::Done);
                self.way.pop();
                continue;
            };
            *number += 1;
            if self.given_up.contains(&step.by) {
                continue;
            }
            match self.marks.get(step.to) {
                Some(Mark::New) => self.enter(step.to),
                Some(Mark::Open) => self.close(step, budget),
                _ => {}
            }
        }
    }

    fn enter(&mut self, at: usize) {
        self.mark(at, Mark::Open);
        self.way.push((at, 0));
    }

    fn mark(&mut self, at: usize, mark: Mark) {
        if let Some(own) = self.marks.get_mut(at) {
            *own = mark;
        }
    }

    /// `step` closes a circle: it goes, or one before it that was only chosen.
    fn close(&mut self, step: Step, budget: &mut usize) {
        let length = self.way.len();
        let can_look = *budget >= length;
        *budget = budget.saturating_sub(length);
        let back = self.way.iter().rposition(|(at, _)| can_look && *at == step.to);
        let from = back.unwrap_or(length);
        let earlier = (from..length.saturating_sub(1)).find_map(|place| {
            let (at, number) = *self.way.get(place)?;
            let taken = *self.steps.get(at)?.get(number.checked_sub(1)?)?;
            taken.is_chosen.then_some((place, taken))
        });
        match earlier.filter(|_| !step.is_chosen) {
            Some((place, taken)) => {
                self.give_up(taken.by);
                for (at, _) in self.way.split_off(place + 1) {
                    self.mark(at, Mark::New);
                }
            }
            None => self.give_up(step.by),
        }
    }

    fn give_up(&mut self, part: Part) {
        if self.given_up.insert(part) {
            self.order.push(part);
        }
    }
}
