//! The host that an Xtension calls, of those that the requests of a collection go to.

use std::collections::HashMap;

use super::address::names;
use super::items::Request;
use crate::convert::connection::{NOBODYS_HOST, question};
use crate::convert::draft::{Content, Origin, Part};
use crate::convert::remark::RemarkKind;
use crate::convert::work::Work;
use crate::openapi::shape::is_well_formed;
use crate::openapi::vocabulary::Format;
use crate::text::Span;

/// Where the operations are.
pub(super) struct Server {
    /// With variables in their braces.
    pub(super) host: String,
    /// Empty, or with a slash in front.
    pub(super) base: String,
    scheme: &'static str,
    /// Where it is told.
    place: Span,
}

impl Server {
    /// The one that most requests go to.
    pub(super) fn of(requests: &[Request<'_>], work: &mut Work) -> Self {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for request in requests {
            *counts.entry(&request.address.host).or_default() += 1;
        }
        let most = counts.values().copied().max().unwrap_or_default();
        // The first of those in the order of the collection.
        let first = requests.iter().find(|request| counts.get(&*request.address.host) == Some(&most));
        let Some(first) = first else {
            return Self { host: String::new(), base: String::new(), scheme: "https", place: Span::default() };
        };
        let own = || requests.iter().filter(|request| request.address.host == first.address.host);
        let has_one_base = own().all(|request| request.address.base == first.address.base);
        let is_plain = own().all(|request| request.address.scheme.as_deref() == Some("http"));
        let place = first.address.value.span();
        if is_plain {
            work.remark(
                RemarkKind::Changed,
                "The address is written with `https`.",
                "The collection calls it by `http`, which sends passwords and keys for everybody to read. If the service \
                 has no `https`, write `http` under `schemes`.",
                place,
                None,
            );
        }
        Self {
            host: first.address.host.clone(),
            base: if has_one_base { first.address.base.clone() } else { String::new() },
            scheme: "https",
            place,
        }
    }

    /// Whether the request goes there.
    pub(super) fn has(&self, request: &Request<'_>) -> bool {
        request.address.host == self.host
    }

    /// The path of the request below the base path.
    pub(super) fn path(&self, request: &Request<'_>) -> String {
        if self.base.is_empty() {
            format!("{}{}", request.address.base, request.address.path)
        } else {
            request.address.path.clone()
        }
    }

    /// Writes where it is. `has_connection` says whether there will be a connection that can ask for a host.
    pub(super) fn write(&self, document: Part, has_connection: bool, work: &mut Work) {
        let is_asked = !names(&self.host).is_empty();
        let is_host = is_asked || is_well_formed(&self.host, Format::Host);
        if !is_host || (is_asked && !has_connection) {
            work.remark(
                RemarkKind::Open,
                "The host is not known.",
                "It stands in a variable without a value, in an environment perhaps, or what stands there is none. Write it \
                 under `host`, such as `api.example.com`.",
                self.place,
                None,
            );
        } else if is_asked {
            work.draft.set(document, "host", NOBODYS_HOST, self.place);
            let asked = work.draft.set(document, "x-ntx-host", self.asked_host(), self.place);
            work.remark(
                RemarkKind::Changed,
                "The host is asked for when somebody makes a connection.",
                "It stands in a variable without a value. If it is the same for everybody, write it under `host` and \
                 remove `x-ntx-host` and the question in `x-ntx-connection-properties`.",
                self.place,
                Some(asked),
            );
        } else {
            work.draft.set(document, "host", self.host.as_str(), self.place);
        }
        if !self.base.is_empty() {
            work.draft.set(document, "basePath", self.base.as_str(), self.place);
        }
        let schemes = work.draft.set(document, "schemes", Content::Array, Origin::NOWHERE);
        work.draft.push(schemes, self.scheme, Origin::NOWHERE);
    }

    /// The host with its variables named as questions are.
    fn asked_host(&self) -> String {
        names(&self.host).into_iter().fold(self.host.clone(), |host, name| {
            host.replace(&format!("{{{{{name}}}}}"), &format!("{{{{{}}}}}", question(name)))
        })
    }

    /// Whether that question is for the whole host: in Postman, such a variable mostly has the scheme as well.
    pub(super) fn is_whole(&self, question: &str) -> bool {
        self.asked_host() == format!("{{{{{question}}}}}")
    }

    /// The questions that a connection has to ask for the host.
    pub(super) fn questions(&self) -> Vec<String> {
        names(&self.host).into_iter().map(question).collect()
    }
}
