//! `requestBody`: in OpenAPI 2.0 a parameter of its own, or one for each field of a form.

use super::content::{self, Media};
use super::pointer::follow;
use super::removal;
use super::simple::{self, simple};
use crate::diagnostic::Diagnostic;
use crate::json::edit;
use crate::json::{Member, Value, fragment};
use crate::openapi::Document;
use crate::openapi::vocabulary::{OPERATION, Object, PARAMETER};
use crate::rules::draft::{Draft, array_of};
use crate::rules::problems;
use crate::text::{Edit, Gather, Names};

/// Offers to write it as parameters.
pub(super) fn offer(document: &Document<'_>, diagnostic: &mut Diagnostic, member: Member<'_>) {
    let operation = member.object();
    let Some(body) = follow(document, member.value()) else { return removal::offer(diagnostic, member) };
    if has_body(document, operation) {
        diagnostic.review_fix(
            "Remove `requestBody`",
            "What is sent is then only what the parameters say: compare the two.",
            [edit::remove_member(member)],
        );
        return;
    }
    let media = Media::all(body.get("content").unwrap_or(body));
    let whole = content::preferred(&media).filter(|one| !one.is_form());
    if let Some(one) = whole {
        let parameter = body_parameter(body, one);
        offer_parameters(document, diagnostic, member, "Write it as a parameter in the body", &media, one, &[parameter]);
    }
    if let Some(one) = media.iter().find(|one| one.is_form()) {
        let fields = fields(document, one);
        if !fields.is_empty() {
            let title = "Write each field as a parameter in the form";
            offer_parameters(document, diagnostic, member, title, &media, one, &fields);
        }
    }
    if diagnostic.fixes.is_empty() {
        removal::offer(diagnostic, member);
    }
}

/// Whether a parameter says already what is sent.
fn has_body(document: &Document<'_>, operation: Value<'_>) -> bool {
    let listed = operation.items_of("parameters");
    listed.filter_map(|site| document.resolve(site)).any(|parameter| {
        parameter.get("in").is_some_and(|place| place.is_str("body") || place.is_str("formData"))
    })
}

fn body_parameter(body: Value<'_>, media: &Media<'_>) -> String {
    let mut draft = Draft::default();
    draft.add_text("name", "body");
    draft.add_text("in", "body");
    let kept = |part: &Member<'_>| part.is("required") || part.is("description") || part.name().starts_with("x-");
    body.members().filter(kept).for_each(|part| draft.copy(part));
    draft.add("schema", media.value.get("schema").map_or_else(|| "{}".to_owned(), fragment));
    draft.finish()
}

/// The parameters of a form.
fn fields(document: &Document<'_>, media: &Media<'_>) -> Vec<String> {
    let schema = media.value.get("schema").and_then(|schema| simple::meant(document, schema));
    let Some((schema, object)) = schema.zip(form_parameter()) else { return Vec::new() };
    let required: Names<'_> = schema.items_of("required").filter_map(Value::as_str).collect();
    let properties = schema.members_of("properties");
    properties
        .map(|property| {
            let name = property.name();
            let mut draft = Draft::default();
            draft.add_text("name", &name);
            draft.add_text("in", "formData");
            if required.contains(&name) {
                draft.add("required", "true");
            }
            draft.extend(simple(document, property.value(), object).draft);
            draft.finish()
        })
        .gathered()
}

fn form_parameter() -> Option<&'static Object> {
    let mut cases = PARAMETER.variants.iter().flat_map(|variants| variants.cases);
    cases.find(|case| case.0 == "formData").map(|case| case.1)
}

fn offer_parameters(
    document: &Document<'_>,
    diagnostic: &mut Diagnostic,
    member: Member<'_>,
    title: &str,
    media: &[Media<'_>],
    one: &Media<'_>,
    parameters: &[String],
) {
    let operation = member.object();
    let mut edits = vec![edit::remove_member(member)];
    edits.extend(add_parameters(operation, parameters));
    edits.extend(content::declare(document, operation, "consumes", &one.name));
    diagnostic.review_fix(title, content::consequence(media, one), edits);
}

fn add_parameters(operation: Value<'_>, parameters: &[String]) -> Vec<Edit> {
    match operation.get("parameters") {
        Some(list) if list.items().next().is_some() => {
            parameters.iter().map(|parameter| edit::append_item(list, parameter)).gathered()
        }
        Some(list) => vec![edit::replace_value(list, &array_of(parameters))],
        None => {
            let position = problems::position(&OPERATION, operation, "parameters");
            vec![edit::insert_member(operation, position, "parameters", &array_of(parameters))]
        }
    }
}
