//! What Nintex adds to OpenAPI 2.0.
//!
//! Knows no rule.

pub mod vocabulary;
