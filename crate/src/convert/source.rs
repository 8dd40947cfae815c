//! What a text is that is to become an Xtension, and the way from there.

use std::borrow::Cow;

use super::work::Converted;
use super::{openapi3, postman, yaml};
use super::{path, remark};
use crate::json::{Tree, parse};
use crate::openapi::{Offer, OtherKind, kind, wrapped};

/// What a text was converted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// OpenAPI 3, in JSON or YAML.
    OpenApi3,
    /// OpenAPI 2.0 in YAML.
    OpenApi2InYaml,
    /// A Postman collection.
    Postman,
}

/// Why a text was not converted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is OpenAPI 2.0 in JSON already.
    AlreadyThere,
    /// It is meant to be YAML, and something is wrong with it.
    Broken(yaml::Broken),
    /// It is nothing that can be converted.
    Unknown,
}

/// Makes an Xtension of `text`, whatever of [`Source`] it is.
///
/// # Errors
///
/// [`Refused`] where there is nothing to convert.
pub fn convert(text: &str) -> Result<(Source, Converted), Refused> {
    run(text, openapi3::convert)
}

/// As [`convert`], but what comes of OpenAPI 3 has all ways to sign in.
///
/// # Errors
///
/// [`Refused`] where there is nothing to convert.
pub fn convert_with_all_ways_to_sign_in(text: &str) -> Result<(Source, Converted), Refused> {
    run(text, openapi3::convert_with_all_ways_to_sign_in)
}

fn run(text: &str, of_openapi3: fn(&Tree<'_>) -> Converted) -> Result<(Source, Converted), Refused> {
    let tree = kind::read(text);
    let found = kind::other_kind(&tree);
    if tree.root().is_some() {
        return of_json(&tree, found, of_openapi3);
    }
    if !found.is_some_and(|kind| kind.offer == Some(Offer::Convert) || kind.id == "other-yaml") {
        return Err(Refused::Unknown);
    }
    let mut read = yaml::read(&alone(text)).map_err(Refused::Broken)?;
    let tree = parse(&read.text);
    path::name(&tree, &mut read.remarks, |remark| remark.span);
    match of_json(&tree, kind::other_kind(&tree), of_openapi3) {
        Ok((source, converted)) => Ok((source, converted.through(read))),
        Err(Refused::AlreadyThere) => Ok((Source::OpenApi2InYaml, read)),
        Err(Refused::Unknown) if tree.root().and_then(kind::fragment).is_some() => Ok((Source::OpenApi2InYaml, read)),
        Err(refused) => Err(refused),
    }
}

fn of_json(
    tree: &Tree<'_>,
    found: Option<&OtherKind>,
    of_openapi3: fn(&Tree<'_>) -> Converted,
) -> Result<(Source, Converted), Refused> {
    match found {
        None if tree.root().is_some_and(|root| root.is_object() && wrapped(root).is_none()) => {
            Err(Refused::AlreadyThere)
        }
        Some(kind) if kind.id == "openapi3" => Ok((Source::OpenApi3, repaired(tree, of_openapi3(tree)))),
        Some(kind) if kind.offer == Some(Offer::Convert) => {
            Ok((Source::Postman, repaired(tree, postman::convert(tree))))
        }
        _ => Err(Refused::Unknown),
    }
}

/// What came of a text that is no sound JSON, with a remark on each place that was repaired.
fn repaired(tree: &Tree<'_>, mut converted: Converted) -> Converted {
    converted.remarks.extend(remark::on_repairs(tree));
    path::name(tree, &mut converted.remarks, |remark| Some(remark.origin));
    converted.remarks.sort_by_key(|remark| remark.origin);
    converted
}

/// The text with comments of the same length in the place of what stands around the document, a Markdown fence say.
fn alone(text: &str) -> Cow<'_, str> {
    let (start, body) = kind::body(text);
    let (before, after) = (text.get(..start).unwrap_or_default(), text.get(start + body.len()..).unwrap_or_default());
    let is_blank = |around: &str| around.chars().all(|one| one.is_whitespace() || one == '\u{feff}');
    if is_blank(before) && is_blank(after) {
        return Cow::Borrowed(text);
    }
    let comment = |line: &str| match line.trim_end_matches(['\r', '\n']).len() {
        0 => line.to_owned(),
        length => format!("#{}{}", "-".repeat(length - 1), line.get(length..).unwrap_or_default()),
    };
    let (rest_of_line, after) = after.split_at(after.find('\n').unwrap_or(after.len()));
    let [before, after] = [before, after].map(|around| around.split_inclusive('\n').map(comment).collect::<String>());
    Cow::Owned(format!("{before}{body}{rest_of_line}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Result<Source, Refused> {
        convert(text).map(|(source, _)| source)
    }

    #[test]
    fn each_source_is_told_by_what_it_says() {
        assert_eq!(source(r#"{"openapi": "3.0.3", "paths": {}}"#), Ok(Source::OpenApi3));
        assert_eq!(source("openapi: 3.1.0\npaths: {}\n"), Ok(Source::OpenApi3));
        assert_eq!(source("swagger: '2.0'\npaths: {}\n"), Ok(Source::OpenApi2InYaml));
        assert_eq!(source(r#"{"info": {"name": "A"}, "item": []}"#), Ok(Source::Postman));
        assert_eq!(source("Here it is:\n\n```yaml\nopenapi: 3.1.0\npaths: {}\n```\nBye\n"), Ok(Source::OpenApi3));
        assert_eq!(source(r#"{"swagger": "2.0"}"#), Err(Refused::AlreadyThere));
        assert_eq!(source("get:\n  responses:\n    200: {description: Done}\n"), Ok(Source::OpenApi2InYaml));
        assert_eq!(source("Dear Sir or Madam"), Err(Refused::Unknown));
        assert_eq!(source(""), Err(Refused::Unknown));
        assert!(matches!(source("swagger: '2.0'\ninfo:\n\ttitle: x\n"), Err(Refused::Broken(_))));
    }

    #[test]
    fn a_mark_at_the_beginning_takes_no_line_away() {
        let converted = |text: &str| convert(text).map(|(_, converted)| converted.text);
        let text = "swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths: {}\n";
        assert_eq!(converted(&format!("\u{feff}{text}")), converted(text));
    }

    #[test]
    fn what_was_repaired_is_told() {
        let repairs = |text: &str| {
            let (_, converted) = convert(text).unwrap();
            let told = converted.remarks.into_iter().filter(|remark| remark.message.contains("broken"));
            told.map(|remark| remark.origin.start).collect::<Vec<u32>>()
        };
        assert!(repairs(r#"{"openapi": "3.0.0", "paths": {}}"#).is_empty());
        assert!(repairs("\u{feff}```json\n{\"openapi\": \"3.0.0\", \"paths\": {}}\n```\n").is_empty());
        assert_eq!(repairs(r#"{"openapi": "3.0.0", "paths": {},}"#).len(), 1);
        assert_eq!(repairs(r#"{"info": {"name": "A"} "item": []}"#).len(), 1);
    }

    #[test]
    fn remarks_on_yaml_lead_to_the_yaml() {
        let yaml = "openapi: 3.0.0\ninfo: {title: T, version: '1'}\nservers: [{url: https://api.rooms.test}]\npaths:\n  /rooms:\n    get:\n      responses: {200: {description: Rooms}}\n      callbacks: {done: {}}\n";
        let (_, converted) = convert(yaml).unwrap();
        assert!(
            converted.remarks.iter().any(|remark| remark.origin.of(yaml).contains("callbacks")),
            "{:?}",
            converted.remarks
        );
    }

    #[test]
    fn remarks_say_which_keys_lead_to_their_places() {
        let paths = |text: &str| {
            let (_, converted) = convert(text).unwrap();
            converted.remarks.into_iter().map(|remark| remark.path).collect::<Vec<String>>()
        };
        let minified = r#"{"openapi":"3.0.0","info":{"title":"T","version":"1"},"servers":[{"url":"https://api.rooms.test"}],"paths":{"/rooms":{"get":{"responses":{"200":{"description":"Rooms"}},"callbacks":{"done":{}}}}}}"#;
        let callbacks = "paths › /rooms › get › callbacks".to_owned();
        assert!(paths(minified).contains(&callbacks), "{:?}", paths(minified));
        let yaml = "openapi: 3.0.0\npaths: {/rooms: {get: {responses: {200: &a {description: Rooms}}, callbacks: {done: {}}}}}\n";
        assert!(paths(yaml).contains(&callbacks), "{:?}", paths(yaml));
        let collection = r#"{"info":{"name":"A"},"item":[{"name":"Rooms","item":[{"name":"All","request":{"url":"https://a.test/b"},"event":[{"listen":"test"}]}]}]}"#;
        assert!(
            paths(collection).iter().any(|path| path.starts_with("item › Rooms › item › All")),
            "{:?}",
            paths(collection)
        );
    }
}
