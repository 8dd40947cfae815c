//! From a draft to its text.

use super::{Content, Draft, NONE, Part};
use crate::convert::places::{Place, Places};
use crate::json::encode;
use crate::text::Span;

/// An array of scalars stays on one line where it takes no more bytes than these.
const SHORT: usize = 80;

const INDENT: &str = "  ";

/// The text of a [`Draft`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Written {
    /// JSON, a member or item a line, with a line end behind the last.
    pub text: String,
    /// Where each part of it comes from.
    pub places: Places,
    /// Where each part stands in it, by the part's number; nothing where it stands nowhere.
    spans: Vec<Option<Span>>,
}

impl Written {
    /// Where `part` stands in the text, with its name.
    pub fn span(&self, part: Part) -> Option<Span> {
        *self.spans.get(part.0 as usize)?
    }
}

impl Draft {
    /// Writes the document.
    pub fn write(&self) -> Written {
        let mut writer =
            Writer { draft: self, out: String::new(), places: Vec::new(), spans: vec![None; self.nodes.len()] };
        writer.run();
        writer.out.push('\n');
        Written { text: writer.out, places: Places::new(writer.places), spans: writer.spans }
    }
}

/// A container that is being written.
struct Open {
    id: u32,
    /// Where its entry began: with its name.
    from: u32,
    /// Where its place stands in the list.
    place: usize,
    next: u32,
    on_one_line: bool,
}

struct Writer<'d> {
    draft: &'d Draft,
    out: String,
    places: Vec<Place>,
    spans: Vec<Option<Span>>,
}

impl Writer<'_> {
    fn run(&mut self) {
        let mut open: Vec<Open> = Vec::new();
        let mut at = 0;
        loop {
            if let Some(opened) = self.begin(at) {
                open.push(opened);
            }
            // The next value is the next child of the innermost container that has one left.
            loop {
                let depth = open.len();
                let Some(top) = open.last_mut() else { return };
                if top.next == NONE {
                    let Some(top) = open.pop() else { return };
                    self.end(&top, depth - 1);
                    continue;
                }
                at = top.next;
                let node = self.draft.node(Part(at));
                top.next = node.next;
                if node.previous != NONE {
                    self.out.push(',');
                }
                match top.on_one_line {
                    true if node.previous != NONE => self.out.push(' '),
                    true => {}
                    false => self.new_line(depth),
                }
                break;
            }
        }
    }

    /// Writes the name, and the value or its opening bracket: then the container is given.
    fn begin(&mut self, id: u32) -> Option<Open> {
        let node = self.draft.node(Part(id));
        let from = self.here();
        let place = self.places.len();
        if let Some(origin) = node.origin.value.or(node.origin.name) {
            let whole = node.origin.name.map_or(origin, |name| name.cover(origin));
            self.places.push(Place { span: Span::empty(from), origin: whole });
        }
        if let Some(name) = &node.name {
            self.out.push_str(&encode(name));
            if let Some(origin) = node.origin.name {
                self.places.push(Place { span: Span::new(from, self.here()), origin });
            }
            self.out.push_str(": ");
        }
        let value_from = self.here();
        let value_place = self.places.len();
        if let (Some(_), Some(origin)) = (&node.name, node.origin.value) {
            self.places.push(Place { span: Span::empty(value_from), origin });
        }
        match &node.content {
            Content::Null => self.out.push_str("null"),
            Content::Boolean(value) => self.out.push_str(if *value { "true" } else { "false" }),
            Content::Number(digits) => self.out.push_str(digits),
            Content::String(text) => self.out.push_str(&encode(text)),
            Content::Array if node.count == 0 => self.out.push_str("[]"),
            Content::Object if node.count == 0 => self.out.push_str("{}"),
            container => {
                self.out.push(if *container == Content::Array { '[' } else { '{' });
                return Some(Open { id, from, place, next: node.first, on_one_line: self.is_short(id) });
            }
        }
        self.close(id, from, place, value_place);
        None
    }

    fn end(&mut self, open: &Open, depth: usize) {
        if !open.on_one_line {
            self.new_line(depth);
        }
        let node = self.draft.node(Part(open.id));
        self.out.push(if node.content == Content::Array { ']' } else { '}' });
        let has_whole = node.origin.value.or(node.origin.name).is_some();
        let has_name = node.name.is_some() && node.origin.name.is_some();
        self.close(open.id, open.from, open.place, open.place + usize::from(has_whole) + usize::from(has_name));
    }

    /// Says where what was begun at byte `from` ends: here.
    fn close(&mut self, id: u32, from: u32, place: usize, value_place: usize) {
        let end = self.here();
        if let Some(span) = self.spans.get_mut(id as usize) {
            *span = Some(Span::new(from, end));
        }
        let node = self.draft.node(Part(id));
        if node.origin.value.or(node.origin.name).is_some() {
            self.end_place(place, end);
        }
        if node.name.is_some() && node.origin.value.is_some() {
            self.end_place(value_place, end);
        }
    }

    fn end_place(&mut self, place: usize, end: u32) {
        if let Some(place) = self.places.get_mut(place) {
            place.span.end = end;
        }
    }

    fn is_short(&self, id: u32) -> bool {
        let mut length = 0;
        self.draft.is_array(Part(id))
            && self.draft.items(Part(id)).all(|item| {
                length += 2 + match self.draft.content(item) {
                    Content::Array | Content::Object => SHORT,
                    Content::String(text) => text.len() + 2,
                    Content::Number(digits) => digits.len(),
                    Content::Null | Content::Boolean(_) => 4,
                };
                length <= SHORT
            })
    }

    fn new_line(&mut self, depth: usize) {
        self.out.push('\n');
        (0..depth).for_each(|_| self.out.push_str(INDENT));
    }

    fn here(&self) -> u32 {
        self.out.len() as u32
    }
}
