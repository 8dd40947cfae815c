//! Places in a text and changes to it. Knows no JSON.

mod edit;
mod eight;
mod gather;
mod insert;
mod names;
mod order;
pub mod secret;
mod span;
mod units;
mod words;

pub use edit::{Edit, Edits, Overlap};
pub(crate) use edit::{apply, inserted};
use eight::Words;
pub use eight::{Eight, are_same};
pub use gather::{Gather, add};
pub use insert::Insert;
pub use names::{Names, by_name, fingerprint, hash, marked, namesakes};
pub use order::{in_order, sorted};
pub use span::Span;
pub use units::{LineColumn, Lines, Utf16};
pub use words::{capitalize, words};
