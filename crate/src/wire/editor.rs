//! What an editor asks while somebody types.

use super::{Edit, edits, in_units};
use crate::language::{self, Completion, Completions, Look, Outline};
use crate::text::Utf16;

/// [`crate::language::outline()`] for JavaScript.
pub fn outline(text: &str) -> Outline {
    let units = Utf16::new(text);
    let mut outline = language::outline(text);
    outline.each_span(&mut |span| *span = in_units(*span, &units));
    outline
}

/// [`crate::language::look()`] for JavaScript; `at` is a UTF-16 offset.
pub fn look(text: &str, at: u32) -> Look {
    let units = Utf16::new(text);
    let mut look = language::look(text, units.byte(at));
    look.each_span(&mut |span| *span = in_units(*span, &units));
    look
}

/// [`crate::language::complete()`] for JavaScript; `at` is a UTF-16 offset. The blanks are counted in UTF-16 units, too.
pub fn complete(text: &str, at: u32) -> Completions {
    let units = Utf16::new(text);
    let mut completions = language::complete(text, units.byte(at));
    completions.each_span(&mut |span| *span = in_units(*span, &units));
    for Completion { insert, blanks, .. } in &mut completions.list {
        let units = Utf16::new(insert);
        for blank in blanks {
            *blank = in_units(*blank, &units);
        }
    }
    completions
}

/// [`crate::language::format()`] for JavaScript; none where the text is not sound JSON.
pub fn format(text: &str) -> Option<Vec<Edit>> {
    let formatted = language::format(text, None).ok()?;
    Some(edits(&formatted, &Utf16::new(text)))
}
