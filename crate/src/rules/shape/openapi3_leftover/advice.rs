//! What OpenAPI 2.0 has instead of what OpenAPI 3 brought.

use crate::openapi::vocabulary::ObjectKind;

/// What to write instead of `key` in such an object, as the second half of a sentence.
pub(super) fn advice(kind: ObjectKind, key: &str) -> &'static str {
    match (kind, key) {
        (_, "servers") => "`host`, `basePath` and `schemes` at the root say where the API is",
        (_, "components") => {
            "schemas go to `definitions`, the others to `parameters`, `responses` and `securityDefinitions` at the root"
        }
        (_, "webhooks" | "callbacks") => "there is no word for calls that come from the API",
        (_, "requestBody") => "the body is a parameter with `\"in\": \"body\"` and a `schema`, a form one per field with `formData`",
        (ObjectKind::Response, "content") => "the `schema` stands in the response itself, the media type in `produces`",
        (ObjectKind::Parameter, "content" | "schema") => "its `type` and all that limits it stand in the parameter itself",
        (ObjectKind::Header, _) => "its `type` and all that limits it stand in the header itself",
        (ObjectKind::Responses, _) => "each status code has a response of its own, and `default` is for all others",
        (_, "style" | "explode") => "`collectionFormat` says how an array is written",
        (_, "oneOf" | "anyOf") => "a value has one schema: write the one that is used, or all properties as optional ones",
        (_, "not") => "a schema says only what is allowed",
        (_, "const") => "a single allowed value is an `enum` with one item",
        (_, "nullable") => "whether a value may be null is not said",
        (ObjectKind::Schema, "examples") => "a schema has one `example`",
        (_, "flows") => "there is one `flow`, with its addresses and `scopes` beside it",
        (_, "scheme" | "bearerFormat") => "a bearer token is an `apiKey` in the header `Authorization`",
        (_, "openIdConnectUrl") => "there is `oauth2` with its addresses instead",
        (ObjectKind::Info, "summary") => "`description` says what the API is for",
        (_, "contentEncoding") => "a text in base64 has the `format` `byte`",
        (_, "trace") => "there is no operation for this method",
        _ => "there is nothing that takes its place",
    }
}
