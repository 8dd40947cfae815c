//! K2's two APIs, for workflows and for its `SmartObject`s by `OData`: whether a document describes one of them.
//!
//! What is said of them here is on the pages
//! <https://help.nintex.com/en-US/nintexautomation/userguide/current/Content/K2-Management-Site/Integration/APIs.htm> and
//! <https://help.nintex.com/en-US/nintexautomation/userguide/current/Content/K2-Management-Site/Integration/SmartObjectODataService.htm>.

use super::provider;
use crate::openapi::Document;

/// The paths below which K2 servers have their APIs.
const WORKFLOW: &str = "/api/workflow/";
const ODATA: &str = "/api/odata/";

/// One of K2's APIs, as a document describes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct K2 {
    /// Which one; none where the addresses do not tell.
    pub api: Option<K2Api>,
    /// Whether the host is one of K2's own cloud. Else the paths are K2's, and the document names K2.
    pub is_cloud: bool,
}

/// Which of K2's APIs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum K2Api {
    /// Workflows, instances and tasks.
    Workflow,
    /// `SmartObject`s, with the version in the address: 3 can list alone, 4 has all methods.
    OData(u8),
}

/// Whether the document describes one of K2's APIs; none where it does not.
pub fn k2(document: &Document<'_>) -> Option<K2> {
    let root = document.root()?;
    let host = provider::host(document);
    let is_cloud = provider::resource(&host).is_some_and(|resource| resource.name == "K2");
    // Others may have paths of such an API, too.
    let is_named = || {
        let title = root.get("info").and_then(|info| info.get_str("title")).unwrap_or_default();
        [&*title, &*host].iter().any(|text| names_k2(text))
            || document.paths().any(|path| path.name().contains("{serialNumber}"))
    };
    if !is_cloud && !is_named() {
        return None;
    }
    let base = root.get_str("basePath").unwrap_or_default();
    let api = api_at(&base).or_else(|| document.paths().find_map(|path| api_at(&path.name())));
    (is_cloud || api.is_some()).then_some(K2 { api, is_cloud })
}

/// Whether a word of the text begins with `K2`.
fn names_k2(text: &str) -> bool {
    text.split(|character: char| !character.is_ascii_alphanumeric())
        .any(|word| word.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("k2")))
}

/// Which API is at that path; none where neither is.
pub fn api_at(path: &str) -> Option<K2Api> {
    let path = format!("{}/", path.trim_end_matches('/').to_ascii_lowercase());
    if path.contains(WORKFLOW) {
        return Some(K2Api::Workflow);
    }
    let (_, rest) = path.split_once(ODATA)?;
    match rest.split('/').next()? {
        "v3" => Some(K2Api::OData(3)),
        "v4" => Some(K2Api::OData(4)),
        _ => None,
    }
}

/// The same path for the version of today, where it is one of the workflow API's preview.
pub fn preview(path: &str) -> Option<String> {
    let start = path.to_ascii_lowercase().find("/api/workflow/preview")? + "/api/workflow/".len();
    let rest = path.get(start + "preview".len()..)?;
    (rest.is_empty() || rest.starts_with('/')).then(|| format!("{}v1{rest}", path.get(..start).unwrap_or_default()))
}

/// What to know before a connection to K2 is made, in sentences, each with an id that it keeps. It holds for a correct
/// document, too.
pub fn notes(document: &Document<'_>) -> Vec<(&'static str, &'static str)> {
    let Some(k2) = k2(document) else { return Vec::new() };
    let mut notes = vec![
        ("k2-switched-on", "The API has to be switched on in K2 Management, under Integration, APIs."),
        ("k2-rights", "What an action sees is what the account of its connection may see in K2."),
    ];
    let is_type = |wanted: &str| document.security_definitions().iter().any(|definition| definition.is_type(wanted));
    if is_type("basic") {
        notes.push((
            "k2-password",
            "Accounts with multi-factor authentication cannot sign in by user name and password: use a service account \
             without it, or OAuth 2.0.",
        ));
    }
    if is_type("oauth2") {
        notes.push((
            "k2-consent",
            "An administrator of the Microsoft tenant has to agree to K2's API once, with multi-factor authentication off \
             while doing so; the registered client needs the permission for the API `https://api.k2.com`.",
        ));
    }
    match k2.api {
        Some(K2Api::OData(_)) => notes.extend([
            (
                "k2-connector",
                "Nintex Automation Cloud has a K2 SmartObject connector of its own: see first whether that does it.",
            ),
            (
                "k2-paging",
                "A list ends after 1,000 records unless the server says otherwise; the rest is behind the link in its \
                 answer.",
            ),
            (
                "k2-filter",
                "For conditions, `$filter` can have the `x-ntx-query-builder`, with the format `odata3` or `odata4` as in \
                 the address.",
            ),
        ]),
        Some(K2Api::Workflow) => notes.push((
            "k2-data-fields",
            "Fields in `dataFields` that are written in the file fit one workflow; for any workflow, \
             `x-ntx-dynamic-schema` can fetch them from `/workflows/{id}/schema`.",
        )),
        None => {}
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;
    use crate::nintex::vocabulary::extension_key;

    fn with<T>(text: &str, ask: impl Fn(&Document<'_>) -> T) -> T {
        ask(&Document::new(&parse(text), extension_key))
    }

    #[test]
    fn k2_is_told_by_its_hosts_and_by_its_paths_where_it_is_named() {
        let found = |text: &str| with(text, k2);
        let workflow = Some(K2Api::Workflow);
        assert_eq!(
            found(r#"{ "host": "notes.onk2.com", "basePath": "/Api/Workflow/v1" }"#),
            Some(K2 { api: workflow, is_cloud: true })
        );
        assert_eq!(found(r#"{ "host": "notes.onk2.com" }"#), Some(K2 { api: None, is_cloud: true }));
        assert_eq!(
            found(r#"{ "host": "k2.example.com:4444", "paths": { "/api/odata/v4/Notes": {} } }"#),
            Some(K2 { api: Some(K2Api::OData(4)), is_cloud: false })
        );
        assert_eq!(
            found(r#"{ "basePath": "/api/workflow/v1", "paths": { "/tasks/{serialNumber}": {} } }"#),
            Some(K2 { api: workflow, is_cloud: false })
        );
        assert_eq!(found(r#"{ "host": "api.example.com", "basePath": "/api/workflow/v1" }"#), None);
        assert_eq!(found(r#"{ "info": { "title": "K2" }, "basePath": "/v1" }"#), None);
    }

    #[test]
    fn the_notes_are_those_of_its_api_and_of_how_it_signs_in() {
        let text = r#"{ "host": "notes.onk2.com", "basePath": "/api/odata/v3",
                        "securityDefinitions": { "b": { "type": "basic" } } }"#;
        let notes: String = with(text, notes).into_iter().map(|(_, note)| note).collect();
        assert!(notes.contains("1,000 records") && notes.contains("multi-factor"), "{notes}");
        assert!(!notes.contains("administrator") && !notes.contains("dataFields"), "{notes}");
        assert!(with(r#"{ "host": "api.example.com" }"#, super::notes).is_empty());
    }
}
