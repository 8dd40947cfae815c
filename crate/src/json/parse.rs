//! From a text to its tree: straight where the text is sound, by way of its repaired text where it is not.

use super::meanings::Meanings;
use super::node::Node;
use super::recover;
use super::repair::Repair;
use super::repairs::Repairs;
use super::strict::{self, Refusal};
use super::syntax::{SyntaxError, SyntaxKind};
use super::tree::{Kind, Tree};
use crate::text::{Span, in_order, sorted};

/// Parses `text`, whatever it is.
///
/// The tree is the one of the text after the repairs of [`Tree::errors`], told in spans of the text before them.
/// There is no root where the text cannot be read as JSON at all, or is nested deeper than [`super::DEPTH_LIMIT`].
pub fn parse(text: &str) -> Tree<'_> {
    match strict::parse(text) {
        Ok(nodes) => Tree { text, nodes, meanings: Meanings::default(), errors: Vec::new() },
        Err(Refusal::TooDeep(at)) => unreadable(text, too_deep(at)),
        Err(Refusal::Unsound(at)) => repaired(text, at),
    }
}

fn too_deep(at: u32) -> SyntaxError {
    SyntaxError::new(SyntaxKind::TooDeep, Span::new(at, at + 1), Vec::new())
}

fn unreadable(text: &str, error: SyntaxError) -> Tree<'_> {
    Tree { text, nodes: Vec::new(), meanings: Meanings::default(), errors: vec![error] }
}

/// The tree of an unsound text. `at` is where the parser of sound JSON gave up.
fn repaired(text: &str, at: u32) -> Tree<'_> {
    let mut errors = recover::recover(text);
    drop_overlapping(&mut errors);
    let repairs = Repairs::of(&errors);
    let repaired = repairs.apply(text);
    let mut tree = Tree { text, nodes: Vec::new(), meanings: Meanings::default(), errors: Vec::new() };
    let mut evident = Vec::new();
    match strict::parse(&repaired) {
        Ok(nodes) => {
            evident = recover::evident(&errors, text, &nodes, &repaired, &repairs);
            adopt(&mut tree, nodes, &repaired, &repairs);
        }
        Err(Refusal::TooDeep(_)) if errors.is_empty() => return unreadable(text, too_deep(at)),
        Err(_) if errors.is_empty() => {
            let end = text.get(at as usize..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            let span = Span::new(at, at + end as u32);
            return unreadable(text, SyntaxError::new(SyntaxKind::StrayCharacter, span, Vec::new()));
        }
        Err(_) => {}
    }
    for index in evident {
        if let Some(error) = errors.get_mut(index) {
            error.is_evident = true;
        }
    }
    tree.errors = in_order(errors, |error| error.span.order());
    tree
}

/// An error whose repair wants a byte that an earlier one has loses it: then all repairs are one step.
fn drop_overlapping(errors: &mut [SyntaxError]) {
    let mut wanted: Vec<(u64, u32)> = Vec::with_capacity(errors.iter().map(|error| error.repair.len()).sum());
    for (index, error) in (0..).zip(&*errors) {
        wanted.extend(error.repair.iter().map(|edit| (edit.span.order(), index)));
    }
    let mut end = 0;
    for (order, index) in sorted(wanted) {
        let (start, behind) = ((order >> 32) as u32, order as u32);
        if start >= end {
            end = behind;
        } else if let Some(error) = errors.get_mut(index as usize) {
            error.repair = Repair::None;
        }
    }
}

/// Takes the nodes of the repaired text over, with their spans brought back to the text as it is.
fn adopt(tree: &mut Tree<'_>, nodes: Vec<Node>, repaired: &str, repairs: &Repairs<'_>) {
    tree.nodes = nodes;
    for (id, node) in (0..).zip(&mut tree.nodes) {
        let there = node.span;
        let start = repairs.start_before(there.start);
        node.span = Span::new(start, repairs.end_before(there.end).max(start));
        if !matches!(node.kind, Kind::Object | Kind::Array) && node.span.of(tree.text) != there.of(repaired) {
            node.marks |= Node::DAMAGED;
            tree.meanings.add(id, there.of(repaired));
        }
    }
}
