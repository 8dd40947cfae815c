//! What a pattern looks for, as a program that goes through a text once.

/// Programs do not become longer than this.
const MOST: usize = 4_000;

/// One step of a program. Distances are counted from the step itself.
#[derive(Clone, Copy, Debug)]
pub(super) enum Op {
    /// Reads one character: one that one of the next steps allows, or none of them does. So many steps belong to it.
    OneOf { is_negated: bool, steps: usize },
    /// From this character to that one.
    Range(char, char),
    /// What is in one of these ranges, or in none of them.
    Class(&'static [(char, char)], bool),
    /// What it means depends on the reader.
    Unknown,
    /// Goes on there.
    Jump(isize),
    /// Goes on with the next step, and there as well.
    Fork(isize),
    /// Goes on at the start of the text.
    Start,
    /// Goes on at the end of the text.
    End,
    /// Goes on where a word begins or ends, or where none does.
    Boundary(bool),
}

pub(super) const DIGITS: &[(char, char)] = &[('0', '9')];
pub(super) const WORD: &[(char, char)] = &[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')];
pub(super) const LINE_ENDS: &[(char, char)] = &[('\n', '\n'), ('\r', '\r'), ('\u{2028}', '\u{2029}')];
pub(super) const SPACES: &[(char, char)] = &[
    ('\t', '\r'),
    (' ', ' '),
    ('\u{a0}', '\u{a0}'),
    ('\u{1680}', '\u{1680}'),
    ('\u{2000}', '\u{200a}'),
    ('\u{2028}', '\u{2029}'),
    ('\u{202f}', '\u{202f}'),
    ('\u{205f}', '\u{205f}'),
    ('\u{3000}', '\u{3000}'),
    ('\u{feff}', '\u{feff}'),
];

impl Op {
    /// Whether it allows that character.
    fn allows(self, character: char) -> bool {
        match self {
            Op::Range(first, last) => (first..=last).contains(&character),
            Op::Class(ranges, is_negated) => is_within(character, ranges) != is_negated,
            _ => false,
        }
    }
}

fn is_within(character: char, ranges: &[(char, char)]) -> bool {
    ranges.iter().any(|(first, last)| (*first..=*last).contains(&character))
}

/// The steps so far; empty and without effect once it is not certain what a pattern means.
#[derive(Debug, Default)]
pub(super) struct Program {
    steps: Vec<Op>,
    is_unknown: bool,
}

impl Program {
    /// Where the next step will stand.
    pub(super) fn end(&self) -> usize {
        self.steps.len()
    }

    /// Says that it is not certain what the pattern means.
    pub(super) fn give_up(&mut self) {
        self.is_unknown = true;
        self.steps.clear();
    }

    /// Adds a step.
    pub(super) fn push(&mut self, op: Op) {
        self.insert(self.end(), op);
    }

    fn insert(&mut self, at: usize, op: Op) {
        if matches!(op, Op::Unknown) || self.end() >= MOST {
            self.give_up();
        }
        if !self.is_unknown {
            self.steps.insert(at, op);
        }
    }

    /// Ends what reads one character, and began there.
    pub(super) fn close(&mut self, start: usize) {
        let end = self.end();
        if let Some(Op::OneOf { steps, .. }) = self.steps.get_mut(start) {
            *steps = end - start - 1;
        }
    }

    /// Makes two ways of what stands from `start` on, and of what stands from `middle` on.
    pub(super) fn either(&mut self, start: u32, middle: Option<u32>) {
        let Some(middle) = middle.filter(|_| !self.is_unknown) else { return };
        let (start, middle) = (start as usize, middle as usize);
        self.insert(middle, Op::Jump(distance(self.end() - middle) + 1));
        self.insert(start, Op::Fork(distance(middle - start) + 2));
    }

    /// Repeats what stands from `start` on.
    pub(super) fn repeat(&mut self, start: usize, least: u32, most: u32) {
        if self.is_unknown {
            return;
        }
        let atom = self.steps.split_off(start);
        let length = atom.len() + 1;
        let is_open = most == u32::MAX;
        let copies = if is_open { least.saturating_add(1) } else { most };
        if length.saturating_mul(copies as usize) > MOST {
            return self.give_up();
        }
        for copy in 0..copies {
            if copy >= least {
                let left = if is_open { 1 } else { copies - copy };
                self.push(Op::Fork(distance(length * left as usize) + isize::from(is_open)));
            }
            for op in &atom {
                self.push(*op);
            }
        }
        if is_open {
            self.push(Op::Jump(-distance(length)));
        }
    }

    /// Whether it finds what it looks for in the text; none where it does not know, or not with so many steps.
    pub(super) fn run(&self, text: &str, budget: &mut usize) -> Option<bool> {
        if self.is_unknown {
            return None;
        }
        // For each step the position at which it was last taken.
        let mut taken = vec![usize::MAX; self.end()];
        let mut pending = Vec::new();
        let mut next = Vec::new();
        let mut before = None;
        let mut characters = text.chars();
        for position in 0..=text.len() {
            let after = characters.next();
            // What is looked for may begin anywhere.
            pending.push(0);
            while let Some(at) = pending.pop() {
                let (Some(op), Some(last)) = (self.steps.get(at), taken.get_mut(at)) else { return Some(true) };
                if std::mem::replace(last, position) == position {
                    continue;
                }
                *budget = budget.checked_sub(1)?;
                let goes_on = match *op {
                    Op::OneOf { is_negated, steps } => {
                        *budget = budget.checked_sub(steps)?;
                        let mut of = self.steps.iter().skip(at + 1).take(steps);
                        if after.is_some_and(|character| of.any(|op| op.allows(character)) != is_negated) {
                            next.push(at + 1 + steps);
                        }
                        false
                    }
                    Op::Jump(distance) => {
                        pending.push(at.wrapping_add_signed(distance));
                        false
                    }
                    Op::Fork(distance) => {
                        pending.push(at.wrapping_add_signed(distance));
                        true
                    }
                    Op::Start => before.is_none(),
                    Op::End => after.is_none(),
                    Op::Boundary(is_wanted) => {
                        let is_word = |side: Option<char>| side.is_some_and(|side| is_within(side, WORD));
                        (is_word(before) != is_word(after)) == is_wanted
                    }
                    Op::Range(..) | Op::Class(..) | Op::Unknown => false,
                };
                if goes_on {
                    pending.push(at + 1);
                }
            }
            std::mem::swap(&mut pending, &mut next);
            before = after;
            if after.is_none() {
                break;
            }
        }
        Some(false)
    }
}

/// A distance forwards. Programs are short.
fn distance(steps: usize) -> isize {
    steps.try_into().unwrap_or_default()
}
