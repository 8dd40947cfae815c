//! What a text is that is to become an Xtension, and the way from there.

use super::work::Converted;
use super::{openapi3, postman, yaml};
use crate::json::{Tree, Value, parse};

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
    if text.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '[']) {
        return of_json(&parse(text), of_openapi3);
    }
    let read = match yaml::read(text) {
        Ok(read) => read,
        Err(broken) if is_like_yaml(text) => return Err(Refused::Broken(broken)),
        Err(_) => return Err(Refused::Unknown),
    };
    let tree = parse(&read.text);
    match of_json(&tree, of_openapi3) {
        Ok((source, converted)) => Ok((source, converted.through(read))),
        Err(Refused::AlreadyThere) => Ok((Source::OpenApi2InYaml, read)),
        Err(refused) => Err(refused),
    }
}

fn of_json(tree: &Tree<'_>, of_openapi3: fn(&Tree<'_>) -> Converted) -> Result<(Source, Converted), Refused> {
    let root = tree.root().filter(|root| root.is_object()).ok_or(Refused::Unknown)?;
    let is_version_3 =
        root.get("openapi").is_some_and(|version| version.source().trim_start_matches('"').starts_with('3'));
    let has_items = |holder: Value<'_>| holder.get("item").is_some_and(Value::is_array);
    match () {
        () if root.get("swagger").is_some() => Err(Refused::AlreadyThere),
        () if is_version_3 => Ok((Source::OpenApi3, of_openapi3(tree))),
        () if has_items(root) || root.get("collection").is_some_and(has_items) => {
            Ok((Source::Postman, postman::convert(tree)))
        }
        () => Err(Refused::Unknown),
    }
}

/// Whether a line of it is a key of OpenAPI as YAML writes it.
fn is_like_yaml(text: &str) -> bool {
    const KEYS: [&str; 5] = ["swagger:", "openapi:", "info:", "paths:", "\"swagger\":"];
    text.lines().take(200).any(|line| KEYS.iter().any(|key| line.starts_with(key)))
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
        assert_eq!(source(r#"{"swagger": "2.0"}"#), Err(Refused::AlreadyThere));
        assert_eq!(source("Dear Sir or Madam"), Err(Refused::Unknown));
        assert_eq!(source(""), Err(Refused::Unknown));
        assert!(matches!(source("swagger: '2.0'\ninfo:\n\ttitle: x\n"), Err(Refused::Broken(_))));
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
}
