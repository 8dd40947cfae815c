//! Placeholders: names in braces that Nintex replaces by what a connection was given.

use super::vocabulary::BUILT_IN_PLACEHOLDERS;
use crate::json::{Member, Value};
use crate::openapi::{Document, Operation};
use crate::text::Span;

/// A name in braces, such as `{{tenant}}`, or what looks as if it was meant to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placeholder<'t> {
    /// What stands between the braces, without blanks around it. May be empty.
    pub name: &'t str,
    /// How it is enclosed.
    pub braces: Braces,
    /// Where it begins in the decoded string, as a byte offset; its braces belong to it.
    pub start: usize,
    /// Where it ends, as the byte offset of the first byte behind it.
    pub end: usize,
}

/// What a name is enclosed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Braces {
    /// Two on each side: the one form that Nintex replaces.
    Double,
    /// One on each side, as in the variable of a path.
    Single,
    /// More, or not as many before the name as behind it.
    Uneven,
}

impl Placeholder<'_> {
    /// Whether Nintex knows what goes there without a connection property of that name.
    pub fn is_built_in(&self) -> bool {
        BUILT_IN_PLACEHOLDERS.contains(&self.name)
    }

    /// Where it stands in the text of the document; none where `value`, the string that it was found in, is written with
    /// escapes or damaged.
    pub fn span_in(&self, value: Value<'_>) -> Option<Span> {
        let start = value.span().start + 1;
        (!value.has_escapes() && !value.is_damaged())
            .then(|| Span::new(start + self.start as u32, start + self.end as u32))
    }
}

/// The placeholders in a string, in their order. A brace without another one that goes with it is none.
pub fn placeholders(text: &str) -> impl Iterator<Item = Placeholder<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + text.get(from..)?.find('{')?;
            let behind = text.get(start..)?.trim_start_matches('{');
            let inside = text.len() - behind.len();
            let length = behind.bytes().position(|byte| matches!(byte, b'{' | b'}'))?;
            from = inside + length;
            let rest = text.get(from..)?.trim_start_matches('}');
            let end = text.len() - rest.len();
            if end > from {
                let braces = match (inside - start, end - from) {
                    (2, 2) => Braces::Double,
                    (1, 1) => Braces::Single,
                    _ => Braces::Uneven,
                };
                let name = text.get(inside..from)?.trim_ascii();
                from = end;
                return Some(Placeholder { name, braces, start, end });
            }
        }
    })
}

/// A string in which Nintex replaces placeholders.
#[derive(Clone, Copy, Debug)]
pub struct Template<'a> {
    /// Its key, such as `x-ntx-host`, and the string itself.
    pub member: Member<'a>,
    /// Whether Nintex's help pages say so; in the addresses of OAuth 2.0 it is only seen in published Xtensions.
    pub is_documented: bool,
}

/// Every string of the document in which Nintex replaces placeholders, whether there are any in it or not:
/// `x-ntx-host` and `x-ntx-basePath` of the document, then of its operations, then the addresses of OAuth 2.0.
pub fn templates<'a>(document: &Document<'a>) -> Vec<Template<'a>> {
    let operations = document.operations().iter().map(Operation::value);
    let mut found = Vec::new();
    for holder in document.root().into_iter().chain(operations) {
        add(&mut found, holder, &["x-ntx-host", "x-ntx-basePath"], true);
    }
    for definition in document.security_definitions() {
        add(&mut found, definition.value(), &["authorizationUrl", "tokenUrl", "x-ntx-refresh-url"], false);
    }
    found
}

fn add<'a>(found: &mut Vec<Template<'a>>, holder: Value<'a>, keys: &[&str], is_documented: bool) {
    let members = keys.iter().filter_map(|key| holder.member_named(key));
    let strings = members.filter(|member| member.value().as_str().is_some());
    found.extend(strings.map(|member| Template { member, is_documented }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;
    use crate::nintex::vocabulary::extension_key;

    fn read(text: &str) -> Vec<(&str, Braces, &str)> {
        placeholders(text).map(|found| (found.name, found.braces, &text[found.start..found.end])).collect()
    }

    #[test]
    fn a_name_stands_in_braces() {
        assert_eq!(read("{{a}}.x.{{ b }}"), [("a", Braces::Double, "{{a}}"), ("b", Braces::Double, "{{ b }}")]);
        assert_eq!(read("/{a}/{{b}}"), [("a", Braces::Single, "{a}"), ("b", Braces::Double, "{{b}}")]);
        assert_eq!(read("{{a}.{b}}"), [("a", Braces::Uneven, "{{a}"), ("b", Braces::Uneven, "{b}}")]);
        assert_eq!(read("{{{a}}}{}"), [("a", Braces::Uneven, "{{{a}}}"), ("", Braces::Single, "{}")]);
    }

    #[test]
    fn a_brace_alone_is_no_placeholder() {
        for text in ["", "a}}", "{{a", "}{", "{", "é{"] {
            assert_eq!(read(text), [], "{text}");
        }
        assert_eq!(read("{a{{b}}"), [("b", Braces::Double, "{{b}}")]);
    }

    #[test]
    fn placeholders_are_replaced_in_few_places() {
        let text = r#"{
            "host": "{{no}}", "x-ntx-host": "{{a}}", "x-ntx-basePath": 1,
            "paths": { "/x": { "get": { "x-ntx-basePath": "/{{b}}", "description": "{{no}}" } } },
            "securityDefinitions": { "o": { "type": "oauth2", "tokenUrl": "https://{{c}}/token" } }
        }"#;
        let tree = parse(text);
        let found = templates(&Document::new(&tree, extension_key));
        let named = found.iter().map(|one| (one.member.name().into_owned(), one.is_documented));
        let expected = [("x-ntx-host", true), ("x-ntx-basePath", true), ("tokenUrl", false)];
        assert_eq!(named.collect::<Vec<_>>(), expected.map(|(name, documented)| (name.to_owned(), documented)));
        let host = found[0].member.value();
        let placeholder = placeholders("{{a}}").next().unwrap();
        assert_eq!(placeholder.span_in(host).unwrap().of(text), "{{a}}");
    }
}
