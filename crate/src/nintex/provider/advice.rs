//! What to know of a provider before the first connection is made. It holds for a correct document, too.

use std::borrow::Cow;

use super::{Refresh, entra_url, host, of, preset, resource};
use crate::openapi::{Document, SecurityDefinition};

/// What to know before a connection by that OAuth 2.0 definition is made, in sentences, each with an id that it keeps.
pub fn advice(document: &Document<'_>, definition: &SecurityDefinition<'_>) -> Vec<(&'static str, Cow<'static, str>)> {
    let mut sentences = Vec::new();
    let value = definition.value();
    let Some(provider) = of(value) else { return sentences };
    let name = provider.name;
    let is_person = value.get("flow").is_some_and(|flow| flow.is_str("accessCode"));
    if is_person {
        match provider.refresh {
            Refresh::Query(query) => {
                let text = format!(
                    "{name} renews a connection only if the address where people sign in has `{query}`. Whether Nintex \
                     adds it is not documented: see if a connection still works the next day."
                );
                sentences.push(("renewal-by-address", text.into()));
            }
            Refresh::Setting => {
                let text = format!("Whether {name} renews a connection is set where the client is registered with it.");
                sentences.push(("renewal-by-setting", text.into()));
            }
            Refresh::Always | Refresh::Scope(_) => {}
        }
    }
    if !provider.advice.is_empty() {
        sentences.push(("provider", provider.advice.into()));
    }
    let url = value.get_str(if is_person { "authorizationUrl" } else { "tokenUrl" }).unwrap_or_default();
    let Some(url) = entra_url(&url) else { return sentences };
    if !url.is_shared() && !url.tenant.contains('{') {
        let tenant = url.tenant;
        let text = format!(
            "Only accounts of the Microsoft tenant `{tenant}` can sign in. If the file comes from elsewhere, put in your \
             own tenant's ID."
        );
        sentences.push(("entra-tenant", text.into()));
    }
    if url.version == 1 {
        let service = resource(&host(document)).map_or("the service", |resource| resource.name);
        let preset = preset(document, definition);
        let text = format!(
            "These addresses of version 1 give a token for {service} only if they are asked for that `resource`: the \
             preset “{preset}” does it, “Generic OAuth 2” does not."
        );
        sentences.push(("entra-version-1", text.into()));
    }
    if definition.scopes().any(|scope| scope.name().ends_with(".All")) {
        let text = "An administrator of the Microsoft tenant has to agree to scopes that end in `.All`.";
        sentences.push(("entra-administrator", text.into()));
    }
    sentences
}
