//! Parameters that are objects: one for each of their properties.

use super::{Job, words};
use crate::convert::draft::Part;
use crate::json::{Member, Value};

const FIELDS: words::Words = (
    "A parameter that is an object became a parameter for each of its properties.",
    "OpenAPI 2.0 has objects in bodies only; the query that is sent is the same.",
);

impl<'a> Job<'a> {
    /// The properties of a parameter, each with the name that it has in the query.
    pub(super) fn fields(
        &mut self,
        parameter: Value<'a>,
        properties: &[Value<'a>],
        is_deep: bool,
    ) -> Vec<(String, Value<'a>)> {
        self.remark(super::RemarkKind::Changed, FIELDS, parameter, None);
        let whole = parameter.get_str("name").unwrap_or_default();
        let named = properties.iter().filter_map(|property| {
            let name = property.member()?.name();
            Some((if is_deep { format!("{whole}[{name}]") } else { name.into_owned() }, *property))
        });
        named.collect()
    }

    /// Writes the parameter for one property of the parameter `whole`.
    pub(super) fn field(&mut self, part: Part, whole: Value<'a>, name: &str, property: Value<'a>) {
        self.work.draft.set(part, "name", name, property.span());
        self.work.draft.set(part, "in", "query", whole.span());
        let flat = self.flat(property);
        if let Some(description) = flat.get("description") {
            self.put_all(part, "description", description);
        }
        let holder = whole.get("schema").unwrap_or(whole);
        let whole_flat = self.flat(holder);
        let own_name = property.member().map(Member::name).unwrap_or_default();
        let is_required = whole.get("required").and_then(Value::as_bool) == Some(true);
        if is_required && whole_flat.demands(&own_name) {
            self.work.draft.set(part, "required", true, whole.span());
        }
        self.simple(part, &flat, property);
        self.schema_of_field(part, Some(property));
        if self.work.draft.get_text(part, "type") == Some("array") {
            self.put(part, "collectionFormat", "multi", property.span());
        }
    }
}
