//! Kinds that are told by how they are written: what is no JSON.

use super::OtherKind;
use super::table::{
    ADDRESS, ARCHIVE, ASYNCAPI, BINARY, BLUEPRINT, CODE, ERROR, FRAGMENT_YAML, GRAPHQL, HTML, INSOMNIA, ODATA,
    OPENAPI3_YAML, OTHER_CLIENT, OTHER_DESCRIPTION, OTHER_YAML, PROSE, RAML, REQUEST, WADL, WIDE, WSDL, XML, YAML,
};
use crate::openapi::METHODS;
use crate::text::{Gather, Span};

/// How much of a text is looked at, in bytes.
const LOOKED_AT: usize = 64 << 10;

/// In so many bytes at its beginning stand the words before a document.
const WORDS: usize = 1_000;

/// How long a message is at most, in bytes.
const MESSAGE: usize = 4_000;

/// The first line of a text that is of another kind, however many brackets it has; none where it may be JSON.
pub(super) fn first_line(text: &str) -> Option<Span> {
    let (start, body) = body(text);
    kind_of(body).map(|_| Span::new(start as u32, (start + body.lines().next().map_or(0, str::len)) as u32))
}

/// Whether a JSON object begins with the text, where nothing but white space is before it.
pub(super) fn begins_object(text: &str) -> bool {
    text.trim_start_matches(is_blank).starts_with('{')
}

/// What a text is that is no JSON; none where it may be.
pub(super) fn kind(text: &str) -> Option<&'static OtherKind> {
    kind_of(body(text).1)
}

/// The text without what stands around it, a Markdown fence too, and the byte at which it begins.
pub(super) fn body(text: &str) -> (usize, &str) {
    let whole = text.trim_start_matches(is_blank);
    let inside = fenced(whole);
    let body = inside.unwrap_or(whole).trim_start_matches(is_blank);
    let end = inside.and_then(|_| body.find("\n```")).unwrap_or(body.len());
    (text.len() - body.len(), body.get(..end).unwrap_or(body).trim_end_matches(is_blank))
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{FEFF}'
}

/// What stands behind the first line of a Markdown fence, or is YAML, where nothing but a few words is before it.
fn fenced(text: &str) -> Option<&str> {
    if text.starts_with(['{', '[', '<']) {
        return None;
    }
    let near = text.get(..text.floor_char_boundary(WORDS))?;
    let is_words = |at: &usize| {
        let words = text.get(..*at).unwrap_or_default();
        !words.contains(['{', '[', '#']) && words.lines().filter_map(pair).count() < 2
    };
    let fence = if near.starts_with("```") { Some(0) } else { near.find("\n```").map(|at| at + 1) };
    if let Some(at) = fence.filter(is_words) {
        return Some(text.get(at..)?.split_once('\n')?.1);
    }
    let of_yaml = ["\nswagger:", "\nopenapi:"].iter().find_map(|key| near.find(key));
    text.get(of_yaml.filter(is_words)? + 1..)
}

fn kind_of(text: &str) -> Option<&'static OtherKind> {
    let mut body = text;
    while let Some((_, rest)) = body.starts_with("/*").then(|| body.split_once("*/")).flatten() {
        body = rest.trim_start();
    }
    let first = body.chars().next()?;
    let head = body.get(..body.floor_char_boundary(LOOKED_AT))?;
    if let Some(kind) = not_text(head) {
        return Some(kind);
    }
    let is_described = body.starts_with("\"\"\"");
    match first {
        '{' if is_query(head) => return Some(&GRAPHQL),
        '[' if is_log(head) => {}
        '{' | '[' => return None,
        // Keys in quotes are YAML as well, where neither commas nor brackets end a line.
        '"' if !is_described => {
            let is_json = head.lines().any(|line| line.trim_end().ends_with([',', '{', '[']));
            return (!is_json).then(|| yaml(body)).flatten().filter(|kind| kind.offer.is_some());
        }
        _ => {}
    }
    let small = head.to_ascii_lowercase();
    let line = small.lines().next()?.trim();
    if first == '<' {
        return markup(&small);
    }
    if line.starts_with("#%raml") {
        return Some(&RAML);
    }
    if is_code(line) {
        return Some(&CODE);
    }
    if is_blueprint(&small, line) {
        return Some(&BLUEPRINT);
    }
    let is_short = body.len() <= MESSAGE;
    if let Some(kind) = yaml(body) {
        let is_said =
            |(name, value): (&str, &str)| value.contains(' ') || OF_MESSAGES.iter().any(|it| name.starts_with(it));
        let is_about_error = is_short && kind.offer.is_none() && is_message(line) && pair(line).is_none_or(is_said);
        return Some(if is_about_error { &ERROR } else { kind });
    }
    if has_key(&small, &["swagger", "openapi", "paths\"", "info\""]) || !may_begin_words(first) {
        // A document with something before it, or damaged at its beginning, is still one.
        return None;
    }
    if is_graphql(head) {
        return Some(&GRAPHQL);
    }
    if line == "meta {" {
        return Some(&OTHER_CLIENT);
    }
    let words = small.split(if first == '[' { '{' } else { '[' }).next().unwrap_or_default();
    let words = words.split('{').next().unwrap_or_default();
    if is_short && is_message(words) && !line.starts_with("curl ") {
        return Some(&ERROR);
    }
    if small
        .lines()
        .take(if ["###", "@", "//"].iter().any(|start| line.starts_with(start)) { 9 } else { 1 })
        .any(is_request)
    {
        return Some(&REQUEST);
    }
    if body.contains("://") && !body.contains(char::is_whitespace) {
        return Some(&ADDRESS);
    }
    // With keys in it there may be JSON behind some words.
    (!has_key(&small, &["\"", "'"]) && !is_lone_value(body)).then_some(&PROSE)
}

/// Whether one of these stands before a colon.
pub(super) fn has_key(small: &str, keys: &[&str]) -> bool {
    keys.iter().any(|key| {
        small.match_indices(key).any(|(at, _)| {
            let rest = small.get(at + key.len()..).unwrap_or_default();
            // No more than a few, or a text of nothing else would be read over and over.
            rest.chars().take(8).find(|c| !"\"'\\ ".contains(*c)) == Some(':')
        })
    })
}

/// Whether it is how words begin, rather than what is left of JSON.
fn may_begin_words(first: char) -> bool {
    !first.is_ascii_punctuation() || "#*-_$>(@\"/[.!?`".contains(first)
}

/// What is no text at all, or text in another encoding.
fn not_text(head: &str) -> Option<&'static OtherKind> {
    if head.starts_with("PK\u{3}\u{4}") {
        return Some(&ARCHIVE);
    }
    if ["%PDF-", "\u{FFFD}PNG\r", "GIF8"].iter().any(|sign| head.starts_with(sign)) {
        return Some(&BINARY);
    }
    let start = head.as_bytes().get(..1_000.min(head.len())).unwrap_or_default();
    let mut behind = head.chars();
    let _ = behind.nth(999);
    let near = head.get(..head.len() - behind.as_str().len()).unwrap_or_default();
    let zeros = near.bytes().filter(|byte| *byte == 0).count();
    let is_foreign = |byte: &&u8| **byte < 32 && !matches!(**byte, 8 | b'\t' | b'\n' | 12 | b'\r');
    if zeros * 3 > start.len() {
        Some(&WIDE)
    } else {
        let unknown = near.matches('\u{FFFD}').count();
        let foreign = start.iter().filter(is_foreign).count() + unknown;
        (foreign > 8 && foreign * 20 > start.len()).then_some(&BINARY)
    }
}

fn markup(small: &str) -> Option<&'static OtherKind> {
    if small.starts_with("<<<<<<<") {
        return None;
    }
    let start: &str = small.char_indices().nth(4_000).and_then(|(end, _)| small.get(..end)).unwrap_or(small);
    let signs: [(&OtherKind, &[&str]); 5] = [
        (&WSDL, &["schemas.xmlsoap.org/wsdl", "www.w3.org/ns/wsdl"]),
        (&WADL, &["wadl.dev.java.net", "research.sun.com/wadl"]),
        (&ODATA, &["<edmx:"]),
        (&HTML, &["<!doctype html", "<html", "<head>", "<body", "<script", "<div"]),
        (&ERROR, &["<error>", "<fault>", ":fault>", "<exception"]),
    ];
    let found = signs.into_iter().find(|(_, signs)| signs.iter().any(|sign| start.contains(sign)));
    Some(found.map_or(&XML, |(kind, _)| kind))
}

/// Words that make a short text a message.
const OF_MESSAGES: [&str; 24] = [
    "error",
    "fail",
    "invalid",
    "not valid",
    "cannot",
    "can't",
    "could not",
    "unable to",
    "denied",
    "unauthorized",
    "forbidden",
    "exception",
    "not found",
    "not support",
    "bad request",
    "refused",
    "timed out",
    "aadsts",
    "must be",
    "must have",
    "is required",
    "missing required",
    "unexpected token",
    "should have",
];

fn is_message(small: &str) -> bool {
    let words: &[&str] = if is_letter(small) { OF_MESSAGES_IN_LETTERS } else { &OF_MESSAGES };
    words.iter().any(|word| small.contains(word))
}

/// What stands in a letter only where a message is quoted.
const OF_MESSAGES_IN_LETTERS: &[&str] = &["error:", "exception:", "aadsts", "status code", "unexpected token"];

/// Whether a person writes to another one, and no program to a person.
fn is_letter(small: &str) -> bool {
    const PERSONAL: [&str; 12] =
        ["hi", "hello", "hey", "dear", "thanks", "regards", "colleagues", "i", "i'm", "i've", "me", "my"];
    let mut words = small.split(|one: char| one.is_whitespace() || ".,!?:;".contains(one));
    words.any(|word| PERSONAL.contains(&word))
}

fn is_request(line: &str) -> bool {
    let line = line.trim_start_matches(['$', '>', '#', ' ']);
    let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
    let is_method = ["get", "post", "put", "patch", "delete", "head", "options"].contains(&first);
    matches!(first, "curl" | "curl.exe" | "wget" | "invoke-restmethod" | "invoke-webrequest")
        || line.starts_with("fetch(")
        || first.starts_with("http/")
        || is_method && ["/", "http", "{{"].iter().any(|start| rest.starts_with(start))
}

/// Whether it is how a program begins. What gives a document to something is left to the repair.
fn is_code(line: &str) -> bool {
    const STARTS: [&str; 10] = [
        "import ",
        "from ",
        "package ",
        "using ",
        "#include",
        "#!/",
        "function ",
        "class ",
        "public ",
        "syntax = \"proto",
    ];
    let is_sentence = line.ends_with(['.', ':', '!', '?']) || line.split(' ').count() > 8;
    STARTS.iter().any(|start| line.starts_with(start)) && !is_sentence && line.contains([';', '{', '"', '\'', '/', '<'])
}

/// Whether a line of it begins an action of API Blueprint.
fn is_blueprint(small: &str, line: &str) -> bool {
    let is_action = |line: &str| {
        let title = line.trim_start_matches('#');
        let has_method = ["get", "post", "put", "patch", "delete"].iter().any(|method| {
            title.trim_start().strip_prefix(method).is_some_and(|rest| rest.trim_start().starts_with('/'))
                || title.contains(&format!("[{method}]"))
                || title.contains(&format!("[{method} /"))
        });
        line.starts_with('#') && has_method || line.starts_with("+ response ")
    };
    line.starts_with("format: 1a") || small.lines().any(is_action)
}

/// Whether it begins as types or queries of GraphQL do.
fn is_graphql(head: &str) -> bool {
    let mut is_description = false;
    let is_code = |line: &&str| {
        let quotes = line.matches("\"\"\"").count();
        let was_description = is_description;
        is_description ^= quotes == 1;
        !was_description && quotes == 0 && !line.is_empty() && !line.starts_with(['#', '"'])
    };
    let Some(line) = head.lines().map(str::trim).find(is_code) else { return false };
    let (first, rest) = line.split_once([' ', '{', '(']).unwrap_or((line, ""));
    match first {
        "schema" | "query" | "mutation" | "subscription" => line.contains('{') || line.contains('('),
        "type" | "input" | "enum" | "extend" | "fragment" => line.ends_with(['{', '}']) && !line.contains('='),
        "interface" => line.ends_with('{') && !head.contains(';'),
        "scalar" => !rest.contains(' '),
        "union" => rest.contains('='),
        "directive" => rest.starts_with('@'),
        _ => false,
    }
}

/// Whether it is a query of GraphQL without a name: `{ rooms { id } }`.
fn is_query(head: &str) -> bool {
    let Some(inside) = head.strip_prefix('{') else { return false };
    let name = inside.trim_start();
    let rest = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_');
    let is_field = rest.len() < name.len() && rest.trim_start().starts_with(['{', '(']);
    is_field && !head.contains("\":")
}

/// Whether it begins as a line of a log does: `[error] The import failed`.
fn is_log(head: &str) -> bool {
    let Some((stamp, rest)) = head.strip_prefix('[').and_then(|inside| inside.split_once(']')) else { return false };
    !stamp.contains(['{', '[', '"', ',', '\n']) && rest.trim_start().starts_with(char::is_alphabetic)
}

/// Which kind of YAML it is; none where it is none.
fn yaml(body: &str) -> Option<&'static OtherKind> {
    let opens = |line: &str| line.starts_with("---") || line.starts_with('%');
    let of_use = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let lines = || body.lines().map(str::trim_end).filter(of_use);
    let is_marked = lines().next().is_some_and(opens);
    let mut own = lines().filter(|line| !opens(line));
    let first = own.next()?;
    let second = own.next().unwrap_or_default();
    let is_item = |line: &str| line.trim_start().starts_with("- ") || line.trim_start() == "-";
    let is_whole = |value: &str| !value.ends_with([',', ';']) && !["\",", "',"].iter().any(|end| value.contains(end));
    let begins = pair(first).is_some_and(|(_, value)| is_whole(value)) || is_item(first) && is_marked;
    if !begins {
        return None;
    }
    let indentation = first.len() - first.trim_start().len();
    let at_root = |line: &&str| line.len() - line.trim_start().len() == indentation;
    let keys: Vec<(&str, &str)> = lines().filter(at_root).filter_map(pair).gathered();
    let has = |name: &str| keys.iter().any(|(key, _)| *key == name);
    let is_open = |line: &str| is_item(line) || pair(line).is_some_and(|(_, value)| !value.ends_with(','));
    match () {
        () if has("swagger") => Some(&YAML),
        () if has("openapi") => Some(&OPENAPI3_YAML),
        () if has("asyncapi") => Some(&ASYNCAPI),
        () if has("openrpc") || has("arazzo") || has("overlay") => Some(&OTHER_DESCRIPTION),
        () if keys.iter().any(|(_, value)| value.starts_with("collection.insomnia")) => Some(&INSOMNIA),
        () if has("components") && !has("definitions") => Some(&OPENAPI3_YAML),
        () if has("paths") || has("securityDefinitions") => Some(&YAML),
        () if is_fragment(&keys) => Some(&FRAGMENT_YAML),
        // One line with a colon in it is a sentence as often.
        () if second.is_empty() && keys.iter().any(|(_, value)| !value.is_empty() && !value.contains(' ')) => {
            Some(&OTHER_YAML)
        }
        () if is_marked || is_open(second) && !first.trim_start().starts_with('"') => Some(&OTHER_YAML),
        () => None,
    }
}

/// Whether these keys, with what stands behind them in their lines, are those of a part of a document: paths, a path, an
/// operation, a parameter or a security definition.
fn is_fragment(keys: &[(&str, &str)]) -> bool {
    let has = |name: &str| keys.iter().any(|(key, _)| *key == name);
    let is = |name: &str, values: &[&str]| {
        let plain = |value: &str| value.trim_end_matches(['"', '\'']).to_owned();
        keys.iter().any(|(key, value)| *key == name && values.contains(&&*plain(value)))
    };
    let opens = |(key, value): &(&str, &str)| value.is_empty() && (key.starts_with('/') || METHODS.contains(key));
    (!keys.is_empty() && keys.iter().all(opens))
        || has("responses") && ["operationId", "summary", "parameters"].iter().any(|name| has(name))
        || has("name") && is("in", &["query", "path", "header", "formData", "body"])
        || is("type", &["apiKey", "oauth2", "basic"])
}

/// The name and the value of a line of YAML, where it is a pair of them and no sentence with a colon in it.
fn pair(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start().trim_start_matches("- ");
    let quote = line.chars().next().filter(|c| matches!(c, '"' | '\''));
    let (name, rest) = match quote {
        Some(quote) => line.get(1..)?.split_once(quote)?,
        None => line.split_at(line.find(':')?),
    };
    let value = rest.trim_start().strip_prefix(':')?;
    let is_name = !name.is_empty() && (quote.is_some() || !name.contains([' ', '{', '[', '(', '"', ',']));
    let is_value = value.is_empty() || value.starts_with([' ', '\t']);
    let value = value.split(" #").next().unwrap_or_default().trim();
    (is_name && is_value && !value.ends_with(['{', '['])).then_some((name, value.trim_start_matches(['"', '\''])))
}

/// Whether it may be a single value of JSON, damaged: a number or a literal.
fn is_lone_value(body: &str) -> bool {
    let is_number = body.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    let is_literal = || ["true", "false", "null", "none"].iter().any(|literal| body.eq_ignore_ascii_case(literal));
    body.len() < 32 && !body.contains(char::is_whitespace) && (is_number || is_literal())
}
