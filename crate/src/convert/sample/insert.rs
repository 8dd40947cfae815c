//! The schema of a sample, put where it belongs.

use std::collections::HashSet;

use super::{NoSample, Schema, schema_beside, schema_of};
use crate::convert::Remark;
use crate::json::edit::{self, Position};
use crate::json::{Kind, Value, encode, parse};
use crate::nintex::Xtension;
use crate::openapi::Operation;
use crate::text::{Edit, Edits};

/// What a sample is a sample of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// What is sent to the operation.
    Request,
    /// What it answers with that status, such as `200`.
    Response(String),
}

/// Finds the edits that make the schema of `samples` that of `body` in the operation at `position`, as
/// [`candidates`](crate::convert::pick::candidates) counts them. A schema that is there is replaced. None where there is
/// no such operation. What a JSON Schema refers to goes to the definitions. The remarks lead to the samples.
///
/// # Errors
///
/// As [`super::schema_of`].
pub fn insert(
    text: &str,
    position: usize,
    body: &Body,
    samples: &[&str],
) -> Result<Option<(Edits, Vec<Remark>)>, NoSample> {
    let tree = parse(text);
    let root = tree.root();
    let Schema { text: schema, mut definitions, remarks } = schema_in(root, samples)?;
    let xtension = Xtension::new(&tree);
    let Some(operation) = xtension.document().operations().get(position) else { return Ok(None) };
    let mut edits = vec![match body {
        Body::Request => in_request(operation, schema.trim_end()),
        Body::Response(status) => in_response(&xtension, operation, status, schema.trim_end()),
    }];
    definitions.retain(|(name, _)| definition(root, name).is_none());
    edits.extend(root.into_iter().flat_map(|root| in_definitions(root, &definitions)));
    Ok(Edits::new(edits).ok().map(|edits| (edits, remarks)))
}

/// The schema of `samples`, whose definitions have names of their own in the document; one that is there already and says the
/// same keeps its name.
fn schema_in(root: Option<Value<'_>>, samples: &[&str]) -> Result<Schema, NoSample> {
    let schema = schema_of(samples)?;
    let is_in_the_way = |(name, text): &(String, String)| definition(root, name).is_some_and(|own| !says(own, text));
    if !schema.definitions.iter().any(is_in_the_way) {
        return Ok(schema);
    }
    let present = root.into_iter().flat_map(|root| root.members_of("definitions"));
    let taken: HashSet<String> = present.map(|member| member.name().into_owned()).collect();
    schema_beside(samples, &taken)
}

fn definition<'a>(root: Option<Value<'a>>, name: &str) -> Option<Value<'a>> {
    root?.get("definitions")?.get(name)
}

/// Whether both are written alike, but for blanks.
fn says(value: Value<'_>, text: &str) -> bool {
    let trees = [parse(value.source()), parse(text)];
    let [own, other] = trees.each_ref().map(|tree| {
        tree.values().map(|value| {
            let name = value.member().map(|member| member.name().into_owned());
            let written = match value.kind() {
                Kind::Object | Kind::Array => None,
                _ => Some(value.source()),
            };
            (name, value.kind(), value.members().count() + value.items().count(), written)
        })
    });
    own.eq(other)
}

fn in_definitions(root: Value<'_>, definitions: &[(String, String)]) -> Vec<Edit> {
    if definitions.is_empty() {
        return Vec::new();
    }
    let present = root.get("definitions");
    if let Some(present) = present.filter(|present| present.members().next().is_some()) {
        let insert = |(name, text): &(String, String)| edit::insert_member(present, Position::Last, name, text);
        return definitions.iter().map(insert).collect();
    }
    let members: Vec<String> = definitions.iter().map(|(name, text)| format!("{}: {text}", encode(name))).collect();
    let all = format!("{{\n  {}\n}}", deeper(&members.join(",\n")));
    vec![match present {
        Some(present) => edit::replace_value(present, &all),
        None => edit::insert_member(root, Position::Last, "definitions", &all),
    }]
}

fn in_request(operation: &Operation<'_>, schema: &str) -> Edit {
    let is_body = |parameter: &&crate::openapi::Parameter<'_>| {
        parameter.value.get("in").is_some_and(|place| place.is_str("body"))
    };
    if let Some(parameter) = operation.parameters.iter().find(is_body) {
        return with_schema(parameter.value, schema);
    }
    let parameter = format!(
        "{{\n  \"name\": \"body\",\n  \"in\": \"body\",\n  \"required\": true,\n  \"schema\": {}\n}}",
        deeper(schema)
    );
    match operation.value().get("parameters").filter(|list| list.is_array()) {
        Some(list) => edit::append_item(list, &parameter),
        None => edit::insert_member(
            operation.value(),
            Position::Last,
            "parameters",
            &format!("[\n  {}\n]", deeper(&parameter)),
        ),
    }
}

fn in_response<'a>(xtension: &Xtension<'a>, operation: &Operation<'a>, status: &str, schema: &str) -> Edit {
    let responses = operation.value().get("responses").filter(|responses| responses.is_object());
    let present = responses.and_then(|responses| responses.get(status)).filter(|response| response.is_object());
    if let Some(response) = present {
        return with_schema(xtension.document().resolve(response).unwrap_or(response), schema);
    }
    let response = format!("{{\n  \"description\": \"\",\n  \"schema\": {}\n}}", deeper(schema));
    if let Some(responses) = responses {
        return edit::insert_member(responses, Position::Last, status, &response);
    }
    let responses = format!("{{\n  {}: {}\n}}", encode(status), deeper(&response));
    edit::insert_member(operation.value(), Position::Last, "responses", &responses)
}

fn with_schema(holder: Value<'_>, schema: &str) -> Edit {
    match holder.get("schema") {
        Some(present) => edit::replace_value(present, schema),
        None => edit::insert_member(holder, Position::Last, "schema", schema),
    }
}

/// The fragment as it is written one level deeper.
fn deeper(fragment: &str) -> String {
    fragment.replace('\n', "\n  ")
}
