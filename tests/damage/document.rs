//! Sound documents to damage, in the layouts in which people have them, and their tokens.

use serde_json::Value as Json;
use xtension_checker::text::Span;

/// What the tokens of a sound document are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    Open,
    Close,
    Comma,
    Colon,
    Name,
    Text,
    Number,
    Literal,
}

/// A token of a sound document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) what: What,
    pub(crate) span: Span,
}

/// A sound document and its tokens.
pub(crate) struct Document {
    pub(crate) text: String,
    pub(crate) tokens: Vec<Token>,
}

impl Document {
    pub(crate) fn new(text: String) -> Self {
        let tokens = tokens(&text);
        Self { text, tokens }
    }

    /// Whether nothing but white space stands before byte `at` on its line.
    pub(crate) fn begins_line(&self, at: u32) -> bool {
        let line = self.text[..at as usize].rsplit('\n').next().unwrap_or_default();
        at as usize > line.len() && line.trim().is_empty()
    }

    /// The white space with which the line of byte `at` begins.
    pub(crate) fn indentation(&self, at: u32) -> &str {
        let line = self.text[..at as usize].rsplit('\n').next().unwrap_or_default();
        &line[..line.len() - line.trim_start().len()]
    }
}

/// How a document is laid out.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Layout {
    /// A line for each member and item, indented by this unit, with this line end.
    Lines(&'static str, &'static str),
    /// Lists of short items and short objects on one line each.
    Compact,
    OneLine,
    Minified,
}

pub(crate) const LAYOUTS: [Layout; 6] = [
    Layout::Lines("  ", "\n"),
    Layout::Lines("    ", "\r\n"),
    Layout::Lines("\t", "\n"),
    Layout::Compact,
    Layout::OneLine,
    Layout::Minified,
];

/// The documents in all layouts.
pub(crate) fn documents() -> Vec<(Layout, Document)> {
    let sources = [include_str!("../../www/samples/correct.json"), TICKETS];
    let values: Vec<Json> = sources.iter().map(|source| serde_json::from_str(source).unwrap()).collect();
    let lay_out = |layout| values.iter().map(move |value| (layout, Document::new(print(value, layout))));
    LAYOUTS.into_iter().flat_map(lay_out).collect()
}

/// Texts, names and numbers that are hard to repair when they are damaged.
const TICKETS: &str = r##"{
  "swagger": "2.0",
  "info": {
    "title": "Tickets",
    "version": "1.0",
    "description": "Opens, reads and closes tickets.\nSay \"urgent\", and it is.\n\tSee: https://tickets.example.com/help (in English)."
  },
  "host": "{{host}}",
  "basePath": "/api",
  "schemes": ["https", "http"],
  "x-key": "<your key>",
  "x-region": "${region}",
  "x-contact": "O'Brien & Sons, Dublin",
  "securityDefinitions": {
    "key": { "type": "apiKey", "in": "header", "name": "X-Api-Key" }
  },
  "security": [{ "key": [] }],
  "paths": {
    "/tickets/{id}": {
      "get": {
        "operationId": "getTicket",
        "summary": "Get a ticket",
        "description": "The ticket's number: see the first page, \"Tickets\", of [the list](https://tickets.example.com/list).",
        "parameters": [
          { "name": "id", "in": "path", "required": true, "type": "string", "pattern": "^\\d{3}-\\w+$" },
          { "name": "weight", "in": "query", "type": "number", "minimum": 0.5, "maximum": 1.5, "default": 1 },
          { "name": "folder", "in": "query", "type": "string", "default": "C:\\Orders\\Open", "x-nullable": false },
          { "name": "count", "in": "query", "type": "integer", "maximum": 2000, "minimum": -1, "x-example": null }
        ],
        "responses": {
          "200": { "description": "The ticket", "schema": { "$ref": "#/definitions/Ticket" } },
          "404": { "description": "No such ticket; ask for another, or give up" }
        }
      }
    },
    "/tickets": {
      "post": {
        "operationId": "addTicket",
        "summary": "Add a ticket",
        "parameters": [
          { "name": "body", "in": "body", "required": true, "schema": { "$ref": "#/definitions/Ticket" } }
        ],
        "responses": { "201": { "description": "Added" } }
      }
    }
  },
  "definitions": {
    "Ticket": {
      "type": "object",
      "required": ["id", "state"],
      "properties": {
        "id": { "type": "string", "description": "A \"number\" such as T-1" },
        "state": { "type": "string", "enum": ["open", "on hold", "closed"], "default": "open" },
        "tags": { "type": "array", "items": { "type": "string" }, "example": ["a", ["b", 3.25], {}] },
        "size": { "type": "integer", "example": 31 },
        "closed": { "type": "boolean", "example": true }
      },
      "example": {
        "id": "T-1",
        "state": "open"
      }
    }
  }
}"##;

fn print(value: &Json, layout: Layout) -> String {
    let mut text = String::new();
    print_value(value, layout, "", &mut text);
    if matches!(layout, Layout::Lines(..) | Layout::Compact) {
        text.push_str(if matches!(layout, Layout::Lines(_, "\r\n")) { "\r\n" } else { "\n" });
    }
    text
}

/// How long an object or list may be to stand on one line in [`Layout::Compact`].
const SHORT: usize = 90;

fn print_value(value: &Json, layout: Layout, indentation: &str, text: &mut String) {
    let children: Vec<(String, &Json)> = match value {
        Json::Object(members) => members.iter().map(|(name, value)| (Json::from(&**name).to_string(), value)).collect(),
        Json::Array(items) => items.iter().map(|item| (String::new(), item)).collect(),
        scalar => return text.push_str(&scalar.to_string()),
    };
    let [open, close] = if value.is_object() { ["{", "}"] } else { ["[", "]"] };
    if children.is_empty() {
        text.push_str(open);
        return text.push_str(close);
    }
    let (unit, line_end) = match layout {
        Layout::Lines(unit, line_end) => (unit, line_end),
        Layout::Compact => {
            let start = text.len();
            print_value(value, Layout::OneLine, "", text);
            if text.len() - start <= SHORT {
                return;
            }
            text.truncate(start);
            ("  ", "\n")
        }
        Layout::OneLine | Layout::Minified => ("", ""),
    };
    let colon = if matches!(layout, Layout::Minified) { ":" } else { ": " };
    let blank = match layout {
        Layout::OneLine if value.is_object() => " ",
        _ => "",
    };
    let inner = format!("{indentation}{unit}");
    text.push_str(open);
    for (index, (name, child)) in children.iter().enumerate() {
        if index > 0 {
            text.push_str(if matches!(layout, Layout::OneLine) { ", " } else { "," });
        } else {
            text.push_str(blank);
        }
        if !line_end.is_empty() {
            text.push_str(line_end);
            text.push_str(&inner);
        }
        if !name.is_empty() {
            text.push_str(name);
            text.push_str(colon);
        }
        print_value(child, layout, &inner, text);
    }
    if line_end.is_empty() {
        text.push_str(blank);
    } else {
        text.push_str(line_end);
        text.push_str(indentation);
    }
    text.push_str(close);
}

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        at += 1;
        let what = match bytes[start] {
            b'{' | b'[' => What::Open,
            b'}' | b']' => What::Close,
            b',' => What::Comma,
            b':' => What::Colon,
            b'"' => {
                while bytes[at] != b'"' {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                at += 1;
                if text[at..].trim_start().starts_with(':') { What::Name } else { What::Text }
            }
            byte if byte.is_ascii_whitespace() => continue,
            byte => {
                while at < bytes.len() && (bytes[at].is_ascii_alphanumeric() || b".+-".contains(&bytes[at])) {
                    at += 1;
                }
                if byte.is_ascii_alphabetic() { What::Literal } else { What::Number }
            }
        };
        tokens.push(Token { what, span: Span::new(start as u32, at as u32) });
    }
    tokens
}
