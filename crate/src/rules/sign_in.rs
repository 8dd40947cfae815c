//! What rules share whose fixes change how the connection signs in.

use crate::json::edit::{self, Position};
use crate::json::{Member, encode};
use crate::openapi::Document;
use crate::text::Edit;

/// What to do after the type of a connection has changed.
/// <https://help.nintex.com/en-US/xtensions/01_GetStarted/PRC_02Edit_Connector.htm>
pub(super) const IMPORT_AGAIN: &str = "An Xtension that is imported already has to be deleted and added again, as its \
                                       type of authentication cannot be edited.";

/// What the connection's user has to type where the key is a whole `Authorization` header.
pub(super) const BEARER: &str = "Type Bearer, a blank, and the token";

/// Lets the connection send the key `name` in `place`, `header` or `query`: what has to be added for that, which is
/// nothing where it does so already. None where the document signs in by something else.
pub(super) fn send_key(document: &Document<'_>, name: &str, place: &str) -> Option<Vec<Edit>> {
    let is_it = |definition: &crate::openapi::SecurityDefinition<'_>| {
        let own = definition.value().get_str("name").unwrap_or_default();
        let is_named = if place == "header" { own.eq_ignore_ascii_case(name) } else { own == name };
        is_named
            && definition.is_type("apiKey")
            && definition.value().get("in").is_some_and(|value| value.is_str(place))
    };
    if document.security_definitions().iter().any(is_it) {
        return Some(Vec::new());
    }
    if !document.security_definitions().is_empty() || document.requirements().next().is_some() {
        return None;
    }
    let described = if name.eq_ignore_ascii_case("authorization") {
        format!(",\n    \"description\": \"{BEARER}\"")
    } else {
        String::new()
    };
    let definitions = format!(
        "{{\n  \"apiKey\": {{\n    \"type\": \"apiKey\",\n    \"in\": \"{place}\",\n    \"name\": {}{described}\n  }}\n}}",
        encode(name)
    );
    let root = document.root()?;
    let security = "[\n  {\n    \"apiKey\": []\n  }\n]";
    let wanted = [("securityDefinitions", &*definitions), ("security", security)];
    let written = wanted.map(|(key, fragment)| match root.member_named(key).map(Member::value) {
        Some(empty) => edit::replace_value(empty, fragment),
        None => edit::insert_member(root, Position::Last, key, fragment),
    });
    Some(written.into())
}
