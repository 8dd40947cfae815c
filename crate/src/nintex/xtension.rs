//! An Xtension as the rules see it: the document, and what Nintex makes of it, each prepared once.

use std::cell::OnceCell;

use super::helper::Helpers;
use super::k2::{self, K2};
use super::secrets::{Secret, secrets};
use super::sides::Sides;
use super::vocabulary::extension_key;
use crate::json::Tree;
use crate::openapi::Document;

/// A document in Nintex's terms. What only some ask for is prepared when the first one does.
pub struct Xtension<'a> {
    document: Document<'a>,
    secrets: Vec<Secret>,
    helpers: OnceCell<Helpers<'a>>,
    sides: OnceCell<Sides>,
    k2: OnceCell<Option<K2>>,
}

impl<'a> Xtension<'a> {
    /// Prepares a document with Nintex's extensions.
    pub fn new(tree: &'a Tree<'a>) -> Self {
        Self {
            document: Document::new(tree, extension_key),
            secrets: secrets(tree),
            helpers: OnceCell::new(),
            sides: OnceCell::new(),
            k2: OnceCell::new(),
        }
    }

    /// The document by OpenAPI alone.
    pub fn document(&self) -> &Document<'a> {
        &self.document
    }

    /// The keys, tokens and passwords in the text, in its order.
    pub fn secrets(&self) -> &[Secret] {
        &self.secrets
    }

    /// Which fields ask which operations for what.
    pub fn helpers(&self) -> &Helpers<'a> {
        self.helpers.get_or_init(|| Helpers::of(&self.document))
    }

    /// Which schemas describe what is sent, and which what comes back.
    pub fn sides(&self) -> &Sides {
        self.sides.get_or_init(|| Sides::of(&self.document))
    }

    /// The API of K2 that it describes; none where it describes none.
    pub fn k2(&self) -> Option<K2> {
        *self.k2.get_or_init(|| k2::k2(&self.document))
    }
}

/// Who reads OpenAPI alone is given that alone.
impl<'x, 'a> From<&'x Xtension<'a>> for &'x Document<'a> {
    fn from(xtension: &'x Xtension<'a>) -> Self {
        xtension.document()
    }
}
