//! Where the checker and the official schema are meant to disagree, each with its reason. Everywhere else they agree.

use xtension_checker::json::{Decimal, Kind, Value, encode};
use xtension_checker::openapi::Document;
use xtension_checker::openapi::shape::{Fault, Problem};
use xtension_checker::openapi::vocabulary::{Format, Key, ObjectKind, Type};
use xtension_checker::text::Edit;

/// One difference.
pub(crate) struct Difference {
    /// What to call it.
    pub(crate) name: &'static str,
    /// Why it is meant.
    pub(crate) reason: &'static str,
    /// What makes the two agree.
    pub(crate) remedy: Remedy,
}

/// What makes the checker and the schema agree.
pub(crate) enum Remedy {
    /// The checker refuses this value and the schema lets it pass: it does not count. The problem is there where what
    /// is refused is not a member beside a reference.
    Disregard(fn(Value<'_>, Option<&Problem<'_>>) -> bool),
    /// The schema sees the document with these changes.
    Reword(fn(&Document<'_>) -> Vec<Edit>),
}

/// All of them.
pub(crate) const DIFFERENCES: &[Difference] = &[
    Difference {
        name: "oauth2-without-scopes",
        reason: "The text demands `scopes` in an oauth2 definition; the schema does not.",
        remedy: Remedy::Disregard(|_, problem| {
            let missing = problem.filter(|problem| matches!(problem.fault, Fault::MissingKey { .. }));
            missing.and_then(|problem| problem.key).is_some_and(|key| key.name == "scopes")
        }),
    },
    Difference {
        name: "extension-among-scopes",
        reason: "By the text, a name among the scopes that begins with x- is an extension, with any value; by the \
                 schema it is a scope.",
        remedy: Remedy::Reword(|document| {
            let extensions = document.shape().extensions.iter();
            let among_scopes = extensions.filter(|extension| extension.object.kind == ObjectKind::Scopes);
            among_scopes.map(|extension| reworded(extension.member.value(), "scope")).collect()
        }),
    },
    Difference {
        name: "placeholder-in-url",
        reason: "Published Xtensions have placeholders in the addresses of OAuth 2.0, and Nintex fills them in; braces \
                 are not allowed in a URI.",
        remedy: Remedy::Reword(|document| {
            let urls = strings(document, |key| matches!(key.value, Type::Formatted(Format::Url)));
            let text = |url: &Value<'_>| url.as_str().unwrap_or_default().into_owned();
            let with_braces = urls.into_iter().filter(|url| text(url).contains(['{', '}']));
            let filled_in = |text: &str| match text.split_once(':') {
                Some((scheme, rest)) => format!("{scheme}:{}", rest.replace(['{', '}'], "x")),
                None => text.to_owned(),
            };
            with_braces.map(|url| reworded(url, &filled_in(&text(&url)))).collect()
        }),
    },
    Difference {
        name: "pattern-of-another-language",
        reason: "The schema asks for a regular expression of JavaScript. Patterns are written for servers in other \
                 languages, too, so that is no matter of shape, but of a rule of its own.",
        remedy: Remedy::Reword(|document| {
            let patterns = strings(document, |key| key.name == "pattern");
            patterns.into_iter().map(|pattern| reworded(pattern, "")).collect()
        }),
    },
    Difference {
        name: "number-beyond-floating-point",
        reason: "JSON bounds no number, and the checker reads each digit; JavaScript rounds, and its infinity is no \
                 number for the schema.",
        remedy: Remedy::Reword(in_floating_point),
    },
    Difference {
        name: "repeated-key",
        reason: "JavaScript drops all but the last member of a name. Which one a person meant is open, so the checker \
                 reads them all.",
        remedy: Remedy::Disregard(|value, _| {
            std::iter::successors(Some(value), |value| value.parent()).any(is_shadowed)
        }),
    },
];

fn reworded(value: Value<'_>, text: &str) -> Edit {
    Edit::replace(value.span(), encode(text))
}

/// The strings under such keys, where the format has them.
fn strings<'a>(document: &Document<'a>, is_wanted: fn(&Key) -> bool) -> Vec<Value<'a>> {
    let places = document.shape().places.iter();
    let members = places.flat_map(|place| place.value.members().map(|member| (place.object, member)));
    let wanted = members.filter(|(object, member)| object.key(&member.name()).is_some_and(is_wanted));
    wanted.map(|(_, member)| member.value()).filter(|value| value.kind() == Kind::String).collect()
}

/// Whether a later member of the same object has the same name.
fn is_shadowed(value: Value<'_>) -> bool {
    value.member().is_some_and(|member| {
        member.object().member_named(&member.name()).is_some_and(|last| last.name_span() != member.name_span())
    })
}

/// Puts for each number that is rounded another one, equal for equal ones, with the same sign, whole where it is.
fn in_floating_point(document: &Document<'_>) -> Vec<Edit> {
    let mut stand_ins: Vec<Decimal> = Vec::new();
    let mut edits = Vec::new();
    for value in document.tree().values() {
        let Some(source) = value.as_number() else { continue };
        let number = Decimal::read(source);
        let rounded = source.parse::<f64>().unwrap_or_default();
        if rounded.is_finite() && Decimal::read(&rounded.to_string()) == number {
            continue;
        }
        let position = stand_ins.iter().position(|other| *other == number).unwrap_or(stand_ins.len());
        let sign = if number.is_negative { "-" } else { "" };
        let fraction = if number.is_whole() { "" } else { ".5" };
        edits.push(Edit::replace(value.span(), format!("{sign}{}{fraction}", 7_000_000_000 + position)));
        stand_ins.push(number);
    }
    edits
}
