use crate::diagnostic::Severity;
use crate::json::edit;
use crate::json::encode;
use crate::nintex::{provider, shared_address};
use crate::openapi::Document;
use crate::openapi::vocabulary::ROOT;
use crate::rules::{Findings, problems};
use crate::text::{Edit, Gather};

super::rule! {
    /// Microsoft Graph is called without its version, in its beta version, or as the service that came before it.
    ///
    /// The first part of the path says the version: `/v1.0`, or `/beta`, which Microsoft changes without notice and does
    /// not support in production. The host `graph.windows.net` was Azure AD Graph, which Microsoft has shut down.
    ///
    /// ## Bad
    /// ```json
    /// { "host": "graph.microsoft.com", «"basePath"»: "/", "paths": { "/me/messages": {} } }
    /// ```
    /// ## Fix: Add `/v1.0`
    /// ```json
    /// { "host": "graph.microsoft.com", "basePath": "/v1.0", "paths": { "/me/messages": {} } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "host": "graph.microsoft.com", "basePath": «"/beta"» }
    /// ```
    /// ## Fix: Change it to `/v1.0`
    /// ```json
    /// { "host": "graph.microsoft.com", "basePath": "/v1.0" }
    /// ```
    /// ## Bad
    /// ```json
    /// { "host": «"graph.windows.net"», "basePath": "/example.com" }
    /// ```
    /// ## Fix: Change it to `graph.microsoft.com`
    /// ```json
    /// { "host": "graph.microsoft.com", "basePath": "/v1.0" }
    /// ```
    /// ## Good
    /// ```json
    /// { "host": "graph.microsoft.com", "paths": { "/v1.0/me/messages": {} } }
    /// ```
    Warning or Error "graph-version" Documented
    from "https://learn.microsoft.com/en-us/graph/versioning-and-support"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let address = shared_address(document);
    let Some((host, root)) = address.host.zip(document.root()) else { return };
    let written = host.value().as_str().unwrap_or_default();
    let base = address.base_path;
    let base_path = base.and_then(|base| base.value().as_str()).unwrap_or_default();
    let set_base = |path: &str| match base {
        Some(base) => edit::replace_value(base.value(), &encode(path)),
        None => edit::insert_member(root, problems::position(&ROOT, root, "basePath"), "basePath", &encode(path)),
    };
    if provider::is_host(&written, "graph.windows.net") {
        let edits = vec![Edit::replace(host.value().span(), "\"graph.microsoft.com\""), set_base("/v1.0")];
        findings
            .add(
                host.value(),
                "`graph.windows.net` was Azure AD Graph, which Microsoft has shut down.",
                "Microsoft refuses all calls to it.",
            )
            .severity(Severity::Error)
            .review_fix(
                "Change it to `graph.microsoft.com`",
                "Microsoft Graph names some paths and fields otherwise, and has no `api-version`: compare each action.",
                edits,
            );
        return;
    }
    if provider::resource(&written).is_none_or(|resource| resource.name != "Microsoft Graph") {
        return;
    }
    let version = |path: &str| path.trim_start_matches('/').split('/').next().unwrap_or_default().to_owned();
    if let (Some(base), "beta") = (base, &*version(&base_path)) {
        findings
            .add(
                base.value(),
                "The actions call the beta version of Microsoft Graph.",
                "Microsoft changes it without notice, and does not support it in production.",
            )
            .severity(Severity::Hint)
            .review_fix(
                "Change it to `/v1.0`",
                "Some of what the beta version has is not there: compare each action.",
                [set_base(&base_path.replacen("beta", "v1.0", 1))],
            );
        return;
    }
    // What stands there may be filled in, or say the version in another way.
    let is_bare = matches!(&*base_path, "" | "/");
    let names = document.paths().map(|path| version(&path.name())).gathered();
    let is_versioned = |name: &String| matches!(&**name, "v1.0" | "beta") || name.contains('{');
    if is_bare && !names.is_empty() && !names.iter().any(is_versioned) {
        let place = base.unwrap_or(host);
        findings
            .add(
                place,
                "The address of Microsoft Graph lacks its version.",
                "Microsoft Graph takes the first part of the path for the version, and refuses what is none.",
            )
            .review_fix("Add `/v1.0`", "All actions then call that version.", [set_base("/v1.0")]);
    }
}
