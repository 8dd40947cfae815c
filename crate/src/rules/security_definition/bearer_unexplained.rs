use crate::json::edit::{self, Position};
use crate::json::encode;
use crate::nintex::{CONNECTION_PROPERTIES, Xtension};
use crate::rules::Findings;
use crate::rules::draft::{Draft, array_of};
use crate::rules::sign_in::BEARER;

super::rule! {
    /// The connection asks for a whole `Authorization` header, and nothing says how to write it.
    ///
    /// OpenAPI 2.0 has no type for bearer tokens, so they are sent as an API key in the header `Authorization`. Nintex sends
    /// what is typed as it is: for most APIs that has to be `Bearer`, a blank and the token, and who types the token alone
    /// gets 401. A label and a pattern in the connection's dialog say so where it is typed.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "token": {
    ///       "type": "apiKey",
    ///       "in": "header",
    ///       "name": «"Authorization"»
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Ask each connection for `Bearer` and the token
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "token": {
    ///       "type": "apiKey",
    ///       "in": "header",
    ///       "name": "Authorization",
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": {
    ///           "apiKey": {
    ///             "type": "string",
    ///             "title": "API key",
    ///             "description": "Type Bearer, a blank, and the token",
    ///             "pattern": "^Bearer .+$"
    ///           }
    ///         },
    ///         "required": [
    ///           "apiKey"
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Say it in the description
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "token": {
    ///       "type": "apiKey",
    ///       "in": "header",
    ///       "name": "Authorization",
    ///       "description": "Type Bearer, a blank, and the token"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "token": { "type": "apiKey", "in": "header", "name": "Authorization", "description": "The header as a whole" },
    ///     "key": { "type": "apiKey", "in": "header", "name": "X-API-Key" }
    ///   }
    /// }
    /// ```
    Hint "bearer-unexplained" Documented from "https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/APIAuth.htm"
}

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    // K2 takes no key at all, and a rule of its own says so.
    if xtension.k2().is_some() {
        return;
    }
    for definition in document.security_definitions().iter().filter(|definition| definition.is_type("apiKey")) {
        let value = definition.value();
        let is_it = definition.header().is_some_and(|header| header.eq_ignore_ascii_case("authorization"));
        let asked = value.get(CONNECTION_PROPERTIES);
        let is_explained = value.get("description").is_some()
            || asked.is_some_and(|asked| asked.get("properties").is_none_or(|fields| fields.get("apiKey").is_some()));
        let Some(name) = value.get("name").filter(|_| is_it && !is_explained) else { continue };
        let diagnostic = findings.add(
            name,
            format!("Nothing says what to type for `{}`: most APIs want `Bearer`, a blank and the token.", definition.name()),
            "Nintex sends what is typed when a connection is made as the whole header; a token alone gets 401.",
        );
        if asked.is_none() {
            let mut field = Draft::default();
            field.add_text("type", "string");
            field.add_text("title", "API key");
            field.add_text("description", BEARER);
            field.add_text("pattern", "^Bearer .+$");
            let mut fields = Draft::default();
            fields.add("apiKey", field.finish());
            let mut asked = Draft::default();
            asked.add_text("type", "object");
            asked.add("properties", fields.finish());
            asked.add("required", array_of(&[encode("apiKey")]));
            diagnostic.review_fix(
                "Ask each connection for `Bearer` and the token",
                "Nothing else can be typed then: take it where the API wants a bearer token.",
                [edit::insert_member(value, Position::Last, CONNECTION_PROPERTIES, &asked.finish())],
            );
        }
        diagnostic.review_fix(
            "Say it in the description",
            "Take it where the API wants a bearer token.",
            [edit::insert_member(value, Position::Last, "description", &encode(BEARER))],
        );
    }
}
