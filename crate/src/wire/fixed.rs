//! The answer to "fix all safe".

use super::{Response, edits};
use crate::Ignored;
use crate::text::Utf16;

/// [`crate::fix_all_but`] for JavaScript, as the answer to a request.
pub fn fix_all(id: u32, text: &str, ignored: &[Ignored]) -> Response {
    let result = crate::fix_all_but(text, ignored);
    let (rules, fixes) = result.taken.into_iter().map(|(rule, title)| (rule.to_owned(), title)).unzip();
    Response::FixedAll { id, edits: edits(&result.edits, &Utf16::new(text)), fixes, rules }
}
