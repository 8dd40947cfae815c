//! Where the service is, as a person says it.

use super::Making;
use super::form::FormField;
use crate::convert::connection::{NOBODYS_HOST, question};
use crate::convert::draft::{Content, Origin, Part};

/// An address taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Address {
    /// In small letters; empty where it is not written.
    pub(super) scheme: String,
    /// With its port; what differs stands in double braces.
    pub(super) host: String,
    /// What is behind it, before any query; empty or with a slash in front.
    pub(super) path: String,
    /// What is behind the first `?`.
    pub(super) query: String,
}

impl Address {
    /// Takes apart what begins with a host, or with a scheme.
    pub(super) fn of(text: &str) -> Self {
        let text = text.trim().trim_matches(['"', '\'']).split('#').next().unwrap_or_default();
        let (place, query) = text.split_once('?').unwrap_or((text, ""));
        let (scheme, rest) = place.split_once("://").unwrap_or(("", place.trim_start_matches('/')));
        let (host, path) = match rest.find('/') {
            Some(at) => rest.split_at(at),
            None => (rest, ""),
        };
        let host = host.rsplit('@').next().unwrap_or_default();
        Self {
            scheme: scheme.trim().to_ascii_lowercase(),
            host: in_double_braces(host),
            path: path.trim_end_matches('/').to_owned(),
            query: query.to_owned(),
        }
    }

    /// The names in the braces of the host, each once.
    pub(super) fn questions(&self) -> Vec<String> {
        names(&self.host)
    }

    fn is_host(&self) -> bool {
        let (name, port) = self.host.split_once(':').unwrap_or((&self.host, "80"));
        let plain =
            names(name).iter().fold(name.to_owned(), |host, name| host.replace(&format!("{{{{{name}}}}}"), "x"));
        let is_part =
            |part: &str| !part.is_empty() && part.chars().all(|one| one.is_alphanumeric() || one == '-' || one == '_');
        plain.split('.').all(is_part) && !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// The names in double braces, each once.
pub(super) fn names(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for part in text.split("{{").skip(1) {
        if let Some((name, _)) = part.split_once("}}")
            && !names.iter().any(|known| known == name)
        {
            names.push(name.to_owned());
        }
    }
    names
}

/// The text with `{x}`, `{{x}}` and `<x>` as `{{x}}`, in names that a connection can ask for.
pub(super) fn in_double_braces(text: &str) -> String {
    let mut written = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '<']) {
        let (before, from) = rest.split_at(at);
        let inner = from.trim_start_matches(['{', '<']);
        let Some(end) = inner.find(['}', '>']) else { break };
        let (name, after) = inner.split_at(end);
        written.push_str(before);
        written.extend(["{{", &question(name.trim()), "}}"]);
        rest = after.trim_start_matches(['}', '>']);
    }
    written.push_str(rest);
    written
}

/// Writes where the service is. `has_connection` says whether there is a connection that can ask for a part of it.
pub(super) fn write(address: &Address, has_connection: bool, document: Part, making: &mut Making) {
    let is_asked = !address.questions().is_empty();
    if address.host.is_empty() {
        making.fault(
            FormField::Address,
            "Say where the service is: its host, such as `api.contoso.com`, or any address of it.",
        );
    } else if !address.is_host() {
        let message = format!("`{}` is no host: one looks like `api.contoso.com`.", address.host);
        making.fault(FormField::Address, message);
    } else if is_asked && !has_connection {
        making.fault(
            FormField::Address,
            "What stands in braces is asked for when a connection is made, and without authentication none is made. \
             Write the host in full, or choose how to sign in.",
        );
    }
    let is_usable = address.is_host() && (!is_asked || has_connection);
    let plain = if is_usable && !is_asked { &*address.host } else { NOBODYS_HOST };
    let work = &mut making.work;
    work.draft.set(document, "host", plain, Origin::NOWHERE);
    if is_usable && is_asked {
        work.draft.set(document, "x-ntx-host", &*address.host, Origin::NOWHERE);
    }
    if !address.path.is_empty() {
        work.draft.set(document, "basePath", &*address.path, Origin::NOWHERE);
    }
    let schemes = work.draft.set(document, "schemes", Content::Array, Origin::NOWHERE);
    work.draft.push(schemes, "https", Origin::NOWHERE);
    if address.scheme == "http" {
        making.advice(
            FormField::Address,
            "Written with `https`: by `http`, passwords and keys travel for everybody to read. If the service has no \
             `https`, write `http` under `schemes` afterwards.",
        );
    }
    if address.path.contains(['{', '}']) {
        making.fault(FormField::Address, "The part of the address that all operations share has no braces: put what differs into the path of the operation.");
    }
}
