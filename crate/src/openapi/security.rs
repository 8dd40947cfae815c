//! Security: the definitions, and what each operation asks for.

use std::borrow::Cow;
use std::rc::Rc;

use super::vocabulary::Object;
use crate::json::{Member, Value};
use crate::text::Gather;

/// One way to sign in.
#[derive(Clone, Copy, Debug)]
pub struct SecurityDefinition<'a> {
    /// Its name and its value.
    pub member: Member<'a>,
    /// What the vocabulary says of it: the exact variant, where that can be told.
    pub object: &'static Object,
}

impl<'a> SecurityDefinition<'a> {
    /// The name that requirements call it by.
    pub fn name(&self) -> Cow<'a, str> {
        self.member.name()
    }

    /// What it says.
    pub fn value(&self) -> Value<'a> {
        self.member.value()
    }

    /// Whether its `type` is that: `basic`, `apiKey` or `oauth2`.
    pub fn is_type(&self, wanted: &str) -> bool {
        self.value().get("type").is_some_and(|value| value.is_str(wanted))
    }

    /// The scopes that it declares.
    pub fn scopes(&self) -> impl Iterator<Item = Member<'a>> + use<'a> {
        self.value().members_of("scopes").filter(|scope| !scope.name().starts_with("x-"))
    }

    /// The header that it sends, as far as the definition says it: `Authorization` for `basic` and `oauth2`, the key's
    /// own for an `apiKey` in a header. Letter case as written; it doesn't count in headers.
    pub fn header(&self) -> Option<Cow<'a, str>> {
        if self.is_type("basic") || self.is_type("oauth2") {
            return Some(Cow::Borrowed("Authorization"));
        }
        let is_in_header = self.value().get("in").is_some_and(|value| value.is_str("header"));
        if self.is_type("apiKey") && is_in_header { self.value().get_str("name") } else { None }
    }
}

/// Where an operation's security stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecurityOrigin {
    /// In the operation itself.
    Operation,
    /// At the root, as the operation says nothing.
    Root,
    /// Nowhere.
    Nowhere,
}

/// How an operation signs in.
#[derive(Clone, Debug)]
pub struct Security<'a> {
    /// Where that stands.
    pub origin: SecurityOrigin,
    /// The `security` member that counts.
    pub member: Option<Member<'a>>,
    /// What is asked for, in the order of the text. Operations that inherit it share it.
    pub requirements: Rc<[Requirement<'a>]>,
}

impl<'a> Security<'a> {
    fn of(origin: SecurityOrigin, member: Option<Member<'a>>) -> Self {
        Self { origin, member, requirements: member.map(requirements).unwrap_or_default().into() }
    }

    /// Whether the operation itself says `"security": []`.
    pub fn is_switched_off(&self) -> bool {
        self.origin == SecurityOrigin::Operation
            && self.member.is_some_and(|member| member.value().is_array() && member.value().items().next().is_none())
    }
}

/// One name in a security requirement.
#[derive(Clone, Copy, Debug)]
pub struct Requirement<'a> {
    /// The name of the security definition, and the scopes.
    pub member: Member<'a>,
    /// Which alternative of the `security` list it belongs to, counted from 0. Those of one alternative hold together.
    pub alternative: usize,
}

impl<'a> Requirement<'a> {
    /// The name of the security definition.
    pub fn name(&self) -> Cow<'a, str> {
        self.member.name()
    }

    /// The scopes that are asked for: the strings in the list.
    pub fn scopes(&self) -> impl Iterator<Item = Value<'a>> + use<'a> {
        self.member.value().items().filter(|scope| scope.as_str().is_some())
    }
}

/// What an operation asks for, given what those do that say nothing themselves.
pub(super) fn effective<'a>(operation: Value<'a>, shared: &Security<'a>) -> Security<'a> {
    match operation.member_named("security") {
        Some(own) => Security::of(SecurityOrigin::Operation, Some(own)),
        None => shared.clone(),
    }
}

/// What operations ask for that say nothing themselves, given the root's `security` member.
pub(super) fn shared(root: Option<Member<'_>>) -> Security<'_> {
    Security::of(if root.is_some() { SecurityOrigin::Root } else { SecurityOrigin::Nowhere }, root)
}

/// What a `security` member asks for.
pub(super) fn requirements(member: Member<'_>) -> Vec<Requirement<'_>> {
    let alternatives = member.value().items().enumerate();
    alternatives
        .flat_map(|(alternative, value)| value.members().map(move |member| Requirement { member, alternative }))
        .gathered()
}
