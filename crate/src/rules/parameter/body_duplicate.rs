use crate::json::{Value, edit, encode, fragment};
use crate::openapi::{Document, Parameter};
use crate::rules::Findings;
use crate::text::{Edit, Gather};

super::rule! {
    /// An operation has two bodies.
    ///
    /// A call has one body. Several values in it are the fields of one object: the properties of the body's schema.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "post": {
    ///         "parameters": [
    ///           { "name": "name", "in": "body", "schema": { "type": "string" } },
    ///           { "name": "age", "in": «"body"», "schema": { "type": "integer" } }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Make one body of them, with a field for each
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "post": {
    ///         "parameters": [
    ///           { "name": "body", "in": "body", "schema": {
    ///             "type": "object",
    ///             "properties": {
    ///               "name": { "type": "string" },
    ///               "age": { "type": "integer" }
    ///             }
    ///           } }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Keep only the first one
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "post": {
    ///         "parameters": [
    ///           { "name": "name", "in": "body", "schema": { "type": "string" } }
    ///         ]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "parameters": [{ "name": "person", "in": "body", "schema": {} }],
    ///       "post": { "parameters": [{ "name": "person", "in": "body", "schema": { "type": "object" } }] }
    ///     }
    ///   }
    /// }
    /// ```
    Error "body-duplicate" Documented from "https://spec.openapis.org/oas/v2.0#parameter-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let mut told = None;
    for operation in document.operations() {
        let mut bodies = operation.parameters.iter().filter(|parameter| parameter.is_in("body"));
        let (Some(first), Some(second)) = (bodies.next(), bodies.next()) else { continue };
        // Those of a path are there for each of its operations.
        if told.replace(second.site) == Some(second.site) {
            continue;
        }
        let others: Vec<&Parameter<'_>> = bodies.gathered();
        let is_full = findings.is_full();
        let message = format!("`{}` has more than one body.", operation.label());
        let because = "A call can send only one, so the import is refused, or all but one are lost.";
        let diagnostic = findings.add((second.blamed("in").span(), second.site), message, because);
        diagnostic.label(first.blamed("in").span(), "the first one");
        diagnostic.label_each(&mut others.iter().map(|other| other.blamed("in").span()), "and another one");
        if is_full {
            continue;
        }
        let surplus: Vec<Value<'_>> = [second].into_iter().chain(others).map(|body| body.site).gathered();
        if let Some(edits) = merged(first.site, &surplus) {
            let consequence = "See that the API takes one object with these fields.";
            diagnostic.review_fix("Make one body of them, with a field for each", consequence, edits);
        }
        diagnostic.review_fix("Keep only the first one", "The action no longer asks for the others.", removed(&surplus));
    }
}

/// Makes one of several bodies that stand in one list: the first becomes an object with all of them as its fields.
fn merged(first: Value<'_>, others: &[Value<'_>]) -> Option<Vec<Edit>> {
    let mut fields = Vec::new();
    for body in [first].iter().chain(others) {
        let name = body.get_str("name").filter(|_| body.parent() == first.parent())?;
        let schema = fragment(body.get("schema")?).replace('\n', "\n    ");
        fields.push(format!("    {}: {schema}", encode(&name)));
    }
    let schema = format!("{{\n  \"type\": \"object\",\n  \"properties\": {{\n{}\n  }}\n}}", fields.join(",\n"));
    let mut edits = removed(others);
    edits.push(edit::replace_value(first.get("name")?, "\"body\""));
    edits.push(edit::replace_value(first.get("schema")?, &schema));
    Some(edits)
}

/// Takes the parameters out of their lists. They are in the order of the text, list by list.
fn removed(sites: &[Value<'_>]) -> Vec<Edit> {
    let groups = sites.chunk_by(|one, other| one.parent() == other.parent());
    let remove = |group: &[Value<'_>]| -> Vec<Edit> {
        let is_unwanted = |item: Value<'_>| group.binary_search_by_key(&item.index(), |one| one.index()).is_ok();
        group.first().and_then(|one| one.parent()).map(|list| edit::remove_items(list, is_unwanted)).unwrap_or_default()
    };
    groups.flat_map(remove).gathered()
}
