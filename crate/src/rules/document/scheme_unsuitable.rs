use crate::diagnostic::Severity;
use crate::json::{Value, edit};
use crate::openapi::Document;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::Findings;
use crate::text::Edit;

super::rule! {
    /// The API is called without encryption, or in a way that Nintex does not have.
    ///
    /// With `http` alone, the credentials of the connection and all data travel in the clear; hardly any API wants
    /// that. `ws` and `wss` are for connections that stay open, and no action makes one.
    ///
    /// ## Bad
    /// ```json
    /// { "host": "api.example.com", "schemes": [«"http"»] }
    /// ```
    /// ## Fix: Write `https`
    /// ```json
    /// { "host": "api.example.com", "schemes": ["https"] }
    /// ```
    /// ## Bad
    /// ```json
    /// { "host": "api.example.com", "schemes": ["https", «"wss"»] }
    /// ```
    /// ## Fix: Remove `wss`
    /// ```json
    /// { "host": "api.example.com", "schemes": ["https"] }
    /// ```
    /// ## Good
    /// ```json
    /// { "host": "api.example.com", "schemes": ["https", "http"] }
    /// ```
    Hint or Warning "scheme-unsuitable" Observed from "https://help.nintex.com/en-US/xtensions/04_Reference/REF_KnownIssues.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let holders = document.places(ObjectKind::Root).chain(document.places(ObjectKind::Operation));
    for schemes in holders.filter_map(|place| place.value.get("schemes")) {
        let has = |scheme: &str| schemes.items().any(|item| item.is_str(scheme));
        for item in schemes.items() {
            if item.is_str("http") && !has("https") {
                let because = "What is sent can be read on the way, the credentials of the connection included.";
                let diagnostic = findings.add(item, "The API is only called by `http`, without encryption.", because);
                let consequence = "The server has to answer at an address with `https`: nearly all do.";
                diagnostic.review_fix("Write `https`", consequence, [Edit::replace(item.span(), "\"https\"")]);
            } else if item.is_str("ws") || item.is_str("wss") {
                socket(findings, item, has("http") || has("https"));
            }
        }
    }
}

fn socket(findings: &mut Findings, item: Value<'_>, is_one_of_several: bool) {
    let scheme = item.as_str().unwrap_or_default();
    let because = "An action calls the API once and waits for its answer; it cannot keep a connection open.";
    let diagnostic = findings.add(item, format!("Nintex cannot call an API by `{scheme}`."), because);
    diagnostic.severity(Severity::Warning);
    if let Some(edit) = edit::remove_item(item).filter(|_| is_one_of_several) {
        let consequence = "Nintex calls the API by the other one, as it does now.";
        diagnostic.review_fix(format!("Remove `{scheme}`"), consequence, [edit]);
    } else if !is_one_of_several {
        let consequence = "The server has to answer plain calls as well.";
        diagnostic.review_fix("Write `https`", consequence, [Edit::replace(item.span(), "\"https\"")]);
    }
}
