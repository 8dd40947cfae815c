//! What holds of every answer of the checker, whatever the text.
//!
//! Each function asks one question of a text and panics where the answer breaks a promise. The tests ask them of texts that
//! are made to be difficult, and the fuzz targets (`fuzz/targets`) of texts that nobody has thought of.

#![allow(dead_code, unused_imports, reason = "each fuzz target asks one of the questions")]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "in a test, a panic is how something is said to be wrong"
)]

mod checked;
mod converted;
mod explained;
mod fixed;
mod parsed;
mod reported;
mod summed_up;
mod typed;
mod units;

pub(crate) use checked::{check, is_json};
pub(crate) use converted::{SHAPE, openapi3, pick, postman, sample, split, yaml};
pub(crate) use explained::explain;
pub(crate) use fixed::{each_fix, fix_all};
pub(crate) use parsed::parse;
pub(crate) use reported::reports;
pub(crate) use summed_up::summary_and_actions;
pub(crate) use typed::language;
pub(crate) use units::Reference;

use xtension_checker::text::{Edits, Span};

/// Every place lies in the text, and begins and ends between two characters.
#[track_caller]
fn assert_within(text: &str, span: Span) {
    let fits = text.get(span.start as usize..span.end as usize).is_some();
    assert!(fits, "{span:?} is not in a text of {} bytes: {text:?}", text.len());
}

/// The text after the edits, each of which fits it.
#[track_caller]
fn applied(text: &str, edits: &Edits) -> String {
    let mut reached = 0;
    for edit in edits.as_slice() {
        assert_within(text, edit.span);
        assert!(reached <= edit.span.start, "sorted and disjoint: {edits:?}");
        reached = edit.span.end;
    }
    edits.apply(text)
}

/// The same question asked twice has the same answer: no order of a hash table shows.
#[track_caller]
fn twice<T: PartialEq + std::fmt::Debug>(ask: impl Fn() -> T) -> T {
    let first = ask();
    assert_eq!(first, ask(), "the same text has the same answer");
    first
}

/// So many offsets of a text, the same ones each time: its ends, and what its bytes make of chance.
fn offsets(text: &str, count: usize) -> Vec<u32> {
    let length = text.len() as u64;
    let seed = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let chance = (1..).map(|number| {
        let mixed = (seed ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        ((mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 20) % (length + 1)
    });
    let ends = [0, length, length + 1, u64::from(u32::MAX)];
    ends.into_iter().chain(chance).take(count).map(|at| at as u32).collect()
}
