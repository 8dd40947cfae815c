//! Keys, tokens and passwords that stand in a document: whoever gets the file gets in with them.

use std::borrow::Cow;

use crate::json::{Kind, Member, Tree, Value};
use crate::text::secret::{self, Found};
use crate::text::{Span, in_order};

/// A secret in the text of a document.
#[derive(Clone, Debug)]
pub struct Secret {
    /// Where it stands, without what is around it.
    pub span: Span,
    /// What it is, at the beginning of a sentence: "A token of Slack".
    pub what: &'static str,
    /// What it is sent as: the name in a query, the parameter's or the property's; empty where that cannot be told.
    pub name: String,
    /// The [`Value::index`] of what it is in; none where it is outside of the document, in a comment say.
    pub index: Option<u32>,
    /// Whether it is in the name of that value, as it is with a path.
    pub is_in_name: bool,
    /// Whether it may well have been made up, as what examples have is: then it is hidden, and nothing is said of it.
    pub may_be_made_up: bool,
}

/// Keys whose value is one of what holds them: of a parameter or of a property.
pub const VALUES: [&str; 6] = ["default", "x-ntx-initial", "example", "x-example", "const", "x-ms-test-value"];

/// The secrets in the text of a document, in its order: what has the shape of one, and what is called one and is random.
pub fn secrets(tree: &Tree<'_>) -> Vec<Secret> {
    let shapes = secret::secrets(tree.text());
    let mut shapes = shapes.iter().peekable();
    let mut found = Vec::new();
    for value in tree.values() {
        let is_near = shapes.peek().is_some_and(|shape| shape.span.start < value.span().end);
        if let Some(name) = value.member().map(Member::name_span).filter(|_| is_near) {
            while let Some(shape) = shapes.next_if(|shape| shape.span.start < name.end) {
                let is_inside = shape.span.start >= name.start;
                found.push(of_shape(shape, is_inside.then_some(value), true));
            }
        }
        if value.kind() != Kind::String {
            continue;
        }
        let mut is_known = false;
        while let Some(shape) = shapes.next_if(|shape| shape.span.start < value.span().end) {
            is_known = shape.span.start >= value.span().start;
            found.push(of_shape(shape, is_known.then_some(value), false));
        }
        if !is_known && let Some(secret) = by_name(value) {
            found.push(secret);
        }
    }
    found.extend(shapes.map(|shape| of_shape(shape, None, false)));
    in_order(found, |secret| secret.span.order())
}

fn of_shape(shape: &Found<'_>, value: Option<Value<'_>>, is_in_name: bool) -> Secret {
    let name = shape.name.map(Cow::Borrowed).or_else(|| {
        let is_whole = |value: &Value<'_>| !is_in_name && value.span().len() == shape.span.len() + 2;
        value.filter(is_whole).and_then(called)
    });
    Secret {
        span: shape.span,
        what: shape.what,
        name: name.unwrap_or_default().into_owned(),
        index: value.map(Value::index),
        is_in_name,
        may_be_made_up: false,
    }
}

/// Whether a value as a whole is a secret that only its name tells.
pub(super) fn is_secret(value: Value<'_>) -> bool {
    by_name(value).is_some()
}

/// What is no secret by its shape, but is called one: the default of a parameter `client_secret`.
fn by_name(value: Value<'_>) -> Option<Secret> {
    let length = value.span().len();
    let is_string = value.kind() == Kind::String && (8..2_000).contains(&length);
    // Its name tells soonest: hardly any is that of a secret.
    let name = is_string.then(|| called(value)).flatten().filter(|name| secret::is_secret_name(name))?;
    let text = value.as_str().filter(|text| secret::is_password(text))?;
    // `x-ntx-initial` of an object has a value for each of its properties.
    let mut near = [Some(value), value.parent()].into_iter().flatten().filter_map(Value::member);
    let is_sent = near.any(|member| member.is("default") || member.is("x-ntx-initial"));
    let is_mixed = secret::is_mixed(&text);
    let is_told = is_sent || (is_mixed && is_choice(value)) || secret::is_random(&text);
    (is_told || is_mixed).then(|| Secret {
        span: Span::new(value.span().start + 1, value.span().end.saturating_sub(1)),
        what: if name.to_ascii_lowercase().contains("pass") { "A password" } else { "A key" },
        name: name.into_owned(),
        index: Some(value.index()),
        is_in_name: false,
        may_be_made_up: !is_told,
    })
}

/// Whether it is one of the values that can be chosen.
pub fn is_choice(value: Value<'_>) -> bool {
    value.parent().and_then(Value::member).is_some_and(|list| list.is("enum") && value.member().is_none())
}

/// What a value is a value of: the parameter or property whose default it is, else the member.
fn called(value: Value<'_>) -> Option<Cow<'_, str>> {
    // What can be chosen for a parameter is an item of its list.
    let member = value.member().or_else(|| value.parent()?.member().filter(|list| list.is("enum")))?;
    let name = member.name();
    if name != "enum" && !VALUES.contains(&&*name) {
        return Some(name);
    }
    let mut holder = member.object();
    // The schema of a parameter says what the parameter is, and that of an array's items what the array is.
    while let Some(outer) = holder.member().filter(|member| member.is("schema") || member.is("items")) {
        holder = outer.object();
    }
    let own = holder.get("in").and_then(|_| holder.get_str("name"));
    own.or_else(|| holder.member().map(Member::name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;

    /// Finds in a text, in which the secrets are marked «so», what they are called.
    #[track_caller]
    fn assert_found(marked: &str, names: &[&str]) {
        let text = marked.replace(['«', '»'], "");
        let wanted: Vec<&str> = marked.split('«').skip(1).filter_map(|rest| Some(rest.split_once('»')?.0)).collect();
        let mut found = secrets(&parse(&text));
        found.retain(|secret| !secret.may_be_made_up);
        let spans: Vec<&str> = found.iter().map(|secret| secret.span.of(&text)).collect();
        assert_eq!(spans, wanted, "{text}");
        let called: Vec<&str> = found.iter().map(|secret| &*secret.name).collect();
        assert_eq!(called, names, "{text}");
    }

    #[test]
    fn what_is_called_a_secret_is_one() {
        assert_found(
            r#"{ "name": "X-API-Key", "in": "header", "default": "«Kq8vT2mZ»", "description": "Kq8vT2mZ" }"#,
            &["X-API-Key"],
        );
        assert_found(r#"{ "client_secret": { "type": "string", "x-ntx-initial": "«Kq8vT2mZ»" } }"#, &["client_secret"]);
        assert_found(r#"{ "password": "Kq8vT2mZ", "apiKey": "«r8Kq2vT9mZ4LxW7bNc3RyH6p»" }"#, &["apiKey"]);
        assert_found(r#"{ "token": { "default": "changeme1" }, "secret": { "default": "${SECRET1}" } }"#, &[]);
    }

    #[test]
    fn what_can_be_chosen_for_a_password_is_one() {
        assert_found(
            r#"{ "name": "password", "in": "query", "enum": ["«Winter2024!»", "none", "<password>", "string"] }"#,
            &["password"],
        );
        assert_found(r#"{ "tokenKind": { "enum": ["Winter2024!"] }, "token": { "enum": ["oauth2bearer"] } }"#, &[]);
    }

    #[test]
    fn what_may_be_made_up_is_hidden_all_the_same() {
        let found = secrets(&parse(r#"{ "example": { "password": "Winter2024!" } }"#));
        assert!(matches!(&*found, [secret] if secret.may_be_made_up));
    }

    #[test]
    fn shapes_are_found_in_names_in_strings_and_outside() {
        let key = "«r8Kq2vT9mZ4LxW7bNc3RyH6p»";
        assert_found(
            &format!("{{ \"/a?code={key}\": {{ \"x\": \"see ?key={key}\" }} }} // ?sig={key}"),
            &["code", "key", "sig"],
        );
    }
}
