//! What somebody is asked who makes a connection.

use std::borrow::Cow;

use super::data::{Authentication, Connection, ConnectionField, ConnectionFieldKind, Said};
use super::{limits, written};
use crate::json::Member;
use crate::nintex::{Field, Stage, asking_definition, connection_fields, connection_validation};
use crate::openapi::{Document, SecurityDefinition};
use crate::text::Gather;

/// How the security definition signs in.
pub(super) fn authentication(definition: &SecurityDefinition<'_>) -> Authentication {
    let is_flow = |flow: &str| definition.value().get("flow").is_some_and(|value| value.is_str(flow));
    if definition.is_type("basic") {
        Authentication::Basic
    } else if definition.is_type("apiKey") {
        Authentication::ApiKey
    } else if definition.is_type("oauth2") && is_flow("accessCode") {
        Authentication::PersonSignsIn
    } else if definition.is_type("oauth2") && is_flow("application") {
        Authentication::ClientCredentials
    } else {
        Authentication::Unknown
    }
}

/// The security definitions by which connections sign in: those of the type of the first one that Nintex takes.
pub(super) fn definitions<'a>(document: &Document<'a>) -> Vec<SecurityDefinition<'a>> {
    let all = document.security_definitions();
    let first = all.iter().map(authentication).find(|kind| *kind != Authentication::Unknown);
    let is_used = |one: &&SecurityDefinition<'_>| first.is_none_or(|first| authentication(one) == first);
    all.iter().filter(is_used).copied().gathered()
}

/// What somebody is asked who makes a connection by those definitions.
pub(super) fn connection<'a>(document: &Document<'a>, definitions: &[SecurityDefinition<'a>]) -> Connection {
    let asking = asking_definition(document);
    let mut fields = Vec::new();
    for definition in definitions.iter().take(limits::DEFINITIONS) {
        let is_read = asking.is_none_or(|asking| asking.member.value() == definition.value());
        let listed = connection_fields(definition).into_iter();
        let asked = listed.filter(|field| field.stage == Stage::Connection && (is_read || field.schema.is_none()));
        fields.extend(asked.take(limits::FIELDS + 1).map(|asked| field(definition, asked)));
    }
    let named = definitions
        .iter()
        .take(limits::DEFINITIONS + 1)
        .map(|one| Said { text: written::cut(&one.name()), span: one.member.span() });
    Connection {
        authentication: definitions.first().map(authentication).unwrap_or_default(),
        definitions: named.gathered(),
        fields,
        validation: validation(document, definitions),
    }
}

/// The `operationId` of the operation that tests a connection by those definitions.
pub(super) fn validation<'a>(document: &Document<'a>, definitions: &[SecurityDefinition<'a>]) -> Said {
    let validation = definitions.iter().find_map(|definition| connection_validation(document, definition));
    let said = validation.map(|found| Said { text: written::value(found.id), span: written::span(found.id) });
    said.unwrap_or_default()
}

fn field(definition: &SecurityDefinition<'_>, field: Field<'_>) -> ConnectionField {
    let schema = field.schema.map(Member::value);
    let (options, _) = schema.map(written::options).unwrap_or_default();
    let is_secret = matches!(&*field.name, "password" | "apiKey" | "x-ntx-gateway-apikey")
        || schema.is_some_and(|schema| schema.get("format").is_some_and(|format| format.is_str("password")));
    let kind = if !options.is_empty() || field.name == "x-ntx-gateway-id" {
        ConnectionFieldKind::Choice
    } else if is_secret {
        ConnectionFieldKind::Password
    } else {
        ConnectionFieldKind::Text
    };
    ConnectionField {
        label: written::cut(&field.label),
        name: written::cut(&field.name),
        kind,
        options,
        is_required: field.is_required,
        pattern: schema.map(|schema| written::text(schema, "pattern")).unwrap_or_default(),
        help: field.description.map(Cow::into_owned).unwrap_or_default(),
        is_built_in: field.is_built_in,
        definition: written::cut(&definition.name()),
        span: field.schema.unwrap_or(definition.member).span(),
    }
}
