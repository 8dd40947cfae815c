//! From a text to what the designer makes of it.

use crate::check::SIZE_LIMIT;
use crate::nintex::summary::{self, Actions};
use crate::nintex::vocabulary::extension_key;
use crate::openapi::{Document, kind};

/// The actions that `text`, an Xtension in JSON, gives: field by field, as the designer shows them. Never fails: what
/// cannot be read is left out.
///
/// It is a question of its own, and no part of [`crate::check`], as it takes about as long as all rules together, and its
/// answer is longer than the text.
pub fn actions(text: &str) -> Actions {
    if text.len() > SIZE_LIMIT {
        return Actions::default();
    }
    let tree = kind::read(text);
    summary::actions(&Document::new(&tree, extension_key))
}
