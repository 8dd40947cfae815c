//! From a text to its tree: straight where the text is sound, by way of its repaired text where it is not.

use super::node::Node;
use super::recover;
use super::strict::{self, Refusal};
use super::syntax::{SyntaxError, SyntaxKind};
use super::tree::{Kind, Tree};
use crate::text::{Edit, Edits, Gather, Span, in_order};

/// Parses `text`, whatever it is.
///
/// The tree is the one of the text after the repairs of [`Tree::errors`], told in spans of the text before them.
/// There is no root where the text cannot be read as JSON at all, or is nested deeper than [`super::DEPTH_LIMIT`].
pub fn parse(text: &str) -> Tree<'_> {
    match strict::parse(text) {
        Ok(nodes) => Tree { text, nodes, meanings: Vec::new(), errors: Vec::new() },
        Err(Refusal::TooDeep(at)) => unreadable(text, too_deep(at)),
        Err(Refusal::Unsound(at)) => repaired(text, at),
    }
}

fn too_deep(at: u32) -> SyntaxError {
    SyntaxError::new(SyntaxKind::TooDeep, Span::new(at, at + 1), Vec::new())
}

fn unreadable(text: &str, error: SyntaxError) -> Tree<'_> {
    Tree { text, nodes: Vec::new(), meanings: Vec::new(), errors: vec![error] }
}

/// The tree of an unsound text. `at` is where the parser of sound JSON gave up.
fn repaired(text: &str, at: u32) -> Tree<'_> {
    let mut errors = recover::recover(text);
    let edits = all_repairs(&mut errors);
    let mut tree = Tree { text, nodes: Vec::new(), meanings: Vec::new(), errors };
    let repaired = edits.apply(text);
    match strict::parse(&repaired) {
        Ok(nodes) => {
            recover::weigh(&mut tree.errors, text, &nodes, &repaired, &edits);
            adopt(&mut tree, nodes, &repaired, &edits);
        }
        Err(Refusal::TooDeep(_)) if tree.errors.is_empty() => return unreadable(text, too_deep(at)),
        Err(_) if tree.errors.is_empty() => {
            let end = text.get(at as usize..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            let span = Span::new(at, at + end as u32);
            return unreadable(text, SyntaxError::new(SyntaxKind::StrayCharacter, span, Vec::new()));
        }
        Err(_) => {}
    }
    tree.errors = in_order(tree.errors, |error| error.span.order());
    tree
}

/// Every repair as one step. An error whose repair wants a byte that an earlier one has loses it.
fn all_repairs(errors: &mut [SyntaxError]) -> Edits {
    let mut wanted: Vec<(Span, usize)> = Vec::new();
    for (index, error) in errors.iter().enumerate() {
        wanted.extend(error.repair.iter().map(|edit| (edit.span, index)));
    }
    let mut end = 0;
    for (span, index) in in_order(wanted, |(span, _)| span.order()) {
        if span.start >= end {
            end = span.end;
        } else if let Some(error) = errors.get_mut(index) {
            error.repair.clear();
        }
    }
    Edits::new(errors.iter().flat_map(|error| error.repair.iter().cloned()).gathered()).unwrap_or_default()
}

/// Takes the nodes of the repaired text over, with their spans brought back to the text as it is.
fn adopt(tree: &mut Tree<'_>, nodes: Vec<Node>, repaired: &str, edits: &Edits) {
    let map = Map { edits: edits.as_slice(), after: edits.inserted().map(|(span, _)| span).gathered() };
    tree.nodes = nodes;
    for (id, node) in (0..).zip(&mut tree.nodes) {
        let there = node.span;
        node.span = Span::new(map.start(there.start), map.end(there.end).max(map.start(there.start)));
        if !matches!(node.kind, Kind::Object | Kind::Array) && node.span.of(tree.text) != there.of(repaired) {
            node.marks |= Node::DAMAGED;
            tree.meanings.push((id, there.of(repaired).to_owned()));
        }
    }
}

/// From offsets of a text after edits to offsets of the text before them.
struct Map<'e> {
    edits: &'e [Edit],
    /// For each edit, where what it inserts begins and ends in the text after.
    after: Vec<Span>,
}

impl Map<'_> {
    /// Where something begins that begins at `at` in the text after: behind what an edit took away there.
    fn start(&self, at: u32) -> u32 {
        self.back(at, self.after.partition_point(|after| after.start <= at), |after| at < after.end, |edit| edit.start)
    }

    /// Where something ends that ends at `at` in the text after: before what an edit took away there.
    fn end(&self, at: u32) -> u32 {
        self.back(at, self.after.partition_point(|after| after.start < at), |after| at <= after.end, |edit| edit.end)
    }

    fn back(&self, at: u32, edits: usize, within: impl Fn(Span) -> bool, edge: impl Fn(Span) -> u32) -> u32 {
        let Some(index) = edits.checked_sub(1) else { return at };
        match (self.after.get(index), self.edits.get(index)) {
            (Some(&after), Some(edit)) if within(after) => edge(edit.span),
            (Some(after), Some(edit)) => at - after.end + edit.span.end,
            _ => at,
        }
    }
}
