use crate::json::edit::{self, Position};
use crate::json::{Member, Value};
use crate::nintex::fields::{Field, Fields, is_hidden};
use crate::openapi::Document;
use crate::rules::Findings;
use crate::rules::render_version::second;

super::rule! {
    /// An action has preset fields, and nothing that people must fill in.
    ///
    /// Nintex stores the values of `x-ntx-initial` when somebody fills in the action. One that needs neither a connection
    /// nor any field may never be opened, and then runs without them.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "x-ntx-render-version": 2,
    ///   "paths": {
    ///     "/notes": {
    ///       "get": {
    ///         "parameters": [
    ///           { "name": "size", "in": "query", "type": "integer", «"x-ntx-initial"»: 10 },
    ///           { "name": "word", "in": "query", "type": "string" }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Require `word`
    /// ```json
    /// {
    ///   "x-ntx-render-version": 2,
    ///   "paths": {
    ///     "/notes": {
    ///       "get": {
    ///         "parameters": [
    ///           { "name": "size", "in": "query", "type": "integer", "x-ntx-initial": 10 },
    ///           { "name": "word", "in": "query", "required": true, "type": "string" }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write it as `default`
    /// ```json
    /// {
    ///   "x-ntx-render-version": 2,
    ///   "paths": {
    ///     "/notes": {
    ///       "get": {
    ///         "parameters": [
    ///           { "name": "size", "in": "query", "type": "integer", "default": 10 },
    ///           { "name": "word", "in": "query", "type": "string" }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "x-ntx-render-version": 2,
    ///   "paths": {
    ///     "/notes": {
    ///       "get": {
    ///         "security": [{ "key": [] }],
    ///         "parameters": [{ "name": "size", "in": "query", "type": "integer", "x-ntx-initial": 10 }]
    ///       },
    ///       "post": {
    ///         "parameters": [
    ///           { "name": "size", "in": "query", "type": "integer", "x-ntx-initial": 10 },
    ///           { "name": "text", "in": "query", "required": true, "type": "string" }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    Warning "initial-not-stored" Documented
    from "https://help.nintex.com/en-us/xtensions/03_Advanced/02_Extensions/NAV_Vendor_Extensions.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let is_initial = |member: Member<'_>| member.is("x-ntx-initial");
    if second(document).is_none() || !document.shape().extensions.iter().any(|found| is_initial(found.member)) {
        return;
    }
    let mut all = Fields::new(document);
    for operation in document.operations() {
        if is_hidden(operation.value()) || !operation.security.requirements.is_empty() {
            continue;
        }
        let Some(fields) = all.inputs(operation) else { return };
        let Some(preset) = fields.iter().find_map(initial) else { continue };
        let is_open = |field: &&Field<'_>| !field.is_hidden && initial(field).is_none();
        if fields.iter().filter(is_open).any(|field| field.is_required && field.schema.get("properties").is_none()) {
            continue;
        }
        let message = format!("`{}` presets fields, and has none that must be filled in.", operation.label());
        let because = "Nintex stores preset values when somebody fills in the action, which nobody has to do here.";
        let diagnostic = findings.add(preset, message, because);
        let open = fields.iter().filter(is_open).find(|field| field.depth == 0 && field.value.get("schema").is_none());
        if let Some((field, name)) = open.and_then(|field| Some((field, field.name.as_ref()?))) {
            let edit = match field.value.member_named("required") {
                Some(required) => edit::replace_value(required.value(), "true"),
                None => edit::insert_member(field.value, after_place(field.value), "required", "true"),
            };
            let consequence = "Whoever uses the action must then fill it in, and the other values are stored.";
            diagnostic.review_fix(format!("Require `{name}`"), consequence, [edit]);
        }
        let is_parameter = preset.object().get("in").is_some_and(|place| !place.is_str("body"));
        if is_parameter && preset.object().get("default").is_none() {
            let consequence = "`default` holds whether or not somebody fills in the action.";
            diagnostic.review_fix("Write it as `default`", consequence, [edit::rename_member(preset, "default")]);
        }
    }
}

fn initial<'a>(field: &Field<'a>) -> Option<Member<'a>> {
    [field.value, field.schema].into_iter().find_map(|value| value.member_named("x-ntx-initial"))
}

fn after_place(parameter: Value<'_>) -> Position<'_> {
    parameter.member_named("in").map_or(Position::Last, Position::After)
}
