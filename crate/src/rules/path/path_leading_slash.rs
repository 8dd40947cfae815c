use crate::json::edit;
use crate::openapi::Document;
use crate::openapi::shape::{Fault, Slip};
use crate::rules::pasted_address::PastedAddress;
use crate::rules::{Findings, problems};

super::rule! {
    /// A path does not begin with a slash.
    ///
    /// The path is put behind the host and `basePath` as it is, and tells itself from other keys by its slash. It is
    /// only the path: not the host, and not what `basePath` says already.
    ///
    /// ## Bad
    /// ```json
    /// { "paths": { «"people"»: { "get": { "responses": { "200": { "description": "OK" } } } } } }
    /// ```
    /// ## Fix: Change it to `/people`
    /// ```json
    /// { "paths": { "/people": { "get": { "responses": { "200": { "description": "OK" } } } } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "host": "example.com", "basePath": "/v1", "paths": { «"https://example.com/v1/people"»: {} } }
    /// ```
    /// ## Fix: Change it to `/people`
    /// ```json
    /// { "host": "example.com", "basePath": "/v1", "paths": { "/people": {} } }
    /// ```
    /// ## Good
    /// ```json
    /// { "paths": { "/people": {}, "x-note": "no path" } }
    /// ```
    Error "path-leading-slash" Documented from "https://spec.openapis.org/oas/v2.0#paths-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for problem in problems::general(document) {
        let Fault::UnknownKey { member, slip: Slip::LacksSlash } = problem.fault else { continue };
        let name = member.name();
        let message = format!("The path `{name}` does not begin with `/`.");
        let diagnostic = problems::report(findings, problem, message);
        let Some(path) = path(document, &name).filter(|path| member.object().get(path).is_none()) else { continue };
        diagnostic.safe_fix(format!("Change it to `{path}`"), [edit::rename_member(member, &path)]);
    }
}

/// The path that is meant; none where it is at another host.
fn path(document: &Document<'_>, written: &str) -> Option<String> {
    if !written.contains("://") {
        return Some(format!("/{}", written.trim()));
    }
    let address = PastedAddress::read(written);
    let says = |key: &str| document.root().and_then(|root| root.get_str(key)).unwrap_or_default();
    let base = says("basePath");
    let path = address.path.strip_prefix(base.trim_end_matches('/')).filter(|rest| rest.starts_with('/'));
    let is_here = says("host").eq_ignore_ascii_case(address.host);
    is_here.then(|| path.unwrap_or(address.path).to_owned()).filter(|path| path.starts_with('/'))
}
