use crate::diagnostic::Severity;
use crate::json::{Member, Value, edit};
use crate::nintex::fields::is_hidden;
use crate::nintex::vocabulary::meant;
use crate::nintex::{Sides, Xtension};
use crate::openapi::vocabulary::ObjectKind;
use crate::openapi::{Document, Parts};
use crate::rules::render_version::{RENDER_VERSION, choose_second, files, is_other};
use crate::rules::{Findings, wording};
use crate::text::{Edit, Gather};

super::rule! {
    /// The document uses what only works with `"x-ntx-render-version": 2`.
    ///
    /// Without it, `x-ntx-initial` and `x-ntx-control` do nothing, an object within a body is one field for JSON, and
    /// lists of objects cannot be filled in at all. It stands at the root and holds for all actions of the Xtension.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": {
    ///     "size": { "name": "size", "in": "query", "type": "integer", «"x-ntx-initial"»: 10 }
    ///   }
    /// }
    /// ```
    /// ## Fix: Add `"x-ntx-render-version": 2`
    /// ```json
    /// {
    ///   "parameters": {
    ///     "size": { "name": "size", "in": "query", "type": "integer", "x-ntx-initial": 10 }
    ///   },
    ///   "x-ntx-render-version": 2
    /// }
    /// ```
    /// ## Fix: Write it as `default`
    /// ```json
    /// {
    ///   "parameters": {
    ///     "size": { "name": "size", "in": "query", "type": "integer", "default": 10 }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": {
    ///     "order": { "name": "order", "in": "body", "schema": { "$ref": "#/definitions/Order" } }
    ///   },
    ///   "definitions": {
    ///     "Order": {
    ///       "type": "object",
    ///       "properties": {
    ///         «"address"»: { "type": "object", "properties": { "street": { "type": "string" } } },
    ///         "lines": { "type": "array", "items": { "$ref": "#/definitions/Line" } }
    ///       }
    ///     },
    ///     "Line": { "type": "object", "properties": { "count": { "type": "integer" } } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Add `"x-ntx-render-version": 2`
    /// ```json
    /// {
    ///   "parameters": {
    ///     "order": { "name": "order", "in": "body", "schema": { "$ref": "#/definitions/Order" } }
    ///   },
    ///   "definitions": {
    ///     "Order": {
    ///       "type": "object",
    ///       "properties": {
    ///         "address": { "type": "object", "properties": { "street": { "type": "string" } } },
    ///         "lines": { "type": "array", "items": { "$ref": "#/definitions/Line" } }
    ///       }
    ///     },
    ///     "Line": { "type": "object", "properties": { "count": { "type": "integer" } } }
    ///   },
    ///   "x-ntx-render-version": 2
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": {
    ///     "lines": {
    ///       "name": "lines",
    ///       "in": "body",
    ///       «"schema"»: { "type": "array", "items": { "properties": { "count": { "type": "integer" } } } }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Add `"x-ntx-render-version": 2`
    /// ```json
    /// {
    ///   "parameters": {
    ///     "lines": {
    ///       "name": "lines",
    ///       "in": "body",
    ///       "schema": { "type": "array", "items": { "properties": { "count": { "type": "integer" } } } }
    ///     }
    ///   },
    ///   "x-ntx-render-version": 2
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "x-ntx-render-version": 2,
    ///   "parameters": {
    ///     "size": { "name": "size", "in": "query", "type": "integer", "x-ntx-initial": 10 }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "parameters": {
    ///     "size": { "name": "size", "in": "query", "type": "integer", "default": 10 },
    ///     "note": {
    ///       "name": "note",
    ///       "in": "body",
    ///       "schema": { "type": "object", "properties": { "text": { "type": "string" } } }
    ///     }
    ///   }
    /// }
    /// ```
    Warning "render-version-missing" Documented
    from "https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/PRC_06EXT_render_version.htm"
}

/// The extensions that need it.
const NEEDING: &[&str] = &["x-ntx-initial", "x-ntx-control"];

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    let Some(root) = document.root() else { return };
    let is_it = |name: &str| name == RENDER_VERSION || meant(name) == Some(RENDER_VERSION);
    let is_there = |holder: Value<'_>| holder.members().any(|member| member.name().starts_with('x') && is_it(&member.name()));
    if is_there(root) || root.get("info").is_some_and(is_there) {
        return;
    }
    let sides = xtension.sides();
    let extensions = &document.shape().extensions;
    let needing = extensions.iter().map(|found| found.member).filter(|member| NEEDING.iter().any(|name| member.is(name)));
    // Of outputs, and of what is no object, they do nothing with the version, either.
    let is_idle = |member: &Member<'_>| {
        let holder = member.object();
        let is_output = sides.is_received(holder) && !sides.is_sent(holder);
        is_output || (member.is("x-ntx-control") && is_other(holder, "object"))
    };
    let needing: Vec<Member<'_>> = needing.filter(|member| !is_idle(member)).gathered();
    if let Some(first) = needing.first() {
        let name = first.name();
        let message = format!("`{name}` does nothing without `\"{RENDER_VERSION}\": 2` at the root.");
        let diagnostic = findings.add(*first, message, "Nintex only looks for it in Xtensions of this version.");
        diagnostic.label_each(&mut needing.iter().skip(1).map(|member| member.name_span()), "this does nothing, either");
        turn_on(document, sides, diagnostic, root);
        let edits: Option<Vec<Edit>> = needing.iter().map(|member| as_default(document, *member)).collect();
        if let Some(edits) = edits {
            diagnostic.review_fix("Write it as `default`", "The field then holds it at first.", edits);
        }
        return;
    }
    let nested = nested(document, sides);
    if let Some(first) = nested.first() {
        let message = match nested.len() {
            1 => format!("{} holds fields of its own, which the designer may not show.", subject(document, *first)),
            count => format!("{count} inputs hold fields of their own, which the designer may not show."),
        };
        let because = "Nintex's help has fields for what is in objects, and lists that are filled item by item, only for Xtensions \
            with `x-ntx-render-version` 2. Without it, such an input is one field to be filled with JSON.";
        let diagnostic = findings.add((span(*first), *first), message, because);
        diagnostic.severity(Severity::Hint);
        diagnostic.label_each(&mut nested.iter().skip(1).map(|site| span(*site)), "this one, too");
        turn_on(document, sides, diagnostic, root);
    }
}

fn subject(document: &Document<'_>, site: Value<'_>) -> String {
    let object = document.resolve(site).and_then(|schema| document.object_at(schema));
    object.map_or_else(|| "The input".to_owned(), |object| wording::name_first(object, site))
}

fn span(site: Value<'_>) -> crate::text::Span {
    site.member().map_or(site.span(), Member::name_span)
}

fn turn_on(document: &Document<'_>, sides: &Sides, diagnostic: &mut crate::diagnostic::Diagnostic, root: Value<'_>) {
    let consequence = if files(document, sides).next().is_some() {
        "All actions of the Xtension are then shown in this way. Nintex's help says that files do not work with it: try the \
         actions that take one."
    } else {
        "All actions of the Xtension are then shown in this way, also in workflows that have them, once they are opened."
    };
    diagnostic.review_fix("Add `\"x-ntx-render-version\": 2`", consequence, [choose_second(root)]);
}

/// Writes an initial value as the default of its parameter.
fn as_default(document: &Document<'_>, member: Member<'_>) -> Option<Edit> {
    let holder = member.object();
    let is_parameter = document.object_at(holder).is_some_and(|object| object.kind == ObjectKind::Parameter);
    let fits = is_parameter && member.is("x-ntx-initial") && ["schema", "default"].iter().all(|key| holder.get(key).is_none());
    fits.then(|| edit::rename_member(member, "default"))
}

/// The parts of bodies that are objects with properties themselves, or lists of such objects: each where it is listed.
fn nested<'a>(document: &Document<'a>, sides: &Sides) -> Vec<Value<'a>> {
    let mut parts = Parts::new(document);
    let bodies = document.places(ObjectKind::Parameter).filter_map(|place| place.value.get("schema"));
    let mut found = bodies.filter(|body| document.resolve(*body).is_some_and(|body| body.get("items").is_some())).gathered();
    for place in document.places(ObjectKind::Schema).filter(|place| sides.is_sent(place.value) && !is_hidden(place.value)) {
        found.extend(place.value.members_of("properties").map(Member::value));
    }
    let is_nested = |site: &Value<'a>| {
        let Some(mut value) = document.resolve(*site).filter(|value| !is_hidden(*value)) else { return false };
        if let Some(items) = value.get("items").and_then(|items| document.resolve(items)) {
            value = items;
        }
        if ["properties", "allOf"].iter().all(|key| value.lacks(key)) && document.reference(value).is_none() {
            // Most fields: there is nothing to look into.
            let _ = parts.afford(1);
            return false;
        }
        let made_of = parts.of(&[value]).unwrap_or_default();
        made_of.iter().any(|(part, _)| part.members_of("properties").next().is_some())
    };
    found.into_iter().filter(is_nested).gathered()
}
