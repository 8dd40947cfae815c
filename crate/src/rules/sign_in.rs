//! What rules share whose fixes change how the connection signs in.

use crate::json::edit::{self, Position};
use crate::json::{Member, Value, encode};
use crate::openapi::vocabulary::ObjectKind;
use crate::openapi::{Document, Parameter, SecurityDefinition};
use crate::text::{Edit, Gather, in_order};

/// What to do after the type of a connection has changed.
/// <https://help.nintex.com/en-US/xtensions/01_GetStarted/PRC_02Edit_Connector.htm>
pub(super) const IMPORT_AGAIN: &str = "An Xtension that is imported already has to be deleted and added again, as its \
                                       type of authentication cannot be edited.";

/// What follows where Microsoft's addresses of version 1 become those of version 2.
pub(super) const AS_VERSION_2: &str = "Choose the preset “Generic OAuth 2”. An Xtension that is imported already has to be \
                                       deleted and added again.";

/// What the connection's user has to type where the key is a whole `Authorization` header.
pub(super) const BEARER: &str = "Type Bearer, a blank, and the token";

/// Lets the connection send the key `name` in `place`, `header` or `query`: what has to be added for that, which is
/// nothing where it does so already. None where the document signs in by something else.
pub(super) fn send_key(document: &Document<'_>, name: &str, place: &str) -> Option<Vec<Edit>> {
    let is_it = |definition: &SecurityDefinition<'_>| {
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

/// Takes the parameter of that name out of all operations. Its definition, where it has one at the root, stays.
pub(super) fn without_parameter(document: &Document<'_>, name: &str, place: &str) -> Vec<Edit> {
    let is_it = |parameter: &&Parameter<'_>| {
        parameter.is_in(place) && parameter.name().is_some_and(|own| own.eq_ignore_ascii_case(name))
    };
    let parameters = document.operations().iter().flat_map(|operation| &operation.parameters).filter(is_it);
    let mut sites = in_order(parameters.map(|parameter| parameter.site).gathered(), |site| u64::from(site.index()));
    sites.dedup();
    sites.iter().filter_map(|site| edit::remove_item(*site)).gathered()
}

/// Takes the definitions away that are not kept, and what asks for them.
pub(super) fn keep_only(document: &Document<'_>, is_kept: &dyn Fn(&SecurityDefinition<'_>) -> bool) -> Vec<Edit> {
    let is_kept = |member: Member<'_>| document.security_definition(&member.name()).is_none_or(is_kept);
    let mut edits = Vec::new();
    if let Some(definitions) = document.root_member("securityDefinitions") {
        edits.extend(edit::remove_members(definitions.value(), |member| !is_kept(member)));
    }
    for list in lists(document) {
        let is_lost = |item: Value<'_>| item.members().next().is_some() && !item.members().any(is_kept);
        edits.extend(edit::remove_items(list, is_lost));
        for item in list.items().filter(|item| !is_lost(*item)) {
            edits.extend(edit::remove_members(item, |member| !is_kept(member)));
        }
    }
    edits
}

/// All `security` lists: that of the root, then those of operations.
pub(super) fn lists<'d, 'a>(document: &'d Document<'a>) -> impl Iterator<Item = Value<'a>> + use<'d, 'a> {
    let holders = document.places(ObjectKind::Root).chain(document.places(ObjectKind::Operation));
    holders.filter_map(|place| place.value.get("security"))
}
