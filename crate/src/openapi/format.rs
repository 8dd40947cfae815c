//! Documents of other formats, which are mistaken for OpenAPI 2.0: one sentence says it all of them.

use super::vocabulary::ROOT;
use crate::json::{Member, Value};

/// A format that is told by the keys of its root.
struct Format {
    /// What to call it in a sentence.
    name: &'static str,
    /// The keys, each a way down from the root, that are all there.
    keys: &'static [&'static [&'static str]],
}

static FORMATS: &[Format] = &[
    Format { name: "Swagger 1", keys: &[&["swaggerVersion"]] },
    Format { name: "an AsyncAPI document", keys: &[&["asyncapi"]] },
    Format { name: "a Postman collection", keys: &[&["info"], &["item"]] },
    Format { name: "an export of Insomnia", keys: &[&["_type"], &["resources"]] },
    Format { name: "a recording of a browser's requests", keys: &[&["log", "entries"]] },
    Format { name: "a discovery document of Google", keys: &[&["discoveryVersion"]] },
    Format { name: "a template of Azure", keys: &[&["$schema"], &["contentVersion"]] },
    Format { name: "the apiProperties.json of a Power Platform connector", keys: &[&["properties", "iconBrandColor"]] },
    Format {
        name: "the apiProperties.json of a Power Platform connector",
        keys: &[&["properties", "connectionParameters"]],
    },
    Format { name: "a JSON Schema", keys: &[&["$schema"], &["type"]] },
    Format { name: "a flow of Power Automate", keys: &[&["properties", "definition"]] },
    Format { name: "a provider's OpenID configuration", keys: &[&["issuer"], &["authorization_endpoint"]] },
    Format { name: "a key file of Google", keys: &[&["type"], &["private_key"]] },
    Format { name: "a package.json of Node.js", keys: &[&["name"], &["dependencies"]] },
    Format { name: "what a service answers about an error", keys: &[&["error"]] },
    Format { name: "what a service answers about an error", keys: &[&["errors"]] },
];

/// What the document is, where it is not meant to be OpenAPI 2.0; none where it is, or where that is open.
pub fn other_format(root: Value<'_>) -> Option<&'static str> {
    if root.get("swagger").is_some() {
        return None;
    }
    if let Some(version) = root.get("openapi") {
        return version.source().trim_start_matches(['"', ' ', 'v']).starts_with('3').then_some("OpenAPI 3");
    }
    if root.get("paths").is_some() {
        return None;
    }
    let has = |keys: &&[&str]| keys.iter().try_fold(root, |value, key| value.get(key)).is_some();
    FORMATS.iter().find(|format| format.keys.iter().all(has)).map(|format| format.name)
}

/// The value that holds the document, where that is not the root itself: a string, or an object in something around it.
pub fn wrapped(root: Value<'_>) -> Option<Value<'_>> {
    let is_document = |text: &str| text.trim_start().starts_with('{') && text.contains(':');
    let is_text = |value: Value<'_>| value.as_str().is_some_and(|text| is_document(&text));
    if is_text(root) {
        return Some(root);
    }
    let has_document = |value: &Value<'_>| {
        let is_whole = value.get("swagger").is_some() && value.get("paths").is_some();
        is_whole || (is_text(*value) && value.as_str().is_some_and(|text| text.contains("\"swagger\"")))
    };
    let mut inner = root.members().map(Member::value).chain(root.items());
    // What has keys of a document's root is a document itself, in which a bracket is in the wrong place.
    inner.find(has_document).filter(|_| !root.members().any(|member| ROOT.key(&member.name()).is_some()))
}
