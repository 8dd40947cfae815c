//! What two descriptions of one API have in common.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

const METHODS: [&str; 7] = ["get", "put", "post", "delete", "options", "head", "patch"];

/// Compares each result with the description in OpenAPI 2.0 that stands beside its original, where one does.
pub(crate) fn compare<'d>(results: impl Iterator<Item = (&'d Path, &'d str)>, is_verbose: bool) {
    let (mut pairs, mut same, mut facts, mut agreed) = (0, 0, 0, 0);
    for (path, text) in results {
        let Some(other) = counterpart(path).and_then(|path| fs::read_to_string(path).ok()) else { continue };
        let (Ok(own), Ok(other)) = (serde_json::from_str::<Value>(text), serde_json::from_str::<Value>(&other)) else {
            continue;
        };
        if other.get("swagger").is_none() {
            continue;
        }
        let (own, other) = (told(&own), told(&other));
        pairs += 1;
        same += usize::from(own == other);
        facts += own.union(&other).count();
        agreed += own.intersection(&other).count();
        let differences: Vec<&String> = own.symmetric_difference(&other).collect();
        if !differences.is_empty() {
            println!("differs  {} in {}", path.display(), differences.len());
            for one in differences.iter().take(if is_verbose { 40 } else { 4 }) {
                println!("           {} {one}", if own.contains(*one) { "ours  " } else { "theirs" });
            }
        }
    }
    println!("{pairs:>7}  pairs, {same} of them the same; {agreed} of {facts} facts agree");
}

/// The same API in OpenAPI 2.0, by the habits of those who keep both.
fn counterpart(path: &Path) -> Option<PathBuf> {
    let text = path.to_string_lossy();
    let names = [
        ("openapi.json", "swagger.json"),
        ("/output/openapi_3/", "/output/swagger_2/"),
        ("-v3.json", "-v2.json"),
        ("/openapi3.", "/swagger."),
    ];
    let mut others =
        names.iter().filter(|(own, _)| text.contains(own)).map(|(own, other)| PathBuf::from(text.replace(own, other)));
    others.find(|other| other.exists())
}

/// What a document of OpenAPI 2.0 says: where the API is, its operations, their parameters and answers, and how to sign in.
fn told(document: &Value) -> BTreeSet<String> {
    let mut facts = BTreeSet::new();
    for key in ["host", "basePath"] {
        if let Some(value) = document.get(key).and_then(Value::as_str) {
            let value = value.trim_end_matches('/');
            if !value.is_empty() {
                facts.insert(format!("{key} {value}"));
            }
        }
    }
    for (_, definition) in members(document.get("securityDefinitions")) {
        facts.insert(format!("security {}", definition["type"]));
    }
    for (name, _) in members(document.get("definitions")) {
        let plain = name.replace(|letter: char| !letter.is_ascii_alphanumeric() && !"-._".contains(letter), "_");
        facts.insert(format!("definition {plain}"));
    }
    for (path, item) in members(document.get("paths")) {
        for method in METHODS {
            let Some(operation) = item.get(method) else { continue };
            facts.insert(format!("{method} {path}"));
            for parameter in list(item.get("parameters")).chain(list(operation.get("parameters"))) {
                let parameter = resolved(document, parameter);
                let place = parameter["in"].as_str().unwrap_or_default();
                let name = if place == "body" { "" } else { parameter["name"].as_str().unwrap_or_default() };
                let is_required = place == "path" || parameter["required"] == true;
                facts.insert(format!("{method} {path} {place} {name} {is_required}"));
            }
            for (code, _) in members(operation.get("responses")) {
                facts.insert(format!("{method} {path} answers {code}"));
            }
        }
    }
    facts
}

fn members(value: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    value.and_then(Value::as_object).into_iter().flatten()
}

fn list(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    value.and_then(Value::as_array).into_iter().flatten()
}

fn resolved<'v>(document: &'v Value, value: &'v Value) -> &'v Value {
    let pointer = value.get("$ref").and_then(Value::as_str).and_then(|target| target.strip_prefix('#'));
    pointer.and_then(|pointer| document.pointer(pointer)).unwrap_or(value)
}
