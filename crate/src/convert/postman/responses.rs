//! What saved responses show of what an operation answers.

use super::{Same, media_type};
use crate::convert::draft::{Content, Origin, Part, origin};
use crate::convert::remark::RemarkKind;
use crate::convert::sample;
use crate::convert::work::Work;
use crate::json::{Tree, Value, parse};

/// Writes the responses of an operation, and gives the media types that they have.
pub(super) fn write(operation: Part, same: &Same<'_>, work: &mut Work) -> Vec<String> {
    let responses = work.draft.set(operation, "responses", Content::Object, Origin::NOWHERE);
    let mut groups: Vec<(String, Vec<Value<'_>>)> = Vec::new();
    for response in same.iter().flat_map(|request| request.item.items_of("response")) {
        let Some(code) = response.get("code").and_then(code) else { continue };
        match groups.iter_mut().find(|(known, _)| *known == code) {
            Some((_, list)) => list.push(response),
            None => groups.push((code, vec![response])),
        }
    }
    if !groups.iter().any(|(code, _)| code.starts_with('2')) {
        let answer = work.draft.set(responses, "200", Content::Object, Origin::NOWHERE);
        work.draft.set(answer, "description", "Success", Origin::NOWHERE);
        let place = same.first().map_or_else(Default::default, |request| request.item.span());
        work.remark(
            RemarkKind::Open,
            "No saved response shows what comes back.",
            "Without a schema a workflow can use nothing of the answer: save a response in Postman and convert anew, or \
             paste one here.",
            place,
            Some(answer),
        );
    }
    let mut types = Vec::new();
    for (code, list) in groups {
        let Some(first) = list.first().copied() else { continue };
        let answer = work.draft.set(responses, &code, Content::Object, origin(first));
        let status = first.get_str("status").filter(|status| !status.trim().is_empty());
        let description = status.or_else(|| first.get_str("name")).unwrap_or_else(|| code.clone().into());
        work.draft.set(answer, "description", description, Origin::NOWHERE);
        schema(answer, &list, &mut types, work);
    }
    types
}

/// The status as a key: three digits.
fn code(code: Value<'_>) -> Option<String> {
    let digits = code.as_number().map(str::to_owned).or_else(|| code.as_str().map(std::borrow::Cow::into_owned))?;
    (digits.len() == 3
        && digits.starts_with(|first: char| ('1'..='5').contains(&first))
        && digits.bytes().all(|byte| byte.is_ascii_digit()))
    .then_some(digits)
}

fn schema(answer: Part, list: &[Value<'_>], types: &mut Vec<String>, work: &mut Work) {
    let bodies: Vec<_> = list.iter().filter_map(|response| Some((*response, response.get_str("body")?))).collect();
    let bodies: Vec<_> = bodies.iter().filter(|(_, text)| !text.trim().is_empty()).collect();
    let Some((first, text)) = bodies.first() else { return };
    let trees: Vec<Tree<'_>> = bodies.iter().map(|(_, text)| parse(text)).collect();
    let is_sound = |tree: &&Tree<'_>| tree.errors().is_empty();
    let samples: Vec<Value<'_>> = trees.iter().filter(is_sound).filter_map(Tree::root).collect();
    let is_json = samples.iter().any(|sample| sample.is_object() || sample.is_array());
    let told = told_type(*first);
    let part = work.draft.set(answer, "schema", Content::Object, Origin::NOWHERE);
    if is_json {
        sample::schema_within(work, part, &samples, first.span());
    } else {
        work.draft.set(part, "type", "string", Origin::NOWHERE);
    }
    let otherwise = match () {
        () if is_json => "application/json",
        () if text.trim_start().starts_with("<!") || text.trim_start().starts_with("<html") => "text/html",
        () if text.trim_start().starts_with('<') => "application/xml",
        () => "text/plain",
    };
    let kind = told.filter(|told| told.contains("json") == is_json).unwrap_or_else(|| otherwise.to_owned());
    if !types.contains(&kind) {
        types.push(kind);
    }
}

fn told_type(response: Value<'_>) -> Option<String> {
    let mut headers = response.items_of("header");
    let header =
        headers.find(|header| header.get_str("key").is_some_and(|name| name.eq_ignore_ascii_case("content-type")))?;
    media_type(&header.get_str("value")?)
}
