//! The version of how fields are shown: `x-ntx-render-version`.
//!
//! With the second one, nested objects and arrays get fields of their own, in the order of the document:
//! <https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/PRC_06EXT_render_version.htm>.

use crate::json::{Decimal, Member};
use crate::openapi::Document;

/// The extension that chooses it.
pub const RENDER_VERSION: &str = "x-ntx-render-version";

/// The member of the root that chooses the second version.
pub fn second<'a>(document: &Document<'a>) -> Option<Member<'a>> {
    let member = document.root_member(RENDER_VERSION)?;
    let is_two = |number: &str| Decimal::read(number) == Decimal::read("2");
    member.value().as_number().is_some_and(is_two).then_some(member)
}
