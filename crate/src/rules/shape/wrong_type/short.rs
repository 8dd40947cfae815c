//! Words that stand for an object.

use crate::json::encode;
use crate::openapi::Document;
use crate::openapi::vocabulary::{Object, ObjectKind};
use crate::rules::draft::Draft;
use crate::text::Names;

/// The object that `word` stands for, as a fragment: `{ "type": "string" }` for `string`.
pub(super) fn object_for(document: &Document<'_>, word: &str, object: &Object) -> Option<String> {
    let word = word.trim();
    let has = |map: &str| document.root()?.get(map)?.get(word);
    let one = |key: &str, value: &str| Some(format!("{{\n  {}: {}\n}}", encode(key), encode(value)));
    if word.is_empty() {
        return None;
    }
    if word.starts_with("#/") && object.reference.is_some() {
        return one("$ref", word);
    }
    match object.kind {
        ObjectKind::Schema | ObjectKind::Items => match word {
            "string" | "number" | "integer" | "boolean" | "object" => one("type", word),
            _ if object.reference.is_some() && has("definitions").is_some() => {
                one("$ref", &format!("#/definitions/{word}"))
            }
            _ => None,
        },
        ObjectKind::Parameter if has("parameters").is_some() => one("$ref", &format!("#/parameters/{word}")),
        ObjectKind::Response => one("description", word),
        ObjectKind::Contact | ObjectKind::ExternalDocumentation if word.contains("://") => one("url", word),
        ObjectKind::Contact if word.contains('@') => one("email", word),
        ObjectKind::Tag | ObjectKind::License | ObjectKind::Contact => one("name", word),
        ObjectKind::SecurityDefinition if word == "basic" => one("type", word),
        ObjectKind::Extension("x-ntx-connection-validation") => one("operationId", word),
        ObjectKind::SecurityRequirement => Some(format!("{{\n  {}: []\n}}", encode(word))),
        ObjectKind::Scopes => {
            let mut scopes = Draft::default();
            let mut names = Names::default();
            let words = word.split([' ', ',']).filter(|name| !name.is_empty());
            words.filter(|name| names.insert((*name).into())).for_each(|name| scopes.add_text(name, ""));
            Some(scopes.finish())
        }
        _ => None,
    }
}
