//! The parser of sound JSON (RFC 8259): it builds the tree, or says where it cannot go on.
//!
//! A document that it takes never meets the repairs, so what is valid here is valid without exception.

use super::node::{NONE, Node, digest};
use super::tree::Kind;
use crate::text::{Eight, Span};

/// How many brackets may be open at once. Real documents stay below 50.
pub const DEPTH_LIMIT: usize = 256;

/// Up to so many names of an object are compared each with each.
const FEW: usize = 12;

/// Why a text is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is not JSON from this byte offset on.
    Unsound(u32),
    /// More than [`DEPTH_LIMIT`] brackets are open at this byte offset.
    TooDeep(u32),
}

/// The nodes of `text` in pre-order.
pub(super) fn parse(text: &str) -> Result<Vec<Node>, Refusal> {
    let mut parser =
        Parser { bytes: text.as_bytes(), at: 0, nodes: Vec::with_capacity(text.len() / 16 + 1), open: Vec::new() };
    parser.document()?;
    Ok(parser.nodes)
}

/// An object or array whose end is not read yet.
struct Open {
    node: u32,
    /// Its last child so far.
    last: u32,
    /// How many names it has so far; more than there are bits where one of them may be any.
    names: u32,
}

struct Parser<'t> {
    bytes: &'t [u8],
    at: usize,
    nodes: Vec<Node>,
    open: Vec<Open>,
}

impl Parser<'_> {
    fn document(&mut self) -> Result<(), Refusal> {
        loop {
            // Here a value begins; `value` says whether it left an object or array open in which another one follows.
            if !self.value()? && !self.close_what_ends()? {
                self.white_space();
                return if self.at == self.bytes.len() { Ok(()) } else { Err(self.refuse()) };
            }
        }
    }

    /// Reads a scalar, an empty container, or the beginning of a filled one; `true` for the last.
    fn value(&mut self) -> Result<bool, Refusal> {
        self.white_space();
        let start = self.at;
        let kind = match self.peek() {
            Some(b'{') => return self.container(Kind::Object, b'}'),
            Some(b'[') => return self.container(Kind::Array, b']'),
            Some(b'"') => {
                let marks = self.string()?;
                self.add(start, Kind::String, marks);
                return Ok(false);
            }
            Some(b't') => self.word(b"true", Kind::Boolean)?,
            Some(b'f') => self.word(b"false", Kind::Boolean)?,
            Some(b'n') => self.word(b"null", Kind::Null)?,
            _ => self.number()?,
        };
        self.add(start, kind, 0);
        Ok(false)
    }

    fn container(&mut self, kind: Kind, closer: u8) -> Result<bool, Refusal> {
        let start = self.at;
        if self.open.len() >= DEPTH_LIMIT {
            return Err(Refusal::TooDeep(start as u32));
        }
        let node = self.add(start, kind, 0);
        self.at += 1;
        self.white_space();
        if self.peek() == Some(closer) {
            self.at += 1;
            self.end(node);
            return Ok(false);
        }
        if let Some(node) = self.nodes.get_mut(node as usize) {
            node.marks |= Node::FILLED;
        }
        self.open.push(Open { node, last: NONE, names: 0 });
        if kind == Kind::Object {
            self.name()?;
        }
        Ok(true)
    }

    /// After a value: reads closers until a comma says that another value follows. `false` once the root is closed.
    fn close_what_ends(&mut self) -> Result<bool, Refusal> {
        while let Some(open) = self.open.last() {
            let Open { node, names, .. } = *open;
            let is_object = self.nodes.get(node as usize).is_some_and(|node| node.kind == Kind::Object);
            self.white_space();
            match self.peek() {
                Some(b',') => {
                    self.at += 1;
                    if is_object {
                        self.name()?;
                    }
                    return Ok(true);
                }
                Some(b'}') if is_object => {}
                Some(b']') if !is_object => {}
                _ => return Err(self.refuse()),
            }
            self.at += 1;
            self.open.pop();
            self.end(node);
            if is_object
                && self.are_distinct(node, names)
                && let Some(object) = self.nodes.get_mut(node as usize)
            {
                object.marks |= Node::DISTINCT;
            }
        }
        Ok(false)
    }

    /// Whether the names of an object are certainly all different: that is seen at its bits, or else by comparing each with
    /// each where they are few.
    fn are_distinct(&self, object: u32, names: u32) -> bool {
        if self.nodes.get(object as usize).is_some_and(|object| object.digest.count_ones() == names) {
            return true;
        }
        if names as usize > FEW {
            return false;
        }
        let mut digests = [0; FEW];
        let mut id = object + 1;
        for count in 0..names as usize {
            let Some(name) = self.nodes.get(id as usize) else { return false };
            if digests.iter().take(count).any(|digest| *digest == name.digest) {
                return false;
            }
            if let Some(digest) = digests.get_mut(count) {
                *digest = name.digest;
            }
            id = name.next;
        }
        true
    }

    /// Reads a member's name and its colon.
    fn name(&mut self) -> Result<(), Refusal> {
        self.white_space();
        let start = self.at;
        if self.peek() != Some(b'"') {
            return Err(self.refuse());
        }
        let marks = self.string()?;
        let id = self.add(start, Kind::Name, marks);
        let digest = digest(self.bytes.get(start + 1..self.at - 1).unwrap_or_default());
        // What an escaped name says is not known yet: it may be any.
        let (bits, names) = if marks & Node::ESCAPED == 0 { (Node::bit(digest), 1) } else { (u16::MAX, u16::BITS + 1) };
        if let Some(name) = self.nodes.get_mut(id as usize) {
            name.digest = digest;
        }
        if let Some(open) = self.open.last_mut() {
            open.names = open.names.saturating_add(names);
            if let Some(object) = self.nodes.get_mut(open.node as usize) {
                object.digest |= bits;
            }
        }
        self.white_space();
        self.expect(b':')
    }

    /// Adds a node from byte `start` to here, as the value of the name read last or as the last child of what is open.
    #[inline(always)]
    fn add(&mut self, start: usize, kind: Kind, marks: u8) -> u32 {
        let id = self.nodes.len() as u32;
        if self.nodes.len() == self.nodes.capacity() {
            self.make_room();
        }
        let mut parent = NONE;
        let name = self.nodes.last().is_some_and(|last| last.kind == Kind::Name && last.marks & Node::FILLED == 0);
        if name && kind != Kind::Name {
            parent = id - 1;
            if let Some(name) = self.nodes.last_mut() {
                name.marks |= Node::FILLED;
            }
        } else if let Some(open) = self.open.last_mut() {
            parent = open.node;
            let last = std::mem::replace(&mut open.last, id);
            if last != NONE
                && let Some(last) = self.nodes.get_mut(last as usize)
            {
                last.next = id;
            }
        }
        self.nodes.push(Node {
            span: Span::new(start as u32, self.at as u32),
            parent,
            next: NONE,
            kind,
            marks,
            digest: 0,
        });
        id
    }

    /// Makes room for all nodes that can still come, and no more: twice what there is, as a vector has it, would be
    /// larger than all else that a check needs. A bracket, comma or colon stands before each, and it takes two bytes.
    #[cold]
    fn make_room(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let marks = rest.iter().filter(|byte| matches!(byte, b'{' | b'[' | b',' | b':')).count();
        self.nodes.reserve_exact(marks.min(rest.len() / 2) + 1);
    }

    #[inline(always)]
    fn end(&mut self, node: u32) {
        if let Some(node) = self.nodes.get_mut(node as usize) {
            node.span.end = self.at as u32;
        }
    }

    fn refuse(&self) -> Refusal {
        Refusal::Unsound(self.at as u32)
    }

    #[inline(always)]
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    #[inline(always)]
    fn expect(&mut self, byte: u8) -> Result<(), Refusal> {
        if self.peek() == Some(byte) {
            self.at += 1;
            return Ok(());
        }
        Err(self.refuse())
    }

    #[inline(always)]
    fn white_space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
            while Eight::at(self.bytes, self.at) == Some(Eight::BLANK) {
                self.at += 8;
            }
        }
    }

    fn word(&mut self, word: &[u8], kind: Kind) -> Result<Kind, Refusal> {
        if !self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(word)) {
            return Err(self.refuse());
        }
        self.at += word.len();
        Ok(kind)
    }

    /// Reads a string from its opening to its closing quote; what comes back are its [`Node`] marks.
    #[inline(always)]
    fn string(&mut self) -> Result<u8, Refusal> {
        let mut marks = 0;
        self.at += 1;
        loop {
            if let Some(eight) = Eight::at(self.bytes, self.at) {
                let plain = eight.plain();
                if eight.has_non_ascii(plain) {
                    marks |= Node::NOT_ASCII;
                }
                self.at += plain as usize;
                if plain == 8 {
                    continue;
                }
            }
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(marks);
                }
                Some(b'\\') => {
                    marks |= Node::ESCAPED;
                    self.escape()?;
                }
                None | Some(0..0x20) => return Err(self.refuse()),
                Some(byte) => {
                    if !byte.is_ascii() {
                        marks |= Node::NOT_ASCII;
                    }
                    self.at += 1;
                }
            }
        }
    }

    fn escape(&mut self) -> Result<(), Refusal> {
        let length = match self.bytes.get(self.at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => 2,
            Some(b'u') => 6,
            _ => return Err(self.refuse()),
        };
        let digits = self.bytes.get(self.at + 2..self.at + length).ok_or_else(|| self.refuse())?;
        if !digits.iter().all(u8::is_ascii_hexdigit) {
            return Err(self.refuse());
        }
        self.at += length;
        Ok(())
    }

    fn number(&mut self) -> Result<Kind, Refusal> {
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(Kind::Number)
    }

    fn digits(&mut self) -> Result<(), Refusal> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at == start { Err(self.refuse()) } else { Ok(()) }
    }
}
