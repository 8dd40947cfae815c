//! What an editor asks of a text while somebody works in it: what it consists of, what stands at a place, what could
//! stand there, and how it would be laid out.
//!
//! Every answer is a pure function of the text, for any text: where it is broken, that of its repaired text. Knows no rule.

mod complete;
mod format;
mod look;
mod outline;
mod place;
mod sketch;

pub use complete::{Completion, CompletionKind, Completions, complete};
pub use format::{Refusal, format};
pub use look::{Crumb, Help, Look, Standing, Target, look};
pub use outline::{Entry, EntryKind, Outline, outline};

use crate::json::Tree;
use crate::nintex::vocabulary::extension_key;
use crate::openapi::Document;

/// The longest text that is looked into while somebody types, in bytes: 32 MiB.
pub const SIZE_LIMIT: usize = 32 << 20;

fn document<'a>(tree: &'a Tree<'a>) -> Document<'a> {
    Document::new(tree, extension_key)
}
