//! The address of a server, its parts, and the variables in them.

use std::borrow::Cow;
use std::collections::HashMap;

use super::security::Question;
use crate::json::Value;
use crate::text::Span;

/// The variables of a server by their names.
type Variables<'a> = HashMap<Cow<'a, str>, Value<'a>>;

/// An address, its variables filled in with their defaults.
#[derive(Clone, Default, Debug, PartialEq)]
pub(super) struct Address {
    pub(super) scheme: String,
    /// The name of the server, with its port; empty where the address has none.
    pub(super) host: String,
    /// The same with `{{name}}` for what each connection is asked for; none where nothing is.
    pub(super) template: Option<String>,
    /// The path, without a slash at its end.
    pub(super) base: String,
}

/// Where the operations of one path are called, if elsewhere.
#[derive(Clone, Default)]
pub(super) struct Override {
    pub(super) host: Option<String>,
    pub(super) base: Option<String>,
    /// Where the original says so.
    pub(super) from: Option<Span>,
    /// Whether it says so of one of the operations only.
    pub(super) is_of_operation: bool,
}

impl Address {
    /// The whole address.
    pub(super) fn whole(&self) -> String {
        match &*self.host {
            "" => String::new(),
            host => format!("{}://{host}{}", self.scheme, self.base),
        }
    }

    /// What `x-ntx-host` says of it.
    pub(super) fn ntx_host(&self) -> &str {
        self.template.as_deref().unwrap_or(&self.host)
    }
}

/// Reads a server object, and what each connection is to be asked for. Where `can_ask` is false, nothing is.
pub(super) fn read(server: Value<'_>, can_ask: bool) -> (Address, Vec<Question<'_>>) {
    let url = server.get_str("url").unwrap_or_default();
    let url = url.trim();
    let (scheme, rest) = match url.split_once("://") {
        Some((scheme, rest)) => (scheme, Some(rest)),
        None => ("https", url.strip_prefix("//").or_else(|| is_bare(url).then_some(url))),
    };
    let (authority, path) = match rest {
        Some(rest) => rest.split_at(rest.find('/').unwrap_or(rest.len())),
        None => ("", url),
    };
    let variables: Variables<'_> =
        server.members_of("variables").map(|member| (member.name(), member.value())).collect();
    let mut questions = Vec::new();
    let mut template = String::new();
    let host = fill(
        authority,
        &variables,
        &mut |name, variable| {
            if can_ask && is_asked(name, variable) {
                questions.push(Question {
                    name: name.to_owned(),
                    description: variable.and_then(|it| it.get("description")),
                    from: variable.unwrap_or(server),
                });
                return true;
            }
            false
        },
        &mut template,
    );
    let base = fill(path, &variables, &mut |_, _| false, &mut String::new());
    let base = base.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/').to_owned();
    let filled = fill(scheme, &variables, &mut |_, _| false, &mut String::new());
    let scheme = if matches!(&*filled, "http" | "https" | "ws" | "wss") { filled } else { "https".to_owned() };
    let template = Some(template).filter(|_| !questions.is_empty());
    let base =
        if base.is_empty() || base.starts_with('/') { base } else { format!("/{}", base.trim_start_matches("./")) };
    let base = if base.contains(['{', '}']) { base.replace(['{', '}'], "") } else { base };
    (Address { scheme, host: clean(&host), template, base }, questions)
}

/// The names of the variables in the address of a server.
pub(super) fn names(server: Value<'_>) -> Vec<String> {
    let url = server.get_str("url").unwrap_or_default();
    url.split('{').skip(1).filter_map(|behind| Some(behind.split_once('}')?.0.to_owned())).collect()
}

/// Whether the address begins with the name of a server, its scheme forgotten.
fn is_bare(url: &str) -> bool {
    let first = url.split('/').next().unwrap_or_default();
    !url.starts_with(['/', '.', '{']) && first.contains('.')
}

/// A variable of the server's name that has no list of values stands for something of the customer's own.
fn is_asked(name: &str, variable: Option<Value<'_>>) -> bool {
    let lower = name.to_ascii_lowercase();
    let is_listed = variable.is_some_and(|variable| variable.items_of("enum").next().is_some());
    let is_usable = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    is_usable && !is_listed && !lower.contains("port") && !lower.contains("protocol") && !lower.contains("scheme")
}

/// Fills the variables of `text` in; `asked` says which of them the template keeps.
fn fill<'a>(
    text: &str,
    variables: &Variables<'a>,
    asked: &mut dyn FnMut(&str, Option<Value<'a>>) -> bool,
    template: &mut String,
) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('{') {
        let Some((name, after)) = behind.split_once('}') else { break };
        let variable = variables.get(name).copied();
        let value = variable.map_or(Cow::Borrowed(name), |variable| default(variable, name));
        filled.push_str(before);
        template.push_str(before);
        filled.push_str(&value);
        if asked(name, variable) {
            template.push_str("{{");
            template.push_str(name);
            template.push_str("}}");
        } else {
            template.push_str(&value);
        }
        rest = after;
    }
    filled.push_str(rest);
    template.push_str(rest);
    filled
}

fn default<'a>(variable: Value<'a>, name: &'a str) -> Cow<'a, str> {
    let said = variable.get("default").or_else(|| variable.items_of("enum").next());
    match said {
        Some(value) => value.as_str().unwrap_or(Cow::Borrowed(value.source())),
        None => Cow::Borrowed(name),
    }
}

/// The name of a server as OpenAPI 2.0 allows it.
fn clean(host: &str) -> String {
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host).trim();
    let is_allowed = |letter: &char| !matches!(letter, '{' | '}' | ' ' | '\\' | '?' | '#');
    let host: String = host.chars().filter(is_allowed).collect();
    match host.split_once(':') {
        Some((name, port)) if port.is_empty() || !port.bytes().all(|byte| byte.is_ascii_digit()) => name.to_owned(),
        _ => host,
    }
}
