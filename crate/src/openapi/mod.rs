//! OpenAPI 2.0: its vocabulary as data, where a document departs from it, and typed views of a document.
//!
//! Knows no rule and no vendor: extensions come in as a lookup.

mod document;
mod format;
mod operation;
mod parameter;
mod reference;
mod security;
pub mod shape;
mod spelling;
#[cfg(test)]
mod tests;
pub mod vocabulary;

pub use document::Document;
pub use format::other_format;
pub use operation::{METHODS, Operation};
pub use parameter::{Level, Parameter};
pub use reference::{Reference, Resolution};
pub use security::{Requirement, Security, SecurityDefinition, SecurityOrigin};
pub use spelling::nearest;
