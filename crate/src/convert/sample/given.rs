//! A JSON Schema in the place of a sample.

use std::collections::HashSet;

use super::Schema;
use crate::convert::openapi3::{Alone, is_keyword};
use crate::convert::{Remark, RemarkKind};
use crate::json::{Tree, Value, parse};
use crate::openapi::{Offer, kind};
use crate::text::Gather;

/// What shows that something is a schema, and no data with a key that is called as one of a schema is.
const SIGNS: [&str; 10] =
    ["$schema", "properties", "items", "$ref", "$defs", "definitions", "allOf", "oneOf", "anyOf", "enum"];

/// The schema that `tree` is, in the words of OpenAPI 2.0; none where it is a sample. Its definitions have other names than
/// those of `taken`.
pub(super) fn given(tree: &Tree<'_>, taken: &HashSet<String>) -> Option<Schema> {
    let root = tree.root().filter(|root| is_schema(tree, *root))?;
    let Alone { name, converted } = Alone::of(tree, taken.iter().map(String::as_str));
    let made = parse(&converted.text);
    let own = format!("#/definitions/{name}");
    let is_referred_to = made.values().any(|value| value.get("$ref").is_some_and(|target| target.is_str(&own)));
    let mut schema = Schema { text: "{}".to_owned(), definitions: Vec::new(), remarks: Vec::new() };
    for member in made.root()?.members_of("definitions") {
        // Two levels deep, and no line break stands within a string.
        let text = member.value().source().replace("\n    ", "\n");
        if !member.is(&name) {
            schema.definitions.push((member.name().into_owned(), text));
        } else if is_referred_to {
            schema.text = format!("{{\n  \"$ref\": \"{own}\"\n}}");
            schema.definitions.push((name.clone(), text));
        } else {
            schema.text = text;
        }
    }
    let found = Remark {
        kind: RemarkKind::Chosen,
        message: "This is a JSON Schema, and was taken as it is.".to_owned(),
        because: "What OpenAPI 2.0 lacks is said otherwise or left out.".to_owned(),
        origin: root.span(),
        path: String::new(),
        span: None,
        pointer: String::new(),
    };
    // They are about places of the whole, of which the schema is a part.
    let others = converted.remarks.into_iter().map(|remark| Remark { span: None, pointer: String::new(), ..remark });
    schema.remarks = std::iter::once(found).chain(others).gathered();
    Some(schema)
}

fn is_schema(tree: &Tree<'_>, root: Value<'_>) -> bool {
    let has = |name: &&str| root.get(name).is_some();
    kind::other_kind(tree).is_some_and(|kind| kind.offer == Some(Offer::Schema))
        && SIGNS.iter().any(has)
        && (has(&"$schema") || root.members().all(|member| is_keyword(&member.name())))
}
