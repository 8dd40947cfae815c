use crate::json::edit::Position;
use crate::json::{Member, Value, fragment};
use crate::nintex::fields::is_hidden;
use crate::nintex::Xtension;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::Findings;
use crate::rules::draft::Draft;
use crate::rules::render_version::second;
use crate::text::{Edit, Gather, Names};

super::rule! {
    /// A field must be filled in, and only one value is allowed.
    ///
    /// People have to choose what is the same every time. Nintex can send it without asking: hidden, with its value.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": {
    ///     "format": { "name": "format", "in": "query", "required": true, "type": "string", «"enum"»: ["json"] }
    ///   }
    /// }
    /// ```
    /// ## Fix: Hide it, with its value
    /// ```json
    /// {
    ///   "parameters": {
    ///     "format": { "name": "format", "in": "query", "required": true, "type": "string", "enum": ["json"], "default": "json", "x-ntx-visibility": "internal" }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "parameters": {
    ///     "format": { "name": "format", "in": "query", "type": "string", "enum": ["json"] },
    ///     "size": { "name": "size", "in": "query", "required": true, "type": "string", "enum": ["S", "M"] }
    ///   }
    /// }
    /// ```
    Hint "param-single-enum" Inferred from "https://help.nintex.com/en-US/xtensions/04_Reference/REF_BestPractices.htm"
}

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    let is_shown = |place: Value<'_>| {
        let operation = place.parent().and_then(Value::parent);
        !is_hidden(place) && !operation.is_some_and(is_hidden)
    };
    let is_required = |parameter: &Value<'_>| parameter.get("required").and_then(Value::as_bool) == Some(true);
    let parameters = document.places(ObjectKind::Parameter).map(|place| place.value).filter(is_required);
    let mut single = parameters.filter_map(only_value).gathered();
    let sides = xtension.sides();
    let is_input = |schema: &Value<'_>| sides.is_sent(*schema) && !sides.is_received(*schema);
    for schema in document.places(ObjectKind::Schema).map(|place| place.value).filter(is_input) {
        let required: Names<'_> = schema.items_of("required").filter_map(Value::as_str).collect();
        if !required.is_empty() {
            let properties = schema.members_of("properties").filter(|property| required.contains(&property.name()));
            single.extend(properties.filter_map(|property| only_value(property.value())));
        }
    }
    single.retain(|(list, _)| is_shown(list.object()));
    let Some((first, _)) = single.first() else { return };
    let key = if second(document).is_some() { "x-ntx-initial" } else { "default" };
    let edits: Vec<Edit> = single.iter().flat_map(|(list, value)| hidden(list.object(), key, *value)).gathered();
    let (message, title) = match single.len() {
        1 => ("This field must be filled in, but only one value is allowed.".to_owned(), "Hide it, with its value"),
        count => (format!("{count} fields must be filled in, but of each only one value is allowed."), "Hide them, with their values"),
    };
    findings
        .add(*first, message, "Nintex asks people to choose where there is no choice.")
        .label_each(&mut single.iter().skip(1).map(|(list, _)| list.name_span()), "here, too")
        .review_fix(title, "Nintex then sends the value without asking.", edits);
}

/// The `enum` of a field, and what it allows, where that is one value.
fn only_value(field: Value<'_>) -> Option<(Member<'_>, Value<'_>)> {
    let list = field.member_named("enum")?;
    let mut values = list.value().items();
    let only = values.next().filter(|only| !only.is_damaged())?;
    values.next().is_none().then_some((list, only))
}

/// Hides the field, and gives it that value where it has none.
fn hidden(field: Value<'_>, key: &str, value: Value<'_>) -> Vec<Edit> {
    let mut draft = Draft::default();
    if ["default", "x-ntx-initial"].iter().all(|key| field.get(key).is_none()) {
        draft.add(key, fragment(value));
    }
    draft.add_text("x-ntx-visibility", "internal");
    Draft::into(&draft, field, Position::Last)
}
