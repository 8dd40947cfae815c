//! Which schemas describe what is sent, and which what comes back.

use crate::json::{Member, Value};
use crate::openapi::Document;
use crate::openapi::vocabulary::ObjectKind;

/// For every schema of a document, what it is used for. Each schema is looked at once for each use, whatever references
/// there are.
pub struct Sides {
    /// By the number of the schema.
    uses: Vec<u8>,
}

const SENT: u8 = 1;
const RECEIVED: u8 = 2;

impl Sides {
    /// Finds out for all schemas that bodies, answers and what events bring with them lead to.
    pub fn of(document: &Document<'_>) -> Self {
        let mut uses = vec![0; document.tree().size()];
        let mut pending = Vec::new();
        for (kind, side) in [
            (ObjectKind::Parameter, SENT),
            (ObjectKind::Response, RECEIVED),
            (ObjectKind::Extension("x-ntx-notification-content"), RECEIVED),
        ] {
            let schemas = document.places(kind).filter_map(|place| place.value.get("schema"));
            pending.extend(schemas.map(|schema| (schema, side)));
        }
        while let Some((schema, side)) = pending.pop() {
            let Some(schema) = document.resolve(schema).filter(|schema| schema.is_object()) else { continue };
            match uses.get_mut(schema.index() as usize) {
                Some(known) if *known & side == 0 => *known |= side,
                _ => continue,
            }
            let properties = schema.members_of("properties").map(Member::value);
            let others = ["items", "additionalProperties"].into_iter().filter_map(|key| schema.get(key));
            let inner = properties.chain(others).chain(schema.items_of("allOf"));
            pending.extend(inner.map(|inner| (inner, side)));
        }
        Sides { uses }
    }

    /// Whether this schema, which is no reference, describes a body or a part of one: inputs of an action.
    pub fn is_sent(&self, schema: Value<'_>) -> bool {
        self.has(schema, SENT)
    }

    /// Whether this schema, which is no reference, describes an answer or a part of one: outputs of an action.
    pub fn is_received(&self, schema: Value<'_>) -> bool {
        self.has(schema, RECEIVED)
    }

    fn has(&self, schema: Value<'_>, side: u8) -> bool {
        self.uses.get(schema.index() as usize).is_some_and(|known| known & side != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;
    use crate::nintex::vocabulary::extension_key;

    #[test]
    fn schemas_are_told_apart_by_what_leads_to_them() {
        let text = r##"{
            "parameters": { "body": { "name": "body", "in": "body", "schema": { "$ref": "#/definitions/In" } } },
            "responses": { "ok": { "description": "", "schema": { "items": { "$ref": "#/definitions/Out" } } } },
            "definitions": {
                "In": { "properties": { "both": { "$ref": "#/definitions/Both" } } },
                "Out": { "allOf": [{ "$ref": "#/definitions/Both" }, { "$ref": "#/definitions/Out" }] },
                "Both": {},
                "None": { "default": { "schema": {} } }
            }
        }"##;
        let tree = parse(text);
        let document = Document::new(&tree, extension_key);
        let sides = Sides::of(&document);
        let uses = |name: &str| {
            let schema = tree.root().unwrap().get("definitions").unwrap().get(name).unwrap();
            (sides.is_sent(schema), sides.is_received(schema))
        };
        assert_eq!(
            ["In", "Out", "Both", "None"].map(uses),
            [(true, false), (false, true), (true, true), (false, false)]
        );
    }
}
