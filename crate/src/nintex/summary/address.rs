//! Where calls go.

use std::borrow::Cow;

use super::data::{Address, ConnectionField, Placeholder};
use super::{limits, written};
use crate::json::Member;
use crate::nintex::address;
use crate::nintex::{Braces, placeholders};
use crate::openapi::{Document, METHODS};
use crate::text::{Gather, Names};

/// The addresses of all operations, each once.
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
        } else if addresses.len() < limits::ADDRESSES {
            urls.insert(Cow::Owned(url.clone()));
            let names = placeholders(&url).filter(|found| found.braces == Braces::Double).map(|found| found.name);
            let label = |name: &str| fields.iter().find(|field| field.name == name).map(|field| field.label.clone());
            let placeholder =
                |name: &str| Placeholder { name: written::cut(name), label: label(name).unwrap_or_default() };
            addresses.push(Address {
                placeholders: names.map(placeholder).gathered(),
                is_behind_gateway: url.contains("{{x-ntx-gateway-uri}}"),
                url: written::cut(&url),
                operations,
                span: host.span(),
            });
        }
    }
    addresses
}

fn text(member: Option<Member<'_>>) -> Cow<'_, str> {
    member.and_then(|member| member.value().as_str()).unwrap_or_default()
}
