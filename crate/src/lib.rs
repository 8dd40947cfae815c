//! Finds and fixes what is wrong with a Nintex Xtension: an OpenAPI 2.0 document in JSON.
pub mod diagnostic;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod wire;
pub use diagnostic::{Certainty, Diagnostic, Fix, Label, Safety, Severity};
