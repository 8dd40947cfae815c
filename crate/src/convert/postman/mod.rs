//! Postman collections, versions 2.0 and 2.1: <https://schema.postman.com/>. Values do not come along, as they are samples
//! or secrets: what stands for itself are names, types, addresses, and what headers always say.

mod address;
mod bodies;
mod fields;
mod items;
mod oauth;
mod operation;
mod responses;
mod server;
mod sign_in;
#[cfg(test)]
mod tests;
mod token;

use std::borrow::Cow;
use std::collections::HashMap;

use self::address::Variables;
use self::items::Request;
use self::operation::Operations;
use self::server::Server;
use super::draft::{Content, Origin, Part, origin};
use super::remark::RemarkKind;
use super::work::{Converted, Work};
use crate::json::{Tree, Value};

/// Makes an Xtension of a collection. A damaged text is read as it is after its repairs.
pub fn convert(tree: &Tree<'_>) -> Converted {
    let Some(root) = tree.root() else { return Converted::default() };
    // What Postman's own API gives has the collection one level deeper.
    let collection = root.get("collection").filter(|inner| inner.is_object()).unwrap_or(root);
    let mut work = Work::new(collection.span());
    let variables = Variables::of(collection);
    let requests = items::requests(collection, &variables, &mut work);
    let (calls, tokens) = token::part(requests);
    let server = Server::of(&calls, &mut work);

    let document = work.draft.root();
    work.draft.set(document, "swagger", "2.0", Origin::NOWHERE);
    info(collection, document, &mut work);
    sign_in::tell_unknown(&calls, &mut work);
    let way = sign_in::choose(&calls, &tokens, &variables);
    server.write(document, way.is_some(), &mut work);
    let mut operations = Operations::default();
    for call in calls {
        if server.has(&call) {
            operations.add(call);
        } else {
            work.remark(
                RemarkKind::Lost,
                format!("Requests to `{}` are left out.", call.address.host),
                format!(
                    "An Xtension calls one host, and most of these requests go to `{}`. Make another Xtension of them.",
                    server.host
                ),
                call.item.span(),
                None,
            );
        }
    }
    operations.write(document, &server, way.as_ref(), &mut work);
    if let Some(way) = way {
        way.write(document, &server, &mut work);
    }
    work.finish()
}

fn info(collection: Value<'_>, document: Part, work: &mut Work) {
    let info = work.draft.set(document, "info", Content::Object, Origin::NOWHERE);
    let given = collection.get("info");
    let name = given.and_then(|given| given.get("name"));
    let title = name.and_then(Value::as_str).filter(|title| !title.trim().is_empty());
    work.draft.set(info, "title", title.unwrap_or(Cow::Borrowed("Collection")), name.map_or(Origin::NOWHERE, origin));
    if let Some((text, from)) = given.and_then(|given| described(given)) {
        work.draft.set(info, "description", text, origin(from));
    }
    let version = given.and_then(|given| given.get_str("version")).filter(|version| !version.is_empty());
    work.draft.set(info, "version", version.unwrap_or(Cow::Borrowed("1.0")), Origin::NOWHERE);
}

/// What is said under `description`, which may be a text or an object with one.
fn described(thing: Value<'_>) -> Option<(String, Value<'_>)> {
    let given = thing.get("description")?;
    let text = given.as_str().or_else(|| given.get_str("content"))?;
    (!text.trim().is_empty()).then(|| (text.trim().to_owned(), given))
}

/// Whether an entry of a list was switched off in Postman.
fn is_disabled(entry: Value<'_>) -> bool {
    entry.get("disabled").and_then(Value::as_bool) == Some(true)
}

/// Says that what stands at `value` is left out because it was switched off.
fn leave_disabled(value: Value<'_>, work: &mut Work) {
    work.remark(
        RemarkKind::Lost,
        "What was switched off in the collection is left out.",
        "Switch it on in Postman and convert anew, or add it by hand.",
        value.span(),
        None,
    );
}

/// The media type that a `Content-Type` says, without its parameters; none where that is a variable.
fn media_type(header: &str) -> Option<String> {
    let plain = header.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    (plain.contains('/') && !plain.contains('{')).then_some(plain)
}

/// Texts that were given a number each time they were met again.
#[derive(Default)]
struct Unique(HashMap<String, usize>);

impl Unique {
    /// `name`, or `name2` and so on where it was given out before.
    fn take(&mut self, name: &str) -> String {
        let count = self.0.entry(name.to_owned()).or_default();
        *count += 1;
        if *count == 1 {
            return name.to_owned();
        }
        let numbered = format!("{name}{count}");
        self.take(&numbered)
    }
}

/// What the requests that are one operation are in Postman.
type Same<'a> = Vec<Request<'a>>;
