//! How the connection of a new Xtension signs in.

use super::Making;
use super::address::{Address, in_double_braces, names};
use super::form::{Flow, FormField, KeyPlace, OAuth, SignIn};
use super::providers::{KnownProvider, provider, providers};
use crate::convert::connection::{ask, bearer, key};
use crate::convert::draft::{Content, Origin, Part};
use crate::nintex::provider::{Refresh, by_url, entra_url, resource};
use crate::text::{capitalize, words};

/// The name of the security definition.
const NAME: &str = "connection";

/// Writes the security definition, and that all operations ask for it.
pub(super) fn write(sign_in: &SignIn, address: &Address, document: Part, making: &mut Making) {
    if *sign_in == SignIn::None {
        return;
    }
    let definitions = making.work.draft.set(document, "securityDefinitions", Content::Object, Origin::NOWHERE);
    let definition = making.work.draft.set(definitions, NAME, Content::Object, Origin::NOWHERE);
    let mut scopes = Vec::new();
    match sign_in {
        SignIn::None => {}
        SignIn::Basic => {
            making.work.draft.set(definition, "type", "basic", Origin::NOWHERE);
        }
        SignIn::ApiKey { name, place } => api_key(name.trim(), *place, definition, making),
        SignIn::Bearer => {
            bearer(definition, &mut making.work);
            making.advice(
                FormField::SignIn,
                "Each connection asks for the token as `Bearer`, a blank and the token, and never fetches a new one. \
                 Where tokens end, OAuth 2.0 is the way.",
            );
        }
        SignIn::OAuth(oauth) => scopes = write_oauth(oauth, address, definition, making),
    }
    for name in address.questions() {
        ask(definition, &name, &capitalize(&words(&name)), &mut making.work);
    }
    let draft = &mut making.work.draft;
    let security = draft.set(document, "security", Content::Array, Origin::NOWHERE);
    let requirement = draft.push(security, Content::Object, Origin::NOWHERE);
    let asked = draft.set(requirement, NAME, Content::Array, Origin::NOWHERE);
    for scope in scopes {
        draft.push(asked, scope, Origin::NOWHERE);
    }
}

fn api_key(name: &str, place: KeyPlace, definition: Part, making: &mut Making) {
    if name.is_empty() {
        making.fault(FormField::KeyName, "Say what the key is called where it is sent, such as `X-API-Key`.");
    } else if name.contains([':', ' ', '\t', '\n']) {
        let message = "Write only the name of the header or parameter, without blanks, colon and value.";
        making.fault(FormField::KeyName, message);
    }
    let name = if name.is_empty() { "X-API-Key" } else { name };
    let place = match place {
        KeyPlace::Header => "header",
        KeyPlace::Query => "query",
    };
    key(name, place, definition, &mut making.work);
}

/// Writes a definition of OAuth 2.0, and gives the scopes to ask for.
fn write_oauth(oauth: &OAuth, address: &Address, definition: Part, making: &mut Making) -> Vec<String> {
    let chosen = provider(&oauth.provider);
    if chosen.is_none() && !oauth.provider.trim().is_empty() {
        let known: Vec<String> = providers().into_iter().map(|provider| provider.name).collect();
        let message = format!("There are no addresses for this provider. Those known are: {}.", known.join(", "));
        making.fault(FormField::Provider, message);
    }
    let is_person = oauth.flow == Flow::AuthorizationCode;
    let draft = &mut making.work.draft;
    draft.set(definition, "type", "oauth2", Origin::NOWHERE);
    draft.set(definition, "flow", if is_person { "accessCode" } else { "application" }, Origin::NOWHERE);
    let mut token_url = String::new();
    let mut questions = Vec::new();
    for field in [FormField::AuthorizationUrl, FormField::TokenUrl] {
        if field == FormField::AuthorizationUrl && !is_person {
            continue;
        }
        let url = url(oauth, chosen.as_ref(), field, making);
        let written = if url.is_empty() { instead(field).to_owned() } else { url };
        questions.extend(names(&written));
        let key = if field == FormField::TokenUrl { "tokenUrl" } else { "authorizationUrl" };
        making.work.draft.set(definition, key, &*written, Origin::NOWHERE);
        token_url = written;
    }
    let scopes = scopes(oauth, address, &token_url, making);
    let list = making.work.draft.set(definition, "scopes", Content::Object, Origin::NOWHERE);
    for scope in &scopes {
        making.work.draft.set(list, scope, &**scope, Origin::NOWHERE);
    }
    for name in questions {
        let site = chosen.as_ref().and_then(|provider| provider.site.as_ref()).filter(|site| site.name == name);
        let title = site.map_or_else(|| capitalize(&words(&name)), |site| site.title.clone());
        ask(definition, &name, &title, &mut making.work);
    }
    scopes
}

/// What keeps the shape of the document where an address is missing.
fn instead(field: FormField) -> &'static str {
    match field {
        FormField::TokenUrl => "https://login.example.com/oauth/token",
        _ => "https://login.example.com/oauth/authorize",
    }
}

/// The address that the form says or the provider has; empty, and told, where there is none.
fn url(oauth: &OAuth, chosen: Option<&KnownProvider>, field: FormField, making: &mut Making) -> String {
    let is_token = field == FormField::TokenUrl;
    let own = if is_token { &oauth.token_url } else { &oauth.authorization_url };
    let own = in_double_braces(own.trim());
    let Some(provider) = chosen.filter(|_| own.is_empty()) else {
        let what = if is_token { "tokens come from" } else { "people sign in" };
        if own.is_empty() {
            let message = format!("Say where {what}: the documentation of the service has the address.");
            making.fault(field, message);
        } else if !own.starts_with("https://") || own.contains(char::is_whitespace) || own.len() < 10 {
            making.fault(field, "The address begins with `https://` and has no blanks.");
        }
        return own;
    };
    let url = if is_token { &provider.token_url } else { &provider.authorization_url };
    if url.is_empty() {
        let message = format!("Nobody signs in at {}: it gives tokens for client credentials alone.", provider.name);
        making.fault(FormField::Provider, message);
        return String::new();
    }
    let Some(site) = &provider.site else { return url.clone() };
    let value = oauth.site.trim();
    if value.is_empty() {
        if is_token {
            let message =
                format!("Each connection asks for it (`{{{{{}}}}}`). Fill it in if it is the same for all.", site.name);
            making.advice(FormField::Site, message);
        }
        return in_double_braces(url);
    }
    if is_token && value.contains(|one: char| one.is_whitespace() || "/?#:@{}<>\"\\".contains(one)) {
        let message = format!("Write only the part that stands in the address, such as `{}`.", site.example);
        making.fault(FormField::Site, message);
    }
    url.replace(&format!("{{{}}}", site.name), value)
}

/// The scopes that the form names, with those that the provider wants beside them.
fn scopes(oauth: &OAuth, address: &Address, token_url: &str, making: &mut Making) -> Vec<String> {
    let mut scopes: Vec<String> = Vec::new();
    for scope in oauth.scopes.split([' ', ',', ';', '\n', '\r', '\t', '"']).filter(|scope| !scope.is_empty()) {
        if !scopes.iter().any(|known| known == scope) {
            scopes.push(scope.to_owned());
        }
    }
    let Some(provider) = by_url(token_url) else { return scopes };
    let is_person = oauth.flow == Flow::AuthorizationCode;
    if let Refresh::Scope(known) = provider.refresh {
        let is_refresh = |scope: &String| provider.is_refresh_scope(scope);
        let has_enough = scopes.iter().any(is_refresh) || (scopes.is_empty() && provider.gives_all_by_default);
        match known.first() {
            Some(scope) if is_person && !has_enough => {
                scopes.push((*scope).to_owned());
                let message = format!("`{scope}` is added: without it, a connection ends after about an hour.");
                making.advice(FormField::Scopes, message);
            }
            _ if !is_person && scopes.iter().any(is_refresh) => {
                scopes.retain(|scope| !is_refresh(scope));
                making.advice(
                    FormField::Scopes,
                    "The scope for renewal is left out: in this flow there is nothing to renew.",
                );
            }
            _ => {}
        }
    }
    if !is_person && entra_url(token_url).is_some() && !matches!(&*scopes, [one] if one.ends_with("/.default")) {
        let known = resource(&address.host).map(|resource| resource.default_scope(&address.host));
        let message = match &known {
            Some(scope) => format!("In this flow Microsoft Entra ID takes one scope, `{scope}`, which stands for all that the client may do."),
            None => "In this flow Microsoft Entra ID takes one scope: the address or ID of the service with `/.default` behind it.".to_owned(),
        };
        match known {
            Some(scope) => {
                scopes = vec![scope];
                making.advice(FormField::Scopes, message);
            }
            None => making.fault(FormField::Scopes, message),
        }
    }
    scopes
}
