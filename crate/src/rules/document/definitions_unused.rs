use std::collections::{HashMap, HashSet};

use crate::json::edit;
use crate::json::{Member, Value};
use crate::openapi::{Document, Resolution};
use crate::rules::Findings;
use crate::rules::wording::list;
use crate::text::{Edit, in_order};

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
    let links = Links::of(document);
    let used = links.used();
    for map in MAPS {
        let unused: Vec<Member<'_>> =
            document.definitions(map).filter(|entry| !used.contains(&entry.value().index())).collect();
        if unused.len() > MOST {
            all(findings, document, map, &unused);
            continue;
        }
        for entry in unused {
            let name = entry.name();
            let diagnostic = findings.add(entry, format!("Nothing refers to `{name}` in `{map}`."), BECAUSE);
            let (names, edits) = removal(document, &links.referrers(entry.value()));
            let title = match names.as_slice() {
                [] | [_] => format!("Remove `{name}`"),
                several => format!("Remove {}, which only refer to each other", list(several)),
            };
            diagnostic.review_fix(title, CONSEQUENCE, edits);
        }
    }
}

/// The names of these entries, and the edits that remove them.
fn removal(document: &Document<'_>, gone: &HashSet<u32>) -> (Vec<String>, Vec<Edit>) {
    let mut names = Vec::new();
    let mut edits = Vec::new();
    for holder in MAPS.iter().filter_map(|map| document.root_member(map)) {
        let is_gone = |member: &Member<'_>| gone.contains(&member.value().index());
        names.extend(holder.value().members().filter(is_gone).map(|member| member.name().into_owned()));
        edits.extend(edit::remove_members(holder.value(), |member| is_gone(&member)));
    }
    (names, edits)
}

/// One finding for many.
fn all(findings: &mut Findings, document: &Document<'_>, map: &str, unused: &[Member<'_>]) {
    let Some(holder) = document.root_member(map) else { return };
    let few: Vec<String> = unused.iter().take(3).map(|entry| entry.name().into_owned()).collect();
    let message = format!("Nothing refers to {} of the entries in `{map}`, among them {}.", unused.len(), list(&few));
    let spans: HashSet<_> = unused.iter().map(|entry| entry.span()).collect();
    let edits = edit::remove_members(holder.value(), |member| spans.contains(&member.span()));
    findings.add(holder, message, BECAUSE).review_fix("Remove them all", CONSEQUENCE, edits);
}

/// The entries of the three maps, by place.
struct Entries<'a> {
    entries: Vec<Value<'a>>,
}

impl<'a> Entries<'a> {
    fn of(document: &Document<'a>) -> Self {
        let members = MAPS.iter().flat_map(|map| document.definitions(map));
        let entries: Vec<Value<'a>> = members.map(Member::value).collect();
        Self { entries: in_order(entries, |entry| u64::from(entry.index())) }
    }

    /// The index of the entry that `value` is, or is in.
    fn around(&self, value: Value<'_>) -> Option<u32> {
        let at = self.entries.partition_point(|entry| entry.index() <= value.index()).checked_sub(1)?;
        self.entries.get(at).filter(|entry| entry.span().contains(value.span())).map(|entry| entry.index())
    }
}

/// Which entry refers to which, by the index of its value; none stands for all that is no entry.
struct Links(HashMap<Option<u32>, Vec<u32>>);

impl Links {
    fn of(document: &Document<'_>) -> Self {
        let entries = Entries::of(document);
        let mut links: HashMap<Option<u32>, Vec<u32>> = HashMap::new();
        for reference in document.references() {
            let Resolution::Found(target) = reference.resolution else { continue };
            let Some(to) = entries.around(target) else { continue };
            let from = entries.around(reference.holder);
            links.entry(from).or_default().push(to);
            // A schema with a discriminator stands for all that are built on it.
            let is_heir = reference.holder.parent().and_then(Value::member).is_some_and(|list| list.is("allOf"));
            if let Some(heir) = from.filter(|_| is_heir && target.get("discriminator").is_some()) {
                links.entry(Some(to)).or_default().push(heir);
            }
        }
        for (holder, target) in in_extensions(document) {
            if let Some(to) = entries.around(target) {
                links.entry(entries.around(holder)).or_default().push(to);
            }
        }
        Self(links)
    }

    /// All entries that something uses: what is no entry, or a used one.
    fn used(&self) -> HashSet<u32> {
        let mut used = HashSet::new();
        let mut pending = self.0.get(&None).cloned().unwrap_or_default();
        while let Some(entry) = pending.pop() {
            if used.insert(entry) {
                pending.extend(self.0.get(&Some(entry)).into_iter().flatten());
            }
        }
        used
    }

    /// The entry, and all that refer to it, directly or through others.
    fn referrers(&self, entry: Value<'_>) -> HashSet<u32> {
        let mut found = HashSet::from([entry.index()]);
        loop {
            let before = found.len();
            let refers = |targets: &Vec<u32>| targets.iter().any(|target| found.contains(target));
            let more: Vec<u32> =
                self.0.iter().filter(|(_, targets)| refers(targets)).filter_map(|(from, _)| *from).collect();
            found.extend(more);
            if found.len() == before {
                return found;
            }
        }
    }
}

/// What looks like a reference to an entry inside an extension, which is not looked into otherwise; and its target.
fn in_extensions<'d, 'a>(document: &'d Document<'a>) -> impl Iterator<Item = (Value<'a>, Value<'a>)> + use<'d, 'a> {
    let tree = document.tree();
    document.shape().extensions.iter().flat_map(move |extension| {
        let span = extension.member.value().span();
        let indices = extension.member.value().index()..tree.size() as u32;
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
