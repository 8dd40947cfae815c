//! What Nintex adds to OpenAPI 2.0.
//!
//! Knows no rule.

mod summary;
pub mod vocabulary;

pub use summary::{Authentication, REDIRECT_URL, Summary, summary};
