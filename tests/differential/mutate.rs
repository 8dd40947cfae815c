//! What can go wrong with a document, done at random.

use xtension_checker::openapi::vocabulary::Format;

use crate::generate::{Generator, NUMBERS, REFERENCES, TEXTS, well_formed};
use crate::json::{Json, Path};

/// Changes the document in one way, at one place.
pub(crate) fn mutate(document: &mut Json, generator: &mut Generator<'_>) {
    let path = somewhere(document, generator);
    match generator.random.below(15) {
        0 | 14 => drop_child(document, path),
        1 => rename(document, &path, generator),
        2 | 3 => *document.at_mut(&path) = any(generator),
        4 => *document.at_mut(&path) = other_text(document.at(&path), generator),
        5 => wrap_or_unwrap(document, &path, generator),
        6 => insert(document, &path, generator),
        7 => refer(document, &path, generator),
        8 => *document.at_mut(&path) = Json::number(generator.random.pick(NUMBERS)),
        9 => {
            let target = somewhere(document, generator);
            move_one(document, path, &target);
        }
        10 => repeat(document, &path, generator),
        11 => {
            let copy = document.at(&path).clone();
            let target = somewhere(document, generator);
            *document.at_mut(&target) = copy;
        }
        12 => {
            let extension = generator.extension();
            into_object(document, path, extension);
        }
        _ => {
            *document.at_mut(&path) =
                generator.random.pick(&[EMPTY_TEXT, EMPTY_ARRAY, EMPTY_OBJECT, Json::Null].each_ref()).clone()
        }
    }
}

/// The way to any value: half of the time each is as likely, else those near the root are likelier.
fn somewhere(document: &Json, generator: &mut Generator<'_>) -> Path {
    if generator.random.chance(50) {
        let mut paths = document.paths();
        return paths.swap_remove(generator.random.below(paths.len()));
    }
    let mut path = Vec::new();
    loop {
        let inside = document.at(&path).len();
        if inside == 0 || generator.random.chance(10) {
            return path;
        }
        path.push(generator.random.below(inside));
    }
}

const EMPTY_TEXT: Json = Json::String(String::new());
const EMPTY_ARRAY: Json = Json::Array(Vec::new());
const EMPTY_OBJECT: Json = Json::Object(Vec::new());

/// Names that people write, and names that checkers trip over.
const NAMES: &[&str] = &[
    "swagger",
    "info",
    "title",
    "version",
    "description",
    "host",
    "basePath",
    "schemes",
    "consumes",
    "produces",
    "paths",
    "definitions",
    "parameters",
    "responses",
    "securityDefinitions",
    "security",
    "tags",
    "externalDocs",
    "url",
    "name",
    "email",
    "contact",
    "license",
    "termsOfService",
    "get",
    "post",
    "delete",
    "operationId",
    "summary",
    "deprecated",
    "in",
    "required",
    "schema",
    "type",
    "format",
    "items",
    "collectionFormat",
    "default",
    "maximum",
    "exclusiveMinimum",
    "maxLength",
    "pattern",
    "minItems",
    "uniqueItems",
    "enum",
    "multipleOf",
    "allowEmptyValue",
    "headers",
    "examples",
    "200",
    "properties",
    "additionalProperties",
    "allOf",
    "minProperties",
    "discriminator",
    "readOnly",
    "xml",
    "example",
    "attribute",
    "flow",
    "authorizationUrl",
    "tokenUrl",
    "scopes",
    "$ref",
    "oneOf",
    "nullable",
    "requestBody",
    "content",
    "components",
    "servers",
    "openapi",
    "trace",
    "2XX",
    "/b",
    "X-a",
    "x_a",
    "",
    "a/b~c",
    "~",
    "ü",
    "\u{85}",
    "__proto__",
    "constructor",
    "id",
];

/// Words that stand for something somewhere.
const WORDS: &[&str] = &[
    "string",
    "integer",
    "array",
    "file",
    "null",
    "int",
    "query",
    "path",
    "body",
    "formData",
    "header",
    "form",
    "csv",
    "multi",
    "http",
    "HTTPS",
    "wss",
    "basic",
    "apiKey",
    "oauth2",
    "http",
    "implicit",
    "accessCode",
    "application",
    "authorizationCode",
    "2.0",
    "3.0.0",
    "true",
];

/// Strings that are nearly what they should be.
const NEARLY: &[&str] = &[
    "https://example.com/a b",
    "example.com",
    "/oauth/token",
    "https://example.com/ü",
    "https://example.com/a|b",
    "https://example.com/%zz",
    "https://example.com/{a b}",
    "a:",
    "1a:b",
    "https:",
    "https://example.com/#a#b",
    " https://a.b",
    "https://a.b\u{85}",
    "{{host}}/token",
    "https://a.b/[c]",
    "https://[1:2:3:4:5:6:7::]",
    "https://[1:2:3:4:5:6:7:8]:1/",
    "https://[1::2::3]",
    "https://[12345::]",
    "https://[b]",
    "ann",
    "ann@example",
    "ann@@example.com",
    ".ann@example.com",
    "Ann <ann@example.com>",
    "ann@-example.com",
    "änn@example.com",
    "ann@example.com ",
    "ann@exämple.com",
    "a..b@example.com",
    "https://example.com",
    "example.com/v1",
    "{{host}}",
    "a:b",
    "a:80:80",
    ":80",
    "example.com ",
    "a\\b",
    "v1",
    " /v1",
    "2",
];

fn any(generator: &mut Generator<'_>) -> Json {
    match generator.random.below(6) {
        0 => Json::string(generator.random.pick(WORDS)),
        1 => Json::Array(vec![Json::string(generator.random.pick(WORDS)); generator.random.below(3)]),
        2 => Json::object([("type", Json::string(generator.random.pick(WORDS)))]),
        3 => Json::object([("description", Json::string(generator.random.pick(TEXTS)))]),
        4 => Json::object([("a", Json::Array(Vec::new()))]),
        _ => generator.data(2),
    }
}

fn drop_child(document: &mut Json, mut path: Path) {
    if let Some(position) = path.pop() {
        document.at_mut(&path).remove(position);
    }
}

/// The member at the end of the way, where it is one.
fn member_mut<'d>(document: &'d mut Json, path: &[usize]) -> Option<&'d mut (String, Json)> {
    let (position, holder) = path.split_last()?;
    match document.at_mut(holder) {
        Json::Object(members) => members.get_mut(*position),
        _ => None,
    }
}

fn rename(document: &mut Json, path: &[usize], generator: &mut Generator<'_>) {
    if let Some(member) = member_mut(document, path) {
        member.0 = match generator.random.below(5) {
            0 => generator.random.pick(NAMES).to_owned(),
            1 => format!("x-{}", member.0),
            _ => slip(&member.0, generator),
        };
    }
}

/// The word, not quite written so.
fn slip(word: &str, generator: &mut Generator<'_>) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = generator.random.below(letters.len());
    match generator.random.below(7) {
        0 if letters.len() > 1 => letters.swap(at, (at + 1) % word.chars().count()),
        1 if !letters.is_empty() => drop(letters.remove(at)),
        2 => letters.insert(at, generator.random.pick(&['s', ' ', '/', '{', '\u{85}', '\u{a0}', '\n', 'é'])),
        3 => letters.push(generator.random.pick(&['s', ' ', '\n', ':', '/'])),
        4 => return word.to_ascii_uppercase(),
        5 => return word.to_ascii_lowercase(),
        _ => letters.insert(0, generator.random.pick(&[' ', '/', '_', 'X'])),
    }
    letters.into_iter().collect()
}

/// Another string for that one.
fn other_text(value: &Json, generator: &mut Generator<'_>) -> Json {
    let format = generator.random.pick(&[Format::Url, Format::Email, Format::Host, Format::BasePath]);
    Json::String(match (value, generator.random.below(5)) {
        (Json::String(text), 0 | 1) => slip(text, generator),
        (_, 0..=2) => generator.random.pick(NEARLY).to_owned(),
        (_, 3) => generator.random.pick(well_formed(format)).to_owned(),
        _ => generator.random.pick(WORDS).to_owned(),
    })
}

/// A level too many, or one too few, or the other kind of bracket.
fn wrap_or_unwrap(document: &mut Json, path: &[usize], generator: &mut Generator<'_>) {
    let value = document.at(path).clone();
    let name = generator.random.pick(NAMES);
    let others = match (&value, generator.random.below(4)) {
        (_, 0) => Json::Array(vec![value]),
        (_, 1) => Json::object([(name, value)]),
        (Json::Array(items), 2) if !items.is_empty() => items[0].clone(),
        (Json::Object(members), 2) if !members.is_empty() => members[0].1.clone(),
        (Json::Array(items), _) => Json::Object(
            items.iter().enumerate().map(|(position, item)| (position.to_string(), item.clone())).collect(),
        ),
        (Json::Object(members), _) => Json::Array(members.iter().map(|member| member.1.clone()).collect()),
        (_, 2) => Json::Array(vec![value.clone(), value]),
        _ => Json::object([(name, Json::object([(name, value)]))]),
    };
    *document.at_mut(path) = others;
}

/// Puts a member into the nearest object on the way.
fn into_object(document: &mut Json, mut path: Path, member: (String, Json)) {
    while !matches!(document.at(&path), Json::Object(_)) {
        if path.pop().is_none() {
            return;
        }
    }
    if let Json::Object(members) = document.at_mut(&path)
        && members.iter().all(|other| other.0 != member.0)
    {
        members.push(member);
    }
}

fn insert(document: &mut Json, path: &[usize], generator: &mut Generator<'_>) {
    let name = generator.random.pick(NAMES).to_owned();
    let value = any(generator);
    into_object(document, path.to_vec(), (name, value));
}

fn refer(document: &mut Json, path: &[usize], generator: &mut Generator<'_>) {
    let reference = match generator.random.below(6) {
        0 => generator.data(1),
        _ => Json::string(generator.random.pick(REFERENCES)),
    };
    match generator.random.below(4) {
        0 | 1 => into_object(document, path.to_vec(), ("$ref".to_owned(), reference)),
        2 => *document.at_mut(path) = Json::object([("$ref", reference)]),
        _ => {
            let name = generator.random.pick(&["description", "x-a", "type", "foo", "required", ""]);
            *document.at_mut(path) = Json::object([("$ref", reference), (name, any(generator))]);
        }
    }
}

/// Takes a member from its object to another one.
fn move_one(document: &mut Json, mut path: Path, target: &[usize]) {
    let Some(member) = member_mut(document, &path).cloned() else { return };
    if target.starts_with(&path) {
        return;
    }
    into_object(document, target.to_vec(), member);
    if let Some(position) = path.pop() {
        document.at_mut(&path).remove(position);
    }
}

/// Adds an item or a member once more, the member with another value perhaps.
fn repeat(document: &mut Json, path: &[usize], generator: &mut Generator<'_>) {
    let Some((position, holder)) = path.split_last() else { return };
    let other = any(generator);
    let keep = generator.random.chance(40);
    match document.at_mut(holder) {
        Json::Array(items) => items.push(items[*position].clone()),
        Json::Object(members) => {
            let (name, value) = members[*position].clone();
            let at = generator.random.below(members.len() + 1);
            members.insert(at, (name, if keep { value } else { other }));
        }
        _ => {}
    }
}
