//! Where the calls of operations go.

use super::placeholder::{Placeholder, placeholders};
use super::vocabulary::GATEWAY_URI;
use crate::json::{Member, Value};
use crate::openapi::{Document, METHODS};

/// What names the server and the beginning of the path that the operations of a path are called at: Nintex puts
/// scheme, host, base path and path together as they are written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Address<'a> {
    /// `x-ntx-host` of an operation of the path, else that of the document, else `host`.
    pub host: Option<Member<'a>>,
    /// The same for `x-ntx-basePath` and `basePath`.
    pub base_path: Option<Member<'a>>,
}

/// Where the operations of that path item are called. `x-ntx-host` and `x-ntx-basePath` of one of them hold for all of
/// them: <https://help.nintex.com/en-us/xtensions/04_Reference/Tutorials/x-ntx-host.htm>.
pub fn address<'a>(document: &Document<'a>, path_item: Value<'a>) -> Address<'a> {
    let shared = shared_address(document);
    let own = |key: &str| {
        let mut operations = path_item.members().filter(|member| METHODS.contains(&&*member.name()));
        operations.find_map(|operation| operation.value().member_named(key))
    };
    Address { host: own("x-ntx-host").or(shared.host), base_path: own("x-ntx-basePath").or(shared.base_path) }
}

/// Where all operations are called whose paths do not say otherwise.
pub fn shared_address<'a>(document: &Document<'a>) -> Address<'a> {
    let either = |one: &str, other: &str| document.root_member(one).or_else(|| document.root_member(other));
    Address { host: either("x-ntx-host", "host"), base_path: either("x-ntx-basePath", "basePath") }
}

/// The `x-ntx-host` of the document that leads to a server in the customer's own network, through Nintex Gateway.
pub fn gateway<'a>(document: &Document<'a>) -> Option<Member<'a>> {
    let host = document.root_member("x-ntx-host")?;
    let written = host.value().as_str()?;
    placeholders(&written).any(|Placeholder { name, .. }| name == GATEWAY_URI).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;
    use crate::nintex::vocabulary::extension_key;

    #[test]
    fn one_operation_speaks_for_its_path() {
        let text = r#"{
            "host": "a.example.com", "basePath": "/a", "x-ntx-basePath": "/b",
            "paths": { "/x": { "get": {}, "put": { "x-ntx-host": "c.example.com" } }, "/y": { "get": {} } }
        }"#;
        let tree = parse(text);
        let document = Document::new(&tree, extension_key);
        let says = |member: Option<Member<'_>>| member.unwrap().value().as_str().unwrap().into_owned();
        let of_paths = document.paths().map(|path| address(&document, path.value()));
        let read: Vec<_> = of_paths.map(|address| (says(address.host), says(address.base_path))).collect();
        assert_eq!(read, [("c.example.com".into(), "/b".into()), ("a.example.com".into(), "/b".into())]);
        assert!(gateway(&document).is_none());
    }

    #[test]
    fn the_gateway_is_a_placeholder() {
        let tree = parse(r#"{ "x-ntx-host": "{{x-ntx-gateway-uri}}" }"#);
        assert!(gateway(&Document::new(&tree, extension_key)).is_some());
    }
}
