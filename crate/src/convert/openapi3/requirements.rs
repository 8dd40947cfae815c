//! Which way to sign in each operation needs.

use std::collections::HashMap;

use super::operations::METHODS;
use super::security::Way;
use super::{Job, RemarkKind, words};
use crate::convert::draft::{Content, Part, origin};
use crate::json::{Kind, Member, Value};

const ALTERNATIVE: words::Words = (
    "Of several ways to sign in one was taken.",
    "An Xtension has one. The one that most operations accept was taken; for another, make another Xtension.",
);
const MIXED: words::Words = (
    "An operation needs another way to sign in than most others.",
    "An Xtension has one, and this operation is called without the other: put it into an Xtension of its own.",
);
const OTHER: words::Words = (
    "An operation needs another way to sign in than most others, and is called without any.",
    "An Xtension has one, and the API may refuse the call: put the operation into an Xtension of its own.",
);
const LOST: words::Words = (
    "An operation needs a way to sign in that Nintex does not have.",
    "It is called without signing in, and the API may refuse it.",
);
const OPTIONAL_OTHERWISE: words::Words = (
    "Signing in was optional, in another way than the connection's, and is left out.",
    "An Xtension has one way to sign in: this is called without any.",
);
const OPTIONAL: words::Words =
    ("Signing in was optional, and is not now.", "A connection signs in with every call, or never.");

impl<'a> Job<'a> {
    /// The way that most operations accept; of two, the one that Nintex does more for.
    pub(super) fn most_accepted(&self, document: Value<'a>) -> Option<Way> {
        let mut counts: HashMap<Way, usize> = HashMap::new();
        let root = document.get("security");
        let mut of_root = 0;
        for path in document.members_of("paths").map(Member::value) {
            for operation in path.members().filter(|member| METHODS.contains(&&*member.name())).map(Member::value) {
                match operation.get("security") {
                    Some(own) => self.count(own, 1, &mut counts),
                    None => of_root += 1,
                }
            }
        }
        if let Some(root) = root {
            self.count(root, of_root + 1, &mut counts);
        }
        let ways = [Way::OAuth, Way::ApiKey, Way::Basic];
        let best = ways.iter().map(|way| counts.get(way).copied().unwrap_or(0)).max().filter(|most| *most > 0)?;
        ways.into_iter().find(|way| counts.get(way) == Some(&best))
    }

    fn count(&self, list: Value<'a>, times: usize, counts: &mut HashMap<Way, usize>) {
        let mut ways: Vec<Way> = list.items().filter_map(|one| self.only_way_of(one)).collect();
        ways.sort_unstable();
        ways.dedup();
        for way in ways {
            *counts.entry(way).or_default() += times;
        }
    }

    /// The ways that a requirement needs at once, as far as Nintex has them.
    fn ways_of(&self, requirement: Value<'a>) -> impl Iterator<Item = Way> {
        requirement.members().filter_map(|member| self.security.scheme(&member.name())?.way)
    }

    /// The one way that a requirement needs; none where it needs several, or none that Nintex has.
    fn only_way_of(&self, requirement: Value<'a>) -> Option<Way> {
        let mut ways = self.ways_of(requirement);
        let first = ways.next()?;
        ways.all(|way| way == first).then_some(first)
    }

    pub(super) fn root_requirements(&mut self, root: Part, document: Value<'a>) {
        if let Some(list) = document.get("security") {
            self.requirements(root, list);
        }
    }

    pub(super) fn requirements_of(&mut self, operation: Part, from: Value<'a>) {
        if let Some(list) = from.get("security") {
            self.requirements(operation, list);
        }
    }

    fn requirements(&mut self, holder: Part, list: Value<'a>) {
        if !list.is_array() {
            return;
        }
        let wanted = self.security.way;
        let all: Vec<Value<'a>> = list.items().filter(|one| one.is_object()).collect();
        let is_optional = all.iter().any(|one| one.members().next().is_none());
        let accepted = |one: &&Value<'a>| wanted.is_some() && self.only_way_of(**one) == wanted;
        let mut kept: Vec<Value<'a>> = all.iter().filter(accepted).copied().collect();
        let out = self.work.draft.set(holder, "security", Content::Array, origin(list));
        if kept.is_empty() && !is_optional {
            let some = |one: &&Value<'a>| self.ways_of(**one).any(|way| self.keeps_all_ways || Some(way) == wanted);
            kept = all.iter().find(some).copied().into_iter().collect();
            if all.iter().any(|one| self.ways_of(*one).next().is_some()) {
                self.remark(RemarkKind::Lost, if kept.is_empty() { OTHER } else { MIXED }, list, Some(out));
            } else if !all.is_empty() {
                self.remark(RemarkKind::Lost, LOST, list, Some(out));
            }
        } else if is_optional && !kept.is_empty() {
            self.changed(OPTIONAL, list, out);
        } else if is_optional && all.iter().any(|one| one.members().next().is_some()) {
            self.chose(OPTIONAL_OTHERWISE, list, Some(out));
        } else if kept.len() < all.len() && !is_optional {
            self.chose(ALTERNATIVE, list, Some(out));
        }
        for one in kept {
            self.requirement(out, one);
        }
    }

    fn requirement(&mut self, out: Part, from: Value<'a>) {
        let part = self.work.draft.push(out, Content::Object, origin(from));
        for member in from.members() {
            let name = member.name();
            let way = self.security.scheme(&name).and_then(|scheme| scheme.way);
            let is_kept = |way: &Way| self.keeps_all_ways || Some(*way) == self.security.way;
            let Some(way) = way.filter(is_kept) else { continue };
            self.security.use_scheme(&name, member.value());
            let scopes = self.work.draft.set(part, &name, Content::Array, origin(member.value()));
            let mut met = std::collections::HashSet::new();
            let said = member.value().items().filter(|scope| way == Way::OAuth && scope.kind() == Kind::String);
            for scope in said.filter(|scope| met.insert(scope.source())) {
                self.work.draft.copy_item(scopes, scope);
            }
        }
    }
}
