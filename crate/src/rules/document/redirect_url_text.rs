use crate::nintex::REDIRECT_URL;
use crate::openapi::Document;
use crate::rules::Findings;
use crate::text::{Edit, Span};

super::rule! {
    /// A description gives Nintex's redirect URL in another way than Nintex does.
    ///
    /// Whoever registers a client with the provider copies it from there, and providers compare it letter by letter. It is
    /// `https://us.nintex.io/connection/api/Token`, with a capital `T`, or the same at another region's host.
    ///
    /// ## Bad
    /// ```json
    /// { "info": { "description": "Register «https://us.nintex.oi/connection/api/Token» first." } }
    /// ```
    /// ## Fix: Write `https://us.nintex.io/connection/api/Token`
    /// ```json
    /// { "info": { "description": "Register https://us.nintex.io/connection/api/Token first." } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "info": { "description": "Redirect URL: «https://eu.nintex.io/connection/api/token»" } }
    /// ```
    /// ## Fix: Write `https://eu.nintex.io/connection/api/Token`
    /// ```json
    /// { "info": { "description": "Redirect URL: https://eu.nintex.io/connection/api/Token" } }
    /// ```
    /// ## Good
    /// ```json
    /// { "info": { "description": "Redirect URL: https://us.nintex.io/connection/api/Token" } }
    /// ```
    Hint "redirect-url-text" Documented
    from "https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/OAuth.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    let path = REDIRECT_URL.get("https://us.nintex.io".len()..).unwrap_or_default();
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find("/connection/api/")) {
        let start = from + found;
        from = start + 1;
        let end = start + path.len();
        if !text.get(start..end).is_some_and(|written| written.eq_ignore_ascii_case(path)) {
            continue;
        }
        let before = text.get(..start).unwrap_or_default();
        let is_of_host = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
        let host = before.bytes().rev().take_while(|byte| is_of_host(*byte)).count();
        let (rest, host) = before.split_at(start - host);
        let Some((region, _)) = host.split_once(".nintex.").filter(|_| rest.ends_with("https://")) else { continue };
        let right = format!("https://{region}.nintex.io{path}");
        let span = Span::new((rest.len() - "https://".len()) as u32, end as u32);
        if span.of(text) == right {
            continue;
        }
        findings
            .add(
                span,
                format!("Nintex's redirect URL is `{right}`."),
                "Providers compare it letter by letter, and refuse to sign people in by one that is not registered.",
            )
            .safe_fix(format!("Write `{right}`"), [Edit::replace(span, &*right)]);
    }
}
