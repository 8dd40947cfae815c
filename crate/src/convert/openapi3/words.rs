//! What is remarked on schemas: what became of what, and why.

pub(super) type Words = (&'static str, &'static str);

/// Keywords that go without a word, since they say nothing of the values.
pub(super) const SILENT: &[&str] = &[
    "$schema",
    "$id",
    "$anchor",
    "$comment",
    "$defs",
    "definitions",
    "$vocabulary",
    "$dynamicAnchor",
    "$recursiveAnchor",
    "$ref",
    "$dynamicRef",
    "contentSchema",
    "id",
];

const NOT_SAID: &str = "OpenAPI 2.0 cannot say it; the API still checks it.";

/// What is said where that keyword of a schema is left out.
pub(super) fn lost_keyword(name: &str) -> Option<Words> {
    Some(match name {
        "not" => ("`not` is left out.", NOT_SAID),
        "if" | "then" | "else" => ("`if`, `then` and `else` are left out.", NOT_SAID),
        "dependentSchemas" | "dependentRequired" | "dependencies" => {
            ("What depends on another property being there is left out.", NOT_SAID)
        }
        "propertyNames" => ("`propertyNames` is left out.", NOT_SAID),
        "contains" | "minContains" | "maxContains" => ("`contains` is left out.", NOT_SAID),
        "unevaluatedProperties" | "unevaluatedItems" => {
            ("`unevaluatedProperties` and its like are left out.", NOT_SAID)
        }
        _ => return None,
    })
}

pub(super) const WRITE_ONLY: Words = (
    "`writeOnly` is left out.",
    "OpenAPI 2.0 has no such key: the property is shown in answers, too, where it will be empty.",
);
pub(super) const DEPRECATED: Words =
    ("`deprecated` is left out where no operation has it.", "OpenAPI 2.0 knows it of operations only.");
pub(super) const NULLABLE: Words =
    ("`null` as a value became `x-nullable`.", "OpenAPI 2.0 has no `null`: Nintex leaves out what is empty.");
pub(super) const SEVERAL_TYPES: Words =
    ("Of several types the first was taken.", "OpenAPI 2.0 has one type for a value.");
pub(super) const CONST: Words = ("`const` became a list with one value.", "OpenAPI 2.0 says so with `enum`.");
pub(super) const EXAMPLES: Words =
    ("Of several examples the first was taken.", "OpenAPI 2.0 has one example for each schema or answer.");
pub(super) const LIMIT: Words = (
    "A limit that is itself excluded is written in two keys.",
    "OpenAPI 2.0 has a number in `minimum` and `maximum`, and `true` in `exclusiveMinimum` and `exclusiveMaximum`.",
);
pub(super) const TUPLE: Words =
    ("A list with a schema for each place became a list of one kind.", "OpenAPI 2.0 has one schema for all items.");
pub(super) const ITEMS: Words =
    ("A list that says nothing of its items got `items` that allow anything.", "OpenAPI 2.0 demands `items`.");
pub(super) const PATTERN_PROPERTIES: Words =
    ("`patternProperties` became `additionalProperties`.", "OpenAPI 2.0 cannot say which names such properties have.");
pub(super) const PATTERN: Words =
    ("A pattern is left out that is no regular expression.", "Nintex checks what is entered against it, and cannot.");
pub(super) const CONTENT_ENCODING: Words =
    ("`contentEncoding` became the format `byte`.", "In OpenAPI 2.0 that is a text in Base64.");
pub(super) const CONTENT_TYPE: Words =
    ("`contentMediaType` is left out.", "OpenAPI 2.0 has no media type for a part of a document.");
pub(super) const NOTHING: Words = (
    "A schema that allows nothing became one that allows anything.",
    "OpenAPI 2.0 cannot say that nothing is allowed.",
);
pub(super) const UNKNOWN: Words =
    ("A key is left out that OpenAPI 2.0 does not have.", "It is no part of either format, or only of the newer one.");
pub(super) const BESIDE_REFERENCE: Words =
    ("What stood beside a reference is left out.", "In OpenAPI 3.0, as in 2.0, it does not count.");
pub(super) const DISCRIMINATOR: Words =
    ("`discriminator` is left out.", "OpenAPI 2.0 has it only with a property of that name in the same schema.");
pub(super) const MAPPING: Words =
    ("The `mapping` of a `discriminator` is left out.", "In OpenAPI 2.0 its values are the names of the schemas.");
pub(super) const XML: Words = ("`nodeType` of XML is left out.", "OpenAPI 2.0 does not have it.");

pub(super) const VARIANTS_MERGED: Words = (
    "Variants became one object with the properties of all of them.",
    "OpenAPI 2.0 has neither `oneOf` nor `anyOf`: fill in what belongs together, and leave the rest empty.",
);
pub(super) const VARIANTS_CHOSEN: Words = (
    "Of several variants the first was taken.",
    "OpenAPI 2.0 has neither `oneOf` nor `anyOf`: choose another one if that is what your workflows need.",
);
pub(super) const VARIANTS_LABELLED: Words =
    ("Variants of one value each became a list with labels.", "In Nintex, `x-ntx-oneOf` says what to call each value.");
pub(super) const VARIANTS_JOINED: Words =
    ("Variants of one type became this type.", "OpenAPI 2.0 has neither `oneOf` nor `anyOf`.");
pub(super) const VARIANTS_LOST: Words =
    ("Variants that differ only in what they forbid or demand are left out.", NOT_SAID);
pub(super) const TOO_OFTEN: Words = (
    "Something large that many places refer to is left out in the later ones.",
    "OpenAPI 2.0 has no reference there, and the result would be many times as long as the original.",
);
pub(super) const CIRCLE: Words = (
    "A schema is no longer a part of itself.",
    "It led back to itself by its variants, and Nintex cannot build such fields.",
);
pub(super) const PARAMETER_VARIANTS: Words = (
    "Of several variants of a parameter the first was taken.",
    "OpenAPI 2.0 has neither `oneOf` nor `anyOf`, and a parameter has one type.",
);
pub(super) const UNTYPED: Words = (
    "A value whose type is not said became a text.",
    "OpenAPI 2.0 demands a type of everything outside a body: write another one if the API wants that.",
);
