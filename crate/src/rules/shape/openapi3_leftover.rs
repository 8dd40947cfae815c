mod advice;
mod body;
mod choice;
mod components;
mod content;
mod flows;
mod parameter;
mod pointer;
mod removal;
mod servers;
mod simple;
#[cfg(test)]
mod tests;

use crate::diagnostic::Diagnostic;
use crate::json::Member;
use crate::json::edit;
use crate::openapi::Document;
use crate::openapi::shape::{Fault, Problem, Slip};
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::wording::name_first;
use crate::rules::{Findings, problems};
use crate::text::Edit;
use advice::advice;

super::rule! {
    /// A document in OpenAPI 2.0 has a part that only OpenAPI 3 knows.
    ///
    /// Generators and language models mix the two formats. Nintex reads OpenAPI 2.0 only; the message says what 2.0
    /// has instead.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "parameters": {
    ///     "page": {
    ///       "name": "page",
    ///       "in": "query",
    ///       «"schema"»: { "type": "integer", "minimum": 1 }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write what is in `schema` into the parameter itself
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "parameters": {
    ///     "page": {
    ///       "name": "page",
    ///       "in": "query",
    ///       "type": "integer",
    ///       "minimum": 1
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "swagger": "2.0", "definitions": { "Age": { "type": "integer", «"nullable"»: true } } }
    /// ```
    /// ## Fix: Write it as `x-nullable`
    /// ```json
    /// { "swagger": "2.0", "definitions": { "Age": { "type": "integer", "x-nullable": true } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "swagger": "2.0", "definitions": { "Kind": { "type": "string", «"const"»: "dog" } } }
    /// ```
    /// ## Fix: Write it as `enum` with one value
    /// ```json
    /// { "swagger": "2.0", "definitions": { "Kind": { "type": "string", "enum": ["dog"] } } }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "paths": {
    ///     "/people": {
    ///       "post": {
    ///         «"requestBody"»: {
    ///           "required": true,
    ///           "content": { "application/json": { "schema": { "$ref": "#/definitions/Person" } } }
    ///         },
    ///         "responses": {
    ///           "200": { "description": "OK" }
    ///         }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write it as a parameter in the body
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "paths": {
    ///     "/people": {
    ///       "post": {
    ///         "parameters": [
    ///           {
    ///             "name": "body",
    ///             "in": "body",
    ///             "required": true,
    ///             "schema": { "$ref": "#/definitions/Person" }
    ///           }
    ///         ],
    ///         "responses": {
    ///           "200": { "description": "OK" }
    ///         },
    ///         "consumes": ["application/json"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "responses": {
    ///           "200": {
    ///             "description": "OK",
    ///             «"content"»: { "application/json": { "schema": { "type": "object" } } }
    ///           }
    ///         },
    ///         "produces": ["application/json"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write `schema` into the response, and the media type into `produces`
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "responses": {
    ///           "200": {
    ///             "description": "OK",
    ///             "schema": { "type": "object" }
    ///           }
    ///         },
    ///         "produces": ["application/json"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   «"servers"»: [{ "url": "https://api.example.com/v1" }],
    ///   "definitions": { "Person": { "properties": { "pet": { "$ref": "#/components/schemas/Pet" } } } },
    ///   «"components"»: { "schemas": { "Pet": { "type": "object" } } }
    /// }
    /// ```
    /// ## Fix: Take `https://api.example.com/v1` as `host`, `basePath` and `schemes`
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "host": "api.example.com",
    ///   "basePath": "/v1",
    ///   "schemes": ["https"],
    ///   "definitions": { "Person": { "properties": { "pet": { "$ref": "#/components/schemas/Pet" } } } },
    ///   "components": { "schemas": { "Pet": { "type": "object" } } }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "definitions": { "Person": { "properties": { "pet": { "$ref": "#/components/schemas/Pet" } } } },
    ///   «"components"»: { "schemas": { "Pet": { "type": "object" } } }
    /// }
    /// ```
    /// ## Fix: Move what is in it to `definitions` at the root
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "definitions": { "Person": { "properties": { "pet": { "$ref": "#/definitions/Pet" } } }, "Pet": { "type": "object" } }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "definitions": {
    ///     "Key": {
    ///       «"oneOf"»: [{ "type": "string" }, { "type": "integer" }]
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write only the first of them
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "definitions": {
    ///     "Key": { "type": "string" }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove `oneOf`
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "definitions": {
    ///     "Key": {}
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "swagger": "2.0", "parameters": { "page": { "name": "page", "in": "query", "type": "integer" } } }
    /// ```
    Error "openapi3-leftover" Documented
    from "https://help.nintex.com/en-US/xtensions/04_Reference/REF_KnownIssues.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for problem in problems::general(document) {
        let Fault::UnknownKey { member, slip: Slip::LaterVersion } = problem.fault else { continue };
        // The rule on the version of the format speaks of it.
        if problem.object.kind == ObjectKind::Root && member.is("openapi") {
            continue;
        }
        let is_full = findings.is_full();
        let object = name_first(problem.object, member.object());
        let key = member.name();
        let instead = advice(problem.object.kind, &key);
        let message = format!("{object} has no key `{key}` in OpenAPI 2.0, only in OpenAPI 3: {instead}.");
        let diagnostic = problems::report(findings, problem, message);
        // To rewrite what OpenAPI 3 has is half a converter, which would be a twentieth of what the page loads first.
        if cfg!(feature = "whole") && !is_full {
            offer(document, diagnostic, problem, member);
        }
    }
}

fn offer(document: &Document<'_>, diagnostic: &mut Diagnostic, problem: &Problem<'_>, member: Member<'_>) {
    let key = member.name();
    match (problem.object.kind, &*key) {
        (ObjectKind::Root, "components") => components::offer(document, diagnostic, member),
        (ObjectKind::Root, "servers") => servers::offer(diagnostic, member),
        (ObjectKind::Operation, "requestBody") => body::offer(document, diagnostic, member),
        (ObjectKind::Response, "content") => content::offer_response(document, diagnostic, member),
        (ObjectKind::Parameter | ObjectKind::Header, "schema") => {
            parameter::offer_schema(document, diagnostic, problem, member);
        }
        (ObjectKind::Parameter | ObjectKind::Header, "content") => parameter::offer_content(diagnostic, problem, member),
        (ObjectKind::Parameter | ObjectKind::Header, "style" | "explode") => {
            parameter::offer_style(document, diagnostic, problem, member);
        }
        (ObjectKind::Parameter | ObjectKind::Header, "examples") => {
            parameter::offer_examples(diagnostic, member, "x-example");
        }
        (ObjectKind::SecurityDefinition, "flows") => flows::offer(diagnostic, member),
        (ObjectKind::Schema, "oneOf" | "anyOf") => choice::offer(document, diagnostic, member),
        (ObjectKind::Schema, "examples") => parameter::offer_examples(diagnostic, member, "example"),
        (_, "const") => rename(diagnostic, member, "enum"),
        (_, "nullable") => rename(diagnostic, member, "x-nullable"),
        (ObjectKind::Info, "summary") => rename(diagnostic, member, "description"),
        (ObjectKind::Responses, "2XX" | "2xx") => rename(diagnostic, member, "200"),
        (ObjectKind::Responses, "4XX" | "5XX" | "4xx" | "5xx") => rename(diagnostic, member, "default"),
        (_, "contentEncoding") if member.value().is_str("base64") => rename(diagnostic, member, "format"),
        _ => removal::offer(diagnostic, member),
    }
}

/// Offers to write it under the name that OpenAPI 2.0 has for it, where that is free.
fn rename(diagnostic: &mut Diagnostic, member: Member<'_>, name: &str) {
    if member.object().get(name).is_some() {
        return removal::offer(diagnostic, member);
    }
    let name_edit = edit::rename_member(member, name);
    match name {
        "enum" => {
            let value = Edit::replace(member.value().span(), format!("[{}]", member.value().source()));
            diagnostic.safe_fix("Write it as `enum` with one value", [name_edit, value]);
        }
        "format" => {
            let value = Edit::replace(member.value().span(), "\"byte\"");
            diagnostic.safe_fix("Write it as `\"format\": \"byte\"`", [name_edit, value]);
        }
        "200" | "default" => {
            let consequence = "It then stands for that code alone, or for all that have none of their own.";
            diagnostic.review_fix(format!("Write it as `{name}`"), consequence, [name_edit]);
        }
        _ => {
            diagnostic.safe_fix(format!("Write it as `{name}`"), [name_edit]);
        }
    }
}
