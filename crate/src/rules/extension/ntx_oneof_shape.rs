use crate::json::{Kind, Value, edit, encode, fragment};
use crate::openapi::Document;
use crate::openapi::shape::Fault;
use crate::rules::Findings;
use crate::rules::draft::array_of;
use crate::text::{Edit, Gather};

super::rule! {
    /// The options of a drop-down list are not written as options.
    ///
    /// `x-ntx-oneOf` is an array of objects: `const` is the value that is sent, `title` the label that people choose by.
    ///
    /// ## Bad
    /// ```json
    /// { "definitions": { "Size": { "type": "string", «"x-ntx-oneOf"»: ["S", "M"] } } }
    /// ```
    /// ## Fix: Write each as an option
    /// ```json
    /// { "definitions": { "Size": { "type": "string", "x-ntx-oneOf": [{ "const": "S", "title": "S" }, { "const": "M", "title": "M" }] } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Size": { "type": "string", «"x-ntx-oneOf"»: { "S": "Small", "M": "Medium" } } } }
    /// ```
    /// ## Fix: Write each as an option
    /// ```json
    /// { "definitions": { "Size": { "type": "string", "x-ntx-oneOf": [{ "const": "S", "title": "Small" }, { "const": "M", "title": "Medium" }] } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Size": { "type": "string", «"x-ntx-oneOf"»: [] } } }
    /// ```
    /// ## Fix: Remove `x-ntx-oneOf`
    /// ```json
    /// { "definitions": { "Size": { "type": "string" } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "definitions": { "Size": { "type": "string", "x-ntx-oneOf": [{ "const": "S", "title": "Small" }] } } }
    /// ```
    Warning "ntx-oneof-shape" Documented
    from "https://help.nintex.com/en-us/xtensions/03_Advanced/02_Extensions/NAV_Vendor_Extensions.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let mut told = None;
    for problem in document.shape().problems.iter().filter(|problem| problem.rule() == Some(RULE.id)) {
        let value = problem.value();
        // Of all items that are none, the list is told once.
        let Some(member) = value.member().or_else(|| value.parent()?.member()) else { continue };
        if told.replace(member.value()) == Some(member.value()) {
            continue;
        }
        let (list, name) = (member.value(), member.name());
        let message = match problem.fault {
            Fault::TooFew { .. } => format!("`{name}` has no options."),
            _ => format!("`{name}` must be an array of options, each an object with `const` and `title`."),
        };
        let because = "Nintex cannot make a drop-down list of it.";
        let diagnostic = findings.add(member, message, because);
        if let Some(edits) = as_options(list) {
            diagnostic.safe_fix("Write each as an option", edits);
        } else {
            let consequence = "The field is then filled in freely, unless something else lists its values.";
            diagnostic.review_fix(format!("Remove `{name}`"), consequence, [edit::remove_member(member)]);
        }
    }
}

/// The edits that make single values, or names with their labels, into options. None where something else is among them.
fn as_options(list: Value<'_>) -> Option<Vec<Edit>> {
    let is_single = |value: Value<'_>| matches!(value.kind(), Kind::String | Kind::Number | Kind::Boolean) && !value.is_damaged();
    let option = |value: &str, title: &str| format!("{{ \"const\": {value}, \"title\": {} }}", encode(title));
    if list.is_object() {
        let options: Option<Vec<String>> =
            list.members().map(|entry| Some(option(&encode(&entry.name()), &entry.value().as_str()?))).collect();
        let options = options.filter(|options| !options.is_empty())?;
        return Some(vec![edit::replace_value(list, &array_of(&options))]);
    }
    let wrong: Vec<Value<'_>> = list.items().filter(|item| !item.is_object()).gathered();
    if wrong.is_empty() || !wrong.iter().all(|item| is_single(*item)) {
        return None;
    }
    let written = wrong.iter().map(|item| {
        let title = item.as_str().unwrap_or(item.source().into());
        edit::replace_value(*item, &option(&fragment(*item), &title))
    });
    Some(written.gathered())
}
