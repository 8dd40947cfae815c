//! Every object of OpenAPI 2.0 as data: its keys, their types, which of them it needs, and a line of help for each.
//!
//! Two sources: the specification's text (<https://spec.openapis.org/oas/v2.0>) and the official JSON schema that goes
//! with it. What a walk by this vocabulary calls a problem is what that schema refuses: `cargo xtask differential` sees to
//! that, and has the list of exceptions.

mod parameter;
mod path;
mod response;
mod root;
mod schema;
mod security;
#[cfg(test)]
mod tests;
mod value;

pub use parameter::{HEADER, ITEMS, PARAMETER};
pub use path::{OPERATION, PATH_ITEM, PATHS};
pub use response::{RESPONSE, RESPONSES};
pub use root::{INFO, ROOT};
pub use schema::{PROPERTIES, SCHEMA};
pub use security::{SECURITY_DEFINITION, SECURITY_REQUIREMENT};
pub use value::{Format, Type, in_words, sensible};

/// Which object of the format something is, whatever its variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObjectKind {
    /// The document itself.
    Root,
    /// What the document says of itself.
    Info,
    /// Whom to ask.
    Contact,
    /// The licence of the API.
    License,
    /// A link to more documentation.
    ExternalDocumentation,
    /// A tag with its description.
    Tag,
    /// The map of all paths.
    Paths,
    /// One path.
    PathItem,
    /// One method of one path.
    Operation,
    /// A parameter, wherever it is sent.
    Parameter,
    /// The root's map of parameters for use by reference.
    ParameterDefinitions,
    /// The items of an array that is no schema: in a parameter or a header.
    Items,
    /// The map of an operation's responses.
    Responses,
    /// One response.
    Response,
    /// The root's map of responses for use by reference.
    ResponseDefinitions,
    /// The map of a response's headers.
    Headers,
    /// One header of a response.
    Header,
    /// The map of a response's examples.
    Examples,
    /// A schema.
    Schema,
    /// The map of a schema's properties.
    Properties,
    /// The root's map of schemas for use by reference.
    Definitions,
    /// How a property looks in XML.
    Xml,
    /// The root's map of security definitions.
    SecurityDefinitions,
    /// One security definition.
    SecurityDefinition,
    /// The scopes of an `oauth2` security definition.
    Scopes,
    /// One alternative of a `security` list.
    SecurityRequirement,
    /// An object inside the value of the extension with that name.
    Extension(&'static str),
}

/// One object of the format.
pub struct Object {
    /// Which it is.
    pub kind: ObjectKind,
    /// What to call it in a sentence: "operation", "query parameter".
    pub name: &'static str,
    /// The keys that it has, in groups that objects share.
    pub keys: &'static [&'static [Key]],
    /// Which other names may be there.
    pub rest: Rest,
    /// How many members that are no extensions there must be.
    pub at_least: usize,
    /// The exact objects that one key chooses between; where its value chooses none, this general object applies.
    pub variants: Option<Variants>,
    /// Where in the document the objects are kept that a reference may stand for; none where it may not.
    pub reference: Option<&'static str>,
    /// Wrong names that people are known to write, and the right one for each.
    pub known_slips: &'static [(&'static str, &'static str)],
    /// Keys that OpenAPI 3 has here.
    pub later: &'static [&'static str],
    /// Objects whose keys are known to end up here by mistake, the likeliest first.
    pub neighbours: &'static [&'static Object],
    /// What it is for, in one line. Empty without the feature `whole`.
    pub help: &'static str,
    /// Where that is written. Empty without the feature `whole`.
    pub source: &'static str,
}

/// Prose that checking does not need: it does not weigh on the wasm that the page loads first.
pub(crate) const fn for_reading(prose: &'static str) -> &'static str {
    if cfg!(feature = "whole") { prose } else { "" }
}

impl Object {
    /// An object without keys that takes extensions: what the others are made from.
    pub const fn new(kind: ObjectKind, name: &'static str, source: &'static str, help: &'static str) -> Self {
        Object {
            kind,
            name,
            keys: &[],
            rest: Rest::Extensions,
            at_least: 0,
            variants: None,
            reference: None,
            known_slips: &[],
            later: &[],
            neighbours: &[],
            help: for_reading(help),
            source: for_reading(source),
        }
    }

    /// All its keys. Not those of its variants.
    pub fn keys(&self) -> impl Iterator<Item = &'static Key> + use<> {
        self.keys.iter().copied().flatten()
    }

    /// The key with that name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys().find(|key| key.name == name)
    }

    /// Whether a key of that name may be there: listed, fitting the names of a map, or an extension.
    pub fn allows(&self, name: &str) -> bool {
        self.key(name).is_some() || self.rest.entry(name).is_some() || self.rest.is_extension(name)
    }
}

impl std::fmt::Debug for Object {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Objects refer to each other in circles.
        write!(f, "Object({})", self.name)
    }
}

/// One key of an object.
#[derive(Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What its value must be.
    pub value: Type,
    /// Whether the object is incomplete without it.
    pub required: bool,
    /// The id of the rule that speaks of it where it is absent or its value is none that there is; none where the
    /// general rules do.
    pub rule: Option<&'static str>,
    /// Whether that rule also speaks of values of a wrong type.
    pub is_ruled_wholly: bool,
    /// Keys that stand in its place, by mistake or not: where one of them is, this one is not missed.
    pub stand_ins: &'static [&'static str],
    /// What it is for, in one line. Empty without the feature `whole`.
    pub help: &'static str,
}

impl Key {
    /// A key that may be left out and that the general rules speak of.
    pub const fn new(name: &'static str, value: Type, help: &'static str) -> Self {
        let help = for_reading(help);
        Key { name, value, required: false, rule: None, is_ruled_wholly: false, stand_ins: &[], help }
    }

    /// The same, and the object is incomplete without it.
    #[must_use]
    pub const fn required(self) -> Self {
        Key { required: true, ..self }
    }

    /// The same, left to the rule with that id where it is absent or its value is none that there is.
    #[must_use]
    pub const fn ruled_by(self, rule: &'static str) -> Self {
        Key { rule: Some(rule), ..self }
    }

    /// The same, left to the rule with that id.
    #[must_use]
    pub const fn wholly_ruled_by(self, rule: &'static str) -> Self {
        Key { is_ruled_wholly: true, ..self.ruled_by(rule) }
    }

    /// The same, not missed where one of those keys stands.
    #[must_use]
    pub const fn or_stand_in(self, stand_ins: &'static [&'static str]) -> Self {
        Key { stand_ins, ..self }
    }
}

/// Which names may stand in an object besides its keys.
#[derive(Debug)]
pub enum Rest {
    /// Extensions: any name that begins with `x-`.
    Extensions,
    /// The object is a map.
    Entries {
        /// Which names its entries have.
        names: Names,
        /// What each entry must be.
        value: Type,
        /// Whether names that begin with `x-` are extensions and not entries.
        extensions: bool,
    },
}

impl Rest {
    /// What the value under that name must be, where the object is a map and the name one of its entries.
    pub fn entry(&self, name: &str) -> Option<&Type> {
        match self {
            Rest::Entries { names, value, .. } if !self.is_extension(name) && names.fit(name) => Some(value),
            _ => None,
        }
    }

    /// Whether that name is an extension here.
    pub fn is_extension(&self, name: &str) -> bool {
        name.starts_with("x-") && matches!(self, Rest::Extensions | Rest::Entries { extensions: true, .. })
    }
}

/// Which names the entries of a map have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// Any.
    Any,
    /// Those that begin with a slash.
    Paths,
    /// HTTP status codes of three digits, and `default`.
    StatusCodes,
}

impl Names {
    /// Whether an entry may have that name.
    pub fn fit(self, name: &str) -> bool {
        match self {
            Names::Any => true,
            Names::Paths => name.starts_with('/'),
            Names::StatusCodes => {
                name == "default" || (name.len() == 3 && name.bytes().all(|byte| byte.is_ascii_digit()))
            }
        }
    }
}

/// The exact objects that an object can be, chosen by the string under one of its keys.
#[derive(Debug)]
pub struct Variants {
    /// The name of that key.
    pub key: &'static str,
    /// What it may say, and the object that it then is.
    pub cases: &'static [(&'static str, &'static Object)],
}
