use crate::json::edit::{self, Position};
use crate::json::{Member, encode};
use crate::nintex::templates;
use crate::openapi::Document;
use crate::rules::Findings;
use crate::rules::pasted_address::PastedAddress;
use crate::text::Edit;

super::rule! {
    /// `x-ntx-host` is more than a host, or `x-ntx-basePath` does not fit between host and path.
    ///
    /// Nintex puts the address together as text: scheme, host, base path, path. So `x-ntx-host` has neither `https://`
    /// nor a path, and `x-ntx-basePath` begins with a slash and does not end with one.
    ///
    /// ## Bad
    /// ```json
    /// { "swagger": "2.0", "x-ntx-host": «"https://{{tenant}}.example.com/v1"» }
    /// ```
    /// ## Fix: Split it into `x-ntx-host` and `x-ntx-basePath`
    /// ```json
    /// { "swagger": "2.0", "x-ntx-host": "{{tenant}}.example.com", "x-ntx-basePath": "/v1" }
    /// ```
    /// ## Bad
    /// ```json
    /// { "x-ntx-host": «"{{scheme}}://{{host}}"» }
    /// ```
    /// ## Fix: Change it to `{{host}}`
    /// ```json
    /// { "x-ntx-host": "{{host}}" }
    /// ```
    /// ## Bad
    /// ```json
    /// { "x-ntx-host": «"{{tenant}}.example.com "» }
    /// ```
    /// ## Fix: Change it to `{{tenant}}.example.com`
    /// ```json
    /// { "x-ntx-host": "{{tenant}}.example.com" }
    /// ```
    /// ## Bad
    /// ```json
    /// { "x-ntx-basePath": «"{{site}}/"» }
    /// ```
    /// ## Fix: Change it to `/{{site}}`
    /// ```json
    /// { "x-ntx-basePath": "/{{site}}" }
    /// ```
    /// ## Good
    /// ```json
    /// { "x-ntx-host": "{{tenant}}.example.com:8443", "x-ntx-basePath": "/{{site}}" }
    /// ```
    Warning "ntx-host-format" Inferred
    from "https://help.nintex.com/en-us/xtensions/04_Reference/Tutorials/x-ntx-host.htm"
}

const BECAUSE: &str = "Nintex puts scheme, host, base path and path together as they are written.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    for template in templates(document) {
        if template.member.is("x-ntx-host") {
            host(findings, template.member);
        } else if template.member.is("x-ntx-basePath") {
            base_path(findings, template.member);
        }
    }
}

fn host(findings: &mut Findings, member: Member<'_>) {
    let value = member.value();
    let written = value.as_str().unwrap_or_default();
    let (scheme, rest) = match written.trim_ascii().split_once("://") {
        Some((scheme, rest)) => (Some(scheme), rest),
        None => (None, &*written),
    };
    let address = PastedAddress::read(rest);
    if address.host == written {
        return;
    }
    let wrong = match (scheme, address.path) {
        (Some(scheme), _) => format!("`{scheme}://` does not belong in it"),
        (None, "") => "there are blanks or slashes around it".to_owned(),
        (None, path) => format!("`{path}` does not belong in it"),
    };
    let diagnostic = findings.add(value, format!("`x-ntx-host` is only a host: {wrong}."), BECAUSE);
    let mut edits = vec![Edit::replace(value.span(), encode(address.host))];
    if address.host.is_empty() {
        return;
    }
    if address.path.is_empty() {
        let consequence = "Nothing else is called; only the address comes out whole.";
        diagnostic.review_fix(format!("Change it to `{}`", address.host), consequence, edits);
    } else if member.object().get("x-ntx-basePath").is_none() {
        let path = encode(address.path);
        edits.push(edit::insert_member(member.object(), Position::After(member), "x-ntx-basePath", &path));
        let consequence = "It stands instead of `basePath`, which no longer counts.";
        diagnostic.review_fix("Split it into `x-ntx-host` and `x-ntx-basePath`", consequence, edits);
    }
}

fn base_path(findings: &mut Findings, member: Member<'_>) {
    let value = member.value();
    let written = value.as_str().unwrap_or_default();
    let trimmed = written.trim_ascii();
    let right = format!("/{}", trimmed.trim_matches('/'));
    if right == *written || trimmed.is_empty() || trimmed.contains("://") {
        return;
    }
    let wrong = if written.starts_with('/') { "ends in a slash or a blank" } else { "does not begin with a slash" };
    let diagnostic = findings.add(value, format!("`x-ntx-basePath` {wrong}."), BECAUSE);
    let consequence = if trimmed.starts_with('{') {
        "Connections then give the base path without its first slash."
    } else {
        "The address then has one slash before the path, and one behind."
    };
    diagnostic.review_fix(format!("Change it to `{right}`"), consequence, [Edit::replace(value.span(), encode(&right))]);
}
