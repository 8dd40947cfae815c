//! What Nintex adds to OpenAPI 2.0.
//!
//! Knows no rule.

mod address;
mod connection;
pub mod fields;
pub mod helper;
pub mod k2;
mod placeholder;
pub mod provider;
pub mod render_version;
mod secrets;
mod sides;
pub mod summary;
pub mod vocabulary;
mod xtension;

pub use address::{Address, address, gateway, shared_address};
pub use connection::{
    CONNECTION_PROPERTIES, CONNECTION_VALIDATION, Field, Stage, Validation, asking_definition, connection_fields,
    connection_validation, is_built_in_field,
};
pub use placeholder::{Braces, Placeholder, Template, placeholders, templates};
pub use provider::REDIRECT_URL;
pub use secrets::{Secret, VALUES, is_choice, secrets};
pub use sides::Sides;
pub use summary::{Summary, summary};
pub use xtension::Xtension;
