//! Every extension that Nintex reads or writes, as the same kind of data as the format itself.

mod connection;
mod dynamic;
mod event;
mod field;
mod platform;

pub use connection::{BUILT_IN_PLACEHOLDERS, CALLBACK_URL, GATEWAY_PROPERTIES, GATEWAY_URI};

use crate::openapi::nearest;
use crate::openapi::vocabulary::{Key, ObjectKind, for_reading};
use crate::text::{Gather, are_same};

/// The value of `format` that makes a string a file of Nintex, sent as its URL.
pub const FILE_REFERENCE_FORMAT: &str = "x-ntx-file-reference";

/// Nintex's overview of its extensions.
const OVERVIEW: &str = "https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/NAV_Vendor_Extensions.htm";

/// One extension.
#[derive(Debug)]
pub struct Extension {
    /// Its name, what its value must be, and what it is for.
    pub key: Key,
    /// The objects that it is documented for or was seen on. Elsewhere it says nothing, as far as is known.
    pub on: &'static [ObjectKind],
    /// How well it is known.
    pub standing: Standing,
    /// Where it is described, or seen. Empty without the feature `whole`.
    pub source: &'static str,
}

/// How well an extension is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A help page of Nintex describes it for authors of Xtensions.
    Documented,
    /// It stands in samples of start events, which the help pages say are not available yet.
    StartEvent,
    /// Published Xtensions have it, but no help page describes it.
    Seen,
    /// Nintex writes it itself when it stores or exports an Xtension.
    WrittenByPlatform,
    /// Nintex's workflow designer keeps it in workflows. It does not belong in an Xtension.
    Designer,
}

impl Extension {
    const fn new(key: Key, on: &'static [ObjectKind], standing: Standing, source: &'static str) -> Self {
        Extension { key, on, standing, source: for_reading(source) }
    }

    /// Its name.
    pub fn name(&self) -> &'static str {
        self.key.name
    }
}

static GROUPS: &[&[Extension]] =
    &[field::EXTENSIONS, dynamic::EXTENSIONS, connection::EXTENSIONS, event::EXTENSIONS, platform::EXTENSIONS];

/// All extensions.
pub fn extensions() -> impl Iterator<Item = &'static Extension> {
    GROUPS.iter().copied().flatten()
}

/// The extension with that name.
pub fn extension(name: &str) -> Option<&'static Extension> {
    extensions().find(|extension| are_same(extension.key.name.as_bytes(), name.as_bytes()))
}

/// The extension with that name as a key: what the walk over a document asks for.
pub fn extension_key(name: &str) -> Option<&'static Key> {
    extension(name).map(|extension| &extension.key)
}

/// Names that people wrote, or that sound right, and the extension that does what they say.
const NEAR_MISSES: &[(&str, &str)] = &[
    ("x-ntx-authorization-url", "authorizationUrl"),
    ("x-ntx-authorizationUrl", "authorizationUrl"),
    ("x-ntx-connection-property", "x-ntx-connection-properties"),
    ("x-ntx-file-reference", "format"),
    ("x-ntx-label", "x-ntx-summary"),
    ("x-ntx-title", "x-ntx-summary"),
    ("x-ntx-validate", "x-ntx-connection-validation"),
    ("x-ntx-validation", "x-ntx-connection-validation"),
];

/// The name that somebody meant who wrote `name`, which is no known extension: a known extension, or, where OpenAPI
/// itself has a key for it, that key.
pub fn meant(name: &str) -> Option<&'static str> {
    if extension(name).is_some() {
        return None;
    }
    if let Some((_, right)) = NEAR_MISSES.iter().find(|miss| miss.0.eq_ignore_ascii_case(name)) {
        return Some(right);
    }
    let known: Vec<&'static str> =
        extensions().map(Extension::name).filter(|known| known.starts_with("x-ntx-")).gathered();
    for prefix in ["x-nintex-", "x-nwc-", "nintex-", "ntx-", "xntx-", "x_ntx_"] {
        if let Some(rest) = name.strip_prefix(prefix) {
            let usual = format!("x-ntx-{rest}");
            return known.iter().copied().find(|known| *known == usual).or_else(|| nearest(&usual, &known));
        }
    }
    nearest(name, &known)
}

/// An extension of Microsoft's for Power Automate that says what one of Nintex's does.
#[derive(Clone, Copy, Debug)]
pub struct Twin {
    /// What Microsoft calls it.
    pub theirs: &'static str,
    /// What Nintex calls it.
    pub ours: &'static str,
    /// The keys in it that Nintex calls otherwise, theirs and ours.
    pub keys: &'static [(&'static str, &'static str)],
}

const TWINS: &[Twin] = &[
    Twin { theirs: "x-ms-visibility", ours: "x-ntx-visibility", keys: &[] },
    Twin { theirs: "x-ms-dynamic-values", ours: "x-ntx-dynamic-values", keys: &[] },
    Twin { theirs: "x-ms-dynamic-schema", ours: "x-ntx-dynamic-schema", keys: &[] },
    Twin {
        theirs: "x-ms-dynamic-list",
        ours: "x-ntx-dynamic-values",
        keys: &[("itemsPath", "value-collection"), ("itemValuePath", "value-path"), ("itemTitlePath", "value-title")],
    },
    Twin { theirs: "x-ms-dynamic-properties", ours: "x-ntx-dynamic-schema", keys: &[("itemValuePath", "value-path")] },
    Twin { theirs: "x-ms-enum-values", ours: "x-ntx-oneOf", keys: &[("value", "const"), ("displayName", "title")] },
];

/// What says in Nintex's words what `name`, an extension of Microsoft's, says in those of Power Automate. Not
/// `x-ms-summary`, which Nintex reads as it is.
pub fn twin_of_microsoft(name: &str) -> Option<&'static Twin> {
    TWINS.iter().find(|twin| twin.theirs == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::openapi::shape::{Fault, Slip, shape};

    #[test]
    fn no_name_is_listed_twice() {
        let mut names: Vec<_> = extensions().map(Extension::name).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
        assert!(names.iter().all(|name| name.starts_with("x-")));
    }

    #[test]
    fn what_was_meant_is_found() {
        for (wrong, right) in [
            ("x-ntx-inital", "x-ntx-initial"),
            ("x-]]ntx-summary", "x-ntx-summary"),
            ("x-ntx-label", "x-ntx-summary"),
            ("x-ntx-sub-label", "x-ntx-sublabel"),
            ("x-ntx-sub-text", "x-ntx-subtext"),
            ("x-ntx-dynamicValues", "x-ntx-dynamic-values"),
            ("x_ntx_visibility", "x-ntx-visibility"),
            ("x-nintex-summary", "x-ntx-summary"),
            ("x-ntx-validate", "x-ntx-connection-validation"),
            ("x-ntx-hosts", "x-ntx-host"),
            ("x-ntx-file-reference", "format"),
        ] {
            assert_eq!(meant(wrong), Some(right), "{wrong}");
        }
        for unknown in ["x-nintex-oauth-source", "x-ntx-people", "x-ntx-secret", "x-ms-url-encoding", "x-ntx-summary"] {
            assert_eq!(meant(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn near_misses_lead_to_something_known() {
        for (wrong, right) in NEAR_MISSES {
            assert!(extension(wrong).is_none(), "{wrong}");
            assert!(extension(right).is_some() || !right.starts_with("x-"), "{right}");
        }
    }

    #[test]
    fn microsoft_has_twins() {
        for twin in TWINS {
            assert!(extension(twin.ours).is_some() && extension(twin.theirs).is_none(), "{twin:?}");
        }
        assert_eq!(twin_of_microsoft("x-ms-visibility").map(|twin| twin.ours), Some("x-ntx-visibility"));
        assert!(twin_of_microsoft("x-ms-summary").is_none());
    }

    /// The places where the extensions of a document are wrong, and the first word for what is wrong.
    fn problems(text: &str) -> Vec<String> {
        let tree = crate::json::parse(text);
        let shape = shape(&tree, extension_key);
        let problems = shape.problems.iter().filter(|problem| problem.is_in_extension);
        let named = problems.map(|problem| match problem.fault {
            Fault::MissingKey { holder } => {
                format!("{} lacks {}", holder.pointer(), problem.key.map_or("", |key| key.name))
            }
            Fault::UnknownKey { member, slip: Slip::Misspelt(right) } => format!("{} is {right}", member.name()),
            _ => problem.value().pointer(),
        });
        named.collect()
    }

    #[test]
    fn values_are_judged() {
        let parameter = r#"{"parameters":{"p":{"x-ntx-summary":true,"x-ntx-visibility":"Internal","x-ntx-variables":"no",
            "x-ntx-dynamic-values":{"operationID":"o","value-name":"n","parameters":[]},
            "x-ntx-oneOf":[{"value":1,"title":"One"},{"type":"array","items":{}}]}}}"#;
        assert_eq!(
            problems(parameter),
            [
                "/parameters/p/x-ntx-summary",
                "/parameters/p/x-ntx-visibility",
                "/parameters/p/x-ntx-variables",
                "/parameters/p/x-ntx-dynamic-values lacks value-path",
                "operationID is operationId",
                "value-name is value-title",
                "/parameters/p/x-ntx-dynamic-values/parameters",
                "value is const",
            ]
        );
    }

    #[test]
    fn the_render_version_is_the_number_two() {
        assert_eq!(problems(r#"{"x-ntx-render-version":"2"}"#), ["/x-ntx-render-version"]);
        assert_eq!(problems(r#"{"x-ntx-render-version":3}"#), ["/x-ntx-render-version"]);
        assert!(problems(r#"{"x-ntx-render-version":2.0}"#).is_empty());
    }

    #[test]
    fn connection_properties_are_the_schema_of_an_object() {
        let text = |properties: &str| {
            format!(
                r#"{{"securityDefinitions":{{"k":{{"type":"basic","x-ntx-connection-properties":{properties}}}}}}}"#
            )
        };
        let sound =
            r#"{"type":"object","properties":{"x-ntx-gateway-id":{"type":"string"}},"required":["x-ntx-gateway-id"]}"#;
        assert!(problems(&text(sound)).is_empty());
        assert_eq!(problems(&text("{}")).len(), 2);
    }
}
