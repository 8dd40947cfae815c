//! A text with blanks to be filled in, and a first value for each type.

use crate::json::encode;
use crate::openapi::vocabulary::{Format, Key, Object, ObjectKind, Type};
use crate::text::{Gather, Span};

/// A text with blanks. A line end is followed by one tab for each level that the line is indented by.
#[derive(Clone, Debug, Default)]
pub(super) struct Insertion {
    text: String,
    blanks: Vec<Span>,
}

/// Objects in objects are written out so far.
const DEEPEST: usize = 3;

impl Insertion {
    /// `text` as a string of JSON.
    pub(super) fn string(text: &str) -> Self {
        Self { text: encode(text), blanks: Vec::new() }
    }

    /// `text` as it is.
    pub(super) fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), blanks: Vec::new() }
    }

    /// A member: its name and a first value of that type.
    pub(super) fn member(name: &str, ty: &'static Type) -> Self {
        let mut insertion = Self::string(name);
        insertion.push(": ");
        insertion.value(name, ty, 0);
        insertion
    }

    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// A blank in which `text` stands at first.
    pub(super) fn blank(&mut self, text: &str) {
        let start = self.text.len() as u32;
        self.text.push_str(text);
        self.blanks.push(Span::new(start, start + text.len() as u32));
    }

    fn line(&mut self, level: usize) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n('\t', level));
    }

    /// A first value of that type, of the key `name`.
    pub(super) fn value(&mut self, name: &str, ty: &'static Type, level: usize) {
        match ty {
            Type::Any => self.blank(""),
            Type::Text | Type::Formatted(_) => self.quoted(first_text(name, ty)),
            Type::Boolean | Type::True => self.blank("true"),
            Type::Number | Type::PositiveNumber | Type::Count => self.blank("1"),
            Type::OneOfNumbers(allowed) => self.blank(allowed.first().copied().unwrap_or("1")),
            Type::OneOf([only]) => self.push(&encode(only)),
            Type::OneOf(_) => self.quoted(""),
            Type::List { item: Type::Object(object) | Type::ObjectOrReference(object), .. } => {
                self.push("[");
                self.line(level + 1);
                self.object(object, level + 1);
                self.line(level);
                self.push("]");
            }
            Type::List { item: Type::Any, .. } => {
                self.push("[");
                self.blank("");
                self.push("]");
            }
            Type::List { .. } => {
                self.push("[");
                self.quoted(first_item(name));
                self.push("]");
            }
            Type::Object(object) | Type::ObjectOrReference(object) => self.object(object, level),
            Type::AnyOf(types) => match types.first() {
                Some(first) => self.value(name, first, level),
                None => self.blank(""),
            },
        }
    }

    fn quoted(&mut self, text: &str) {
        self.push("\"");
        self.blank(text);
        self.push("\"");
    }

    /// An object with the keys that it needs.
    fn object(&mut self, object: &'static Object, level: usize) {
        let required: Vec<&'static Key> = object.keys().filter(|key| key.required).gathered();
        self.push("{");
        self.line(level + 1);
        if object.kind == ObjectKind::Responses && level < DEEPEST {
            self.push("\"200\": {");
            self.line(level + 2);
            self.push("\"description\": ");
            self.quoted("Success");
            self.line(level + 1);
            self.push("}");
        } else if required.is_empty() || level >= DEEPEST {
            self.blank("");
        }
        for (position, key) in required.iter().take(if level < DEEPEST { usize::MAX } else { 0 }).enumerate() {
            if position > 0 {
                self.push(",");
                self.line(level + 1);
            }
            self.push(&encode(key.name));
            self.push(": ");
            self.value(key.name, &key.value, level + 1);
        }
        self.line(level);
        self.push("}");
    }

    /// The text with `lead` before it and `trail` behind it, each level indented by `unit`; and its blanks.
    pub(super) fn written(&self, lead: &str, unit: &str, trail: &str) -> (String, Vec<Span>) {
        let mut written = lead.to_owned();
        let mut blanks = self.blanks.clone();
        let mut is_indentation = false;
        for (at, character) in self.text.char_indices() {
            let here = written.len() as u32;
            for (blank, own) in blanks.iter_mut().zip(&self.blanks) {
                if own.start as usize == at {
                    blank.start = here;
                }
                if own.end as usize == at {
                    blank.end = here;
                }
            }
            is_indentation = character == '\n' || (is_indentation && character == '\t');
            if is_indentation && character == '\t' {
                written.push_str(unit);
            } else {
                written.push(character);
            }
        }
        let end = written.len() as u32;
        for (blank, own) in blanks.iter_mut().zip(&self.blanks) {
            if own.start as usize == self.text.len() {
                blank.start = end;
            }
            if own.end as usize == self.text.len() {
                blank.end = end;
            }
        }
        written.push_str(trail);
        (written, blanks)
    }
}

fn first_text(name: &str, ty: &Type) -> &'static str {
    match (name, ty) {
        (_, Type::Formatted(Format::Url)) => "https://",
        (_, Type::Formatted(Format::BasePath)) => "/",
        ("version", _) => "1.0.0",
        _ => "",
    }
}

fn first_item(name: &str) -> &'static str {
    match name {
        "schemes" => "https",
        "consumes" | "produces" => "application/json",
        _ => "",
    }
}
