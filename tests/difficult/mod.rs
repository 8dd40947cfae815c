//! Texts made to be difficult, of any size: what grows is what some answer could take too long for.

#![allow(dead_code, unused_imports, reason = "the test of memory asks less than that of time")]

mod documents;
mod others;
mod texts;

pub(crate) use documents::DOCUMENTS;
pub(crate) use others::{COLLECTIONS, OPENAPI3, SAMPLES, SHARES, YAML};
pub(crate) use texts::TEXTS;

/// A kind of text that is difficult, and how one of about so many bytes is made.
pub(crate) type Difficult = (&'static str, fn(usize) -> String);

/// All kinds.
pub(crate) fn all() -> impl Iterator<Item = Difficult> {
    TEXTS.iter().chain(&DOCUMENTS).copied()
}

/// Pieces, numbered from 0, until there are so many bytes of them.
fn fill(bytes: usize, mut piece: impl FnMut(usize) -> String) -> String {
    let mut filled = String::with_capacity(bytes + 200);
    let mut number = 0;
    while filled.len() < bytes {
        filled += &piece(number);
        number += 1;
    }
    filled
}

/// Pieces with commas between them.
fn list(bytes: usize, mut piece: impl FnMut(usize) -> String) -> String {
    let mut filled = fill(bytes, |number| piece(number) + ",");
    filled.pop();
    filled
}

/// A small sound Xtension with these members besides.
fn document(members: &str) -> String {
    format!(r#"{{"swagger":"2.0","info":{{"title":"T","version":"1"}},"host":"api.example.com",{members}}}"#)
}
