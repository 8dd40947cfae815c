//! What the checker says of a document: plain data, in byte offsets.

use std::borrow::Cow;

use crate::text::{Edits, Span};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The import is refused, or the action cannot work.
    Error,
    /// It imports, and then works badly or not as meant.
    Warning,
    /// Worth a look.
    Hint,
}

/// How sure the checker is that what it says holds in Nintex.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// Nintex's help pages, the OpenAPI 2.0 specification or JSON's say so.
    Documented,
    /// Seen in published Xtensions or told by people who met it.
    Observed,
    /// Concluded from the above.
    Inferred,
}

/// One thing that is wrong, why it matters, and what can be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// The id of the rule that found it, in kebab-case.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// How sure it is.
    pub certainty: Certainty,
    /// The address of the page on which the fact behind the rule can be read.
    pub source: &'static str,
    /// The smallest thing to blame.
    pub span: Span,
    /// What is wrong, in one sentence.
    pub message: String,
    /// Why it matters: what Nintex does with it.
    pub because: Cow<'static, str>,
    /// The JSON Pointer (RFC 6901) of what is blamed; empty for the document as a whole.
    pub pointer: String,
    /// Other places that have to do with it.
    pub related: Vec<Label>,
    /// What can be done, best first. Several are alternatives: one of them is enough.
    pub fixes: Vec<Fix>,
    /// Whether parting the document by how its operations sign in is a way out, too.
    pub can_be_split: bool,
}

/// A place and what it has to do with a diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// A few words on it.
    pub message: String,
}

/// Whether a fix may be made without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Safety {
    /// It cannot change the meaning of a document that works; "fix all" takes it.
    Safe,
    /// Plausible, but it changes what the document says: a person decides.
    Review,
    /// It leaves a blank for a person to fill in.
    Template,
}

/// One way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as an order: "Remove the parameter".
    pub title: String,
    /// What follows from it, in one sentence; empty where the title says it all.
    pub consequence: Cow<'static, str>,
    /// Whether it may be made without asking.
    pub safety: Safety,
    /// The changes, all of them or none.
    pub edits: Edits,
    /// The blank of a [`Safety::Template`] fix, in byte offsets of the text *after* the edits.
    pub blank: Option<Span>,
}
