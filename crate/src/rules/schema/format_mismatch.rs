use crate::diagnostic::Severity;
use crate::json::{Value, edit, encode};
use crate::nintex::vocabulary::FILE_REFERENCE_FORMAT;
use crate::openapi::{Document, Typed};
use crate::rules::Findings;
use crate::rules::wording::{name, name_first};
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
    /// A reference to a file is the address of one, and so a text.
    ///
    /// ## Bad
    /// ```json
    /// { "parameters": { "photo": { "name": "photo", "in": "formData", "type": "file", "format": «"x-ntx-file-reference"» } } }
    /// ```
    /// ## Fix: Make it a string: the API gets the address of the file
    /// ```json
    /// { "parameters": { "photo": { "name": "photo", "in": "formData", "type": "string", "format": "x-ntx-file-reference" } } }
    /// ```
    /// ## Fix: Remove the format: the API gets the file itself
    /// ```json
    /// { "parameters": { "photo": { "name": "photo", "in": "formData", "type": "file" } } }
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
    Hint or Warning "format-mismatch" Documented from "https://spec.openapis.org/oas/v2.0#data-types"
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
];

fn check(document: &Document<'_>, findings: &mut Findings) {
    for typed in document.typed() {
        let Some(format) = typed.value.get("format") else { continue };
        if format.is_str(FILE_REFERENCE_FORMAT) {
            reference_to_file(document, findings, &typed);
            continue;
        }
        let Some(kind) = typed.value.get("type") else { continue };
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

/// A reference to a file that says that it is something else than a text.
fn reference_to_file(document: &Document<'_>, findings: &mut Findings, typed: &Typed<'_>) {
    let Some(kind) = typed.value.member_named("type").filter(|kind| !kind.value().is_str("string")) else { return };
    let is_told = document.problems_in(kind.value()).next().is_some();
    let Some(format) = typed.value.member_named("format").filter(|_| !is_told) else { return };
    let message = format!("{} refers to a file, but its type is not `string`.", name_first(typed.object, typed.value));
    let because = "Nintex hands over the address of the file, and that has to be a string.";
    let diagnostic = findings.add(format.value(), message, because);
    diagnostic.severity(Severity::Warning);
    diagnostic.review_fix(
        "Make it a string: the API gets the address of the file",
        "See that the API fetches the file from there.",
        [Edit::replace(kind.value().span(), "\"string\"")],
    );
    if kind.value().is_str("file") {
        let consequence = "See that the API takes an upload.";
        diagnostic.review_fix("Remove the format: the API gets the file itself", consequence, [edit::remove_member(format)]);
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
