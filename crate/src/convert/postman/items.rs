//! The requests of a collection, out of their folders.

use std::borrow::Cow;

use super::address::{Address, Variables};
use crate::convert::remark::RemarkKind;
use crate::convert::work::Work;
use crate::json::Value;
use crate::text::Span;

/// A request with what its folders say of it.
#[derive(Clone)]
pub(super) struct Request<'a> {
    /// Its entry in the collection.
    pub(super) item: Value<'a>,
    /// The request itself: an object, or nothing but an address.
    pub(super) content: Value<'a>,
    /// The outermost folder that it is in.
    pub(super) folder: Option<Cow<'a, str>>,
    /// How it signs in: what it says itself, else its folders from the inside, else the collection.
    pub(super) auth: Option<Value<'a>>,
    /// In small letters.
    pub(super) method: String,
    pub(super) address: Address<'a>,
}

impl<'a> Request<'a> {
    /// What it is called; may be empty.
    pub(super) fn name(&self) -> Cow<'a, str> {
        self.item.get_str("name").unwrap_or_default()
    }

    /// The headers that are sent: name, value, entry. Those in one text are not looked into.
    pub(super) fn headers(&self) -> impl Iterator<Item = (Cow<'a, str>, Cow<'a, str>, Value<'a>)> + use<'a> {
        self.content
            .items_of("header")
            .filter_map(|header| Some((header.get_str("key")?, header.get_str("value").unwrap_or_default(), header)))
    }
}

/// A folder whose items are still to be looked at.
struct Folder<'a> {
    items: Vec<Value<'a>>,
    name: Option<Cow<'a, str>>,
    auth: Option<Value<'a>>,
}

/// All requests in their order, and remarks on scripts.
pub(super) fn requests<'a>(collection: Value<'a>, variables: &Variables<'a>, work: &mut Work) -> Vec<Request<'a>> {
    let mut found = Vec::new();
    scripts(collection, work);
    let mut open = vec![Folder { items: reversed(collection), name: None, auth: auth(collection) }];
    while let Some(folder) = open.last_mut() {
        let Some(item) = folder.items.pop() else {
            open.pop();
            continue;
        };
        scripts(item, work);
        let inherited = auth(item).or(folder.auth);
        if item.get("item").is_some_and(Value::is_array) {
            let name = folder.name.clone().or_else(|| item.get_str("name"));
            open.push(Folder { items: reversed(item), name, auth: inherited });
        } else if let Some(request) = item.get("request") {
            let url = request.get("url").or_else(|| request.as_str().map(|_| request));
            let Some(address) = url.and_then(|url| Address::of(url, variables)) else {
                let message = "A request without an address is left out.";
                work.remark(RemarkKind::Lost, message, "There is nothing that it would call.", item.span(), None);
                continue;
            };
            let method = request.get_str("method").unwrap_or(Cow::Borrowed("get")).to_ascii_lowercase();
            let folder = folder.name.clone();
            found.push(Request { item, content: request, folder, auth: auth(request).or(inherited), method, address });
        }
    }
    found
}

fn reversed(folder: Value<'_>) -> Vec<Value<'_>> {
    let mut items: Vec<Value<'_>> = folder.items_of("item").collect();
    items.reverse();
    items
}

/// How the requests in it sign in, where it says that. `null` and what names no type say nothing.
fn auth(holder: Value<'_>) -> Option<Value<'_>> {
    holder.get("auth").filter(|auth| auth.get_str("type").is_some_and(|kind| kind != "inherit"))
}

fn scripts(holder: Value<'_>, work: &mut Work) {
    for event in holder.items_of("event") {
        let Some(script) = event.get("script") else { continue };
        let is_line = |line: Value<'_>| line.as_str().is_some_and(|line| !line.trim().is_empty());
        if script.items_of("exec").any(is_line) || script.get("exec").is_some_and(is_line) {
            let place: Span = event.span();
            work.remark(
                RemarkKind::Lost,
                "Scripts are left out.",
                "Nintex runs none: what they compute has to be done in the workflow, or behind an address of your own.",
                place,
                None,
            );
        }
    }
}
