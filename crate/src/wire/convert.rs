//! What crosses the border to JavaScript where something is to become an Xtension, or a part of one.

mod answer;

use serde::{Deserialize, Serialize};
use tsify::Tsify;

pub use self::answer::answer;
use super::{Edit, Range};
use crate::convert::RemarkKind;
use crate::convert::create::{Created, Form, KnownProvider};

/// What the page asks of the converter's worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ConverterRequest {
    /// Make an Xtension of `text`.
    Convert {
        /// Comes back with the answer.
        id: u32,
        /// The text with its line ends as the editor counts them.
        text: String,
        /// Whether all ways to sign in stay, where the original has several.
        all_ways: bool,
    },
    /// Find the operations of `text`, an Xtension.
    List {
        /// Comes back with the answer.
        id: u32,
        /// The text with its line ends as the editor counts them.
        text: String,
    },
    /// Leave some operations of `text`, an Xtension, with all that they need.
    Pick {
        /// Comes back with the answer.
        id: u32,
        /// The text with its line ends as the editor counts them.
        text: String,
        /// The operations that are wanted, by their positions in the list.
        wanted: Vec<u32>,
    },
    /// Make of `text`, an Xtension, one for each way to sign in.
    Split {
        /// Comes back with the answer.
        id: u32,
        /// The text with its line ends as the editor counts them.
        text: String,
    },
    /// Find the schema that all `samples` are examples of.
    Schema {
        /// Comes back with the answer.
        id: u32,
        /// JSON texts.
        samples: Vec<String>,
    },
    /// Make the schema of `samples` that of a body in `text`, an Xtension.
    Insert {
        /// Comes back with the answer.
        id: u32,
        /// The text with its line ends as the editor counts them.
        text: String,
        /// The operation, by its position in the list.
        operation: u32,
        /// The status of the answer that the samples are of, such as `200`; none where they are sent.
        status: Option<String>,
        /// JSON texts.
        samples: Vec<String>,
    },
    /// Make a new Xtension.
    Create {
        /// Comes back with the answer.
        id: u32,
        /// What a person says of it.
        form: Box<Form>,
    },
    /// Name the providers of OAuth 2.0 whose addresses are known.
    Providers {
        /// Comes back with the answer.
        id: u32,
    },
}

/// What the converter's worker says to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum ConverterResponse {
    /// The worker takes requests.
    Ready {
        /// The version of the converter.
        version: String,
    },
    /// The answer to [`ConverterRequest::Convert`].
    Converted {
        /// The request's.
        id: u32,
        /// What came of it.
        conversion: Conversion,
    },
    /// The answer to [`ConverterRequest::List`].
    Listed {
        /// The request's.
        id: u32,
        /// The operations in the order of the text.
        operations: Vec<Candidate>,
    },
    /// The answer to [`ConverterRequest::Pick`].
    Picked {
        /// The request's.
        id: u32,
        /// What is to be taken out of the text.
        edits: Vec<Edit>,
        /// The operations that stay besides, since those that are wanted need them, by their positions.
        needed: Vec<u32>,
        /// How many definitions, shared parameters and shared responses stay.
        shared: u32,
    },
    /// The answer to [`ConverterRequest::Split`].
    Split {
        /// The request's.
        id: u32,
        /// One where all operations sign in by the same.
        shares: Vec<Share>,
    },
    /// The answer to [`ConverterRequest::Schema`].
    Schema {
        /// The request's.
        id: u32,
        /// What came of it.
        sampled: Sampled,
    },
    /// The answer to [`ConverterRequest::Insert`].
    Inserted {
        /// The request's.
        id: u32,
        /// What came of it.
        inserted: Inserted,
    },
    /// The answer to [`ConverterRequest::Create`].
    Created {
        /// The request's.
        id: u32,
        /// What came of it.
        created: Created,
    },
    /// The answer to [`ConverterRequest::Providers`].
    Providers {
        /// The request's.
        id: u32,
        /// By their names.
        providers: Vec<KnownProvider>,
    },
}

/// What came of a conversion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(tag = "outcome", rename_all = "camelCase")]
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
pub enum Conversion {
    /// An Xtension.
    Done(Converted),
    /// The text is OpenAPI 2.0 in JSON already.
    AlreadyThere,
    /// The text is nothing that can be converted.
    Unknown,
    /// The text is meant to be YAML, and something is wrong with it.
    Broken {
        /// What is wrong there, and what to do.
        message: String,
        /// Where reading stopped.
        from: u32,
        /// Where what is wrong ends at the latest.
        to: u32,
    },
}

/// An Xtension that was made of another format. See [`crate::convert::Converted`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Converted {
    /// What it was made of.
    pub source: Source,
    /// JSON.
    pub text: String,
    /// What a person should know of it, in the order of the original.
    pub remarks: Vec<Remark>,
    /// The way back to the original: four numbers for each stretch of `text`: where it begins and ends, and where in the
    /// original that begins and ends which it comes from. By their beginning, the larger first: they lie in each other or
    /// apart.
    pub places: Vec<u32>,
}

/// What a text was converted from. See [`crate::convert::Source`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "they are those of the type named above")]
pub enum Source {
    #[serde(rename = "openapi3")]
    OpenApi3,
    #[serde(rename = "openapi2-in-yaml")]
    OpenApi2InYaml,
    #[serde(rename = "postman")]
    Postman,
}

/// One thing that a person should know of a conversion. See [`crate::convert::Remark`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Remark {
    /// What kind of thing it is.
    pub kind: RemarkKind,
    /// What became of what. The same for all that have the same cause.
    pub message: String,
    /// Why, or what to do about it; may be empty.
    pub because: String,
    /// What it is about in the original.
    pub origin: Range,
    /// The keys that lead there, for people; empty for the whole of it.
    pub path: String,
    /// What it is about in the result, where anything of it is there.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[tsify(optional)]
    pub place: Option<Range>,
    /// Where that stands, as a JSON Pointer; empty where nothing of it is there, and for the root.
    pub pointer: String,
}

/// An operation that can be picked. See [`crate::convert::pick::Candidate`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Candidate {
    /// Its method, in capitals.
    pub method: String,
    /// Its path.
    pub path: String,
    /// Its `operationId`; may be empty.
    pub operation_id: String,
    /// What the action is called: `summary`, else `operationId`; may be empty.
    pub label: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// Whether it says that it should not be used any more.
    pub is_deprecated: bool,
    /// Where it begins.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
}

/// One of several Xtensions that another one becomes. See [`crate::convert::split::Share`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Share {
    /// What its operations sign in by: the names of security definitions.
    pub security: Vec<String>,
    /// How many operations it has.
    pub operations: u32,
    /// The whole of it.
    pub text: String,
}

/// What came of samples.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(tag = "outcome", rename_all = "camelCase")]
pub enum Sampled {
    /// A schema.
    Done {
        /// JSON.
        text: String,
        /// How many definitions it refers to: a JSON Schema brings them along.
        definitions: u32,
        /// What a person should know of it; the places are those of the sample that it is about.
        remarks: Vec<Remark>,
    },
    /// One of them cannot be read as JSON.
    NoSample {
        /// Which, counted from 0.
        position: u32,
    },
}

/// What came of samples for an operation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Tsify)]
#[serde(tag = "outcome", rename_all = "camelCase")]
pub enum Inserted {
    /// Changes to the text.
    Done {
        /// They put the schema where it belongs.
        edits: Vec<Edit>,
        /// What a person should know of it; the places are those of the sample that it is about.
        remarks: Vec<Remark>,
    },
    /// One of the samples cannot be read as JSON.
    NoSample {
        /// Which, counted from 0.
        position: u32,
    },
    /// There is no such operation.
    NoOperation,
}
