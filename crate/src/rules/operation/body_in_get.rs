use crate::json::{Member, Value, edit};
use crate::openapi::vocabulary::{Object, PARAMETER};
use crate::openapi::{Document, Level, Operation, Parameter};
use crate::rules::Findings;
use crate::rules::draft::Draft;
use crate::text::{Edit, Gather, Names};

super::rule! {
    /// A `get` sends a body or form fields.
    ///
    /// What is read by `get` or `head` is named by the address alone. A body is left out on the way, or the call fails.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "parameters": [{ "name": "filter", "in": «"body"», "schema": { "type": "object" } }]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Make it a `post`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "post": {
    ///         "parameters": [{ "name": "filter", "in": "body", "schema": { "type": "object" } }]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove the body
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "parameters": []
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": { "parameters": [{ "name": "page", "in": «"formData"», "type": "string" }] },
    ///       "post": {}
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Send them in the query
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": { "parameters": [{ "name": "page", "in": "query", "type": "string" }] },
    ///       "post": {}
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "parameters": [
    ///           { "name": "filter", "in": «"body"», "schema": { "$ref": "#/definitions/Filter" } }
    ///         ]
    ///       },
    ///       "post": {}
    ///     }
    ///   },
    ///   "definitions": {
    ///     "Filter": {
    ///       "type": "object",
    ///       "required": ["city"],
    ///       "properties": { "city": { "type": "string" }, "page": { "type": "integer", "minimum": 1 } }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Send its fields in the query
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "parameters": [
    ///           {
    ///             "name": "city",
    ///             "in": "query",
    ///             "required": true,
    ///             "type": "string"
    ///           },
    ///           {
    ///             "name": "page",
    ///             "in": "query",
    ///             "type": "integer",
    ///             "minimum": 1
    ///           }
    ///         ]
    ///       },
    ///       "post": {}
    ///     }
    ///   },
    ///   "definitions": {
    ///     "Filter": {
    ///       "type": "object",
    ///       "required": ["city"],
    ///       "properties": { "city": { "type": "string" }, "page": { "type": "integer", "minimum": 1 } }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove the body
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "parameters": []
    ///       },
    ///       "post": {}
    ///     }
    ///   },
    ///   "definitions": {
    ///     "Filter": {
    ///       "type": "object",
    ///       "required": ["city"],
    ///       "properties": { "city": { "type": "string" }, "page": { "type": "integer", "minimum": 1 } }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": { "parameters": [{ "name": "page", "in": "query", "type": "string" }] },
    ///       "delete": { "parameters": [{ "name": "ids", "in": "body", "schema": { "type": "object" } }] }
    ///     }
    ///   }
    /// }
    /// ```
    Warning "body-in-get" Inferred from "https://www.rfc-editor.org/rfc/rfc9110#section-9.3.1"
}

/// What follows where something is sent there.
const IN_QUERY: &str = "They then stand behind the question mark of the address: see that the API reads them there.";

/// So many fields of a body are made parameters: more make no query, and the action no form that anybody fills in.
const FIELDS: usize = 40;

fn check(document: &Document<'_>, findings: &mut Findings) {
    for operation in document.operations() {
        let method = operation.method.name();
        if !["get", "head"].contains(&&*method) {
            continue;
        }
        let sent = |parameter: &&Parameter<'_>| parameter.is_in("body") || parameter.is_in("formData");
        let mut parameters = operation.parameters.iter().filter(sent).copied();
        let Some(first) = parameters.next() else { continue };
        let what = if first.is_in("body") { "a body" } else { "form fields" };
        let message = format!("`{}` sends {what}, and a `{method}` has none.", operation.label());
        let because = "It is lost on the way, or the call fails before it is sent.";
        let is_full = findings.is_full();
        let diagnostic = findings.add(first.blamed("in"), message, because);
        if is_full {
            continue;
        }
        if first.is_in("body") {
            if operation.path_item().get("post").is_none() {
                let consequence = "See that the API has a `post` at this path.";
                let edit = edit::rename_member(operation.method, "post");
                diagnostic.review_fix("Make it a `post`", consequence, [edit]);
            }
            if first.level == Level::Operation
                && parameters.next().is_none()
                && let Some(fields) = fields_in_query(document, operation, first)
            {
                let edit = edit::replace_value(first.site, &fields.join(",\n"));
                diagnostic.review_fix("Send its fields in the query", IN_QUERY, [edit]);
            }
            if first.level == Level::Operation
                && let Some(edit) = edit::remove_item(first.site)
            {
                diagnostic.review_fix("Remove the body", "The action no longer asks for it.", [edit]);
            }
            continue;
        }
        let is_file = |parameter: &Parameter<'_>| parameter.value.get("type").is_some_and(|kind| kind.is_str("file"));
        let is_own = |parameter: &Parameter<'_>| {
            parameter.level == Level::Operation && !parameter.is_reference() && !is_file(parameter)
        };
        let form: Vec<Parameter<'_>> = parameters.chain([first]).gathered();
        if form.iter().all(|parameter| is_own(parameter) && parameter.is_in("formData")) {
            let places = form.iter().filter_map(|parameter| parameter.value.member_named("in")).map(Member::value);
            let edits: Vec<Edit> = places.map(|place: Value<'_>| Edit::replace(place.span(), "\"query\"")).gathered();
            diagnostic.review_fix("Send them in the query", IN_QUERY, edits);
        }
    }
}

/// The fields of a body as parameters, as JSON. None where one is no plain value, or is in the query already.
fn fields_in_query(document: &Document<'_>, operation: &Operation<'_>, body: Parameter<'_>) -> Option<Vec<String>> {
    let query_parameter = PARAMETER.variants.as_ref()?.cases.iter().find(|case| case.0 == "query")?.1;
    let schema = document.resolve(body.value.get("schema")?)?;
    let number = schema.members_of("properties").take(FIELDS + 1).count();
    if number == 0 || number > FIELDS || !schema.lacks("allOf") {
        return None;
    }
    let required: Names<'_> = schema.items_of("required").filter_map(Value::as_str).collect();
    let mut fields = Vec::new();
    for property in schema.members_of("properties") {
        let name = property.name();
        let is_there = |other: &Parameter<'_>| other.is_in("query") && other.name().is_some_and(|other| other == name);
        if operation.parameters.iter().any(is_there) {
            return None;
        }
        let mut draft = Draft::default();
        draft.add_text("name", &name);
        draft.add_text("in", "query");
        if required.contains(&name) {
            draft.add("required", "true");
        }
        describe(document.resolve(property.value())?, query_parameter, &mut draft)?;
        fields.push(draft.finish());
    }
    Some(fields)
}

/// Adds what the schema of a plain value says, as far as a parameter can say it. None where it is of no plain value.
fn describe(schema: Value<'_>, parameter: &Object, draft: &mut Draft) -> Option<()> {
    let kind = schema.get("type")?;
    if !["string", "number", "integer", "boolean"].iter().any(|plain| kind.is_str(plain)) {
        return None;
    }
    for part in schema.members() {
        let name = part.name();
        let is_known = parameter.key(&name).is_some_and(|key| key.value.accepts(part.value().kind()));
        if (is_known || parameter.rest.is_extension(&name)) && !draft.has(&name) {
            draft.copy(part);
        }
    }
    Some(())
}
