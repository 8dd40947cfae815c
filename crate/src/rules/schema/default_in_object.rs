use crate::json::edit::{self, Position};
use crate::json::{Kind, Member, Value};
use crate::nintex::Xtension;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::Findings;
use crate::rules::draft::Draft;
use crate::rules::render_version::second;
use crate::text::{Edit, Names, Span};

super::rule! {
    /// A property within a body has a `default`, which Nintex does not read there with the second render version.
    ///
    /// With `"x-ntx-render-version": 2`, what fields hold at first stands under `x-ntx-initial` of the object: each value by
    /// the name of its property.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "x-ntx-render-version": 2,
    ///   "parameters": { "note": { "name": "note", "in": "body", "schema": { "$ref": "#/definitions/Note" } } },
    ///   "definitions": {
    ///     "Note": {
    ///       "type": "object",
    ///       "properties": {
    ///         "color": { "type": "string", «"default"»: "yellow" },
    ///         "size": { "type": "integer", "default": 3 }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Preset it by `x-ntx-initial`
    /// ```json
    /// {
    ///   "x-ntx-render-version": 2,
    ///   "parameters": { "note": { "name": "note", "in": "body", "schema": { "$ref": "#/definitions/Note" } } },
    ///   "definitions": {
    ///     "Note": {
    ///       "type": "object",
    ///       "properties": {
    ///         "color": { "type": "string", "default": "yellow" },
    ///         "size": { "type": "integer", "default": 3 }
    ///       },
    ///       "x-ntx-initial": {
    ///         "color": "yellow",
    ///         "size": 3
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "x-ntx-render-version": 2,
    ///   "parameters": {
    ///     "page": { "name": "page", "in": "query", "type": "integer", "default": 1 },
    ///     "note": { "name": "note", "in": "body", "schema": { "$ref": "#/definitions/Note" } }
    ///   },
    ///   "definitions": {
    ///     "Note": {
    ///       "type": "object",
    ///       "properties": {
    ///         "color": { "type": "string", "default": "yellow" },
    ///         "size": { "type": "integer", "x-ntx-initial": 3, "default": 3 }
    ///       },
    ///       "x-ntx-initial": { "color": "yellow" }
    ///     }
    ///   }
    /// }
    /// ```
    Hint "default-in-object" Documented
    from "https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/PRC_06EXT_render_version.htm"
}

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    if second(document).is_none() {
        return;
    }
    let sides = xtension.sides();
    let mut edits: Vec<Edit> = Vec::new();
    let mut places: Vec<(Span, Value<'_>)> = Vec::new();
    for place in document.places(ObjectKind::Schema).filter(|place| sides.is_sent(place.value)) {
        let initial = place.value.get("x-ntx-initial");
        let known: Names<'_> = initial.into_iter().flat_map(Value::members).map(Member::name).collect();
        let mut draft = Draft::of(initial.into_iter().flat_map(Value::members));
        let before = draft.size();
        for property in place.value.members_of("properties") {
            let Some(default) = property.value().member_named("default") else { continue };
            let is_set = property.value().get("x-ntx-initial").is_some() || property.value().get("$ref").is_some();
            if !is_set && !known.contains(&property.name()) && default.value().kind() != Kind::Null {
                draft.add(&property.name(), crate::json::fragment(default.value()));
                places.push((default.name_span(), default.value()));
            }
        }
        if draft.size() > before && initial.is_none_or(Value::is_object) {
            edits.push(match initial {
                Some(initial) => edit::replace_value(initial, &draft.finish()),
                None => edit::insert_member(place.value, Position::Last, "x-ntx-initial", &draft.finish()),
            });
        }
    }
    let Some(first) = places.first() else { return };
    let because = "With `x-ntx-render-version` 2, Nintex's help has such fields preset by `x-ntx-initial` of their object.";
    findings
        .add(*first, "A `default` within a body may not preset its field.", because)
        .label_each(&mut places.iter().skip(1).map(|place| place.0), "nor this one")
        .review_fix("Preset it by `x-ntx-initial`", "The fields then hold these values at first. Other programs still read `default`.", edits);
}
