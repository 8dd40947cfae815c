//! Finds and fixes what is wrong with a Nintex Xtension: an OpenAPI 2.0 document in JSON.

mod actions;
mod check;
#[cfg(feature = "convert")]
pub mod convert;
pub mod diagnostic;
mod explain;
mod fix_all;
mod ignored;
pub mod json;
pub mod language;
pub mod nintex;
pub mod openapi;
pub mod report;
pub mod rules;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod wire;

pub use actions::actions;
pub use check::{Report, SIZE_LIMIT, check};
pub use diagnostic::{Certainty, Diagnostic, Fix, Label, Safety, Severity};
pub use explain::{Cause, Explanation, Message, Moment, explain, messages};
pub use fix_all::{FixAll, fix_all, fix_all_but};
pub use ignored::Ignored;
