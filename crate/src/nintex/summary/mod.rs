//! What Nintex will make of a document when it is imported.

mod actions;
mod address;
mod connection;
mod data;
mod limits;
mod notes;
#[cfg(test)]
mod tests;
pub(crate) mod written;

pub use actions::{Action, Actions, Asker, Field, FieldKind, Place, actions};
pub use data::{
    Address, Authentication, Choice, Connection, ConnectionField, ConnectionFieldKind, Placeholder, Said, Summary,
    Wizard,
};
pub use notes::Note;

use crate::json::Member;
use crate::nintex::fields::is_hidden;
use crate::nintex::provider;
use crate::nintex::render_version::second;
use crate::openapi::{Document, SecurityDefinition};
use crate::text::Gather;

/// Reads the summary off a document. It takes next to no time beside a check.
pub fn summary(document: &Document<'_>) -> Summary {
    let info = document.root().and_then(|root| root.get("info"));
    let said = |key: &str| info.map(|info| written::said(info, key)).unwrap_or_default();
    let definitions = connection::definitions(document);
    let mut connection = connection::connection(document, &definitions);
    let mut addresses = address::addresses(document, &connection.fields);
    let mut wizard = wizard(document, connection.authentication, &definitions);
    let is_cut = cut(&mut connection.definitions, limits::DEFINITIONS)
        | cut(&mut connection.fields, limits::FIELDS)
        | cut(&mut addresses, limits::ADDRESSES)
        | cut(&mut wizard.scopes, limits::SCOPES);
    let operations = document.operations();
    let hidden = operations.iter().filter(|operation| is_hidden(operation.value())).count();
    let mut summary = Summary {
        title: said("title"),
        description: said("description"),
        version: said("version"),
        renders_objects: second(document).is_some(),
        addresses,
        connection,
        wizard,
        is_cut,
        visible_actions: (operations.len() - hidden) as u32,
        hidden_actions: hidden as u32,
        ..Summary::default()
    };
    summary.notes = notes::notes(document, &summary, &definitions);
    summary
}

/// Shortens a list to so many entries. Whether it had more.
fn cut<T>(list: &mut Vec<T>, limit: usize) -> bool {
    let is_longer = list.len() > limit;
    list.truncate(limit);
    is_longer
}

fn wizard<'a>(
    document: &Document<'a>,
    authentication: Authentication,
    definitions: &[SecurityDefinition<'a>],
) -> Wizard {
    let is_person = authentication == Authentication::PersonSignsIn;
    let asks_for_client = is_person || authentication == Authentication::ClientCredentials;
    let Some(definition) = definitions.first().filter(|_| asks_for_client) else { return Wizard::default() };
    let scope = |member: Member<'_>| Said { text: written::cut(&member.name()), span: member.span() };
    Wizard {
        preset: provider::preset(document, definition).to_owned(),
        asks_for_client,
        provider: provider::of(definition.value()).map(|provider| provider.name.to_owned()).unwrap_or_default(),
        redirect_url: if is_person { provider::REDIRECT_URL.to_owned() } else { String::new() },
        scopes: definition.scopes().take(limits::SCOPES + 1).map(scope).gathered(),
    }
}
