//! Where a value stands in a document, as a JSON Pointer (RFC 6901).

use std::borrow::Cow;
use std::fmt::Write as _;

use super::Positions;
use super::tree::{Kind, Tree};

impl Tree<'_> {
    pub(super) fn pointer(&self, mut id: u32, positions: &mut Positions) -> String {
        let mut steps = Vec::new();
        while id != 0 {
            let node = self.node(id);
            if node.kind == Kind::Name {
                steps.push(Step::Name(self.decoded(id)));
            } else if let Some(position) = self.value(id).and_then(|value| positions.of(value)) {
                steps.push(Step::Index(position));
            }
            id = node.parent;
        }
        let mut pointer = String::new();
        let length = |step: &Step<'_>| if let Step::Name(name) = step { name.len() } else { 0 };
        if steps.iter().map(length).sum::<usize>() > POINTER_LIMIT {
            return pointer;
        }
        for step in steps.iter().rev() {
            pointer.push('/');
            match step {
                Step::Index(index) => {
                    let _ = write!(pointer, "{index}");
                }
                Step::Name(name) => push_pointer_step(&mut pointer, name),
            }
        }
        pointer
    }
}

enum Step<'a> {
    Name(Cow<'a, str>),
    Index(usize),
}

/// The names on the way to a value are written out up to so many bytes: an answer must not hold hundreds of times what
/// one line of a text can hold.
const POINTER_LIMIT: usize = 10_000;

/// Appends a member's name as a JSON Pointer writes it (RFC 6901, section 3).
fn push_pointer_step(pointer: &mut String, name: &str) {
    let mut rest = name;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'~' | b'/')) {
        pointer.push_str(rest.get(..at).unwrap_or_default());
        pointer.push_str(if rest.get(at..).is_some_and(|rest| rest.starts_with('~')) { "~0" } else { "~1" });
        rest = rest.get(at + 1..).unwrap_or_default();
    }
    pointer.push_str(rest);
}
