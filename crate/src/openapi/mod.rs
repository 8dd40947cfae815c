//! OpenAPI 2.0: its vocabulary as data, where a document departs from it, and typed views of a document.
//!
//! Knows no rule and no vendor: extensions come in as a lookup.

mod document;
mod indexed;
pub mod kind;
mod misfit;
mod operation;
mod parameter;
mod parts;
mod pattern;
mod reference;
mod security;
pub mod shape;
mod spelling;
#[cfg(test)]
mod tests;
mod typed;
pub mod vocabulary;

pub use document::Document;
pub use indexed::{Index, Indexed};
pub use kind::{Fragment, Offer, OtherKind, wrapped};
pub use misfit::{Judge, LIMITS, Misfit};
pub use operation::{METHODS, Operation};
pub use parameter::{Level, Parameter};
pub use parts::Parts;
pub use pattern::{PatternFault, pattern_allows, pattern_fault};
pub use reference::{Reference, Resolution, decode_percent};
pub use security::{Requirement, Security, SecurityDefinition, SecurityOrigin};
pub use spelling::nearest;
pub use typed::{Typed, Types};
