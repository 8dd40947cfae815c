//! What a text is instead of an Xtension.

use serde::{Deserialize, Serialize};
use tsify::Tsify;

use crate::openapi;

/// What a text is instead of OpenAPI 2.0 in JSON. See [`crate::openapi::OtherKind`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct OtherKind {
    /// Its name for programs, in kebab-case.
    pub kind: String,
    /// What can be offered to do about it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[tsify(optional)]
    pub offer: Option<Offer>,
}

/// See [`crate::openapi::Offer`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "they are those of the type named above")]
pub enum Offer {
    Convert,
    Explain,
    Sample,
    Schema,
    New,
}

impl From<&openapi::OtherKind> for OtherKind {
    fn from(kind: &openapi::OtherKind) -> Self {
        let offer = kind.offer.map(|offer| match offer {
            openapi::Offer::Convert => Offer::Convert,
            openapi::Offer::Explain => Offer::Explain,
            openapi::Offer::Sample => Offer::Sample,
            openapi::Offer::Schema => Offer::Schema,
            openapi::Offer::New => Offer::New,
        });
        Self { kind: kind.id.to_owned(), offer }
    }
}
