//! Changes to the scopes of an OAuth 2.0 definition: where it lists them, and where operations ask for them.

use std::cell::Cell;

use super::draft::Draft;
use crate::json::edit::{self, Position};
use crate::json::{Value, encode};
use crate::openapi::{Document, SecurityDefinition};
use crate::text::{Edit, Gather, Names};

/// The lists in which operations, or all of them together, ask for scopes.
pub(super) struct Asked<'d, 'a> {
    document: &'d Document<'a>,
    names: Names<'a>,
    /// By the number of the security definition's name. Empty ones ask for nothing in particular, and are not here.
    lists: Vec<Vec<Value<'a>>>,
}

impl<'d, 'a> Asked<'d, 'a> {
    /// Looks at all of the document's requirements once.
    pub(super) fn new(document: &'d Document<'a>) -> Self {
        let mut asked = Self { document, names: Names::default(), lists: Vec::new() };
        for requirement in document.requirements() {
            let list = requirement.member.value();
            if list.items().next().is_none() {
                continue;
            }
            match asked.lists.get_mut(asked.names.number(requirement.name())) {
                Some(lists) => lists.push(list),
                None => asked.lists.push(vec![list]),
            }
        }
        asked
    }

    /// Those for the definition. Of several with one name, the last one counts.
    fn of(&self, definition: &SecurityDefinition<'_>) -> &[Value<'a>] {
        let name = definition.name();
        let last = self.document.security_definition(&name);
        let counts = last.is_some_and(|last| last.member.name_span() == definition.member.name_span());
        let number = self.names.find(&name).filter(|_| counts);
        number.and_then(|number| self.lists.get(number)).map_or(&[], Vec::as_slice)
    }

    /// Whether it is one of the scopes that the definition lists or operations ask it for. Some published files list
    /// several under one name, with blanks between them: each is judged by itself.
    pub(super) fn any(&self, definition: &SecurityDefinition<'_>, is_it: &dyn Fn(&str) -> bool) -> bool {
        let has_it = |name: &str| name.split_ascii_whitespace().any(is_it);
        let lists = self.of(definition).iter();
        definition.scopes().any(|scope| has_it(&scope.name()))
            || lists.flat_map(|list| list.items()).filter_map(Value::as_str).any(|name| has_it(&name))
    }

    /// Whether the definition lists no scope, and no operation asks it for one.
    pub(super) fn asks_for_nothing(&self, definition: &SecurityDefinition<'_>) -> bool {
        !self.any(definition, &|_| true)
    }

    /// Takes the scopes that are unwanted out of the definition and of all lists that ask for them, and puts those that
    /// are wanted there; several under one name are judged as one. None where `scopes` is no object.
    pub(super) fn change(
        &self,
        definition: &SecurityDefinition<'_>,
        is_unwanted: &dyn Fn(&str) -> bool,
        wanted: &[&str],
    ) -> Option<Vec<Edit>> {
        let mut edits = Vec::new();
        match definition.value().get("scopes") {
            None => edits.push(edit::insert_member(definition.value(), Position::Last, "scopes", &drafted(wanted))),
            // Two members cannot be added to an empty object one by one.
            Some(scopes) if scopes.is_object() && scopes.members().next().is_none() => {
                edits.push(edit::replace_value(scopes, &drafted(wanted)));
            }
            Some(scopes) if scopes.is_object() => {
                let mut missing = wanted.iter().filter(|scope| scopes.get(scope).is_none()).gathered().into_iter();
                let kept = Cell::new(0_usize);
                for member in definition.scopes().filter(|scope| is_unwanted(&scope.name())) {
                    let Some(scope) = missing.next() else { break };
                    edits.push(edit::rename_member(member, scope));
                    edits.push(edit::replace_value(member.value(), &encode(described(scope))));
                    kept.set(kept.get() + 1);
                }
                edits.extend(edit::remove_members(scopes, |member| {
                    let name = member.name();
                    !name.starts_with("x-") && is_unwanted(&name) && !take(&kept)
                }));
                edits.extend(
                    missing.map(|scope| edit::insert_member(scopes, Position::Last, scope, &encode(described(scope)))),
                );
            }
            Some(_) => return None,
        }
        for list in self.of(definition) {
            let is_in = |scope: &&&str| list.items().any(|item| item.is_str(scope));
            let mut missing = wanted.iter().filter(|scope| !is_in(scope)).gathered().into_iter();
            let kept = Cell::new(0_usize);
            let is_item_unwanted = |item: Value<'_>| item.as_str().is_some_and(|name| is_unwanted(&name));
            for item in list.items().filter(|item| is_item_unwanted(*item)) {
                let Some(scope) = missing.next() else { break };
                edits.push(edit::replace_value(item, &encode(scope)));
                kept.set(kept.get() + 1);
            }
            edits.extend(edit::remove_items(*list, |item| is_item_unwanted(item) && !take(&kept)));
            edits.extend(missing.map(|scope| edit::append_item(*list, &encode(scope))));
        }
        Some(edits)
    }
}

/// The scopes as the value of `scopes`.
fn drafted(scopes: &[&str]) -> String {
    let mut draft = Draft::default();
    for scope in scopes {
        draft.add_text(scope, described(scope));
    }
    draft.finish()
}

/// Whether there was one left.
fn take(left: &Cell<usize>) -> bool {
    let before = left.get();
    left.set(before.saturating_sub(1));
    before > 0
}

/// What the scope is for, in the words of the page on which people agree.
fn described(scope: &str) -> &'static str {
    if scope.ends_with("/.default") { "What the registered client may do" } else { "Keep the connection alive" }
}
