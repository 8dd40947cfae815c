use std::fmt::Write as _;

use crate::diagnostic::Diagnostic;
use crate::json::{Member, Value, edit, encode};
use crate::openapi::Document;
use crate::openapi::shape::{Fault, Problem};
use crate::openapi::vocabulary::Format;
use crate::rules::wording::name;
use crate::rules::{Findings, problems};
use crate::text::Edit;

super::rule! {
    /// A text is no URL or no e-mail address, where OpenAPI 2.0 wants one.
    ///
    /// ## Bad
    /// ```json
    /// { "info": { "contact": { "email": «" ann@example.com"», "url": «"www.example.com"» } } }
    /// ```
    /// ## Fix: Write `ann@example.com`
    /// ```json
    /// { "info": { "contact": { "email": "ann@example.com", "url": "www.example.com" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "info": { "contact": { "name": "Ann", "email": «"none"» } } }
    /// ```
    /// ## Fix: Write an e-mail address
    /// ```json
    /// { "info": { "contact": { "name": "Ann", "email": "name@example.com" } } }
    /// ```
    /// ## Fix: Remove `email`
    /// ```json
    /// { "info": { "contact": { "name": "Ann" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "externalDocs": { "url": «"https://example.com/the manual#a|b"» } }
    /// ```
    /// ## Fix: Write `https://example.com/the%20manual#a%7Cb`
    /// ```json
    /// { "externalDocs": { "url": "https://example.com/the%20manual#a%7Cb" } }
    /// ```
    /// ## Good
    /// ```json
    /// { "info": { "contact": { "email": "ann@example.com", "url": "https://www.example.com" } } }
    /// ```
    Error "malformed-text" Documented from "https://spec.openapis.org/oas/v2.0"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for problem in problems::general(document) {
        let Fault::Malformed { value, format } = problem.fault else { continue };
        // Those have rules of their own.
        if matches!(format, Format::Host | Format::BasePath) {
            continue;
        }
        let text = value.as_str().unwrap_or_default();
        let key = value.member().map(Member::name).unwrap_or_default();
        let of = value.parent().map(|object| name(problem.object, object)).unwrap_or_default();
        let what = format.describe();
        let right = right(&text, format);
        let message = if text.trim().is_empty() {
            format!("`{key}` of {of} is empty; it must be {what}.")
        } else if right.is_some() && has_scheme(text.trim()) {
            format!("`{key}` of {of} has a character in it that no URL has as it is.")
        } else {
            format!("`{key}` of {of} must be {what}.")
        };
        let diagnostic = problems::report(findings, problem, message);
        match right {
            Some(right) => {
                diagnostic.safe_fix(format!("Write `{right}`"), [Edit::replace(value.span(), encode(&right))]);
            }
            None => offer_other(diagnostic, problem, value, format),
        }
    }
}

/// Offers to write another text in its place, or none.
fn offer_other(diagnostic: &mut Diagnostic, problem: &Problem<'_>, value: Value<'_>, format: Format) {
    let (title, blank) = match format {
        Format::Email => ("Write an e-mail address", "name@example.com"),
        _ => ("Write a whole URL", "https://example.com/path"),
    };
    let edit = Edit::replace(value.span(), encode(blank));
    diagnostic.template_fix(title, "Put in the right one.", [edit], blank);
    if let Some(member) = value.member().filter(|_| problem.key.is_some_and(|key| !key.required)) {
        let title = format!("Remove `{}`", member.name());
        diagnostic.review_fix(title, "Then the document does not say it.", [edit::remove_member(member)]);
    }
}

/// What is certainly meant.
fn right(text: &str, format: Format) -> Option<String> {
    let trimmed = text.trim();
    let right = match format {
        Format::Email => {
            let address = trimmed.strip_prefix("mailto:").unwrap_or(trimmed);
            let is_one = address.contains('@') && !address.contains(|sign: char| sign.is_whitespace() || !sign.is_ascii());
            is_one.then(|| address.to_owned())?
        }
        _ if has_scheme(trimmed) => percent_encoded(trimmed)?,
        _ if looks_like_host(trimmed) => percent_encoded(&format!("https://{trimmed}"))?,
        _ => return None,
    };
    (right != text).then_some(right)
}

fn has_scheme(text: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| text.starts_with(scheme))
}

/// The URL with those characters encoded that it cannot have (RFC 3986); none where they are in the name of the server.
fn percent_encoded(url: &str) -> Option<String> {
    let start = url.find("://")? + 3;
    let end = url.get(start..)?.find(['/', '?', '#']).map_or(url.len(), |end| start + end);
    let (server, path) = url.split_at(end);
    let in_server = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@{}".contains(&byte);
    if server.is_empty() || !server.bytes().skip(start).all(in_server) {
        return None;
    }
    let mut text = server.to_owned();
    let mut has_fragment = false;
    for (position, byte) in path.bytes().enumerate() {
        let is_code = || path.get(position + 1..position + 3).is_some_and(|code| code.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let is_kept = match byte {
            b'%' => is_code(),
            b'#' => !std::mem::replace(&mut has_fragment, true),
            b'/' | b'?' => true,
            _ => in_server(byte),
        };
        if is_kept {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
    }
    Some(text)
}

/// Whether it begins as a server's name does: `www.example.com/help`.
fn looks_like_host(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    host.contains('.')
        && host.split('.').all(|label| {
            !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })
}
