use std::borrow::Cow;

use crate::diagnostic::{Certainty, Diagnostic, Severity};
use crate::json::{Member, Value, edit, encode};
use crate::openapi::vocabulary::ObjectKind;
use crate::openapi::{Document, Reference, Resolution, nearest};
use crate::rules::Findings;
use crate::rules::wording::{describe, name as name_of};
use crate::text::{Edit, Gather, Names};

super::rule! {
    /// A reference leads nowhere, or to something of another kind.
    ///
    /// A reference says where in this document the thing itself stands: `#/definitions/Person` for a schema,
    /// `#/parameters/…` for a parameter, `#/responses/…` for a response. OpenAPI 3 has other places for them. Nintex
    /// imports one file, so there is no other that a reference could lead to.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": {
    ///     "pet": { "name": "pet", "in": "body", "schema": { "$ref": «"#/components/schemas/Pet"» } },
    ///     "all": { "name": "all", "in": "body", "schema": { "type": "array", "items": { "$ref": «"Pet"» } } }
    ///   },
    ///   "definitions": { "Pet": { "properties": { "owner": { "$ref": «"#/definitions/Persn"» } } }, "Person": {} }
    /// }
    /// ```
    /// ## Fix: Refer to `#/definitions/Pet`
    /// ```json
    /// {
    ///   "parameters": {
    ///     "pet": { "name": "pet", "in": "body", "schema": { "$ref": "#/definitions/Pet" } },
    ///     "all": { "name": "all", "in": "body", "schema": { "type": "array", "items": { "$ref": "Pet" } } }
    ///   },
    ///   "definitions": { "Pet": { "properties": { "owner": { "$ref": "#/definitions/Persn" } } }, "Person": {} }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Pet": { "properties": { "owner": { "$ref": «"#/definitions/Persn"» } } }, "Person": {} } }
    /// ```
    /// ## Fix: Refer to `#/definitions/Person`
    /// ```json
    /// { "definitions": { "Pet": { "properties": { "owner": { "$ref": "#/definitions/Person" } } }, "Person": {} } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Pet": { "$ref": «"models.json#/definitions/Pet"» } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Pet": { "$ref": «"#/parameters/pet"» } }, "parameters": { "pet": { "name": "pet" } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "paths": { "/a": { "post": { "parameters": [{ "$ref": «"#/definitions/Pet"» }] } } }, "definitions": { "Pet": {} } }
    /// ```
    /// ## Fix: Make it the schema of the body
    /// ```json
    /// { "paths": { "/a": { "post": { "parameters": [{"name": "body", "in": "body", "schema": {"$ref": "#/definitions/Pet"}}] } } }, "definitions": { "Pet": {} } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Dog": { "$ref": «"definitions/Pet"» }, "Cat": { "$ref": «"http://"» }, "Pet": {} } }
    /// ```
    /// ## Fix: Refer to `#/definitions/Pet`
    /// ```json
    /// { "definitions": { "Dog": { "$ref": "#/definitions/Pet" }, "Cat": { "$ref": "http://" }, "Pet": {} } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Pet": { "$ref": «"#/definitions/Dog"» }, "Dog": { "$ref": «"#/definitions/Pet"» } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Pet": { "properties": { "owner": { "$ref": «"#/definitions/Customer"» } } }, "Toy": {} } }
    /// ```
    /// ## Fix: Add an empty definition `Customer`
    /// ```json
    /// { "definitions": { "Pet": { "properties": { "owner": { "$ref": "#/definitions/Customer" } } }, "Toy": {}, "Customer": { "type": "object" } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "definitions": { "Pet": { "properties": { "owner": { "$ref": "#/definitions/Pet" } } } } }
    /// ```
    ///
    /// What still stands in `components` of OpenAPI 3 is found as soon as that is moved to the root. So is what stands in a
    /// map with a misspelt name.
    ///
    /// ## Good
    /// ```json
    /// { "paths": { "/pets": { "parameters": [{ "$ref": "#/parameters/page" }] } }, "Parameters": { "page": {} } }
    /// ```
    ///
    /// ## Good
    /// ```json
    /// {
    ///   "definitions": { "Pet": { "properties": { "owner": { "$ref": "#/definitions/Person" } } } },
    ///   "components": { "schemas": { "Person": { "type": "object" } } }
    /// }
    /// ```
    Error "ref-unresolved" Documented from "https://spec.openapis.org/oas/v2.0#reference-object"
}

const BECAUSE: &str = "Nintex cannot build the fields of the action without what the reference stands for.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    // Where no reference may stand at all, that is what is wrong, and another rule's.
    let references = document.references().iter().filter(|reference| reference.object.reference.is_some());
    let to_come = to_come(document);
    let mut offers = Offers::default();
    for reference in references {
        let written = reference.target.as_str().unwrap_or_default();
        if to_come.contains(&written) && matches!(reference.resolution, Resolution::Missing { .. }) {
            continue;
        }
        if findings.is_full() && !matches!(reference.resolution, Resolution::Found(_)) {
            findings.add(reference.target, "", "");
            continue;
        }
        match &reference.resolution {
            Resolution::Found(target) => {
                let kind = document.object_at(*target).or(document.reference(*target).map(|next| next.object));
                if let Some(other) = kind.filter(|other| other.kind != reference.object.kind) {
                    let message = format!(
                        "A {} is wanted here, but `{written}` is {}.",
                        reference.object.name,
                        name_of(other, *target)
                    );
                    let diagnostic = findings.add(reference.target, message, BECAUSE);
                    diagnostic.label(target.span(), "this is what it leads to");
                    offers.offer(document, diagnostic, reference, &written);
                    if other.kind == ObjectKind::Schema {
                        offer_around_schema(diagnostic, reference);
                    }
                } else if !target.is_object() {
                    let message = format!("A {} is wanted here, but `{written}` is {}.", reference.object.name, describe(*target));
                    findings.add(reference.target, message, BECAUSE);
                } else if reference.is_circular {
                    let message = format!("`{written}` leads only to other references, in a circle.");
                    findings.add(reference.target, message, BECAUSE);
                }
            }
            Resolution::Missing { nearest, name } => {
                let message = if is_map_of(document, reference, &written) {
                    format!("`{written}` leads nowhere: there is no `{name}`.")
                } else {
                    format!("`{written}` leads nowhere: this document has no `{}`.", step(&nearest.pointer(), name))
                };
                let diagnostic = findings.add(reference.target, message, BECAUSE);
                offers.offer(document, diagnostic, reference, &written);
                offer_definition(document, diagnostic, reference, &written);
            }
            Resolution::NotAPointer => {
                let message = match written.trim() {
                    "" => "The reference is empty.".to_owned(),
                    _ => format!("`{written}` is no reference: one begins with `#/`."),
                };
                let diagnostic = findings.add(reference.target, message, BECAUSE);
                offers.offer(document, diagnostic, reference, &written);
            }
            Resolution::External => external(document, findings, reference, &written, &mut offers),
        }
    }
}

fn external<'a>(document: &Document<'a>, findings: &mut Findings, reference: &Reference<'a>, written: &str, offers: &mut Offers<'a>) {
    let (_, host) = written.split_once("://").unwrap_or_default();
    let is_address = !host.is_empty();
    let is_cut_short = is_cut_short(written);
    if is_cut_short || written.ends_with("://") {
        let lack = if is_cut_short { "`#/` in front of it" } else { "the name of a server" };
        let diagnostic = findings.add(reference.target, format!("`{written}` is no reference: it lacks {lack}."), BECAUSE);
        return offers.offer(document, diagnostic, reference, written);
    }
    let place = if is_address { "at another address" } else { "in another file" };
    let message = format!("`{written}` is {place}: everything has to stand in this one document.");
    let diagnostic =
        findings.add(reference.target, message, "Nintex imports one file and fetches nothing that it refers to.");
    if is_address {
        diagnostic.severity(Severity::Warning);
    }
    diagnostic.certainty = Certainty::Inferred;
    offers.offer(document, diagnostic, reference, written);
}

/// Whether it would lead into this document with `#/` in front of it.
fn is_cut_short(written: &str) -> bool {
    ["definitions/", "parameters/", "responses/"].iter().any(|map| written.starts_with(map))
}

/// Whether the reference leads into the map at the root that it should lead into.
fn is_map_of(document: &Document<'_>, reference: &Reference<'_>, written: &str) -> bool {
    reference.object.reference.is_some_and(|map| written.starts_with(map))
        && map_of(reference).is_some_and(|map| document.root_member(map).is_some())
}

/// The name of the map at the root that holds what the reference may stand for.
fn map_of(reference: &Reference<'_>) -> Option<&'static str> {
    reference.object.reference?.strip_prefix("#/")?.strip_suffix('/')
}

/// The missing step of a pointer, with what it is missing from.
fn step(nearest: &str, name: &str) -> String {
    format!("{nearest}/{name}").trim_start_matches('/').to_owned()
}

/// References to what the root will have once another rule has moved it there, out of `components` or from where else it
/// stands, or has given the map its right name.
fn to_come<'a>(document: &Document<'a>) -> Names<'a> {
    let components = document.root_member("components").map(Member::value);
    let maps = [("schemas", "definitions"), ("parameters", "parameters"), ("responses", "responses")];
    let mut references = Names::default();
    for (part, map) in maps {
        let entries = components.into_iter().flat_map(|components| components.members_of(part));
        let meant = document.meant_for_root(map).filter(|_| document.root_member(map).is_none());
        for entry in entries.chain(meant.into_iter().flat_map(|map| map.value().members())) {
            references.insert(format!("#/{map}/{}", entry.name()).into());
        }
    }
    references
}

/// The maps at the root, as they were read for the references before.
#[derive(Default)]
struct Offers<'a>(Vec<(&'static str, Names<'a>, Vec<Entry<'a>>)>);

/// What a map has under one name.
struct Entry<'a> {
    first: Value<'a>,
    is_repeated: bool,
}

impl<'a> Offers<'a> {
    /// Whether the map has an entry of that name besides the one that the reference itself is.
    fn has_other(&mut self, document: &Document<'a>, map: &'static str, name: &str, holder: Value<'a>) -> bool {
        if !self.0.iter().any(|known| known.0 == map) {
            let mut names = Names::default();
            let mut entries: Vec<Entry<'a>> = Vec::new();
            for member in document.definitions(map) {
                match entries.get_mut(names.number(member.name())) {
                    Some(entry) => entry.is_repeated = true,
                    None => entries.push(Entry { first: member.value(), is_repeated: false }),
                }
            }
            self.0.push((map, names, entries));
        }
        let known = self.0.iter().find(|known| known.0 == map);
        let entry = known.and_then(|(_, names, entries)| entries.get(names.find(name)?));
        entry.is_some_and(|entry| entry.is_repeated || entry.first != holder)
    }

    /// Offers what the reference was probably meant to lead to.
    fn offer(&mut self, document: &Document<'a>, diagnostic: &mut Diagnostic, reference: &Reference<'a>, written: &str) {
        let Some(map) = map_of(reference).filter(|map| *map != "paths") else { return };
        let last = last_step(written);
        let refer = |name: &str| {
            let right = format!("#/{map}/{}", name.replace('~', "~0").replace('/', "~1"));
            (format!("Refer to `{right}`"), [Edit::replace(reference.target.span(), encode(&right))])
        };
        if self.has_other(document, map, &last, reference.holder) {
            let (title, edit) = refer(&last);
            let is_here = match reference.resolution {
                Resolution::Missing { .. } | Resolution::NotAPointer => true,
                Resolution::External => is_cut_short(written),
                Resolution::Found(_) => false,
            };
            if is_here {
                diagnostic.safe_fix(title, edit);
            } else {
                diagnostic.review_fix(title, "This is the entry of the same name in this document.", edit);
            }
            return;
        }
        let entries = document.definitions(map).filter(|entry| entry.value() != reference.holder);
        let names: Vec<Cow<'_, str>> = entries.map(Member::name).gathered();
        let candidates: Vec<&str> = names.iter().map(|name| &**name).gathered();
        if let Some(near) = nearest(&last, &candidates) {
            let (title, edit) = refer(near);
            diagnostic.review_fix(title, "This is the entry with the nearest name.", edit);
        }
    }
}

/// Where nothing is named nearly so, offers to add the definition that is missing: the file can then be imported at least.
/// Where there are no definitions at all, they stand somewhere else.
fn offer_definition(document: &Document<'_>, diagnostic: &mut Diagnostic, reference: &Reference<'_>, written: &str) {
    let map = document.root_member("definitions").map(Member::value).filter(|map| map.is_object());
    let name = written.strip_prefix("#/definitions/").filter(|name| !name.is_empty() && !name.contains('/'));
    let (Some(map), Some(name), ObjectKind::Schema) = (map, name, reference.object.kind) else { return };
    if diagnostic.fixes.is_empty() {
        let name = name.replace("~1", "/").replace("~0", "~");
        let definition = edit::insert_member(map, edit::Position::Last, &name, "{ \"type\": \"object\" }");
        let consequence = "It says nothing of the fields yet: add its properties, or a workflow can use none of them.";
        diagnostic.review_fix(format!("Add an empty definition `{name}`"), consequence, [definition]);
    }
}

/// The name at the end of a reference, however it is written: `Pet` of `#/components/schemas/Pet` and of `Pet.json`.
fn last_step(written: &str) -> String {
    let fragment = written.rsplit('#').next().unwrap_or(written);
    let last = fragment.rsplit('/').next().unwrap_or(fragment);
    let last = [".json", ".yaml", ".yml"].iter().find_map(|ending| last.strip_suffix(ending)).unwrap_or(last);
    last.trim().replace("~1", "/").replace("~0", "~")
}

/// Offers to put what a parameter or a response needs around the reference to a schema.
fn offer_around_schema(diagnostic: &mut Diagnostic, reference: &Reference<'_>) {
    let schema = format!("\"schema\": {{\"$ref\": {}}}", reference.target.source());
    let (title, consequence, fragment) = match reference.object.kind {
        ObjectKind::Parameter => {
            let body = format!("{{\"name\": \"body\", \"in\": \"body\", {schema}}}");
            ("Make it the schema of the body", "See that the body is what is meant.", body)
        }
        ObjectKind::Response => {
            let response = format!("{{\"description\": \"\", {schema}}}");
            ("Make it the schema of the response", "The response is then described by the schema.", response)
        }
        _ => return,
    };
    diagnostic.review_fix(title, consequence, [edit::replace_value(reference.holder, &fragment)]);
}
