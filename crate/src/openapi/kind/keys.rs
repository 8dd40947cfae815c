//! Kinds that are told by the keys of their root: what is JSON.

use super::table::{
    ASYNCAPI, AZURE, ERROR, FRAGMENT, GOOGLE, GRAPHQL, HAR, INSOMNIA, IO_DOCS, JSON_SCHEMA, KEY_FILE, OPENAPI3, OPENID,
    OTHER_CLIENT, OTHER_DESCRIPTION, PACKAGE, POSTMAN, POSTMAN_1, POSTMAN_ENVIRONMENT, POWER_AUTOMATE, POWER_PLATFORM,
    SAMPLE, SWAGGER_1, TOKEN, WORKFLOW,
};
use super::{ARE_TOLD, OtherKind, fragment};
use crate::json::{Kind, Member, Value};
use crate::openapi::nearest;
use crate::openapi::vocabulary::ROOT;

/// The keys by which a kind is told, all of them: each a way down from the root, where `0` is the first of a list.
static SIGNS: &[(&OtherKind, &str)] = &[
    (&SWAGGER_1, "swaggerVersion"),
    (&SWAGGER_1, "apis basePath"),
    (&SWAGGER_1, "apis apiVersion"),
    (&SWAGGER_1, "apis models"),
    (&ASYNCAPI, "asyncapi"),
    (&POSTMAN, "info item"),
    (&POSTMAN, "collection.item"),
    (&POSTMAN, "item.0.request"),
    (&POSTMAN, "item.0.item"),
    (&POSTMAN, "info._postman_id"),
    (&OTHER_CLIENT, "requests.0.endpoint"),
    (&OTHER_CLIENT, "client collectionName"),
    (&POSTMAN_1, "requests order"),
    (&POSTMAN_1, "requests folders"),
    (&POSTMAN_1, "collections environments"),
    (&POSTMAN_ENVIRONMENT, "_postman_variable_scope"),
    (&POSTMAN_ENVIRONMENT, "name values.0.key"),
    (&INSOMNIA, "_type resources"),
    (&INSOMNIA, "__export_format"),
    (&HAR, "log.entries"),
    (&GOOGLE, "discoveryVersion"),
    (&GOOGLE, "rootUrl servicePath"),
    (&IO_DOCS, "endpoints.0.methods"),
    (&IO_DOCS, "resources protocol"),
    (&OTHER_DESCRIPTION, "openrpc"),
    (&OTHER_DESCRIPTION, "arazzo"),
    (&OTHER_DESCRIPTION, "overlay"),
    (&OTHER_DESCRIPTION, "smithy"),
    (&POWER_PLATFORM, "properties.iconBrandColor"),
    (&POWER_PLATFORM, "properties.connectionParameters"),
    (&POWER_PLATFORM, "properties.connectionParameterSets"),
    (&POWER_PLATFORM, "properties.policyTemplateInstances"),
    (&POWER_AUTOMATE, "properties.definition"),
    (&POWER_AUTOMATE, "definition.triggers"),
    (&POWER_AUTOMATE, "triggers actions"),
    (&WORKFLOW, "inUseXtensions"),
    (&WORKFLOW, "definition.inUseXtensions"),
    (&WORKFLOW, "forms actions variables"),
    (&AZURE, "$schema contentVersion"),
    (&GRAPHQL, "__schema"),
    (&GRAPHQL, "data.__schema"),
    (&OPENID, "issuer authorization_endpoint"),
    (&OPENID, "issuer jwks_uri"),
    (&KEY_FILE, "type private_key"),
    (&KEY_FILE, "web.client_secret"),
    (&KEY_FILE, "installed.client_secret"),
    (&TOKEN, "access_token"),
    (&PACKAGE, "name dependencies"),
    (&PACKAGE, "name devDependencies"),
    (&PACKAGE, "name version scripts"),
    (&PACKAGE, "lockfileVersion"),
];

/// The keys by which an error is told.
static ERRORS: &[&str] = &[
    "error",
    "errors",
    "fault",
    "Fault",
    "exception",
    "ExceptionMessage",
    "error_description",
    "odata.error",
    "statusCode message",
    "status title type",
    "status message timestamp",
    "code message",
];

/// What the document is, where it is not meant to be OpenAPI 2.0; none where it is, or where that is open.
pub(super) fn kind(root: Value<'_>) -> Option<&'static OtherKind> {
    if root.get("swagger").is_some() || wrapped(root).is_some() {
        return None;
    }
    if let Some(version) = root.get("openapi") {
        return version.source().trim_start_matches(['"', ' ', 'v']).starts_with('3').then_some(&OPENAPI3);
    }
    if is_openapi3(root) {
        return Some(&OPENAPI3);
    }
    if root.get("paths").is_some() {
        return None;
    }
    if let Some((kind, _)) = SIGNS.iter().find(|(_, keys)| has(root, keys)) {
        return Some(kind);
    }
    let is_schema_by_name = root.get_str("$schema").is_some_and(|address| address.contains("json-schema.org"));
    if is_document(root) && !is_schema_by_name {
        return None;
    }
    Some(match () {
        () if is_schema(root) && fragment::of(root).is_none() => &JSON_SCHEMA,
        () if fragment::of(root).is_some() => &FRAGMENT,
        () if is_error(root) => &ERROR,
        () => &SAMPLE,
    })
}

/// Whether all keys of a line of [`SIGNS`] are there.
fn has(root: Value<'_>, keys: &str) -> bool {
    keys.split(' ').all(|way| find(root, way).is_some())
}

/// The value that holds the document, where that is not the root itself: a string, or an object in something around it.
pub fn wrapped(root: Value<'_>) -> Option<Value<'_>> {
    if !ARE_TOLD {
        return None;
    }
    let is_document = |text: &str| text.trim_start().starts_with('{') && text.contains(':');
    let is_text = |value: Value<'_>| value.as_str().is_some_and(|text| is_document(&text));
    if is_text(root) {
        return Some(root);
    }
    let has_document = |value: &Value<'_>| {
        let has_version = has_key(*value, "swagger") || has_key(*value, "openapi");
        let says_version = |text: &str| text.contains("\"swagger\"") || text.contains("\"openapi\"");
        (has_version && has_key(*value, "paths"))
            || (is_text(*value) && value.as_str().is_some_and(|text| says_version(&text)))
    };
    let mut inner = root.members().map(Member::value).chain(root.items());
    // What has keys of a document's root is a document itself, in which a bracket is in the wrong place.
    inner.find(has_document).filter(|_| !root.members().any(|member| ROOT.key(&member.name()).is_some()))
}

/// Whether it is an object with that key.
pub(super) fn has_key(value: Value<'_>, key: &str) -> bool {
    value.member_named(key).is_some()
}

/// What stands at the end of a way of keys.
fn find<'a>(root: Value<'a>, way: &str) -> Option<Value<'a>> {
    // A key of its own, with dots in it, counts as well.
    root.get(way).or_else(|| {
        way.split('.').try_fold(root, |value, key| if key == "0" { value.items().next() } else { value.get(key) })
    })
}

/// Whether it says by its parts that it is OpenAPI 3, though not by its version.
fn is_openapi3(root: Value<'_>) -> bool {
    const OF_2: [&str; 6] = ["host", "basePath", "schemes", "consumes", "definitions", "securityDefinitions"];
    let has_servers = || root.get("servers").is_some_and(Value::is_array) && has_key(root, "paths");
    let is_like_3 = root.get("components").is_some_and(Value::is_object) || has_servers();
    is_like_3 && !OF_2.iter().any(|name| has_key(root, name))
}

/// Whether it is an OpenAPI 2.0 document that lacks its beginning, or has it misspelt.
fn is_document(root: Value<'_>) -> bool {
    const OWN: [&str; 7] =
        ["basePath", "securityDefinitions", "definitions", "consumes", "produces", "schemes", "externalDocs"];
    if !root.is_object() {
        return false;
    }
    let is_info = |info: Value<'_>| ["title", "version", "description"].iter().any(|key| has_key(info, key));
    let is_own = |member: Member<'_>| {
        let (name, value) = (member.name(), member.value());
        let is_nested = value.is_object() || value.is_array();
        let is_paths = || value.is_object() && (&*name == "path" || nearest(&name, &["paths"]).is_some());
        (OWN.contains(&&*name) && (is_nested || &*name == "basePath"))
            || (name.starts_with("x-ntx") || name.starts_with("x-ms"))
            || (&*name == "info" && is_info(value))
            || nearest(&name, &["swagger", "securityDefinitions"]).is_some()
            || is_paths()
    };
    let is_known = |member: Member<'_>| {
        let name = member.name();
        name.starts_with("x-") || ROOT.key(&name).is_some()
    };
    // Data with nothing but these keys is rarer than a document that has hardly begun.
    root.members().all(is_known) || root.members().any(is_own)
}

/// Whether it is a schema, rather than data that happens to have such keys.
pub(super) fn is_schema(value: Value<'_>) -> bool {
    const TYPES: [&str; 7] = ["object", "array", "string", "integer", "number", "boolean", "null"];
    let is_type = value.get("type").is_some_and(|ty| TYPES.iter().any(|name| ty.is_str(name)) || ty.is_array());
    let are_properties = || value.members_of("properties").any(|property| property.value().is_object());
    let says_so = value.get_str("$schema").is_some_and(|address| address.contains("schema"));
    is_type && !has_key(value, "data")
        || says_so
        || are_properties() && !has_key(value, "geometry")
        || ["$ref", "$defs", "allOf", "oneOf", "anyOf"].iter().any(|key| has_key(value, key))
}

/// Whether it is what a service answers where something went wrong.
fn is_error(root: Value<'_>) -> bool {
    let is_said = |value: Value<'_>| match value.kind() {
        Kind::Object => value.members().next().is_some(),
        Kind::Array => value.items().next().is_some(),
        Kind::String => !value.is_str(""),
        Kind::Boolean => value.as_bool() == Some(true),
        Kind::Number | Kind::Null | Kind::Name => false,
    };
    let fails = ERRORS.iter().filter(|keys| has(root, keys)).any(|keys| {
        let first = keys.split(' ').next().unwrap_or_default();
        find(root, first).is_some_and(|value| is_said(value) || value.as_number().is_some_and(is_failure))
    });
    let is_message = || {
        let of_message = |member: Member<'_>| {
            let (name, is_text) = (member.name(), member.value().as_str().is_some());
            is_text && ["message", "detail"].iter().any(|key| name.eq_ignore_ascii_case(key))
        };
        root.members().any(of_message) && root.members().count() <= 3
    };
    let has_data = root.get("data").is_some_and(|data| data.kind() != Kind::Null);
    !has_data && (fails || is_message())
}

/// Whether a status says that something went wrong.
fn is_failure(status: &str) -> bool {
    status.len() > 1 && (status.len() != 3 || status.starts_with(['4', '5']))
}
