use crate::json::edit;
use crate::json::encode;
use crate::openapi::Document;
use crate::openapi::shape::Fault;
use crate::openapi::vocabulary::{Format, ROOT};
use crate::rules::pasted_address::PastedAddress;
use crate::rules::{Findings, problems};
use crate::text::Edit;

super::rule! {
    /// `basePath` does not begin with a slash.
    ///
    /// It is the part of the address that all paths share: what stands between the host and the path.
    ///
    /// ## Bad
    /// ```json
    /// { "host": "api.example.com", "basePath": «"v1"» }
    /// ```
    /// ## Fix: Change it to `/v1`
    /// ```json
    /// { "host": "api.example.com", "basePath": "/v1" }
    /// ```
    /// ## Bad
    /// ```json
    /// { "host": "api.example.com", "basePath": «""» }
    /// ```
    /// ## Fix: Remove it
    /// ```json
    /// { "host": "api.example.com" }
    /// ```
    /// ## Bad
    /// ```json
    /// { "swagger": "2.0", "basePath": «"https://api.example.com/v1"» }
    /// ```
    /// ## Fix: Split it into `schemes`, `host` and `basePath`
    /// ```json
    /// { "swagger": "2.0", "host": "api.example.com", "basePath": "/v1", "schemes": ["https"] }
    /// ```
    /// ## Good
    /// ```json
    /// { "host": "api.example.com", "basePath": "/v1" }
    /// ```
    Error "basepath-format" Documented from "https://spec.openapis.org/oas/v2.0#swagger-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for problem in problems::general(document) {
        let Fault::Malformed { value, format: Format::BasePath } = problem.fault else { continue };
        let (Some(member), Some(root)) = (value.member(), value.parent()) else { continue };
        let written = value.as_str().unwrap_or_default();
        let trimmed = written.trim();
        let address = PastedAddress::read(&written);
        if trimmed.is_empty() {
            problems::report(findings, problem, "`basePath` is empty; it must begin with `/`, or be left out.")
                .safe_fix("Remove it", [edit::remove_member(member)]);
            continue;
        }
        let is_whole = address.scheme.is_some() || (root.get("host").is_none() && address.host.contains('.'));
        if is_whole && address.is_host_sound() {
            let diagnostic =
                problems::report(findings, problem, "`basePath` has a whole address: it must be only the path.");
            if root.get("host").is_some_and(|host| !host.is_str(address.host)) {
                continue;
            }
            let add = |key: &str, json: &str| edit::insert_member(root, problems::position(&ROOT, root, key), key, json);
            let path = if address.path.is_empty() { "/" } else { address.path };
            let mut edits = vec![Edit::replace(value.span(), encode(path))];
            if root.get("host").is_none() {
                edits.push(add("host", &encode(address.host)));
            }
            if let Some(scheme) = address.scheme.filter(|_| root.get("schemes").is_none()) {
                edits.push(add("schemes", &format!("[{}]", encode(scheme))));
            }
            diagnostic.safe_fix("Split it into `schemes`, `host` and `basePath`", edits);
            continue;
        }
        let right = format!("/{}", trimmed.trim_matches('/'));
        problems::report(findings, problem, "`basePath` must begin with `/`.")
            .safe_fix(format!("Change it to `{right}`"), [Edit::replace(value.span(), encode(&right))]);
    }
}
