//! Where a request goes: `url` in its forms, and the variables in it.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{Unique, described};
use crate::json::Value;
use crate::text::Span;

/// How often the value of a variable may name another one.
const DEEPEST: usize = 10;

/// The collection's own variables that have a value.
#[derive(Default)]
pub(super) struct Variables<'a>(HashMap<String, Cow<'a, str>>);

impl<'a> Variables<'a> {
    pub(super) fn of(collection: Value<'a>) -> Self {
        let given = collection.items_of("variable").filter_map(|variable| {
            let name = variable.get_str("key").or_else(|| variable.get_str("id"))?;
            let value = variable.get_str("value").filter(|value| !value.trim().is_empty())?;
            Some((name.into_owned(), value))
        });
        Self(given.collect())
    }

    /// The text with the values of the variables in it; those without a value stay.
    pub(super) fn fill(&self, text: &str) -> String {
        let mut filled = text.to_owned();
        for _ in 0..DEEPEST {
            let mut changed = String::new();
            let mut rest = &*filled;
            let mut is_changed = false;
            while let Some((before, name, after)) = next(rest) {
                changed.push_str(before);
                match self.0.get(name.trim()) {
                    Some(value) => {
                        is_changed = true;
                        changed.push_str(value);
                    }
                    None => changed.extend(["{{", name, "}}"]),
                }
                rest = after;
            }
            changed.push_str(rest);
            // Values that name each other without end would grow without end.
            if !is_changed || changed.len() > 10_000 {
                break;
            }
            filled = changed;
        }
        filled
    }
}

/// The next variable: what stands before it, its name, and what stands behind it.
pub(super) fn next(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("{{")?;
    let (name, after) = rest.split_once("}}")?;
    Some((before, name, after))
}

/// The path of an address, with what `each` makes of the name of a variable in the place of that and its braces.
pub(super) fn with_variables(path: &str, each: impl Fn(&str) -> String) -> String {
    let mut made = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, behind)| Some((before, behind.split_once('}')?)))
    {
        made.push_str(before);
        made.push_str(&each(name));
        rest = after;
    }
    made + rest
}

/// The names of the variables in `text`.
pub(super) fn names(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some((_, name, after)) = next(rest) {
        names.push(name.trim());
        rest = after;
    }
    names
}

/// A variable in a path.
#[derive(Clone)]
pub(super) struct Step<'a> {
    pub(super) name: String,
    /// What the collection says of it.
    pub(super) entry: Option<Value<'a>>,
}

/// A field of a query.
#[derive(Clone)]
pub(super) struct Field<'a> {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) description: Option<String>,
    /// Its entry, where it has one.
    pub(super) entry: Option<Value<'a>>,
    /// Where it stands: its entry, else the address.
    pub(super) place: Span,
}

/// Where a request goes.
#[derive(Clone)]
pub(super) struct Address<'a> {
    /// The `url`.
    pub(super) value: Value<'a>,
    /// `https` or what is written there; none where it is not written.
    pub(super) scheme: Option<String>,
    /// Host and port; variables without a value in their braces; may be empty.
    pub(super) host: String,
    /// What of the path comes out of the variable for the host, such as `/v1`; empty or with a slash in front.
    pub(super) base: String,
    /// The path as OpenAPI writes it, with a slash in front.
    pub(super) path: String,
    /// The variables in `path`, in its order.
    pub(super) steps: Vec<Step<'a>>,
    pub(super) query: Vec<Field<'a>>,
}

impl<'a> Address<'a> {
    /// Reads `url`; none where it is empty.
    pub(super) fn of(url: Value<'a>, variables: &Variables<'a>) -> Option<Self> {
        let raw = url.as_str().or_else(|| url.get_str("raw")).map_or_else(|| assembled(url), Cow::into_owned);
        let raw = raw.trim();
        let raw = raw.split('#').next().unwrap_or_default();
        let (place, query) = raw.split_once('?').unwrap_or((raw, ""));
        // An address that leaves the scheme to the page that it stands in.
        let place = place.strip_prefix("//").unwrap_or(place);
        if place.is_empty() {
            return None;
        }
        // Only what stands before the first slash: a variable in the path is a field.
        let after_scheme = place.find("://").map_or(0, |at| at + 3);
        let end = place.get(after_scheme..)?.find('/').map_or(place.len(), |at| after_scheme + at);
        let (front, path) = place.split_at(end);
        let front = variables.fill(front);
        let (scheme, rest) = match front.split_once("://") {
            Some((scheme, rest)) => (Some(scheme.to_ascii_lowercase()), rest),
            None => (None, front.strip_prefix("//").unwrap_or(&front)),
        };
        let (host, base) = match rest.split_once('/') {
            Some((host, base)) => (host, format!("/{}", base.trim_matches('/'))),
            None => (rest, String::new()),
        };
        let host = host.rsplit('@').next().unwrap_or_default().to_owned();
        let (path, steps) = template(path, url);
        Some(Self {
            value: url,
            scheme,
            host,
            base: if base == "/" { String::new() } else { base },
            path,
            steps,
            query: fields(url, query),
        })
    }
}

/// The address put together from its parts, for those that have no `raw`.
fn assembled(url: Value<'_>) -> String {
    let joined = |key: &str, separator: &str| match url.get(key) {
        Some(list) if list.is_array() => list
            .items()
            .filter_map(|part| part.as_str().or_else(|| part.get_str("value")))
            .collect::<Vec<_>>()
            .join(separator),
        Some(text) => text.as_str().unwrap_or_default().into_owned(),
        None => String::new(),
    };
    let host = joined("host", ".");
    let path = joined("path", "/");
    if host.is_empty() && path.is_empty() {
        return String::new();
    }
    let scheme = joined("protocol", "");
    let scheme = if scheme.is_empty() { scheme } else { format!("{}://", scheme.trim_end_matches("://")) };
    let port = joined("port", "");
    let port = if port.is_empty() { port } else { format!(":{port}") };
    format!("{scheme}{host}{port}/{}", path.trim_start_matches('/'))
}

/// The path as OpenAPI writes it, and its variables: `:id` and `{{id}}` become `{id}`.
fn template<'a>(path: &str, url: Value<'a>) -> (String, Vec<Step<'a>>) {
    let mut steps: Vec<Step<'a>> = Vec::new();
    let mut entries: HashMap<Cow<'_, str>, Value<'a>> = HashMap::new();
    for entry in url.items_of("variable") {
        if let Some(key) = entry.get_str("key") {
            entries.entry(key).or_insert(entry);
        }
    }
    let mut unique = Unique::default();
    let mut named = |name: &str| {
        let plain: String = name.trim().chars().filter(|one| !"{}/?#".contains(*one)).collect();
        let unique = unique.take(&plain);
        steps.push(Step { name: unique.clone(), entry: entries.get(name.trim()).copied() });
        format!("{{{unique}}}")
    };
    let mut written = String::new();
    for segment in path.split('/').skip(1) {
        written.push('/');
        if let Some(name) = segment.strip_prefix(':').filter(|name| !name.is_empty()) {
            written.push_str(&named(name));
            continue;
        }
        let mut rest = segment;
        while let Some((before, name, after)) = next(rest) {
            written.push_str(&before.replace(['{', '}'], ""));
            written.push_str(&named(name));
            rest = after;
        }
        written.push_str(&rest.replace(['{', '}'], ""));
    }
    if written.is_empty() {
        written.push('/');
    }
    (written, steps)
}

/// The query: from its list where there is one, else from the text.
fn fields<'a>(url: Value<'a>, query: &str) -> Vec<Field<'a>> {
    if let Some(list) = url.get("query").filter(|list| list.is_array()) {
        let field = |entry: Value<'a>| {
            Some(Field {
                name: entry.get_str("key").filter(|key| !key.is_empty())?.into_owned(),
                value: entry.get_str("value").unwrap_or_default().into_owned(),
                description: described(entry).map(|(text, _)| text),
                entry: Some(entry),
                place: entry.span(),
            })
        };
        return list.items().filter_map(field).collect();
    }
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Field { name: name.to_owned(), value: value.to_owned(), description: None, entry: None, place: url.span() }
        })
        .collect()
}
