//! From OpenAPI 3 to OpenAPI 2.0: each folder of `tests/openapi3` has an original, what it becomes, and what is remarked.
//!
//! `UPDATE=1 cargo test openapi3` writes what comes out.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use xtension_checker::convert::openapi3::{convert, convert_with_all_ways_to_sign_in};
use xtension_checker::convert::{Converted, RemarkKind};
use xtension_checker::{Severity, check, json};

use crate::holds::SHAPE;

fn folders() -> Vec<PathBuf> {
    let all = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/openapi3");
    let mut folders: Vec<PathBuf> = fs::read_dir(all).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}

fn of(text: &str) -> Converted {
    convert(&json::parse(text))
}

fn errors(text: &str) -> Vec<String> {
    let found = check(text).diagnostics;
    found.into_iter().filter(|one| one.severity == Severity::Error).map(|one| one.message).collect()
}

/// The remarks, one a paragraph, each with the place in the original and in the result.
fn told(original: &str, converted: &Converted) -> String {
    let mut told = String::new();
    for remark in &converted.remarks {
        let source = remark.origin.of(original);
        let source: String = source.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(60).collect();
        let _ = writeln!(told, "{:?}: {} {}\n  at {source}", remark.kind, remark.message, remark.because);
        if remark.span.is_some() {
            let _ = writeln!(told, "  is {}", remark.pointer);
        }
    }
    told
}

fn compare(path: &Path, now: &str, wrong: &mut Vec<String>) {
    let before = fs::read_to_string(path).unwrap_or_default();
    if before == now {
        return;
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, now).unwrap();
    } else {
        wrong.push(format!("{} is not what comes out, which is\n{now}", path.display()));
    }
}

#[test]
fn each_original_becomes_what_stands_beside_it() {
    let mut wrong = Vec::new();
    for folder in folders() {
        let original = fs::read_to_string(folder.join("original.json")).unwrap();
        let converted = of(&original);
        compare(&folder.join("converted.json"), &converted.text, &mut wrong);
        compare(&folder.join("remarks.txt"), &told(&original, &converted), &mut wrong);
        for error in errors(&converted.text) {
            wrong.push(format!("{}: {error}", folder.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn each_remark_has_its_place_in_both_texts() {
    for folder in folders() {
        let original = fs::read_to_string(folder.join("original.json")).unwrap();
        let converted = of(&original);
        let result: serde_json::Value = serde_json::from_str(&converted.text).unwrap();
        for remark in &converted.remarks {
            assert!(original.get(remark.origin.start as usize..remark.origin.end as usize).is_some());
            assert!(!remark.message.is_empty() && !remark.because.is_empty());
            if remark.span.is_some() {
                assert!(result.pointer(&remark.pointer).is_some(), "{}: {}", folder.display(), remark.pointer);
            }
        }
    }
}

/// Any value of an original may be replaced by any other: what comes out is still OpenAPI 2.0 in shape.
#[test]
fn what_makes_no_sense_is_left_out() {
    let others = ["null", "true", "7", "-1.5", "\"\"", "\"x y\"", "[]", "[[1, 1], null]", "{}", "{\"$ref\": \"#\"}"];
    for (number, folder) in (0..).zip(folders()) {
        let original = fs::read_to_string(folder.join("original.json")).unwrap();
        let tree = json::parse(&original);
        for (at, value) in tree.values().enumerate().skip(1 + number % 5).step_by(5) {
            // Each value by one or two of the others, which are not the same in each document.
            let other = others[(at + number) % others.len()];
            let mut text = original.clone();
            text.replace_range(value.span().start as usize..value.span().end as usize, other);
            let result = of(&text);
            for diagnostic in check(&result.text).diagnostics {
                let is_shape = SHAPE.contains(&diagnostic.rule);
                let is_wrong = diagnostic.severity == Severity::Error && is_shape;
                assert!(!is_wrong, "{}: {}\nof\n{text}\ngives\n{}", diagnostic.rule, diagnostic.message, result.text);
            }
        }
    }
}

#[test]
fn what_is_no_document_becomes_an_empty_one() {
    for text in [
        "",
        "[]",
        "7",
        "{",
        "{}",
        "{\"openapi\": \"3.1.0\"",
        "\"openapi\": \"3.0.0\", \"paths\": {\"/a\": {\"get\": {}}}",
    ] {
        let result = of(text);
        let shape = ["wrong-type", "unknown-key", "missing-key", "swagger-version", "info-missing"];
        let wrong = check(&result.text).diagnostics.into_iter().filter(|one| shape.contains(&one.rule));
        assert_eq!(wrong.map(|one| one.message).collect::<Vec<_>>(), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn time_does_not_grow_with_how_often_something_is_taken_in() {
    let mut properties = String::new();
    let mut variants = String::new();
    let mut schemas = String::new();
    let mut paths = String::new();
    for number in 0..80 {
        let _ = write!(
            properties,
            "\"p{number}\": {{\"type\": \"object\", \"properties\": {{\"a\": {{\"type\": \"string\"}}}}}},"
        );
        let _ = write!(variants, "{{\"$ref\": \"#/components/schemas/V{number}\"}},");
    }
    let (properties, variants) = (properties.trim_end_matches(','), variants.trim_end_matches(','));
    for number in 0..80 {
        let _ = write!(schemas, "\"V{number}\": {{\"type\": \"object\", \"properties\": {{{properties}}}}},");
        let _ = write!(schemas, "\"A{number}\": {{\"oneOf\": [{variants}]}},");
        let query = "{\"name\": \"q\", \"in\": \"query\", \"schema\": {\"$ref\": \"#/components/schemas/V1\"}}";
        let _ = write!(
            paths,
            "\"/p{number}\": {{\"get\": {{\"operationId\": \"same\", \"parameters\": [{query}], \"responses\": {{}}}}}},"
        );
    }
    let (schemas, paths) = (schemas.trim_end_matches(','), paths.trim_end_matches(','));
    let text =
        format!("{{\"openapi\": \"3.1.0\", \"paths\": {{{paths}}}, \"components\": {{\"schemas\": {{{schemas}}}}}}}");
    let result = of(&text);
    assert!(result.text.len() < 12 * text.len(), "{} of {}", result.text.len(), text.len());
}

#[test]
fn what_is_large_is_written_no_more_often_than_the_original_is_long() {
    let words = "many words ".repeat(2_000);
    let header = format!(r#"{{"description": "{words}", "schema": {{"type": "string"}}}}"#);
    let body = format!(
        r#"{{"content": {{"application/json": {{"schema": {{"type": "object", "description": "{words}"}}}}}}}}"#
    );
    let item = format!(r#"{{"get": {{"description": "{words}", "responses": {{}}}}}}"#);
    let mut paths = String::new();
    for number in 0..400 {
        let _ = write!(
            paths,
            r##""/a{number}": {{"post": {{"requestBody": {{"$ref": "#/components/requestBodies/B"}}, "responses": {{"200": {{"description": "",
            "headers": {{"X-H": {{"$ref": "#/components/headers/H"}}}}}}}}}}}}, "/b{number}": {{"$ref": "#/components/pathItems/P"}},"##
        );
    }
    let paths = paths.trim_end_matches(',');
    let text = format!(
        r#"{{"openapi": "3.1.0", "info": {{"title": "A", "version": "1"}}, "paths": {{{paths}}}, "components": {{
        "headers": {{"H": {header}}}, "requestBodies": {{"B": {body}}}, "pathItems": {{"P": {item}}}}}}}"#
    );
    let result = of(&text);
    assert!(result.text.len() < 20 * text.len(), "{} of {}", result.text.len(), text.len());
    assert_eq!(errors(&result.text), Vec::<String>::new());
}

#[test]
fn circles_of_all_kinds_end() {
    let schemas = [
        r##""A": {"$ref": "#/components/schemas/A"}"##,
        r##""A": {"$ref": "#/components/schemas/B"}, "B": {"$ref": "#/components/schemas/A"}"##,
        r##""A": {"allOf": [{"$ref": "#/components/schemas/A"}, {"properties": {"x": {"type": "string"}}}]}"##,
        r##""A": {"oneOf": [{"$ref": "#/components/schemas/A"}]}, "B": {"anyOf": [{"$ref": "#/components/schemas/B"}, {"type": "null"}]}"##,
        r##""A": {"oneOf": [{"$ref": "#/components/schemas/B"}, {"type": "string"}]}, "B": {"allOf": [{"$ref": "#/components/schemas/A"}]}"##,
        r##""A": {"items": {"$ref": "#/components/schemas/A"}, "type": "array"}"##,
        r##""A": {"properties": {"a": {"$ref": "#/components/schemas/A"}}, "oneOf": [{"$ref": "#/components/schemas/B"}, {"$ref": "#/components/schemas/C"}]},
            "B": {"allOf": [{"$ref": "#/components/schemas/A"}, {"properties": {"b": {"type": "string"}}}]},
            "C": {"allOf": [{"$ref": "#/components/schemas/A"}, {"properties": {"c": {"type": "string"}}}]}"##,
    ];
    let places = r##""parameters": [{"name": "a", "in": "query", "schema": {"$ref": "#/components/schemas/A"}}],
        "requestBody": {"content": {"multipart/form-data": {"schema": {"$ref": "#/components/schemas/A"}}}},
        "responses": {"200": {"description": "All", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}}"##;
    for schema in schemas {
        for version in ["3.0.3", "3.1.0"] {
            let text = format!(
                r#"{{"openapi": "{version}", "info": {{"title": "A", "version": "1"}}, "servers": [{{"url": "https://api.example.com"}}],
                "paths": {{"/a": {{"post": {{{places}}}}}}}, "components": {{"schemas": {{{schema}}}}}}}"#
            );
            assert_eq!(errors(&of(&text).text), Vec::<String>::new(), "{text}");
        }
    }
}

#[test]
fn all_ways_to_sign_in_stay_where_each_is_to_have_an_xtension_of_its_own() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/openapi3/ways-to-sign-in");
    let text = fs::read_to_string(folder.join("original.json")).unwrap();
    let all = convert_with_all_ways_to_sign_in(&json::parse(&text));
    assert!(check(&all.text).diagnostics.iter().any(|one| one.rule == "auth-one-type"));
    assert!(of(&text).remarks.iter().any(|one| one.kind == RemarkKind::Lost));
}

#[test]
fn a_list_of_values_is_written_no_more_often_than_the_original_is_long() {
    let values: Vec<String> = (0..5_000).map(|number| format!("\"v{number}\"")).collect();
    let query = |number| {
        format!("{{\"name\": \"q{number}\", \"in\": \"query\", \"schema\": {{\"$ref\": \"#/components/schemas/V\"}}}}")
    };
    let queries: Vec<String> = (0..5_000).map(query).collect();
    let text = format!(
        "{{\"openapi\": \"3.1.0\", \"paths\": {{\"/a\": {{\"get\": {{\"parameters\": [{}], \"responses\": {{}}}}}}}},\
         \"components\": {{\"schemas\": {{\"V\": {{\"enum\": [{}]}}}}}}}}",
        queries.join(","),
        values.join(",")
    );
    let result = of(&text);
    assert!(result.text.len() < 12 * text.len(), "{} of {}", result.text.len(), text.len());
    assert!(result.remarks.iter().any(|remark| remark.message.contains("in the later ones")));
}

#[test]
fn an_address_of_nothing_but_variables_is_read_at_once() {
    let names: Vec<String> = (0..30_000).map(|number| format!("v{number}")).collect();
    let url = format!("{{{}}}", names.join("}{"));
    let variables: Vec<String> = names.iter().map(|name| format!("\"{name}\": {{\"default\": \"a\"}}")).collect();
    let text = format!(
        "{{\"openapi\": \"3.0.0\", \"servers\": [{{\"url\": \"https://{url}\", \"variables\": {{{}}}}}], \"paths\": {{}},\
         \"components\": {{\"securitySchemes\": {{\"a\": {{\"type\": \"http\", \"scheme\": \"basic\"}}}}}}}}",
        variables.join(",")
    );
    let result = crate::repair::quickly("reading the address", || of(&text));
    assert!(result.text.contains("v29999"));
}
