//! What a connection asks for and sends, written the same whatever an Xtension is made of.

use super::draft::{Content, Origin, Part};
use super::work::Work;

/// What stands for a host that only the one who connects knows; `x-ntx-host` takes its place.
pub(super) const NOBODYS_HOST: &str = "api.example.com";

/// What to type where a token is sent as a key.
pub(super) const TYPE_BEARER: &str = "Type Bearer, a blank, and the token";

/// The name of the question for a variable: letters, digits and underlines.
pub(super) fn question(variable: &str) -> String {
    let name: String = variable.chars().map(|one| if one.is_ascii_alphanumeric() { one } else { '_' }).collect();
    if name.is_empty() { "host".to_owned() } else { name }
}

/// Adds the question `name` to the security definition, unless it asks it already, and gives what describes it.
pub(super) fn ask(definition: Part, name: &str, title: &str, work: &mut Work) -> Part {
    let asked = work.draft.object(definition, "x-ntx-connection-properties");
    work.draft.set(asked, "type", "object", Origin::NOWHERE);
    let properties = work.draft.object(asked, "properties");
    let required = work.draft.array(asked, "required");
    if let Some(present) = work.draft.get(properties, name) {
        return present;
    }
    let property = work.draft.set(properties, name, Content::Object, Origin::NOWHERE);
    work.draft.set(property, "type", "string", Origin::NOWHERE);
    work.draft.set(property, "title", title, Origin::NOWHERE);
    work.draft.push(required, name, Origin::NOWHERE);
    property
}

/// Writes a definition that sends a key in the `header` or `query`, as `place` says, under that name.
pub(super) fn key(name: &str, place: &str, definition: Part, work: &mut Work) {
    work.draft.set(definition, "type", "apiKey", Origin::NOWHERE);
    work.draft.set(definition, "name", name, Origin::NOWHERE);
    work.draft.set(definition, "in", place, Origin::NOWHERE);
}

/// Writes a definition that sends a token. Nintex has no kind of connection for one, so it is a key with a pattern that
/// says how it is typed.
pub(super) fn bearer(definition: Part, work: &mut Work) {
    key("Authorization", "header", definition, work);
    let token = ask(definition, "apiKey", "API key", work);
    work.draft.set(token, "description", TYPE_BEARER, Origin::NOWHERE);
    work.draft.set(token, "pattern", "^Bearer .+$", Origin::NOWHERE);
}
