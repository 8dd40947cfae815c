//! What stands for those nodes of a tree whose text is damaged.

use crate::text::{Span, add};

/// The JSON text that stands for each damaged node once it is repaired: one string for all of them.
#[derive(Default)]
pub(super) struct Meanings {
    text: String,
    /// Each node with where its part of the string begins, sorted by node.
    parts: Vec<(u32, u32)>,
}

impl Meanings {
    /// Says what stands for a node. Nodes come in their order.
    pub(super) fn add(&mut self, node: u32, meaning: &str) {
        add(&mut self.parts, (node, self.text.len() as u32));
        self.text.push_str(meaning);
    }

    /// What stands for a node; empty for one that is not damaged.
    pub(super) fn of(&self, node: u32) -> &str {
        match self.parts.binary_search_by_key(&node, |part| part.0) {
            Ok(at) => {
                let end = self.parts.get(at + 1).map_or(self.text.len() as u32, |next| next.1);
                self.parts.get(at).map_or("", |part| Span::new(part.1, end).of(&self.text))
            }
            Err(_) => "",
        }
    }
}
