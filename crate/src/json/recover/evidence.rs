//! Whether the way in which a text is laid out bears the repair of its brackets out.

use std::borrow::Cow;

use super::source::Source;
use crate::json::node::{NONE, Node};
use crate::json::repairs::Repairs;
use crate::json::syntax::{SyntaxError, SyntaxKind};
use crate::json::tree::Kind;
use crate::text::{Edit, Gather, Names, Span};

/// Of how many errors this is asked. Where there are more, nothing is evident.
const LIMIT: usize = 20;

/// Which errors about brackets have the only repair that goes with the lines around them, by their positions in the list.
///
/// `nodes` are those of the text after `repairs`, those of all errors of `text`.
pub(in crate::json) fn evident(
    errors: &[SyntaxError],
    text: &str,
    nodes: &[Node],
    repaired: &str,
    repairs: &Repairs<'_>,
) -> Vec<usize> {
    let about_brackets = |error: &SyntaxError| error.is_about_brackets(text);
    let count = errors.iter().filter(|error| about_brackets(error)).count();
    let is_left_of_conflict = |error: &SyntaxError| error.kind == SyntaxKind::MergeConflict && error.related.is_none();
    let has_marks = errors.iter().any(is_left_of_conflict);
    let is_invented = errors.iter().any(|error| error.kind == SyntaxKind::MissingName);
    if !has_marks && (count == 0 || count > LIMIT || is_invented) {
        return Vec::new();
    }
    let witness = Witness { source: Source::new(repaired), nodes, repairs, is_only: count == 1 };
    // Two versions of one thing would have the same names.
    let is_one_version = has_marks && !nodes.iter().enumerate().any(|(id, node)| witness.repeats_name(id, node));
    let is_readable = count <= LIMIT && !is_invented;
    let is_evident = |error: &SyntaxError| {
        is_one_version && is_left_of_conflict(error)
            || is_readable && about_brackets(error) && witness.bears_out(error, text, errors)
    };
    errors.iter().enumerate().filter(|(_, error)| is_evident(error)).map(|(index, _)| index).gathered()
}

/// The repaired text.
struct Witness<'t> {
    source: Source<'t>,
    nodes: &'t [Node],
    repairs: &'t Repairs<'t>,
    /// Nothing else is wrong with the brackets.
    is_only: bool,
}

impl Witness<'_> {
    fn bears_out(&self, error: &SyntaxError, text: &str, errors: &[SyntaxError]) -> bool {
        let Some(first) = error.repair.first() else { return false };
        match (error.kind, error.repair.len()) {
            _ if matches!(error.span.of(text), "(" | ")") => true,
            (SyntaxKind::TextAfter, _) | (SyntaxKind::MissingBraces, 2..) => false,
            // Where a bracket stands, only of the wrong kind, or twice, its place is no guess.
            (SyntaxKind::WrongCloser, _) | (SyntaxKind::WrongOpener, 1) | (SyntaxKind::StrayCharacter, 2)
                if self.is_only =>
            {
                true
            }
            (SyntaxKind::SurplusCloser, _) if self.is_only && self.is_behind_all(first) => true,
            (SyntaxKind::MissingCloser, _) if self.is_cut_off(error, first, errors) => false,
            _ => error.repair.iter().all(|edit| self.fits(edit, text)),
        }
    }

    /// Where the edit is in the repaired text.
    fn place(&self, edit: &Edit) -> Option<Span> {
        let Repairs { edits, after } = self.repairs;
        let first = edits.partition_point(|other| other.span.order() < edit.span.order());
        let same = edits.iter().zip(after).skip(first).take_while(|(other, _)| other.span == edit.span);
        same.filter(|(other, _)| **other == edit).last().map(|(_, place)| *place)
    }

    /// Whether nothing that means anything is left behind it.
    fn is_behind_all(&self, edit: &Edit) -> bool {
        let root_end = self.nodes.first().map_or(0, |root| root.span.end);
        self.place(edit).is_some_and(|place| place.start >= root_end)
    }

    /// Whether the text ends where closing brackets are missing, and more than the last one is.
    fn is_cut_off(&self, error: &SyntaxError, edit: &Edit, errors: &[SyntaxError]) -> bool {
        let end = self.place(edit).map_or(0, |place| place.end as usize);
        let is_end = self.source.get(end..).is_none_or(|rest| rest.trim().is_empty());
        let count = error.repair.iter().map(|edit| edit.insert.matches(['}', ']']).count()).sum::<usize>();
        let is_alone = |other: &SyntaxError| other == error || other.span.end < error.span.start;
        is_end && (count > 1 || !errors.iter().all(is_alone))
    }

    /// Whether all lines that have to do with the edit are indented as their brackets say.
    fn fits(&self, edit: &Edit, text: &str) -> bool {
        let Some(place) = self.place(edit) else { return false };
        let rest = self.source.get(place.end as usize..).unwrap_or_default().trim_start_matches([' ', '\t', ',']);
        let ends_line = rest.is_empty() || rest.starts_with(['\n', '\r']) || edit.insert.ends_with('\n');
        if !ends_line || self.is_one_of_several(edit, place, text) {
            return false;
        }
        let touches = |span: Span| span.start < place.end.max(place.start + 1) && span.end >= place.start;
        let holders = self.nodes.iter().enumerate();
        let mut holders = holders.filter(|(_, node)| matches!(node.kind, Kind::Object | Kind::Array));
        let has_lines = self.nodes.first().is_some_and(|root| self.lines(0, root) == Some(true));
        has_lines
            && holders.all(|(id, node)| {
                let is_closed_here = place.start < node.span.end && node.span.end <= place.end;
                !touches(node.span)
                    || !self.repeats_name(id, node)
                        && self.lines(id, node).is_some_and(|lines| lines || !is_closed_here || self.is_plain(id, node))
            })
    }

    /// Whether a name stands twice in the object: two of them were made one.
    fn repeats_name(&self, id: usize, node: &Node) -> bool {
        let mut names = Names::default();
        node.kind == Kind::Object
            && self.children(id).any(|child| !names.insert(Cow::Borrowed(child.span.of(&self.source))))
    }

    /// Whether nothing in an object or array could as well stand behind it: what is in there holds one thing each.
    fn is_plain(&self, id: usize, node: &Node) -> bool {
        let inside =
            self.nodes.iter().enumerate().skip(id + 1).take_while(|(_, inner)| inner.span.start < node.span.end);
        inside.into_iter().all(|(id, inner)| inner.kind == Kind::Name || self.children(id).nth(1).is_none())
    }

    /// Whether the closing bracket that goes is not the only one on its line that could.
    fn is_one_of_several(&self, edit: &Edit, place: Span, text: &str) -> bool {
        let gone = edit.span.of(text);
        if gone.is_empty() || gone.contains('\n') || self.source.begins_line(place.start) {
            return false;
        }
        let before = self.source.get(..place.start as usize).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        line.trim_end_matches([' ', '\t', '}', ']']).contains(['}', ']'])
    }

    /// Whether an object or array has lines of its own; none where they are not indented as they should be, or where
    /// it has none and its brackets could as well be elsewhere on its line.
    fn lines(&self, id: usize, node: &Node) -> Option<bool> {
        let outer = self.source.indentation(node.span.start);
        let mut inner = None;
        for child in self.children(id) {
            if !self.source.begins_line(child.span.start) {
                continue;
            }
            let indentation = self.source.indentation(child.span.start);
            if indentation <= outer || *inner.get_or_insert(indentation) != indentation {
                return None;
            }
        }
        let closer = node.span.end.saturating_sub(1);
        if self.source.begins_line(closer) && self.source.indentation(closer) != outer {
            return None;
        }
        Some(inner.is_some())
    }

    fn children(&self, id: usize) -> impl Iterator<Item = &Node> {
        let is_filled = self.nodes.get(id).is_some_and(|node| node.marks & Node::FILLED != 0);
        let first = if is_filled { self.nodes.get(id + 1) } else { None };
        std::iter::successors(first, |child| match child.next {
            NONE => None,
            next => self.nodes.get(next as usize),
        })
    }
}
