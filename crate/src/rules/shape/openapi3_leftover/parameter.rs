//! Parameters and headers as OpenAPI 3 has them: with `schema`, `content`, `style` and `explode`.

use super::content::{self, Media};
use super::pointer::follow;
use super::removal;
use super::simple::{Simple, simple};
use crate::diagnostic::Diagnostic;
use crate::json::edit::{self, Position};
use crate::json::{Member, Value, encode, fragment};
use crate::openapi::Document;
use crate::openapi::shape::Problem;
use crate::openapi::vocabulary::{Object, ObjectKind};
use crate::rules::draft::Draft;
use crate::rules::wording::list;
use crate::text::Gather;

/// Offers to write what is in `schema` beside it.
pub(super) fn offer_schema(document: &Document<'_>, diagnostic: &mut Diagnostic, problem: &Problem<'_>, member: Member<'_>) {
    let Simple { mut draft, lost, is_text_now } = simple(document, member.value(), problem.object);
    draft.without_those_of(member.object());
    let edits = draft.instead_of(member);
    let title = format!("Write what is in `schema` into the {} itself", noun(problem.object));
    if is_text_now {
        let consequence = "An object cannot be sent there: it becomes a text, and whoever uses the action writes it.";
        diagnostic.review_fix(title, consequence, edits);
    } else if lost.is_empty() {
        diagnostic.safe_fix(title, edits);
    } else {
        let consequence = format!("There is no key for {} there: that is lost.", list(&lost));
        diagnostic.review_fix(title, consequence, edits);
    }
}

fn noun(object: &Object) -> &'static str {
    if object.kind == ObjectKind::Header { "header" } else { "parameter" }
}

/// Offers to write what is in `content` beside it: the schema of a body; else it is a text.
pub(super) fn offer_content(diagnostic: &mut Diagnostic, problem: &Problem<'_>, member: Member<'_>) {
    let media = Media::all(member.value());
    let Some(one) = content::preferred(&media) else { return removal::offer(diagnostic, member) };
    let mut draft = Draft::default();
    let is_body = problem.object.key("schema").is_some();
    if is_body {
        draft.add("schema", one.value.get("schema").map_or_else(|| "{}".to_owned(), fragment));
    } else {
        draft.add_text("type", "string");
    }
    draft.without_those_of(member.object());
    let edits = draft.instead_of(member);
    if is_body {
        diagnostic.review_fix("Write `schema` into the parameter", content::consequence(&media, one), edits);
    } else {
        let consequence = format!("It is sent as text: whoever uses the action writes it as `{}`.", one.name);
        diagnostic.review_fix(format!("Make the {} a string", noun(problem.object)), consequence, edits);
    }
}

/// Offers to say by `collectionFormat` what `style` and `explode` say.
pub(super) fn offer_style(document: &Document<'_>, diagnostic: &mut Diagnostic, problem: &Problem<'_>, member: Member<'_>) {
    let parameter = member.object();
    let is_style = |member: Member<'_>| member.is("style") || member.is("explode");
    let format = collection_format(document, parameter).filter(|format| {
        let key = problem.object.key("collectionFormat");
        parameter.get("collectionFormat").is_none() && key.is_some() && (*format != "multi" || takes_multi(parameter))
    });
    let mut edits = edit::remove_members(parameter, is_style);
    let Some(format) = format else {
        let both = parameter.members().filter(|member| is_style(*member)).map(|member| member.name().into_owned());
        let title = format!("Remove {}", list(&both.gathered()));
        diagnostic.review_fix(title, "It is then sent in the one way that there is for it.", edits);
        return;
    };
    let before = parameter.members().filter(|member| !is_style(*member)).last();
    let position = before.map_or(Position::First, Position::After);
    edits.push(edit::insert_member(parameter, position, "collectionFormat", &encode(format)));
    let consequence = match format {
        "multi" => "Each item is sent as a parameter of its own, as it is now.",
        _ => "The items are sent in one value, as they are now.",
    };
    diagnostic.review_fix(format!("Write it as `\"collectionFormat\": \"{format}\"`"), consequence, edits);
}

fn takes_multi(parameter: Value<'_>) -> bool {
    parameter.get("in").is_some_and(|place| place.is_str("query") || place.is_str("formData"))
}

/// How the items of an array are sent; none for what is no array, or where there is no word for it.
fn collection_format(document: &Document<'_>, parameter: Value<'_>) -> Option<&'static str> {
    let kind = parameter.get("type").or_else(|| follow(document, parameter.get("schema")?)?.get("type"));
    if !kind?.is_str("array") {
        return None;
    }
    let is_exploded = parameter.get("explode").and_then(Value::as_bool);
    match parameter.get_str("style").as_deref() {
        Some("spaceDelimited") => Some("ssv"),
        Some("pipeDelimited") => Some("pipes"),
        Some("simple") => Some("csv"),
        Some("form") | None => Some(if is_exploded == Some(false) { "csv" } else { "multi" }),
        Some(_) => None,
    }
}

/// Offers to keep the first of several examples under `key`.
pub(super) fn offer_examples(diagnostic: &mut Diagnostic, member: Member<'_>, key: &str) {
    let examples = member.value();
    let first = examples.items().next().or_else(|| {
        let first = examples.members().next()?.value();
        Some(first.get("value").unwrap_or(first))
    });
    let Some(first) = first.filter(|_| member.object().get(key).is_none()) else {
        return removal::offer(diagnostic, member);
    };
    let mut draft = Draft::default();
    draft.add(key, fragment(first));
    diagnostic.review_fix(
        format!("Write the first one as `{key}`"),
        "The others are lost: there is room for one.",
        draft.instead_of(member),
    );
}
