use crate::json::edit::{self, Position};
use crate::json::{Value, encode};
use crate::openapi::Document;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::wording::name_first;
use crate::rules::{Findings, problems};
use crate::text::Edit;

super::rule! {
    /// Something is of the type `file` that can be none.
    ///
    /// A file is a field of a form, or the whole answer of an operation. Within an object or a list it can only be a
    /// text: in Base64, or, in Nintex, a reference to a file.
    ///
    /// ## Bad
    /// ```json
    /// { "definitions": { "Mail": { "type": "object", "properties": { "photo": { "type": «"file"» } } } } }
    /// ```
    /// ## Fix: Write it as a string in Base64
    /// ```json
    /// { "definitions": { "Mail": { "type": "object", "properties": { "photo": { "type": "string", "format": "byte" } } } } }
    /// ```
    /// ## Fix: Write it as a reference to a file
    /// ```json
    /// { "definitions": { "Mail": { "type": "object", "properties": { "photo": { "type": "string", "format": "x-ntx-file-reference" } } } } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "parameters": { "photo": { "name": "photo", "in": "query", "type": «"file"» } } }
    /// ```
    /// ## Fix: Send it as a field of a form
    /// ```json
    /// { "parameters": { "photo": { "name": "photo", "in": "formData", "type": "file" } } }
    /// ```
    /// ## Fix: Write it as a string
    /// ```json
    /// { "parameters": { "photo": { "name": "photo", "in": "query", "type": "string" } } }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "parameters": { "photo": { "name": "photo", "in": "formData", "type": "file" } },
    ///   "responses": { "Photo": { "description": "The photo", "schema": { "type": "file" } } }
    /// }
    /// ```
    Error "file-type-misplaced" Documented from "https://spec.openapis.org/oas/v2.0#parameter-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for problem in problems::general(document).filter(|problem| problems::is_file_type(problem)) {
        let kind = problem.value();
        let Some(object) = kind.parent() else { continue };
        let what = name_first(problem.object, object);
        let message = format!("{what} cannot be of the type `file`: only a field of a form or the whole answer can.");
        let diagnostic = problems::report(findings, problem, message);
        match problem.object.kind {
            ObjectKind::Schema => {
                let as_text = "The API must take or give the file as a text in Base64.";
                diagnostic.review_fix("Write it as a string in Base64", as_text, string(kind, Some("byte")));
                let as_reference = "Nintex then sends or reads the address of the file.";
                let edits = string(kind, Some("x-ntx-file-reference"));
                diagnostic.review_fix("Write it as a reference to a file", as_reference, edits);
            }
            ObjectKind::Parameter => {
                if let Some(place) = object.get("in").filter(|place| !place.is_str("path")) {
                    diagnostic.review_fix(
                        "Send it as a field of a form",
                        "The operation must consume `multipart/form-data` and have no body.",
                        [Edit::replace(place.span(), encode("formData"))],
                    );
                }
                diagnostic.review_fix("Write it as a string", "It is then a text.", string(kind, None));
            }
            _ => {
                diagnostic.review_fix("Write it as a string", "It is then a text.", string(kind, None));
            }
        }
    }
}

/// Makes it a string of that format.
fn string(kind: Value<'_>, format: Option<&str>) -> Vec<Edit> {
    let mut edits = vec![Edit::replace(kind.span(), encode("string"))];
    let member = kind.member();
    if let (Some(format), Some(member)) = (format, member) {
        edits.push(match member.object().get("format") {
            Some(other) => Edit::replace(other.span(), encode(format)),
            None => edit::insert_member(member.object(), Position::After(member), "format", &encode(format)),
        });
    }
    edits
}
