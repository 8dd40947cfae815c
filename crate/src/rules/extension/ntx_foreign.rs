use crate::json::{Member, Value, edit, encode};
use crate::nintex::vocabulary::{Twin, twin_of_microsoft};
use crate::openapi::Document;
use crate::rules::Findings;
use crate::text::{Edit, Gather, Names};

super::rule! {
    /// An extension of Power Automate says what Nintex has a word of its own for.
    ///
    /// Connectors for Power Automate are OpenAPI 2.0, too, and much of what Nintex adds has a twin there. Nintex's help pages
    /// name only `x-ms-summary` as one that it reads as well. One hint for each of them, for the whole file. What Nintex has no
    /// word for is let alone.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Id": { "type": "string", «"x-ms-visibility"»: "internal" },
    ///     "Key": { "type": "string", "x-ms-visibility": "internal" },
    ///     "Name": { "type": "string", "x-ms-visibility": "important" }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write it as `x-ntx-visibility`, wherever it stands
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Id": { "type": "string", "x-ntx-visibility": "internal" },
    ///     "Key": { "type": "string", "x-ntx-visibility": "internal" },
    ///     "Name": { "type": "string", "x-ms-visibility": "important" }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "definitions": {
    ///     "List": {
    ///       "type": "string",
    ///       «"x-ms-dynamic-list"»: {
    ///         "operationId": "getLists",
    ///         "itemsPath": "items",
    ///         "itemValuePath": "id",
    ///         "itemTitlePath": "name",
    ///         "parameters": { "site": { "parameterReference": "body/site" }, "top": { "value": 50 } }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write it as `x-ntx-dynamic-values`, wherever it stands
    /// ```json
    /// {
    ///   "definitions": {
    ///     "List": {
    ///       "type": "string",
    ///       "x-ntx-dynamic-values": {
    ///         "operationId": "getLists",
    ///         "value-collection": "items",
    ///         "value-path": "id",
    ///         "value-title": "name",
    ///         "parameters": { "site": { "parameter": "site" }, "top": 50 }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Answer": { "type": "integer", «"x-ms-enum-values"»: [{ "displayName": "Yes", "value": 1 }, { "displayName": "No", "value": 0 }] }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write it as `x-ntx-oneOf`, wherever it stands
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Answer": { "type": "integer", "x-ntx-oneOf": [{ "title": "Yes", "const": 1 }, { "title": "No", "const": 0 }] }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "x-ms-connector-metadata": [],
    ///   "definitions": {
    ///     "Id": { "type": "string", "x-ntx-visibility": "internal", "x-ms-visibility": "internal", "x-ms-summary": "Id" }
    ///   }
    /// }
    /// ```
    Hint "ntx-foreign" Inferred from "https://help.nintex.com/sdk/Content/03_Advanced/02_Extensions/PRC_01EXT_summary.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let mut told = Names::default();
    for found in &document.shape().extensions {
        if let Some(twin) = twin(found.member)
            && told.insert(twin.theirs.into())
        {
            report(document, findings, found.member, twin);
        }
    }
}

/// What says the same in Nintex's words; none where that is said already, or where there is nothing to say.
fn twin(member: Member<'_>) -> Option<&'static Twin> {
    let twin = member.name().starts_with("x-ms-").then(|| twin_of_microsoft(&member.name())).flatten()?;
    let holder = member.object();
    let is_sayable = match twin.theirs {
        // Power Automate fills in the address that it is called back at; Nintex would send nothing.
        "x-ms-visibility" => member.value().is_str("internal") && holder.get("x-ms-notification-url").is_none(),
        "x-ms-enum-values" => true,
        // It can choose files by what it calls a capability, without an operation.
        _ => member.value().get("operationId").is_some(),
    };
    let is_first = twin.keys.is_empty() || holder.get(&twin.ours.replacen("ntx", "ms", 1)).is_none();
    (is_sayable && is_first && holder.get(twin.ours).is_none()).then_some(twin)
}

/// One finding for all places of one name.
fn report(document: &Document<'_>, findings: &mut Findings, member: Member<'_>, found: &Twin) {
    let (theirs, ours) = (found.theirs, found.ours);
    let same = document.shape().extensions.iter().map(|extension| extension.member).filter(|other| other.is(theirs));
    let edits: Vec<Edit> = same.filter(|other| twin(*other).is_some()).flat_map(|other| translate(other, found)).gathered();
    let because = "Of Power Automate's keys, Nintex's help names only `x-ms-summary` as one that it reads, too.";
    let consequence = "Nintex then does what Power Automate did; Power Automate no longer does.";
    findings
        .add(member, format!("`{theirs}` is for Power Automate; Nintex has `{ours}`."), because)
        .review_fix(format!("Write it as `{ours}`, wherever it stands"), consequence, edits);
}

fn translate(member: Member<'_>, twin: &Twin) -> Vec<Edit> {
    let mut edits = vec![edit::rename_member(member, twin.ours)];
    let value = member.value();
    // A list of options, or one object.
    let objects = value.items().chain(value.is_object().then_some(value));
    for inner in objects.flat_map(Value::members) {
        let right = twin.keys.iter().find(|(theirs, _)| inner.is(theirs));
        edits.extend(right.map(|(_, ours)| edit::rename_member(inner, ours)));
    }
    if twin.keys.is_empty() {
        return edits;
    }
    for argument in value.members_of("parameters").map(Member::value) {
        if let Some(literal) = argument.get("value") {
            edits.push(edit::replace_by_copy(argument, literal, &[]));
        } else if let Some(own) = argument.member_named("parameterReference")
            && let Some(path) = own.value().as_str()
        {
            let name = path.rsplit('/').next().unwrap_or_default();
            edits.extend([edit::rename_member(own, "parameter"), Edit::replace(own.value().span(), encode(name))]);
        }
    }
    edits
}
