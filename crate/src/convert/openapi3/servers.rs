//! Where the API is: from servers to host, base path and schemes.

use std::collections::HashSet;

use super::address::{Address, Override, names, read};
use super::{Job, RemarkKind, words};
use crate::convert::draft::{Content, Part, origin};
use crate::json::{Member, Value};

const NO_HOST: words::Words = (
    "The document does not say where the API is.",
    "Put the name of the server into `host`: a file that is uploaded to Nintex comes from nowhere.",
);
const SEVERAL: words::Words =
    ("Of several servers one was taken.", "OpenAPI 2.0 has one: write another one into `host`.");
const VARIABLE: words::Words = (
    "A variable in the address of the server was filled in with its default.",
    "OpenAPI 2.0 has no variables: write another value into the address if you need it.",
);
const UNNAMED: words::Words = (
    "A variable in the address of the server has no value.",
    "The document does not say what it stands for: write the address as it is called into `host` and `basePath`.",
);
const ASKED: words::Words = (
    "A variable in the name of the server is asked for when a connection is made.",
    "`x-ntx-host` puts it into the address, in the place of what `host` says.",
);
const ELSEWHERE: words::Words = (
    "A path with a server of its own got `x-ntx-host` or `x-ntx-basePath`.",
    "In Nintex they hold for all operations of the path.",
);
const CONFLICT: words::Words = (
    "Another server for an operation is left out.",
    "In Nintex all operations of a path are called at one address: that of the first.",
);

impl<'a> Job<'a> {
    /// Writes where the API is.
    pub(super) fn servers(&mut self, root: Part, document: Value<'a>) {
        let Some((server, address)) = self.address_of(document.get("servers"), true) else {
            self.work.remark(RemarkKind::Open, NO_HOST.0, NO_HOST.1, document.span(), None);
            return;
        };
        self.security.server = address.whole();
        if address.host.is_empty() {
            self.remark(RemarkKind::Open, NO_HOST, server, None);
        } else {
            self.work.draft.set(root, "host", address.host.clone(), origin(server));
            if let Some(template) = &address.template {
                let asked = self.work.draft.set(root, "x-ntx-host", template.clone(), origin(server));
                self.changed(ASKED, server, asked);
            }
        }
        if !address.base.is_empty() {
            self.work.draft.set(root, "basePath", address.base.clone(), origin(server));
        }
        if !address.host.is_empty() {
            let schemes = self.work.draft.set(root, "schemes", Content::Array, origin(server));
            self.work.draft.push(schemes, address.scheme.clone(), server.span());
        }
        self.address = address;
    }

    /// The server that is taken of a list, and its address.
    fn address_of(&mut self, servers: Option<Value<'a>>, can_ask: bool) -> Option<(Value<'a>, Address)> {
        let list = servers?;
        let all = list.items().filter(|server| server.is_object());
        let server = all.clone().min_by_key(|server| rank(*server))?;
        if all.count() > 1 {
            self.chose(SEVERAL, list, None);
        }
        let (address, questions) = read(server, can_ask && self.signs_in());
        let asked: HashSet<&str> = questions.iter().map(|question| &*question.name).collect();
        for variable in server.members_of("variables").filter(|variable| !asked.contains(&*variable.name())) {
            self.chose(VARIABLE, variable.value(), None);
        }
        let declared: HashSet<_> = server.members_of("variables").map(Member::name).collect();
        if names(server).iter().any(|name| !declared.contains(&**name) && !asked.contains(&**name)) {
            self.remark(RemarkKind::Open, UNNAMED, server, None);
        }
        self.security.questions.extend(questions);
        Some((server, address))
    }

    /// Where the operations of a path are called that has servers of its own.
    pub(super) fn path_address(&mut self, servers: Value<'a>) -> Override {
        let Some((server, address)) = self.address_of(Some(servers), false) else { return Override::default() };
        let host = Some(address.ntx_host()).filter(|host| !host.is_empty() && *host != self.address.ntx_host());
        let base = if address.base.is_empty() { "/" } else { &address.base };
        let is_other = address.base != self.address.base;
        let from = Some(server.span());
        Override {
            host: host.map(str::to_owned),
            base: Some(base.to_owned()).filter(|_| is_other),
            from,
            is_of_operation: false,
        }
    }

    /// As [`Self::path_address`], for the servers of an operation: the first of a path counts.
    pub(super) fn operation_address(&mut self, servers: Value<'a>, known: &mut Option<Override>) {
        let own = self.path_address(servers);
        match known {
            Some(known) if known.host == own.host && known.base == own.base => {}
            Some(_) => self.lost(CONFLICT, servers),
            None => *known = Some(Override { is_of_operation: true, ..own }),
        }
    }

    /// As [`Self::operation_address`], for an operation without servers: it is called where its path is, else where the
    /// document says.
    pub(super) fn no_address(&mut self, operation: Value<'a>, known: &mut Option<Override>) {
        let known = known.get_or_insert_with(Override::default);
        if known.is_of_operation && (known.host.is_some() || known.base.is_some()) {
            self.lost(CONFLICT, operation);
        }
    }

    pub(super) fn write_override(&mut self, operation: Part, address: &Override) {
        let Some(from) = address.from else { return };
        for (key, value) in [("x-ntx-host", &address.host), ("x-ntx-basePath", &address.base)] {
            if let Some(value) = value {
                let part = self.put(operation, key, value.as_str(), from);
                if self.told.insert((ELSEWHERE.0, from)) {
                    self.work.remark(RemarkKind::Changed, ELSEWHERE.0, ELSEWHERE.1, from, Some(part));
                }
            }
        }
    }
}

/// Whole addresses by https come first, those of a developer's own machine last.
fn rank(server: Value<'_>) -> u8 {
    let url = server.get_str("url").unwrap_or_default().to_ascii_lowercase();
    let is_own = ["localhost", "127.0.0.1", "0.0.0.0", "[::1]"].iter().any(|own| url.contains(own));
    match () {
        () if is_own => 3,
        () if url.starts_with("https://") || url.starts_with('{') => 0,
        () if url.contains("://") => 1,
        () => 2,
    }
}

/// Whether it is a whole address.
pub(super) fn absolute(url: &str) -> bool {
    url.split_once("://").is_some_and(|(scheme, rest)| {
        scheme.starts_with("http") && rest.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '{')
    })
}
