use crate::json::{Value, encode};
use crate::openapi::Document;
use crate::rules::Findings;
use crate::rules::wording::name;
use crate::text::{Edit, Gather};

super::rule! {
    /// A format is misspelt, or belongs to another type.
    ///
    /// Any text is allowed as a format, and those that are not known say nothing: the field is then a plain one.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": {
    ///     "since": { "name": "since", "in": "query", "type": "string", "format": «"datetime"» },
    ///     "count": { "name": "count", "in": "query", "type": "integer", "format": «"date-time"» }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write `date-time`
    /// ```json
    /// {
    ///   "parameters": {
    ///     "since": { "name": "since", "in": "query", "type": "string", "format": "date-time" },
    ///     "count": { "name": "count", "in": "query", "type": "integer", "format": "date-time" }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// { "definitions": { "Age": { "type": "integer", "format": «"int"» } } }
    /// ```
    /// ## Fix: Write `int32`
    /// ```json
    /// { "definitions": { "Age": { "type": "integer", "format": "int32" } } }
    /// ```
    /// ## Fix: Write `int64`
    /// ```json
    /// { "definitions": { "Age": { "type": "integer", "format": "int64" } } }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "definitions": {
    ///     "Id": { "type": "string", "format": "int64" },
    ///     "Price": { "type": "number", "format": "decimal" },
    ///     "File": { "type": "string", "format": "x-ntx-file-reference" }
    ///   }
    /// }
    /// ```
    Hint "format-mismatch" Documented from "https://spec.openapis.org/oas/v2.0#data-types"
}

/// Other ways to write a format, with the type that they are seen with.
const SLIPS: &[(&str, &str, &[&str])] = &[
    ("string", "datetime", &["date-time"]),
    ("string", "date_time", &["date-time"]),
    ("string", "date time", &["date-time"]),
    ("string", "datetimeoffset", &["date-time"]),
    ("string", "timestamp", &["date-time"]),
    ("string", "base64", &["byte"]),
    ("integer", "int", &["int32", "int64"]),
    ("integer", "integer", &["int32", "int64"]),
    ("integer", "long", &["int64"]),
    ("integer", "int-32", &["int32"]),
    ("integer", "int-64", &["int64"]),
];

/// Formats that only make sense with one of these types. Whole numbers in strings are how some APIs send large ones.
const TYPES: &[(&str, &[&str])] = &[
    ("int32", &["integer", "number", "string"]),
    ("int64", &["integer", "number", "string"]),
    ("float", &["number", "string"]),
    ("double", &["number", "string"]),
    ("byte", &["string"]),
    ("binary", &["string", "file"]),
    ("date", &["string"]),
    ("date-time", &["string"]),
    ("password", &["string"]),
    ("x-ntx-file-reference", &["string"]),
];

fn check(document: &Document<'_>, findings: &mut Findings) {
    for typed in document.typed() {
        let (Some(kind), Some(format)) = (typed.value.get("type"), typed.value.get("format")) else { continue };
        let (Some(kind), Some(written)) = (kind.as_str(), format.as_str()) else { continue };
        let what = || name(typed.object, typed.value);
        let lower = written.to_ascii_lowercase();
        if let Some((_, types)) = TYPES.iter().find(|(format, _)| *format == lower.trim()) {
            // Of a file where none can be, another rule speaks.
            if !types.contains(&&*kind) && kind != "file" {
                let message = format!("The format `{written}` of {} says nothing for the type `{kind}`.", what());
                findings.add(format, message, BECAUSE);
            } else if types.contains(&&*kind) && lower != written {
                misspelt(findings, format, &written, &what(), &[lower.trim()]);
            }
        } else if let Some((.., right)) = SLIPS.iter().find(|slip| slip.0 == kind && slip.1 == lower) {
            misspelt(findings, format, &written, &what(), right);
        }
    }
}

const BECAUSE: &str = "Nintex does not know this combination and offers a plain field.";

fn misspelt(findings: &mut Findings, format: Value<'_>, written: &str, what: &str, right: &[&str]) {
    let names: Vec<String> = right.iter().map(|right| format!("`{right}`")).gathered();
    let message = format!("The format `{written}` of {what} is usually written {}.", names.join(" or "));
    let diagnostic = findings.add(format, message, "Nintex knows formats by their exact names; of others it makes a plain field.");
    for right in right {
        diagnostic.review_fix(
            format!("Write `{right}`"),
            "Nintex may then offer another field, such as one for a date.",
            [Edit::replace(format.span(), encode(right))],
        );
    }
}
