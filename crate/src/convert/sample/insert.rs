//! The schema of a sample, put where it belongs.

use super::{NoSample, schema_of};
use crate::convert::{Converted, Remark};
use crate::json::edit::{self, Position};
use crate::json::{Value, encode, parse};
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
/// no such operation. The remarks lead to the samples.
///
/// # Errors
///
/// Where one of the samples is no sound JSON.
pub fn insert(
    text: &str,
    position: usize,
    body: &Body,
    samples: &[&str],
) -> Result<Option<(Edits, Vec<Remark>)>, NoSample> {
    let Converted { text: schema, remarks, .. } = schema_of(samples)?;
    let tree = parse(text);
    let xtension = Xtension::new(&tree);
    let Some(operation) = xtension.document().operations().get(position) else { return Ok(None) };
    let edit = match body {
        Body::Request => in_request(operation, schema.trim_end()),
        Body::Response(status) => in_response(&xtension, operation, status, schema.trim_end()),
    };
    Ok(Some((Edits::one(edit), remarks)))
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
