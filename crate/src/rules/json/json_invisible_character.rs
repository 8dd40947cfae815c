use crate::json::{Member, Value};
use crate::openapi::Document;
use crate::rules::{Findings, syntax};
use crate::text::{Edit, Span};

super::rule! {
    /// A name, an address or an identifier has a character in it that is not seen.
    ///
    /// No-break spaces, characters without width and marks for the direction of writing come along when text is copied
    /// from a web page. Nintex sends them as they are, so the address or the name is another one than it looks, and
    /// nobody can see why the call fails. In descriptions and titles they do no harm and are left alone.
    ///
    /// ## Bad
    /// ```json
    #[doc = " { \"host\": «\"\u{200b}api.example.com\u{a0}\"» }"]
    /// ```
    /// ## Fix: Take out what is not seen
    /// ```json
    /// { "host": "api.example.com" }
    /// ```
    /// ## Bad
    /// ```json
    /// { «"customer\u00a0id"»: {}, "default": «"https:\u200b//example.com"» }
    /// ```
    /// ## Fix: Take out what is not seen
    /// ```json
    /// { "customer id": {}, "default": "https:\u200b//example.com" }
    /// ```
    /// ## Good
    /// ```json
    #[doc = " { \"description\": \"10\u{a0}000 orders\", \"default\": \"10\u{a0}000 👨\u{200d}👩\u{200d}👧\" }"]
    /// ```
    Warning "json-invisible-character" Observed from "https://help.nintex.com/en-US/xtensions/04_Reference/REF_KnownIssues.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for value in document.tree().values_beyond_ascii() {
        if let Some(member) = value.member()
            && (member.has_non_ascii() || member.name_has_escapes())
            && let Some(unseen) = unseen(value, member.name_span(), Use::Name).filter(|_| !is_in(value, is_example))
        {
            let subject = format!("The name {}", syntax::shown(&unseen.visible));
            report(findings, member, &subject, unseen);
        }
        if (value.has_non_ascii() || value.has_escapes())
            && let Some(member) = holder(value)
            && let Some(purpose) = purpose(value, &member.name())
            && let Some(unseen) = unseen(value, value.span(), purpose)
        {
            let subject = format!("The value of {}", syntax::shown(&member.name()));
            report(findings, value, &subject, unseen);
        }
    }
}

fn report<'a>(findings: &mut Findings, place: impl Into<crate::rules::findings::Place<'a>>, subject: &str, unseen: Unseen) {
    let Unseen { first, edits, .. } = unseen;
    let name = syntax::unseen_name(first);
    let more = match edits.len() {
        1 => String::new(),
        count => format!(" and {} more like it", count - 1),
    };
    let message = format!("{subject} has {name} (U+{:04X}){more} in it that nobody sees.", u32::from(first));
    let because = "Nintex takes it as a part of the text, so this is another text than it looks.";
    findings.add(place, message, because).safe_fix("Take out what is not seen", edits);
}

/// What a string is for, where it matters what is in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    /// The name of a member.
    Name,
    /// An address, an identifier or a word of the format.
    Identifier,
    /// A value that is sent: it may be text in any language.
    Data,
}

/// The member whose value it is, or in whose list it stands.
fn holder(value: Value<'_>) -> Option<Member<'_>> {
    std::iter::successors(Some(value), |value| value.parent().filter(|parent| parent.is_array()))
        .find_map(Value::member)
}

fn purpose(value: Value<'_>, key: &str) -> Option<Use> {
    if is_in(value, is_example) {
        None
    } else if is_in(value, |key| matches!(key, "default" | "enum" | "const" | "x-ntx-initial")) {
        Some(Use::Data)
    } else {
        is_identifier(key).then_some(Use::Identifier)
    }
}

fn is_example(key: &str) -> bool {
    matches!(key, "example" | "examples" | "x-example" | "x-examples")
}

fn is_identifier(key: &str) -> bool {
    let known = matches!(
        key,
        "swagger"
            | "host"
            | "basePath"
            | "schemes"
            | "consumes"
            | "produces"
            | "$ref"
            | "operationId"
            | "name"
            | "in"
            | "type"
            | "format"
            | "collectionFormat"
            | "flow"
            | "required"
            | "url"
            | "discriminator"
            | "parameter"
            | "x-ntx-host"
            | "x-ntx-basePath"
            | "x-ntx-visibility"
            | "x-ntx-control"
    );
    known || key.ends_with("Url") || key.ends_with("-url") || key.starts_with("value-")
}

/// Whether a member with such a name holds the value, at any depth.
fn is_in(value: Value<'_>, wanted: impl Fn(&str) -> bool) -> bool {
    std::iter::successors(Some(value), |value| value.parent())
        .filter_map(Value::member)
        .any(|member| wanted(&member.name()))
}

/// The characters of a string that are not seen.
struct Unseen {
    first: char,
    edits: Vec<Edit>,
    /// The string without them.
    visible: String,
}

/// What is not seen and does harm in the string at `span`.
fn unseen(value: Value<'_>, span: Span, purpose: Use) -> Option<Unseen> {
    let written = span.of(value.tree().text());
    let inner = written.strip_prefix('"')?.strip_suffix('"')?;
    if inner.is_ascii() && !inner.contains("\\u") {
        return None;
    }
    let characters = characters(inner, span.start + 1);
    let is_seen = |(_, character): &&(Span, char)| !is_without_width(*character) && !is_blank(*character);
    let first_seen = characters.iter().position(|character| is_seen(&character)).unwrap_or(characters.len());
    let last_seen = characters.iter().rposition(|character| is_seen(&character)).unwrap_or(0);
    let is_address = inner.contains("//");
    let (mut first, mut edits, mut visible) = (None, Vec::new(), String::new());
    for (index, &(place, character)) in characters.iter().enumerate() {
        let at_edge = index < first_seen || index > last_seen;
        let insert = if is_blank(character) {
            let harms = purpose != Use::Data || at_edge || is_address;
            harms.then_some(if at_edge { "" } else { " " })
        } else if is_without_width(character) {
            // In scripts other than ours, and between the parts of an emoji, they are a part of how text is written.
            let before = characters.get(..index).and_then(|before| before.iter().rfind(is_seen));
            let after = characters.get(index..).and_then(|after| after.iter().find(is_seen));
            [before, after].into_iter().flatten().all(|(_, seen)| seen.is_ascii()).then_some("")
        } else {
            None
        };
        match insert {
            Some(insert) => {
                first.get_or_insert(character);
                edits.push(Edit::replace(place, insert));
                visible.push_str(insert);
            }
            None => visible.push(character),
        }
    }
    Some(Unseen { first: first?, edits, visible })
}

fn is_blank(character: char) -> bool {
    !character.is_ascii() && character.is_whitespace()
}

fn is_without_width(character: char) -> bool {
    matches!(
        character,
        '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}'
            | '\u{AD}'
    )
}

/// The characters of a string with the places where each is written. `start` is where `inner` begins.
fn characters(inner: &str, start: u32) -> Vec<(Span, char)> {
    let mut characters = Vec::new();
    let mut at = 0;
    while let Some(character) = inner.get(at..).and_then(|rest| rest.chars().next()) {
        let escape = inner.get(at..at + 6).filter(|escape| escape.starts_with("\\u"));
        let code = escape.and_then(|escape| u32::from_str_radix(escape.get(2..)?, 16).ok());
        let (length, said) = match (character, code) {
            ('\\', Some(code)) => (6, char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)),
            ('\\', None) => (1 + inner.get(at + 1..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8), '\\'),
            _ => (character.len_utf8(), character),
        };
        let place = Span::new(start + at as u32, start + (at + length) as u32);
        characters.push((place, said));
        at += length;
    }
    characters
}
