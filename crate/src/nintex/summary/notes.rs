//! What is worth knowing of an import although nothing is wrong: it holds for a correct document, too.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use tsify::Tsify;

use super::data::{Authentication, ConnectionField, Summary};
use super::written;
use crate::nintex::{k2, provider};
use crate::openapi::{Document, SecurityDefinition};
use crate::text::{Gather, Span};

/// Something worth knowing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Note {
    /// Which of them it is. Never changes its meaning.
    pub id: Cow<'static, str>,
    /// One or two sentences.
    pub text: Cow<'static, str>,
    /// The first place that it is about; empty where it is about the document as a whole.
    pub span: Span,
}

/// A note that may apply.
pub(super) struct Known {
    pub(super) id: &'static str,
    pub(super) text: &'static str,
    /// The first place that it is about; none where it does not apply.
    applies: fn(&Facts<'_, '_>) -> Option<Span>,
}

/// What notes look at.
struct Facts<'f, 'a> {
    summary: &'f Summary,
    definitions: &'f [SecurityDefinition<'a>],
}

/// From so many visible actions on the designer's list gets long. Of the Xtensions that are published, the largest has
/// fewer.
const MANY_ACTIONS: u32 = 50;

/// Sources: <https://help.nintex.com/en-US/xtensions/01_GetStarted/PRC_02Edit_Connector.htm> for what follows a new
/// definition and what does not, <https://help.nintex.com/en-US/xtensions/04_Reference/REF_ImportExisting.htm> for the
/// number of actions, <https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/APIAuth.htm> for bearer tokens.
pub(super) static NOTES: &[Known] = &[
    Known {
        id: "import-is-a-snapshot",
        text: "Nintex copies the file when it is imported, also where it is given its address: after a change, the \
               definition has to be imported again.",
        applies: |_| Some(Span::default()),
    },
    Known {
        id: "authentication-is-final",
        text: "The type of authentication cannot be changed after the import. For another one, the Xtension has to be \
               deleted and added again.",
        applies: |facts| Some(facts.definitions.first().map(|one| one.member.span()).unwrap_or_default()),
    },
    Known {
        id: "placed-actions-stay",
        text: "Actions that stand in workflows already do not follow a new definition: remove them there and add them \
               again.",
        applies: |facts| (!facts.summary.renders_objects).then(Span::default),
    },
    Known {
        id: "placed-actions-follow",
        text: "Actions that are added to workflows from now on follow each new definition, also where that breaks them. \
               Those that were set up before the Xtension had render version 2 stay as they were.",
        applies: |facts| facts.summary.renders_objects.then(Span::default),
    },
    Known {
        id: "too-many-actions",
        text: "Each visible operation becomes an action in the designer's list. Keep those that workflows need, and hide \
               the others with `\"x-ntx-visibility\": \"internal\"`.",
        applies: |facts| (facts.summary.visible_actions > MANY_ACTIONS).then(Span::default),
    },
    Known {
        id: "redirect-url-region",
        text: provider::REDIRECT_REGIONS,
        applies: |facts| {
            let signs_in = facts.summary.connection.authentication == Authentication::PersonSignsIn;
            facts.definitions.first().filter(|_| signs_in).map(|one| one.member.span())
        },
    },
    Known {
        id: "bearer-is-typed",
        text: "The connection sends the key as it is typed. Where the server takes bearer tokens, whoever makes the \
               connection types `Bearer`, a blank, and the token.",
        applies: |facts| {
            let is_bearer = |one: &&SecurityDefinition<'_>| {
                let name = one.header().filter(|_| one.is_type("apiKey"));
                name.is_some_and(|name| name.eq_ignore_ascii_case("Authorization"))
            };
            facts.definitions.iter().find(is_bearer).map(|one| one.member.span())
        },
    },
    Known {
        id: "connection-field-names",
        text: "The dialog calls a field by its name where it has no `title`.",
        applies: |facts| {
            let is_bare = |field: &&ConnectionField| !field.is_built_in && field.label == field.name;
            facts.summary.connection.fields.iter().find(is_bare).map(|field| field.span)
        },
    },
    Known {
        id: "several-keys",
        text: "The connection has several keys. Published Xtensions do it, but how the dialog shows them is not \
               documented: after the import, check that it asks for each.",
        applies: |facts| {
            let is_key = facts.summary.connection.authentication == Authentication::ApiKey;
            facts.definitions.get(1).filter(|_| is_key).map(|one| one.member.span())
        },
    },
    Known {
        id: "gateway-needed",
        text: "Calls go through Nintex Gateway. It has to be set up in the server's network before a connection can be \
               made.",
        applies: |facts| facts.summary.addresses.iter().find(|one| one.is_behind_gateway).map(|one| one.span),
    },
    Known {
        id: "nintex-region",
        text: "This is Nintex's own API: host and token URL have to be those of the region that the tenant is in.",
        applies: |facts| {
            let is_own = |url: &str| url.split('/').nth(2).is_some_and(|host| provider::is_host(host, ".nintex.io"));
            facts.summary.addresses.iter().find(|one| is_own(&one.url)).map(|one| one.span)
        },
    },
];

/// The notes that apply.
pub(super) fn notes(document: &Document<'_>, summary: &Summary, definitions: &[SecurityDefinition<'_>]) -> Vec<Note> {
    let facts = Facts { summary, definitions };
    let known = NOTES.iter().filter_map(|known| {
        let span = (known.applies)(&facts)?;
        Some(Note { id: known.id.into(), text: known.text.into(), span })
    });
    let mut notes = known.gathered();
    if let Some(definition) = definitions.first() {
        let advice = provider::advice(document, definition).into_iter();
        notes.extend(advice.map(|(id, text)| {
            let text = if let Cow::Owned(text) = &text { written::cut(text).into() } else { text };
            Note { id: id.into(), text, span: definition.member.span() }
        }));
    }
    let advice = k2::notes(document).into_iter();
    notes.extend(advice.map(|(id, text)| Note { id: id.into(), text: text.into(), span: Span::default() }));
    notes
}
