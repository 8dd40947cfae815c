use crate::json::{Value, edit};
use crate::nintex::Xtension;
use crate::rules::Findings;
use crate::rules::cycles::Graph;
use crate::text::{Names, add};

super::rule! {
    /// A property leads back to the object that it is in, and so on without end.
    ///
    /// Nintex makes a field of each property, however deep it is. How it ends such a circle is not documented.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": { "user": { "name": "user", "in": "body", "schema": { "$ref": "#/definitions/User" } } },
    ///   "definitions": {
    ///     "User": {
    ///       "type": "object",
    ///       "properties": { "name": { "type": "string" }, «"manager"»: { "$ref": "#/definitions/User" } }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Make `manager` a plain object
    /// ```json
    /// {
    ///   "parameters": { "user": { "name": "user", "in": "body", "schema": { "$ref": "#/definitions/User" } } },
    ///   "definitions": {
    ///     "User": {
    ///       "type": "object",
    ///       "properties": { "name": { "type": "string" }, "manager": { "type": "object" } }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "parameters": { "user": { "name": "user", "in": "body", "schema": { "$ref": "#/definitions/User" } } },
    ///   "definitions": {
    ///     "User": { "type": "object", "properties": { "manager": { "$ref": "#/definitions/Manager" } } },
    ///     "Manager": { "type": "object", "properties": { "name": { "type": "string" } } },
    ///     "Unused": { "type": "object", "properties": { "next": { "$ref": "#/definitions/Unused" } } }
    ///   }
    /// }
    /// ```
    Hint "ref-circular" Inferred from "https://help.nintex.com/en-US/xtensions/04_Reference/REF_KnownIssues.htm"
}

/// A place at which one schema of the graph leads to another.
struct Lead<'a> {
    from: u32,
    to: u32,
    site: Value<'a>,
    is_required: bool,
}

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    let mut graph = Graph::new(document);
    let sides = xtension.sides();
    let mut leads = Vec::new();
    for (from, schema) in graph.schemas.iter().enumerate() {
        if !sides.is_sent(*schema) && !sides.is_received(*schema) {
            continue;
        }
        let required: Names<'_> = schema.items_of("required").filter_map(Value::as_str).collect();
        let properties = schema.members_of("properties").map(|property| {
            (property.value(), !required.is_empty() && required.contains(&property.name()))
        });
        let others = schema.get("items").into_iter().chain(schema.items_of("allOf")).map(|site| (site, false));
        for (site, is_required) in properties.chain(others) {
            if let Some(to) = graph.position(document, site) {
                add(&mut leads, Lead { from: from as u32, to: to as u32, site, is_required });
            }
        }
    }
    for lead in &leads {
        graph.lead(lead.from as usize, lead.to as usize);
    }
    let mut circles = graph.circles();
    for lead in &leads {
        // What is required, and what is included, is told where it stands in a circle of its own.
        let Some(member) = lead.site.member().filter(|_| lead.site.get("$ref").is_some()) else { continue };
        if lead.is_required || !circles.tell(lead.from as usize, lead.to as usize) {
            continue;
        }
        let name = member.name();
        let message = format!("`{name}` leads back to the object that it is in, without end.");
        let because = "Nintex makes a field of each property, however deep it is; how it ends a circle is not documented.";
        findings.add(member, message, because).review_fix(
            format!("Make `{name}` a plain object"),
            "Nintex then has one field for it, with JSON in it.",
            [edit::replace_value(lead.site, "{ \"type\": \"object\" }")],
        );
    }
}
