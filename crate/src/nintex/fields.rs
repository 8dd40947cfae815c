//! What an action asks for and what it gives back, field by field, as the designer shows it.

use std::borrow::Cow;

use crate::json::Value;
use crate::openapi::{Document, Operation, Parameter, Parts};
use crate::text::{Gather, Names, add};

/// A field of an action: an input or an output.
#[derive(Clone, Debug)]
pub struct Field<'a> {
    /// What it is called in the call. The items of an array and the answer as a whole are not called anything.
    pub name: Option<Cow<'a, str>>,
    /// Where it is listed: a parameter, the schema of a property, of items or of the answer, or a reference to one.
    pub site: Value<'a>,
    /// What describes it, and so has its label: `site`, or what that refers to.
    pub value: Value<'a>,
    /// What says its type: the schema of a body, else `value`.
    pub schema: Value<'a>,
    /// The field that it is within, by its position in the list.
    pub holder: Option<usize>,
    /// How many fields it is within.
    pub depth: usize,
    /// Whether it must be given where what it is within is given.
    pub is_required: bool,
    /// Whether it, or what it is within, is hidden from the designer.
    pub is_hidden: bool,
}

impl<'a> Field<'a> {
    /// Its label in the designer: by its `x-ntx-summary` (or the same as Microsoft writes it), its `title`, else its name.
    ///
    /// The order is that of <https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/NAV_Vendor_Extensions.htm>.
    pub fn label(&self) -> Option<Cow<'a, str>> {
        label(self.value).or_else(|| label(self.schema)).or_else(|| self.name.clone())
    }
}

/// The label that an operation, a parameter or a schema says for itself.
pub fn label(value: Value<'_>) -> Option<Cow<'_, str>> {
    ["x-ntx-summary", "x-ms-summary", "title"].into_iter().find_map(|key| value.get_str(key))
}

/// Whether an operation, a parameter or a schema is hidden from the designer.
pub fn is_hidden(value: Value<'_>) -> bool {
    value.get("x-ntx-visibility").is_some_and(|visibility| visibility.is_str("internal"))
}

/// Fields within more fields than these are not looked for.
const DEEPEST: usize = 32;

/// How many steps there are for each node of a document, a step being a field, or one that it is within. Real documents
/// take about one; without a limit, operations that all have the same large body would take the product of their number
/// and its size.
const STEPS: usize = 8;

/// Finds the fields of operations. One for all operations of a document, as it knows when it has done enough.
pub struct Fields<'d, 'a> {
    document: &'d Document<'a>,
    parts: Parts<'d, 'a>,
    /// How many steps are left.
    steps: usize,
}

impl<'d, 'a> Fields<'d, 'a> {
    /// Makes one for a document.
    pub fn new(document: &'d Document<'a>) -> Self {
        let steps = 100_000 + STEPS * document.tree().size();
        Fields { document, parts: Parts::new(document), steps }
    }

    /// What the action asks for: its parameters, each followed by what is in it. None where the schemas of the document
    /// lead to each other so often that there is no end to be seen.
    pub fn inputs(&mut self, operation: &Operation<'a>) -> Option<Vec<Field<'a>>> {
        let fields = self.parameters(operation);
        self.with_inner(fields)
    }

    /// What the actions ask for and show, each field once, however many of them have it. None as in [`Fields::inputs`].
    pub fn shown_inputs(&mut self) -> Option<Vec<Field<'a>>> {
        let mut is_seen = vec![false; self.document.tree().size()];
        let mut is_new = |field: &Field<'a>| {
            let is_seen = is_seen.get_mut(field.value.index() as usize);
            !field.is_hidden && is_seen.is_some_and(|is_seen| !std::mem::replace(is_seen, true))
        };
        let mut fields: Vec<Field<'a>> = Vec::new();
        for operation in self.document.operations() {
            let count = operation.parameters.len();
            if count > fields.len() / 4 {
                fields.reserve_exact(count);
            }
            for parameter in &operation.parameters {
                if let Some(field) = self.parameter(parameter).filter(&mut is_new) {
                    add(&mut fields, field);
                }
            }
        }
        let mut next = 0;
        while let Some(field) = fields.get(next).cloned() {
            self.each_inner(&field, next, &mut |field| {
                if is_new(&field) {
                    add(&mut fields, field);
                }
            })?;
            next += 1;
        }
        Some(fields)
    }

    /// The parameters of the action alone.
    pub fn parameters(&self, operation: &Operation<'a>) -> Vec<Field<'a>> {
        operation.parameters.iter().filter_map(|parameter| self.parameter(parameter)).gathered()
    }

    #[inline(never)]
    fn parameter(&self, parameter: &Parameter<'a>) -> Option<Field<'a>> {
        let value = parameter.value;
        let schema = value.get("schema").filter(|_| parameter.is_in("body"));
        let schema = schema.map_or(Some(value), |schema| self.document.resolve(schema))?;
        Some(Field {
            name: parameter.name(),
            site: parameter.site,
            value,
            schema,
            holder: None,
            depth: 0,
            is_required: parameter.is_required(),
            is_hidden: is_hidden(value) || is_hidden(schema),
        })
    }

    /// What the action gives back: the answer as a whole, followed by what is in it. Nothing where there is no
    /// [`Fields::answer`]. None as in [`Fields::inputs`].
    pub fn outputs(&mut self, operation: &Operation<'a>) -> Option<Vec<Field<'a>>> {
        self.with_inner(self.answer(operation).into_iter().gathered())
    }

    /// The answer as a whole: the first that tells of a success and has a schema. Where none tells of a success, the
    /// `default` one.
    pub fn answer(&self, operation: &Operation<'a>) -> Option<Field<'a>> {
        let schema_of = |response: Value<'a>| self.document.resolve(response)?.get("schema");
        let responses = operation.value().get("responses")?;
        let mut successes = responses.members().filter(|response| response.name().starts_with('2')).peekable();
        let schema = match successes.peek() {
            Some(_) => successes.find_map(|response| schema_of(response.value()))?,
            None => schema_of(responses.get("default")?)?,
        };
        self.whole(schema)
    }

    /// What a schema describes, as one field. None where the schema is a reference that leads nowhere.
    pub fn whole(&self, site: Value<'a>) -> Option<Field<'a>> {
        let value = self.document.resolve(site)?;
        let is_hidden = is_hidden(value);
        let name = None;
        Some(Field { name, site, value, schema: value, holder: None, depth: 0, is_required: false, is_hidden })
    }

    /// The fields, each followed by those within it.
    fn with_inner(&mut self, mut pending: Vec<Field<'a>>) -> Option<Vec<Field<'a>>> {
        let mut fields: Vec<Field<'a>> = Vec::new();
        pending.reverse();
        while let Some(field) = pending.pop() {
            let mut above = field.holder.and_then(|at| fields.get(at));
            let mut is_within_itself = false;
            while let Some(other) = above.filter(|_| !is_within_itself) {
                self.steps = self.steps.checked_sub(1)?;
                is_within_itself = other.schema == field.schema;
                above = other.holder.and_then(|at| fields.get(at));
            }
            if !is_within_itself && field.depth < DEEPEST {
                let inner = self.inner(&field, fields.len())?;
                pending.extend(inner.into_iter().rev());
            }
            fields.push(field);
        }
        Some(fields)
    }

    /// The fields directly within the one at that position: properties, and items, which have no name. None as in
    /// [`Fields::inputs`].
    pub fn inner(&mut self, holder: &Field<'a>, position: usize) -> Option<Vec<Field<'a>>> {
        let mut inner = Vec::new();
        self.each_inner(holder, position, &mut |field| inner.push(field))?;
        Some(inner)
    }

    fn each_inner(&mut self, holder: &Field<'a>, position: usize, take: &mut dyn FnMut(Field<'a>)) -> Option<()> {
        if ["properties", "items", "allOf", "$ref", "required"].iter().all(|key| holder.schema.lacks(key)) {
            return self.parts.afford(1);
        }
        let parts = self.parts.of(&[holder.schema])?;
        let required = parts.iter().flat_map(|(schema, _)| schema.items_of("required"));
        self.steps = self.steps.checked_sub(required.clone().count())?;
        let required = required.filter_map(Value::as_str);
        let required: Names<'_> = required.collect();
        for (schema, _) in parts {
            let properties = schema.members_of("properties").map(|property| (Some(property.name()), property.value()));
            let items = schema.get("items").map(|items| (None, items));
            for (name, site) in properties.chain(items) {
                self.steps = self.steps.checked_sub(1)?;
                let Some(value) = self.document.resolve(site).filter(|value| value.is_object()) else { continue };
                take(Field {
                    is_required: name.as_ref().is_some_and(|name| required.contains(name)),
                    name,
                    site,
                    value,
                    schema: value,
                    holder: Some(position),
                    depth: holder.depth + 1,
                    is_hidden: holder.is_hidden || is_hidden(value),
                });
            }
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse;
    use crate::nintex::vocabulary::extension_key;

    /// The inputs and the outputs of the first operation: indented by depth, `*` for required, `-` for hidden.
    fn fields(text: &str) -> (String, String) {
        let tree = parse(text);
        let document = Document::new(&tree, extension_key);
        let mut fields = Fields::new(&document);
        let operation = &document.operations()[0];
        let show = |fields: Vec<Field<'_>>| {
            let line = |field: &Field<'_>| {
                let marks = [(field.is_required, "*"), (field.is_hidden, "-")];
                let marks: String = marks.iter().filter(|mark| mark.0).map(|mark| mark.1).collect();
                format!("{}{}{marks}", ".".repeat(field.depth), field.label().unwrap_or_default())
            };
            fields.iter().map(line).collect::<Vec<_>>().join(" ")
        };
        (show(fields.inputs(operation).unwrap()), show(fields.outputs(operation).unwrap()))
    }

    #[test]
    fn fields_follow_references_and_stop_at_circles() {
        let text = r##"{
            "paths": { "/a": { "post": {
                "parameters": [
                    { "name": "id", "in": "query", "required": true, "x-ntx-visibility": "internal" },
                    { "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Person" } }
                ],
                "responses": { "400": { "schema": {} }, "200": { "schema": {
                    "type": "array", "items": { "title": "One", "properties": { "a": {} } } } } }
            } } },
            "definitions": {
                "Person": { "allOf": [{ "$ref": "#/definitions/Named" }], "required": ["name"],
                    "properties": { "boss": { "$ref": "#/definitions/Person" }, "lost": { "$ref": "#/x" } } },
                "Named": { "properties": { "name": { "x-ntx-summary": "Full name" } } }
            }
        }"##;
        let (inputs, outputs) = fields(text);
        assert_eq!(inputs, "id*- body .boss .Full name*");
        assert_eq!(outputs, " .One ..a");
    }

    #[test]
    fn what_is_within_something_hidden_is_hidden() {
        let text = r#"{ "paths": { "/a": { "post": { "parameters": [{ "name": "body", "in": "body", "schema": {
            "x-ntx-visibility": "internal", "properties": { "a": { "properties": { "b": {} } } } } }] } } } }"#;
        assert_eq!(fields(text), ("body- .a- ..b-".to_owned(), String::new()));
    }

    #[test]
    fn fans_of_references_come_to_an_end() {
        let fan = |level: usize| {
            let next = format!("{{ \"$ref\": \"#/definitions/L{}\" }}", level + 1);
            format!("\"L{level}\": {{ \"properties\": {{ \"a\": {next}, \"b\": {next}, \"c\": {next} }} }}")
        };
        let definitions: Vec<String> = (0..30).map(fan).collect();
        let text = format!(
            r##"{{ "paths": {{ "/a": {{ "post": {{ "parameters": [
                {{ "name": "body", "in": "body", "schema": {{ "$ref": "#/definitions/L0" }} }}] }} }} }},
                "definitions": {{ {}, "L30": {{}} }} }}"##,
            definitions.join(",")
        );
        let tree = parse(&text);
        let document = Document::new(&tree, extension_key);
        assert!(Fields::new(&document).inputs(&document.operations()[0]).is_none());
    }
}
