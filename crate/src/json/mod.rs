//! JSON: from a text to a tree with spans, whatever is wrong with the text; and changes to a tree as edits of its text.
//!
//! Knows no OpenAPI.

pub mod edit;
mod fragment;
mod meanings;
mod node;
mod number;
mod parse;
mod pointer;
mod positions;
mod recover;
mod repair;
mod repairs;
mod strict;
mod string;
mod syntax;
mod tree;

pub use fragment::fragment;
pub use number::Decimal;
pub use parse::parse;
pub use positions::Positions;
pub use repair::Repair;
pub use strict::DEPTH_LIMIT;
pub use string::{decode, encode};
pub use syntax::{SyntaxError, SyntaxKind};
pub use tree::{Items, Kind, Member, Members, Tree, Value};
