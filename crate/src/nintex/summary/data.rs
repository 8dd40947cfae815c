//! What Nintex makes of a document, as plain data that crosses borders as it is.
//!
//! A text that there is not is empty, and so is its span.

use serde::{Deserialize, Serialize};
use tsify::Tsify;

use super::notes::Note;
use crate::text::Span;

/// What a document will be in Nintex, but for its actions field by field: those are `Actions`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// The name that the Xtension gets: `info.title`.
    pub title: Said,
    /// What its list entry says of it: `info.description`.
    pub description: Said,
    /// `info.version`.
    pub version: Said,
    /// Whether arrays and nested objects get fields of their own: `x-ntx-render-version` is 2.
    pub renders_objects: bool,
    /// Where calls go, in the order of the paths.
    pub addresses: Vec<Address>,
    /// What somebody who makes a connection is asked.
    pub connection: Connection,
    /// What to choose in the import wizard.
    pub wizard: Wizard,
    /// How many operations the designer shows as actions.
    pub visible_actions: u32,
    /// How many operations it does not show.
    pub hidden_actions: u32,
    /// What is worth knowing although nothing is wrong.
    pub notes: Vec<Note>,
    /// Whether there are more addresses, security definitions, fields of the connection or scopes than are listed.
    pub is_cut: bool,
}

impl Summary {
    /// Hands over every place in it, to be counted in other units.
    pub fn each_span(&mut self, change: &mut dyn FnMut(&mut Span)) {
        for said in [&mut self.title, &mut self.description, &mut self.version, &mut self.connection.validation] {
            change(&mut said.span);
        }
        self.addresses.iter_mut().for_each(|address| change(&mut address.span));
        self.connection.definitions.iter_mut().for_each(|said| change(&mut said.span));
        self.connection.fields.iter_mut().for_each(|field| change(&mut field.span));
        self.wizard.scopes.iter_mut().for_each(|said| change(&mut said.span));
        self.notes.iter_mut().for_each(|note| change(&mut note.span));
    }
}

/// A text of the document, cut where it is long, and where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Said {
    /// What it says.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// Where calls go.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Address {
    /// Scheme, host and base path, with placeholders as they are written: `https://{{tenant}}.example.com/v1`.
    pub url: String,
    /// What stands in for what is only known later.
    pub placeholders: Vec<Placeholder>,
    /// Whether the server is in the customer's own network, behind Nintex Gateway.
    pub is_behind_gateway: bool,
    /// How many operations are called there, hidden ones included.
    pub operations: u32,
    /// Where its host is named.
    pub span: Span,
}

/// A name in braces that Nintex replaces.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Placeholder {
    /// Its name, without the braces.
    pub name: String,
    /// The label of the field of the connection that fills it; empty where there is none.
    pub label: String,
}

/// How a connection signs in, and what somebody who makes one is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Connection {
    /// The type of authentication.
    pub authentication: Authentication,
    /// The security definitions of that type, by their names.
    pub definitions: Vec<Said>,
    /// The fields of the dialog, in the order of the document.
    pub fields: Vec<ConnectionField>,
    /// The `operationId` of the operation that tests a new connection.
    pub validation: Said,
}

/// The ways to sign in that a connection can have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum Authentication {
    /// No security definition: calls go out as they are.
    #[default]
    None,
    /// User name and password.
    Basic,
    /// A key in a header or in the query.
    ApiKey,
    /// OAuth 2.0 in which a person signs in at the provider: the flow `accessCode`.
    PersonSignsIn,
    /// OAuth 2.0 with a client ID and a secret alone: the flow `application`.
    ClientCredentials,
    /// There is a security definition, but of no type or flow that Nintex takes.
    Unknown,
}

/// A field of the dialog in which a connection is made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ConnectionField {
    /// What it is called in the dialog.
    pub label: String,
    /// Its name, by which placeholders call it.
    pub name: String,
    /// What it holds.
    pub kind: ConnectionFieldKind,
    /// What can be chosen, where that is known.
    pub options: Vec<Choice>,
    /// Whether it must be filled in.
    pub is_required: bool,
    /// The regular expression that what is typed must match.
    pub pattern: String,
    /// The text that explains it.
    pub help: String,
    /// Whether Nintex asks for it by itself, and not because the document says so.
    pub is_built_in: bool,
    /// The name of the security definition that it belongs to.
    pub definition: String,
    /// The property that describes it, else the security definition.
    pub span: Span,
}

/// What a field of a connection holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum ConnectionFieldKind {
    /// Any text.
    #[default]
    Text,
    /// A password, a key or another secret.
    Password,
    /// One of some values.
    Choice,
}

/// A value that can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// What is sent: a string without its quotes, anything else as JSON writes it.
    pub value: String,
    /// What is shown.
    pub label: String,
}

/// What whoever imports the document is asked on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Wizard {
    /// The security preset to choose; empty unless the authentication is OAuth 2.0.
    pub preset: String,
    /// Whether it asks for a client ID and a client secret.
    pub asks_for_client: bool,
    /// What is known of whoever hands out the tokens: its name.
    pub provider: String,
    /// The redirect URL to register with the provider; empty unless people sign in there.
    pub redirect_url: String,
    /// The scopes that a connection asks the provider for, and that the registered client needs.
    pub scopes: Vec<Said>,
}
