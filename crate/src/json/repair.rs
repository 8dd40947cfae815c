//! What mends one error.

use std::ops::{Deref, DerefMut};

use crate::text::Edit;

/// Edits: one as a rule, which then takes no memory besides its error. A text may have as many errors as it has words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Repair {
    /// Nothing mends it.
    #[default]
    None,
    /// One edit.
    One(Edit),
    /// Several, in the order in which they were found necessary.
    Many(Box<[Edit]>),
}

impl Repair {
    /// Adds edits behind those that there are.
    pub(super) fn extend(&mut self, mut edits: Vec<Edit>) {
        let mut all = self.to_vec();
        all.append(&mut edits);
        *self = all.into();
    }
}

impl From<Vec<Edit>> for Repair {
    fn from(mut edits: Vec<Edit>) -> Self {
        match edits.len() {
            0 | 1 => edits.pop().map_or(Self::None, Self::One),
            _ => Self::Many(edits.into()),
        }
    }
}

impl Deref for Repair {
    type Target = [Edit];

    fn deref(&self) -> &[Edit] {
        match self {
            Self::None => &[],
            Self::One(edit) => std::slice::from_ref(edit),
            Self::Many(edits) => edits,
        }
    }
}

impl DerefMut for Repair {
    fn deref_mut(&mut self) -> &mut [Edit] {
        match self {
            Self::None => &mut [],
            Self::One(edit) => std::slice::from_mut(edit),
            Self::Many(edits) => edits,
        }
    }
}
