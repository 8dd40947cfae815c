//! What a person says of an Xtension that is to be made, and what is to be said of that.

use serde::{Deserialize, Serialize};
use tsify::Tsify;

/// What a new Xtension is made of. Each text may be empty: what then is missing is told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", default)]
pub struct Form {
    /// What it is called in Nintex.
    pub title: String,
    /// Its version; `1.0` where it is empty.
    pub version: String,
    /// What it is for.
    pub description: String,
    /// Where the service is: a host, or any address of it, of which host, base path and scheme are taken. What differs
    /// from one connection to the next stands in braces, as in `{tenant}.example.com`.
    pub address: String,
    /// How its connection signs in.
    pub sign_in: SignIn,
    /// Its first operation.
    pub operation: FirstOperation,
}

/// How a connection signs in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum SignIn {
    /// By nothing.
    #[default]
    None,
    /// By a user name and a password.
    Basic,
    /// By a key.
    ApiKey {
        /// The header or query parameter that carries it.
        name: String,
        /// Which of the two that is.
        place: KeyPlace,
    },
    /// By a token that a person has, in the header `Authorization`.
    Bearer,
    /// By OAuth 2.0.
    OAuth(OAuth),
}

/// Where a key is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum KeyPlace {
    /// In a header.
    #[default]
    Header,
    /// In the query of the address.
    Query,
}

/// How a connection signs in by OAuth 2.0.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", default)]
pub struct OAuth {
    /// Who signs in.
    pub flow: Flow,
    /// The name of one of [`providers`](super::providers), which has the addresses; empty for any other.
    pub provider: String,
    /// What stands in the addresses of that provider for whose they are. Where it is empty, each connection asks for it.
    pub site: String,
    /// Where people sign in. Where it is not empty, it takes the place of the provider's.
    pub authorization_url: String,
    /// Where tokens come from. Where it is not empty, it takes the place of the provider's.
    pub token_url: String,
    /// The scopes to ask for, with blanks or line ends between them.
    pub scopes: String,
}

/// The two flows that Nintex has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum Flow {
    /// A person signs in when the connection is made: `accessCode`.
    #[default]
    AuthorizationCode,
    /// The Xtension signs in with an ID and a secret of its own: `application`.
    ClientCredentials,
}

/// The first operation of a new Xtension.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase", default)]
pub struct FirstOperation {
    /// Its method, in letters of any size; `GET` where it is empty.
    pub method: String,
    /// Its path, with a query where it has one. What a person fills in stands in braces: `/rooms/{id}?from=`. An address
    /// in whole is taken as well.
    pub path: String,
    /// What the action is called in Nintex; made of method and path where it is empty.
    pub label: String,
    /// An example of what is sent, in JSON; may be empty.
    pub request: String,
    /// An example of what is answered, in JSON; may be empty.
    pub response: String,
}

/// A part of a [`Form`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum FormField {
    /// [`Form::title`]
    Title,
    /// [`Form::address`]
    Address,
    /// [`Form::sign_in`]
    SignIn,
    /// [`SignIn::ApiKey::name`]
    KeyName,
    /// [`OAuth::provider`]
    Provider,
    /// [`OAuth::site`]
    Site,
    /// [`OAuth::authorization_url`]
    AuthorizationUrl,
    /// [`OAuth::token_url`]
    TokenUrl,
    /// [`OAuth::scopes`]
    Scopes,
    /// [`FirstOperation::method`]
    Method,
    /// [`FirstOperation::path`]
    Path,
    /// [`FirstOperation::request`]
    Request,
    /// [`FirstOperation::response`]
    Response,
}

/// Something to be said of a part of a [`Form`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Note {
    /// Which part it is about.
    pub field: FormField,
    /// Whether the Xtension cannot work before that is put right; else it is good to know.
    pub is_fault: bool,
    /// What it is: a sentence or two.
    pub message: String,
}

/// What comes of a [`Form`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Created {
    /// The Xtension, in JSON. Where something is wrong with the form, it is what could be made of the rest.
    pub text: String,
    /// What is to be said of the form, in its order.
    pub notes: Vec<Note>,
}

impl Created {
    /// The first part of the form that has to be put right.
    pub fn fault(&self) -> Option<&Note> {
        self.notes.iter().find(|note| note.is_fault)
    }
}
