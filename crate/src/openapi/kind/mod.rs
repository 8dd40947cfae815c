//! What a text is, where it is not meant to be an OpenAPI 2.0 document in JSON.
//!
//! Told by its keys where it is JSON, broken or not, and by how it is written where it is none. A document of OpenAPI 2.0
//! is never taken for something else, whatever is wrong with it.

mod fragment;
mod keys;
mod table;
mod written;

pub use self::fragment::Fragment;
pub use self::keys::wrapped;
pub use self::table::KINDS;
use crate::json::{self, Kind, Member, SyntaxKind, Tree, Value};
use crate::text::Span;

/// A kind of text that Nintex cannot import.
#[derive(Debug, PartialEq, Eq)]
pub struct OtherKind {
    /// Its name for programs, in kebab-case.
    pub id: &'static str,
    /// What it is called in a sentence.
    pub name: &'static str,
    /// What can be done about it, in a sentence or two.
    pub next: &'static str,
    /// What a program can offer to do about it.
    pub offer: Option<Offer>,
}

/// What can be done with a text of another kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// It can be converted to an Xtension.
    Convert,
    /// It is a message, which can be explained.
    Explain,
    /// It is what a service sends or answers: a schema can be made of it.
    Sample,
    /// It is a schema, which can stand in an Xtension.
    Schema,
    /// There is nothing to begin with: a new Xtension can be.
    New,
}

/// Whether this build of the library tells the kinds apart. What the page loads first does not, as that would make it a
/// twentieth heavier: whatever does not plainly begin as an OpenAPI 2.0 document does is left to the whole.
const ARE_TOLD: bool = cfg!(any(feature = "whole", feature = "convert"));

/// How long a text is at most of which somebody has written the beginning, in bytes.
const BEGUN: usize = 200;

/// Parses `text`. What is written in another format is not read as damaged JSON, however many brackets it has.
pub fn read(text: &str) -> Tree<'_> {
    if !ARE_TOLD {
        return read_plain(text);
    }
    match written::first_line(text) {
        Some(line) => Tree::not_json(text, line),
        None => json::parse(text),
    }
}

/// Parses what plainly begins as an OpenAPI 2.0 document does; anything else may be of another format.
fn read_plain(text: &str) -> Tree<'_> {
    let is_plain = |tree: &Tree<'_>| tree.root().is_some_and(|root| keys::has_key(root, "swagger"));
    let tree = written::begins_object(text).then(|| json::parse(text)).filter(is_plain);
    let first_line = || Span::new(0, text.lines().next().map_or(0, str::len) as u32);
    tree.unwrap_or_else(|| Tree::not_json(text, first_line()))
}

/// The text without what stands around it, a Markdown fence too, and the byte at which it begins.
pub fn body(text: &str) -> (usize, &str) {
    written::body(text)
}

/// Which part of an OpenAPI 2.0 document a root is, where it is only one; none else.
pub fn fragment(root: Value<'_>) -> Option<Fragment> {
    let kind = ARE_TOLD.then(|| keys::kind(root))??;
    if kind.id == table::FRAGMENT.id { fragment::of(root) } else { None }
}

/// What the text of a tree is; none where it is meant to be OpenAPI 2.0 in JSON, or where that is open.
pub fn other_kind(tree: &Tree<'_>) -> Option<&'static OtherKind> {
    if !ARE_TOLD {
        return None;
    }
    if let Some(root) = tree.root() {
        return keys::kind(root).filter(|kind| kind.id != table::SAMPLE.id || !is_open(tree, root));
    }
    tree.errors().iter().find_map(|error| match error.kind {
        SyntaxKind::Empty => Some(&table::EMPTY),
        SyntaxKind::NotJson => Some(written::kind(tree.text()).unwrap_or(&table::PROSE)),
        _ => None,
    })
}

/// Whether what looks like data may be a document that has only begun, or that is damaged beyond recognition.
fn is_open(tree: &Tree<'_>, root: Value<'_>) -> bool {
    let is_damaged = !tree.errors().is_empty();
    let mut members = root.members();
    let first = members.next().map(Member::value);
    let has_begun = first.is_some_and(|value| match value.kind() {
        Kind::Null => true,
        Kind::Object | Kind::Array => false,
        _ => is_damaged && tree.text().len() < BEGUN,
    });
    has_begun && members.next().is_none() || is_damaged && written::has_key(tree.text(), &["swagger"])
}
