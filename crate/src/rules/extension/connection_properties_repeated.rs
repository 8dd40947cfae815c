use std::borrow::Cow;

use crate::json::edit::Position;
use crate::json::{Member, Value, edit};
use crate::nintex::CONNECTION_PROPERTIES;
use crate::openapi::Document;
use crate::rules::Findings;
use crate::text::{Edit, Gather, Names};

super::rule! {
    /// More than one security definition has `x-ntx-connection-properties`.
    ///
    /// A document has one kind of connection, and one of its security definitions says what it asks for. What others
    /// say may never be asked; the programs that Nintex publishes read the first alone.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "id": {
    ///       "type": "apiKey",
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": { "site": { "type": "string" } },
    ///         "required": ["site"]
    ///       }
    ///     },
    ///     "key": {
    ///       "type": "apiKey",
    ///       «"x-ntx-connection-properties"»: {
    ///         "type": "object",
    ///         "properties": { "site": { "type": "string" }, "tenant": { "type": "string" } },
    ///         "required": ["site", "tenant"]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Ask for all of it in `id`
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "id": {
    ///       "type": "apiKey",
    ///       "x-ntx-connection-properties": {
    ///         "type": "object",
    ///         "properties": { "site": { "type": "string" }, "tenant": { "type": "string" } },
    ///         "required": ["site", "tenant"]
    ///       }
    ///     },
    ///     "key": {
    ///       "type": "apiKey"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "id": { "x-ntx-connection-properties": { "type": "object", "properties": {} } },
    ///     "key": { "type": "apiKey" }
    ///   }
    /// }
    /// ```
    Warning "connection-properties-repeated" Documented
    from "https://help.nintex.com/en-us/xtensions/04_Reference/Tutorials/x-ntx-connection-properties.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let definitions = document.security_definitions().iter();
    let mut having =
        definitions.filter_map(|one| Some((one.name(), one.value().member_named(CONNECTION_PROPERTIES)?)));
    let Some((first_name, first)) = having.next() else { return };
    let kind = |member: Member<'_>| member.object().get_str("type").map(Cow::into_owned);
    let first_names = Asked::of(first.value());
    // Definitions of several types are another mistake, and another rule says so.
    let own = kind(first);
    for (name, other) in having.filter(|one| kind(one.1) == own) {
        let message = format!("Connections may never ask for the fields of `{name}`, as `{first_name}` has some, too.");
        let because = "Nintex wants `x-ntx-connection-properties` in one security definition.";
        let is_full = findings.is_full();
        let diagnostic = findings.add(other, message, because);
        diagnostic.label(first.name_span(), "the first");
        if is_full {
            continue;
        }
        if let Some(edits) = merged(first.value(), &first_names, other) {
            let consequence = "Connections that there are may have to be made anew.";
            diagnostic.review_fix(format!("Ask for all of it in `{first_name}`"), consequence, edits);
        }
    }
}

/// What the first definition asks for, by name.
struct Asked<'a> {
    properties: Names<'a>,
    required: Names<'a>,
}

impl<'a> Asked<'a> {
    fn of(first: Value<'a>) -> Self {
        let properties = first.members_of("properties").map(Member::name).collect();
        Self { properties, required: first.items_of("required").filter_map(Value::as_str).collect() }
    }
}

/// Takes `other` away and adds what it asks for to the first; none where one of them has another form.
fn merged<'a>(first: Value<'a>, known: &Asked<'a>, other: Member<'a>) -> Option<Vec<Edit>> {
    let mut edits = vec![edit::remove_member(other)];
    let properties = first.get("properties").filter(|one| one.members().next().is_some())?;
    let new = other.value().members_of("properties").filter(|one| !known.properties.contains(&one.name()));
    edits.extend(new.map(|one| edit::copy_member(one, properties, Position::Last)));
    let names = other.value().items_of("required").gathered();
    let Some(list) = first.member_named("required").map(Member::value) else {
        let required = other.value().member_named("required").filter(|_| !names.is_empty());
        edits.extend(required.map(|required| edit::copy_member(required, first, Position::Last)));
        return Some(edits);
    };
    let is_new = |name: &&Value<'_>| name.as_str().is_some_and(|name| !known.required.contains(&name));
    let names = names.iter().filter(is_new).map(|name| name.source().to_owned()).gathered();
    if !names.is_empty() {
        list.items().next()?;
        edits.push(edit::append_item(list, &names.join(", ")));
    }
    Some(edits)
}
