//! Where calls go.

use std::borrow::Cow;

use super::data::{Address, ConnectionField, Placeholder};
use super::{limits, written};
use crate::json::{Kind, Member};
use crate::nintex::vocabulary::GATEWAY_URI;
use crate::nintex::{self, Braces, address, placeholders};
use crate::openapi::{Document, METHODS};
use crate::text::{Gather, Names};

/// The addresses of all operations, each once; of more than can be listed, one more.
pub(super) fn addresses(document: &Document<'_>, fields: &[ConnectionField]) -> Vec<Address> {
    let schemes = document.root().into_iter().flat_map(|root| root.items_of("schemes")).gathered();
    let is_plain = !schemes.iter().any(|scheme| scheme.is_str("https")) && schemes.iter().any(|s| s.is_str("http"));
    let scheme = if is_plain { "http" } else { "https" };
    let mut urls = Names::default();
    let mut addresses: Vec<Address> = Vec::new();
    for path in document.paths() {
        let found = address(document, path.value());
        let Some(host) = found.host else { continue };
        let url = format!("{scheme}://{}{}", text(Some(host)), text(found.base_path));
        let operations = path.value().members().filter(|member| METHODS.contains(&&*member.name())).count() as u32;
        if let Some(known) = urls.find(&url).and_then(|at| addresses.get_mut(at)) {
            known.operations += operations;
        } else if addresses.len() <= limits::ADDRESSES {
            urls.insert(Cow::Owned(url.clone()));
            let placeholders = replaced(found, fields);
            addresses.push(Address {
                is_behind_gateway: placeholders.iter().any(|one| one.name == GATEWAY_URI),
                placeholders,
                url,
                operations,
                span: host.span(),
            });
        }
    }
    addresses
}

/// The placeholders that Nintex replaces: those of its own keys alone.
fn replaced(address: nintex::Address<'_>, fields: &[ConnectionField]) -> Vec<Placeholder> {
    let mut replaced = Vec::new();
    let own = [address.host, address.base_path].into_iter().flatten().filter(|key| key.name().starts_with("x-ntx-"));
    for key in own {
        let text = written::value(key.value());
        for found in placeholders(&text).filter(|found| found.braces == Braces::Double) {
            let filler = if found.name == GATEWAY_URI { "x-ntx-gateway-id" } else { found.name };
            let label = fields.iter().find(|field| field.name == filler).map(|field| field.label.clone());
            replaced.push(Placeholder { name: found.name.to_owned(), label: label.unwrap_or_default() });
        }
    }
    replaced
}

fn text(member: Option<Member<'_>>) -> String {
    member
        .filter(|member| member.value().kind() == Kind::String)
        .map(|member| written::value(member.value()))
        .unwrap_or_default()
}
