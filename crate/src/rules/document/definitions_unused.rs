use crate::json::edit;
use crate::json::{Member, Value};
use crate::openapi::shape::Fault;
use crate::openapi::{Document, Reference, Resolution};
use crate::rules::{Findings, problems};
use crate::rules::wording::list;
use crate::text::{Edit, Gather, Names, in_order};

super::rule! {
    /// Something at the root that is there to be referred to is not referred to.
    ///
    /// It does no harm: it makes the document longer. What only unused ones refer to is unused, too.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": {
    ///     «"page"»: { "name": "page", "in": "query", "type": "integer" }
    ///   },
    ///   "paths": {
    ///     "/people": {
    ///       "get": { "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Person" } } } }
    ///     }
    ///   },
    ///   "definitions": {
    ///     "Person": { "type": "object" },
    ///     «"Pet"»: { "properties": { "owner": { "$ref": "#/definitions/Pet" } } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove `page`
    /// ```json
    /// {
    ///   "parameters": {},
    ///   "paths": {
    ///     "/people": {
    ///       "get": { "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Person" } } } }
    ///     }
    ///   },
    ///   "definitions": {
    ///     "Person": { "type": "object" },
    ///     "Pet": { "properties": { "owner": { "$ref": "#/definitions/Pet" } } }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": { "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Person" } } } }
    ///     }
    ///   },
    ///   "definitions": {
    ///     "Person": { "properties": { "pet": { "$ref": "#/definitions/Pet" } } },
    ///     "Pet": { "discriminator": "kind" },
    ///     "Dog": { "allOf": [{ "$ref": "#/definitions/Pet" }] }
    ///   }
    /// }
    /// ```
    Hint "definitions-unused" Documented from "https://spec.openapis.org/oas/v2.0#definitions-object"
}

const MAPS: [&str; 3] = ["definitions", "parameters", "responses"];

/// More than these are told together.
const MOST: usize = 10;

const BECAUSE: &str = "Nintex imports the document as well without it: nothing there is built from it.";
const CONSEQUENCE: &str = "Whoever still wants to use it has to write it again.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    // Who knows what a reference means that leads nowhere.
    let leads_nowhere = |reference: &Reference<'_>| {
        matches!(reference.resolution, Resolution::Missing { .. } | Resolution::NotAPointer)
    };
    if problems::are_paths_unread(document) || document.references().iter().any(leads_nowhere) {
        return;
    }
    let links = Links::of(document);
    let used = links.used();
    // What a reference means that leads elsewhere by mistake is used: the mistake is told there.
    let lost = document.references().iter().filter(|reference| !matches!(reference.resolution, Resolution::Found(_)));
    let names = lost.filter_map(|reference| Some(last_step(&reference.target.as_str()?).into()));
    let meant: Names<'_> = names.collect();
    let is_used = |entry: Member<'_>| {
        let position = links.entries.position(entry);
        position.is_some_and(|at| used.get(at) == Some(&true)) || meant.contains(&last_step(&entry.name()))
    };
    for map in MAPS {
        let unused: Vec<Member<'_>> = document.definitions(map).filter(|entry| !is_used(*entry)).gathered();
        if unused.len() > MOST {
            all(findings, document, map, &unused, &is_used);
            continue;
        }
        for entry in unused {
            let name = entry.name();
            let diagnostic = findings.add(entry, format!("Nothing refers to `{name}` in `{map}`."), BECAUSE);
            let gone = links.referrers(entry);
            let is_gone = |entry: Member<'_>| links.entries.position(entry).is_some_and(|at| gone.get(at) == Some(&true));
            let (names, edits) = removal(document, &is_gone);
            let title = match names.as_slice() {
                [] | [_] => format!("Remove `{name}`"),
                several => format!("Remove {}, which only refer to each other", list(several)),
            };
            diagnostic.review_fix(title, CONSEQUENCE, edits);
        }
    }
}

/// What stands behind the last slash, without regard to upper and lower case.
fn last_step(target: &str) -> String {
    target.rsplit('/').next().unwrap_or_default().to_ascii_lowercase()
}

/// The names of these entries, and the edits that remove them.
fn removal(document: &Document<'_>, is_gone: &dyn Fn(Member<'_>) -> bool) -> (Vec<String>, Vec<Edit>) {
    let mut names = Vec::new();
    let mut edits = Vec::new();
    for holder in MAPS.iter().filter_map(|map| document.root_member(map)) {
        let gone = holder.value().members().filter(|member| is_gone(*member));
        names.extend(gone.map(|member| member.name().into_owned()));
        edits.extend(edit::remove_members(holder.value(), is_gone));
    }
    (names, edits)
}

/// One finding for many.
fn all(
    findings: &mut Findings,
    document: &Document<'_>,
    map: &str,
    unused: &[Member<'_>],
    is_used: &dyn Fn(Member<'_>) -> bool,
) {
    let Some(holder) = document.root_member(map) else { return };
    let few: Vec<String> = unused.iter().take(3).map(|entry| entry.name().into_owned()).gathered();
    let message = format!("Nothing refers to {} of the entries in `{map}`, among them {}.", unused.len(), list(&few));
    let edits = edit::remove_members(holder.value(), |member| !is_used(member));
    findings.add(holder, message, BECAUSE).review_fix("Remove them all", CONSEQUENCE, edits);
}

/// The entries of the three maps, by place.
struct Entries<'a>(Vec<Value<'a>>);

impl<'a> Entries<'a> {
    fn of(document: &Document<'a>) -> Self {
        let members = MAPS.iter().flat_map(|map| document.definitions(map));
        Self(in_order(members.map(Member::value).gathered(), |entry| u64::from(entry.index())))
    }

    /// Which of the entries `value` is, or is in, counted from 0.
    fn around(&self, value: Value<'_>) -> Option<usize> {
        let at = self.0.partition_point(|entry| entry.index() <= value.index()).checked_sub(1)?;
        self.0.get(at).filter(|entry| entry.span().contains(value.span())).map(|_| at)
    }

    fn position(&self, entry: Member<'_>) -> Option<usize> {
        self.around(entry.value())
    }
}

/// Which entry refers to which, by their positions.
struct Links<'a> {
    entries: Entries<'a>,
    /// For each entry those that it refers to; behind them, those that all the rest of the document refers to.
    targets: Vec<Vec<usize>>,
}

impl<'a> Links<'a> {
    fn of(document: &Document<'a>) -> Self {
        let entries = Entries::of(document);
        let outside = entries.0.len();
        let mut links = Self { entries, targets: vec![Vec::new(); outside + 1] };
        for reference in document.references() {
            let Resolution::Found(target) = reference.resolution else { continue };
            let Some(to) = links.entries.around(target) else { continue };
            let from = links.entries.around(reference.holder);
            links.add(from.unwrap_or(outside), to);
            // A schema with a discriminator stands for all that are built on it.
            let is_heir = reference.holder.parent().and_then(Value::member).is_some_and(|list| list.is("allOf"));
            if let Some(heir) = from.filter(|_| is_heir && target.get("discriminator").is_some()) {
                links.add(to, heir);
            }
        }
        for (holder, target) in in_unread(document) {
            if let Some(to) = links.entries.around(target) {
                links.add(links.entries.around(holder).unwrap_or(outside), to);
            }
        }
        links
    }

    fn add(&mut self, from: usize, to: usize) {
        if let Some(targets) = self.targets.get_mut(from) {
            targets.push(to);
        }
    }

    /// For each entry whether something uses it: what is no entry, or a used one.
    fn used(&self) -> Vec<bool> {
        let mut used = vec![false; self.targets.len()];
        let mut pending = self.targets.last().cloned().unwrap_or_default();
        while let Some(entry) = pending.pop() {
            if let Some(is_used) = used.get_mut(entry).filter(|is_used| !**is_used) {
                *is_used = true;
                pending.extend(self.targets.get(entry).into_iter().flatten());
            }
        }
        used
    }

    /// For each entry whether it is `entry`, or refers to it, directly or through others.
    fn referrers(&self, entry: Member<'_>) -> Vec<bool> {
        let mut found = vec![false; self.targets.len()];
        let mut pending: Vec<usize> = self.entries.position(entry).into_iter().gathered();
        while let Some(entry) = pending.pop() {
            if let Some(is_found) = found.get_mut(entry).filter(|is_found| !**is_found) {
                *is_found = true;
                let refers = |(_, targets): &(usize, &Vec<usize>)| targets.contains(&entry);
                pending.extend(self.targets.iter().enumerate().filter(refers).map(|(from, _)| from));
            }
        }
        found
    }
}

/// What looks like a reference to an entry inside an extension or under a key that OpenAPI 2.0 does not have, which is
/// not looked into otherwise; and its target.
fn in_unread<'d, 'a>(document: &'d Document<'a>) -> impl Iterator<Item = (Value<'a>, Value<'a>)> + use<'d, 'a> {
    let tree = document.tree();
    let extensions = document.shape().extensions.iter().map(|extension| extension.member.value());
    let unknown = document.shape().problems.iter().filter_map(|problem| match problem.fault {
        Fault::UnknownKey { member, .. } => Some(member.value()),
        _ => None,
    });
    extensions.chain(unknown).flat_map(move |unread| {
        let span = unread.span();
        let indices = unread.index()..tree.size() as u32;
        let inside = indices.map_while(move |index| match tree.value(index) {
            Some(value) => span.contains(value.span()).then_some(Some(value)),
            None => Some(None),
        });
        inside.flatten().filter_map(move |value| {
            let target = value.as_str().filter(|_| value.member().is_some_and(|member| member.is("$ref")))?;
            let (map, name) = target.strip_prefix("#/")?.split_once('/')?;
            Some((value, document.root()?.get(map)?.get(name)?))
        })
    })
}
