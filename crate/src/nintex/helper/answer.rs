//! What a helper answers, as far as its schema describes it.

use crate::json::Value;
use crate::openapi::{Document, Parts, Types};
use crate::text::Gather;

/// Follows paths such as `Schema/Items` through the schemas of answers. One for many of a document, as it knows when it
/// has done enough.
pub struct Answer<'d, 'a> {
    parts: Parts<'d, 'a>,
}

/// Where a path leads in a schema.
#[derive(Clone, Debug)]
pub enum Followed<'a> {
    /// To these schemas: one, or several that hold together.
    Found(Vec<Value<'a>>),
    /// Nowhere: the schemas describe all properties of an object, and the next one on the path is not among them.
    Missing(Vec<Value<'a>>),
    /// It cannot be told: the schema is missing, broken, or leaves open what there is.
    Open,
}

impl<'d, 'a> Answer<'d, 'a> {
    /// Makes one for a document.
    pub fn new(document: &'d Document<'a>) -> Self {
        Answer { parts: Parts::new(document) }
    }

    /// The schema of what an operation, by its position among those of the document, answers where it succeeds: with
    /// 200, else with another code like it, else by `default`.
    pub fn of(document: &Document<'a>, operation: usize) -> Option<Value<'a>> {
        let responses = document.operations().get(operation)?.value().get("responses")?;
        let success = responses.members().find(|response| response.name().starts_with('2'));
        let response = responses.member_named("200").or(success).or_else(|| responses.member_named("default"))?;
        document.resolve(response.value())?.get("schema")
    }

    /// Where the path leads. Its steps are parted by `/`, or else by dots; a property may have dots in its name, too.
    pub fn follow(&mut self, mut schemas: Vec<Value<'a>>, path: &str) -> Followed<'a> {
        let mut rest = path.trim_start_matches('/');
        loop {
            match self.step(&schemas, rest) {
                Followed::Missing(parts) => {
                    let Some((name, behind)) = rest.split_once('/').or_else(|| rest.split_once('.')) else {
                        return Followed::Missing(parts);
                    };
                    match self.step(&schemas, name) {
                        Followed::Found(found) => (schemas, rest) = (found, behind),
                        other => return other,
                    }
                }
                other => return other,
            }
        }
    }

    /// The property of that name.
    fn step(&mut self, schemas: &[Value<'a>], name: &str) -> Followed<'a> {
        let Some(parts) = self.parts(schemas).filter(|_| !name.is_empty()) else { return Followed::Open };
        let members: usize = parts.iter().map(|part| part.members_of("properties").count()).sum();
        if self.parts.afford(members).is_none() {
            return Followed::Open;
        }
        let found: Vec<Value<'a>> = parts.iter().filter_map(|part| part.get("properties")?.get(name)).gathered();
        if !found.is_empty() {
            return Followed::Found(found);
        }
        if members == 0 || parts.iter().any(|part| is_open(*part)) { Followed::Open } else { Followed::Missing(parts) }
    }

    /// What these schemas consist of: themselves, what they refer to, and what stands under their `allOf`. None where that
    /// takes too long to find out.
    pub fn parts(&mut self, schemas: &[Value<'a>]) -> Option<Vec<Value<'a>>> {
        Some(self.parts.of(schemas)?.into_iter().map(|part| part.0).gathered())
    }

    /// Whether the schemas say that it is a list; none where they do not say what it is.
    pub fn is_list(&mut self, schemas: &[Value<'a>]) -> Option<bool> {
        let parts = self.parts(schemas)?;
        let kinds: Vec<Types> = parts.iter().filter_map(|part| Types::of(part.get("type")?)).gathered();
        if parts.iter().any(|part| part.get("properties").is_some()) {
            return Some(false);
        }
        kinds
            .first()
            .map(|types| types.only() == Some("array"))
            .filter(|_| kinds.iter().all(|types| types.only().is_some()))
    }

    /// The schemas of its items; none where they are not described, or where it is no list.
    pub fn items(&mut self, schemas: &[Value<'a>]) -> Option<Vec<Value<'a>>> {
        let parts = self.parts(schemas)?;
        let items: Vec<Value<'a>> = parts.iter().filter_map(|part| part.get("items")).gathered();
        (!items.is_empty()).then_some(items)
    }
}

/// Whether an object that fulfils the schema may have properties that the schema does not name.
fn is_open(part: Value<'_>) -> bool {
    let takes_others = part.get("additionalProperties").is_some_and(|rest| rest.as_bool() != Some(false));
    let is_no_object = part.get("type").is_some_and(|kind| !kind.is_str("object"));
    let asks =
        ["x-ntx-dynamic-schema", "x-ms-dynamic-schema", "discriminator"].iter().any(|key| part.get(key).is_some());
    takes_others || is_no_object || asks || part.get("properties").is_some_and(|properties| !properties.is_object())
}
