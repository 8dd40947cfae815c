//! `servers`: in OpenAPI 2.0 one server, in three keys.

use super::removal;
use crate::diagnostic::Diagnostic;
use crate::json::edit;
use crate::json::{Member, Value, encode};
use crate::openapi::vocabulary::ROOT;
use crate::rules::pasted_address::PastedAddress;
use crate::rules::problems;

/// More alternatives than these are no help.
const MOST: usize = 3;

/// Offers to say by `host`, `basePath` and `schemes` where the API is, with one fix for each server.
pub(super) fn offer(diagnostic: &mut Diagnostic, member: Member<'_>) {
    let root = member.object();
    if member.value().items().all(|server| url(server).is_none()) {
        return removal::offer(diagnostic, member);
    }
    if root.get("host").is_some() {
        diagnostic.review_fix(
            "Remove `servers`",
            "The API is then where `host` and `basePath` say: see that they are right.",
            [edit::remove_member(member)],
        );
        return;
    }
    for url in member.value().items().take(MOST).filter_map(url) {
        let address = PastedAddress::read(&url);
        // One without a host is on the server that the document comes from, which Nintex does not know.
        let is_path = url.starts_with('/') && !url.starts_with("//");
        let host = if is_path { "" } else { address.host };
        let path = if is_path { url.trim_end_matches('/') } else { address.path };
        let mut edits = vec![edit::remove_member(member)];
        let mut add = |key: &str, json: String| {
            if root.get(key).is_none() {
                edits.push(edit::insert_member(root, problems::position(&ROOT, root, key), key, &json));
            }
        };
        if !host.is_empty() {
            add("host", encode(host));
        }
        if !path.is_empty() {
            add("basePath", encode(path));
        }
        if let Some(scheme) = address.scheme {
            add("schemes", format!("[{}]", encode(scheme)));
        }
        diagnostic.review_fix(
            format!("Take `{url}` as `host`, `basePath` and `schemes`"),
            "There is one server: all actions call this one.",
            edits,
        );
    }
}

/// The address of a server, with the defaults of its variables.
fn url(server: Value<'_>) -> Option<String> {
    let mut url = server.get_str("url").or_else(|| server.as_str())?.into_owned();
    for variable in server.members_of("variables") {
        if let Some(default) = variable.value().get_str("default") {
            url = url.replace(&format!("{{{}}}", variable.name()), &default);
        }
    }
    Some(url)
}
