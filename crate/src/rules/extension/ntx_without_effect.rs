use crate::json::{Member, Value, edit};
use crate::nintex::Xtension;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::Findings;
use crate::rules::render_version::is_other;
use crate::rules::wording::name;
use crate::text::{Edit, Gather};

super::rule! {
    /// An extension stands where it does nothing.
    ///
    /// What is written between and under fields is for inputs: of an output, Nintex shows the label alone. Trees are
    /// made of objects, and `x-ntx-variables` is about lists to choose from.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/notes": {
    ///       "get": {
    ///         "responses": {
    ///           "200": {
    ///             "description": "OK",
    ///             "schema": { "properties": { "id": { "type": "string", «"x-ntx-sublabel"»: "The key of the note" } } }
    ///           }
    ///         }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove `x-ntx-sublabel` from outputs
    /// ```json
    /// {
    ///   "paths": {
    ///     "/notes": {
    ///       "get": {
    ///         "responses": {
    ///           "200": {
    ///             "description": "OK",
    ///             "schema": { "properties": { "id": { "type": "string" } } }
    ///           }
    ///         }
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Tags": { "type": "array", «"x-ntx-control"»: "tree", "items": { "type": "string" } } } }
    /// ```
    /// ## Fix: Remove `x-ntx-control`
    /// ```json
    /// { "definitions": { "Tags": { "type": "array", "items": { "type": "string" } } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "paths": { "/notes": { «"x-ntx-visibility"»: "internal", "get": { "responses": {} } } } }
    /// ```
    /// ## Fix: Remove `x-ntx-visibility`
    /// ```json
    /// { "paths": { "/notes": { "get": { "responses": {} } } } }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "parameters": {
    ///     "tags": {
    ///       "name": "tags",
    ///       "in": "query",
    ///       "type": "array",
    ///       "items": { "type": "string" },
    ///       "x-ntx-sublabel": "At most three",
    ///       "x-ntx-variables": false
    ///     }
    ///   }
    /// }
    /// ```
    Hint "ntx-without-effect" Documented
    from "https://help.nintex.com/en-us/xtensions/03_Advanced/02_Extensions/NAV_Vendor_Extensions.htm"
}

/// The extensions that are for inputs alone.
const FOR_INPUTS: &[&str] = &["x-ntx-sublabel", "x-ntx-subtext", "x-ntx-placeholder", "x-ntx-initial"];

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    let is_for_inputs = |member: Member<'_>| FOR_INPUTS.iter().any(|name| member.is(name));
    let extensions = &document.shape().extensions;
    // Most documents have none.
    let sides = extensions.iter().any(|found| is_for_inputs(found.member)).then(|| xtension.sides());
    let mut of_outputs: Vec<Member<'_>> = Vec::new();
    for found in extensions {
        let (member, holder) = (found.member, found.member.object());
        let (message, because) = if is_for_inputs(member) {
            let is_output = sides.is_some_and(|sides| sides.is_received(holder) && !sides.is_sent(holder));
            if is_output || matches!(found.object.kind, ObjectKind::Response | ObjectKind::Header) {
                of_outputs.push(member);
            }
            continue;
        } else if member.is("x-ntx-control") && is_other(holder, "object") {
            (format!("`x-ntx-control` is for objects, and {} is none.", name(found.object, holder)), "Only objects are shown as trees.")
        } else if member.is("x-ntx-variables") && is_other(holder, "array") && !has_options(holder) {
            let message = format!("`x-ntx-variables` is for lists, and {} is none.", name(found.object, holder));
            (message, "It says whether variables may stand for what is chosen from a list.")
        } else if member.is("x-ntx-visibility") && found.object.kind == ObjectKind::PathItem {
            let message = "`x-ntx-visibility` says nothing for a path.".to_owned();
            (message, "Nintex looks for it in each operation, so the actions of this path are shown.")
        } else {
            continue;
        };
        let title = format!("Remove `{}`", member.name());
        findings.add(member, message, because).review_fix(title, "Nothing changes in Nintex.", [edit::remove_member(member)]);
    }
    let Some(first) = of_outputs.first() else { return };
    let written = first.name();
    let same: Vec<Member<'_>> = of_outputs.iter().copied().filter(|member| member.is(&written)).gathered();
    let edits: Vec<Edit> = of_outputs.iter().map(|member| edit::remove_member(*member)).gathered();
    let because = "Of an output, Nintex shows the label alone.";
    let title = if same.len() == of_outputs.len() {
        format!("Remove `{written}` from outputs")
    } else {
        "Remove such extensions from outputs".to_owned()
    };
    findings
        .add(*first, format!("`{written}` is for inputs, and this is an output."), because)
        .label_each(&mut of_outputs.iter().skip(1).map(|member| member.name_span()), "this is for inputs, too")
        .safe_fix(title, edits);
}

fn has_options(holder: Value<'_>) -> bool {
    ["enum", "x-ntx-oneOf", "x-ntx-anyOf", "x-ntx-dynamic-values"].iter().any(|key| holder.get(key).is_some())
}
