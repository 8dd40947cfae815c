use crate::diagnostic::Diagnostic;
use crate::json::{Member, Value, encode};
use crate::openapi::Document;
use crate::openapi::shape::Fault;
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
        let message = if text.trim().is_empty() {
            format!("`{key}` of {of} is empty; it must be {what}.")
        } else {
            format!("`{key}` of {of} must be {what}.")
        };
        offer(problems::report(findings, problem, message), value, &text, format);
    }
}

fn offer(diagnostic: &mut Diagnostic, value: Value<'_>, text: &str, format: Format) {
    let trimmed = text.trim();
    let right = match format {
        Format::Email => trimmed.strip_prefix("mailto:").unwrap_or(trimmed).to_owned(),
        _ if trimmed.contains("://") || !looks_like_host(trimmed) => trimmed.to_owned(),
        _ => format!("https://{trimmed}"),
    };
    let is_right = right != text && !right.contains(char::is_whitespace) && !right.is_empty();
    let is_right = is_right && if format == Format::Email { right.contains('@') } else { right.contains("://") };
    if is_right {
        diagnostic.safe_fix(format!("Write `{right}`"), [Edit::replace(value.span(), encode(&right))]);
    }
}

/// Whether it begins as a server's name does: `www.example.com/help`.
fn looks_like_host(text: &str) -> bool {
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    host.contains('.')
        && host.split('.').all(|label| {
            !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })
}
