//! What to choose in Nintex's wizard when a document is imported.

use super::provider;
use crate::openapi::{Document, SecurityDefinition};

/// What a document would be in Nintex, as far as it can be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// `info.title`; empty where there is none.
    pub title: String,
    /// How many actions the designer shows: the operations that are not hidden.
    pub actions: usize,
    /// The connection's authentication; none where the document has no security definition that Nintex takes.
    pub authentication: Option<Authentication>,
    /// The security preset to choose, for OAuth 2.0.
    pub preset: Option<&'static str>,
}

/// The ways to sign in that a connection can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authentication {
    /// User name and password.
    Basic,
    /// A key in a header or in the query.
    ApiKey,
    /// OAuth 2.0 in which a person signs in at the provider: the flow `accessCode`.
    PersonSignsIn,
    /// OAuth 2.0 with a client ID and a secret alone: the flow `application`.
    ClientCredentials,
}

/// Reads the summary off a document.
pub fn summary(document: &Document<'_>) -> Summary {
    let root = document.root();
    let title = root.and_then(|root| root.get("info")?.get_str("title")).unwrap_or_default().into_owned();
    let is_hidden = |value: crate::json::Value<'_>| {
        value.get("x-ntx-visibility").is_some_and(|visibility| visibility.is_str("internal"))
    };
    let actions = document.operations().iter().filter(|operation| !is_hidden(operation.value())).count();
    let definition = document.security_definitions().iter().find_map(|this| Some((this, authentication(this)?)));
    let is_oauth = |kind| matches!(kind, Authentication::PersonSignsIn | Authentication::ClientCredentials);
    Summary {
        title,
        actions,
        authentication: definition.map(|(_, kind)| kind),
        preset: definition.filter(|(_, kind)| is_oauth(*kind)).map(|(this, _)| provider::preset(document, this)),
    }
}

fn authentication(definition: &SecurityDefinition<'_>) -> Option<Authentication> {
    if definition.is_type("basic") {
        return Some(Authentication::Basic);
    }
    if definition.is_type("apiKey") {
        return Some(Authentication::ApiKey);
    }
    let flow = definition.value().get("flow").filter(|_| definition.is_type("oauth2"))?;
    if flow.is_str("accessCode") {
        return Some(Authentication::PersonSignsIn);
    }
    flow.is_str("application").then_some(Authentication::ClientCredentials)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;
    use crate::nintex::vocabulary::extension_key;

    fn of(text: &str) -> Summary {
        summary(&Document::new(&parse(text), extension_key))
    }

    #[test]
    fn hidden_operations_are_no_actions() {
        let text = r#"{
            "info": { "title": "Notes" },
            "paths": { "/a": { "get": {}, "put": { "x-ntx-visibility": "internal" } }, "/b": { "post": {} } }
        }"#;
        assert_eq!(of(text), Summary { title: "Notes".into(), actions: 2, ..Summary::default() });
    }
}
