//! Connections: what somebody who makes one is asked for, and the operation that tests it.

use std::borrow::Cow;

use crate::json::{Member, Value};
use crate::openapi::{Document, Operation, SecurityDefinition};
use crate::text::{Gather, Names};

/// The key of the fields that a connection asks for.
pub const CONNECTION_PROPERTIES: &str = "x-ntx-connection-properties";

/// The key of the operation that tests a connection.
pub const CONNECTION_VALIDATION: &str = "x-ntx-connection-validation";

/// One field that somebody fills in: whoever imports the Xtension, or whoever makes a connection with it.
#[derive(Clone, Debug)]
pub struct Field<'a> {
    /// Its name, by which placeholders call it.
    pub name: Cow<'a, str>,
    /// What it is called in the dialog: its `title`, else what Nintex calls it, else its name.
    pub label: Cow<'a, str>,
    /// Its `description`.
    pub description: Option<Cow<'a, str>>,
    /// Whether it must be filled in.
    pub is_required: bool,
    /// Who fills it in.
    pub stage: Stage,
    /// Whether Nintex asks for it without being told to.
    pub is_built_in: bool,
    /// Its schema among the connection properties; none where Nintex asks for it by itself.
    pub schema: Option<Member<'a>>,
}

/// When a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// When the Xtension is imported, once for all connections.
    Import,
    /// For each connection.
    Connection,
}

/// What Nintex asks for by itself: the type of the security definition, the name, its label and when. The names are
/// those that published Xtensions relabel; the labels are what they stand for.
const BUILT_IN: &[(&str, &str, &str, Stage)] = &[
    ("basic", "username", "Username", Stage::Connection),
    ("basic", "password", "Password", Stage::Connection),
    ("apiKey", "apiKey", "API key", Stage::Connection),
    ("oauth2", "client_id", "Client ID", Stage::Import),
    ("oauth2", "client_secret", "Client secret", Stage::Import),
];

/// Whether that is the name of something that Nintex asks for by itself, where a connection signs in like this; or in
/// any way, where the type says none.
pub fn is_built_in_field(definition: &SecurityDefinition<'_>, name: &str) -> bool {
    let has_type = BUILT_IN.iter().any(|known| definition.is_type(known.0));
    BUILT_IN.iter().any(|known| known.1 == name && (definition.is_type(known.0) || !has_type))
}

/// The security definition with the connection properties; the first where several have some, as Nintex's own tools
/// read only that one.
pub fn asking_definition<'a>(document: &Document<'a>) -> Option<SecurityDefinition<'a>> {
    document.security_definitions().iter().find(|one| one.value().get(CONNECTION_PROPERTIES).is_some()).copied()
}

/// The fields that a connection by this security definition has: those that Nintex asks for by itself, then those of its
/// connection properties, in their order. One of those that has the name of Nintex's own stands instead of it.
pub fn connection_fields<'a>(definition: &SecurityDefinition<'a>) -> Vec<Field<'a>> {
    let asked = definition.value().get(CONNECTION_PROPERTIES);
    let listed = asked.and_then(|asked| asked.get("properties"));
    let required: Names<'a> =
        asked.into_iter().flat_map(|asked| asked.items_of("required")).filter_map(Value::as_str).collect();
    let own = BUILT_IN
        .iter()
        .filter(|known| definition.is_type(known.0) && listed.is_none_or(|listed| listed.get(known.1).is_none()));
    let mut fields = own
        .map(|&(_, name, label, stage)| Field {
            name: Cow::Borrowed(name),
            label: Cow::Borrowed(label),
            description: None,
            is_required: true,
            stage,
            is_built_in: true,
            schema: None,
        })
        .gathered();
    // A list is no schema: it is the list of required names, one level too deep.
    for member in listed.into_iter().flat_map(Value::members).filter(|member| member.value().is_object()) {
        let name = member.name();
        let known = BUILT_IN.iter().find(|known| definition.is_type(known.0) && known.1 == name);
        let title = member.value().get_str("title").filter(|title| !title.trim_ascii().is_empty());
        fields.push(Field {
            label: title.or(known.map(|known| Cow::Borrowed(known.2))).unwrap_or_else(|| name.clone()),
            description: member.value().get_str("description"),
            is_required: required.contains(&name),
            stage: Stage::Connection,
            is_built_in: known.is_some(),
            schema: Some(member),
            name,
        });
    }
    fields
}

/// The operation that tests a new connection: where it is named, and the operation if the document has it.
#[derive(Clone, Copy, Debug)]
pub struct Validation<'d, 'a> {
    /// The `operationId` that names it.
    pub id: Value<'a>,
    /// The operation.
    pub operation: Option<&'d Operation<'a>>,
}

/// Which operation tests a connection by this security definition; none where none is named.
pub fn connection_validation<'d, 'a>(
    document: &'d Document<'a>,
    definition: &SecurityDefinition<'a>,
) -> Option<Validation<'d, 'a>> {
    let id = definition.value().get(CONNECTION_VALIDATION)?.get("operationId")?;
    let name = id.as_str()?;
    let is_it = |operation: &&Operation<'_>| operation.value().get("operationId").is_some_and(|id| id.is_str(&name));
    Some(Validation { id, operation: document.operations().iter().find(is_it) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;
    use crate::nintex::vocabulary::extension_key;

    fn fields(definition: &str) -> Vec<(String, String, bool, Stage)> {
        let text = format!(r#"{{ "securityDefinitions": {{ "k": {{ {definition} }} }} }}"#);
        let tree = parse(&text);
        let document = Document::new(&tree, extension_key);
        let found = connection_fields(&document.security_definitions()[0]).into_iter();
        found.map(|field| (field.name.into(), field.label.into(), field.is_required, field.stage)).collect()
    }

    fn field(name: &str, label: &str, is_required: bool, stage: Stage) -> (String, String, bool, Stage) {
        (name.into(), label.into(), is_required, stage)
    }

    #[test]
    fn nintex_asks_for_the_credentials_by_itself() {
        let expected = [
            field("username", "Username", true, Stage::Connection),
            field("password", "Password", true, Stage::Connection),
        ];
        assert_eq!(fields(r#""type": "basic""#), expected);
        assert_eq!(fields(r#""type": "apiKey""#), [field("apiKey", "API key", true, Stage::Connection)]);
        assert_eq!(fields(r#""type": "oauth2""#)[1], field("client_secret", "Client secret", true, Stage::Import));
        assert_eq!(fields(r#""type": "http""#), []);
    }

    #[test]
    fn properties_relabel_and_add() {
        let definition = r#""type": "oauth2", "x-ntx-connection-properties": {
            "type": "object",
            "properties": { "client_id": { "title": "App" }, "tenant": { "type": "string" }, "required": ["tenant"] },
            "required": ["tenant"]
        }"#;
        let expected = [
            field("client_secret", "Client secret", true, Stage::Import),
            field("client_id", "App", false, Stage::Connection),
            field("tenant", "tenant", true, Stage::Connection),
        ];
        assert_eq!(fields(definition), expected);
    }

    #[test]
    fn the_test_of_a_connection_is_an_operation() {
        let text = r#"{
            "paths": { "/me": { "get": { "operationId": "getMe" } } },
            "securityDefinitions": {
                "a": { "type": "basic", "x-ntx-connection-validation": { "operationId": "getMe" } },
                "b": { "type": "basic", "x-ntx-connection-validation": { "operationId": "getYou" } },
                "c": { "type": "basic", "x-ntx-connection-properties": {} }
            }
        }"#;
        let tree = parse(text);
        let document = Document::new(&tree, extension_key);
        let definitions = document.security_definitions();
        let found = definitions.iter().map(|one| Some(connection_validation(&document, one)?.operation.is_some()));
        assert_eq!(found.collect::<Vec<_>>(), [Some(true), Some(false), None]);
        assert_eq!(asking_definition(&document).unwrap().name(), "c");
        assert!(is_built_in_field(&definitions[0], "password") && !is_built_in_field(&definitions[0], "tenant"));
    }
}
