//! From what people have to an Xtension: other formats are read, and written anew as OpenAPI 2.0 in JSON.
//!
//! A converter fills a [`Draft`](draft::Draft), whose parts remember where they come from, and remarks on what it could
//! not carry over. It never checks what it makes: that is for the check of the result, whose findings lead back to the
//! original by [`Places`].

mod connection;
pub mod create;
pub mod draft;
mod guess;
pub mod openapi3;
mod path;
pub mod pick;
mod places;
pub mod postman;
mod remark;
pub mod sample;
mod source;
pub mod split;
mod work;
pub mod yaml;

pub use places::{Place, Places};
pub use remark::{Remark, RemarkKind};
pub use source::{Refused, Source, convert, convert_with_all_ways_to_sign_in};
pub use work::{Converted, Work};
