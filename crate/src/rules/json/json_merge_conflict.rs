use crate::json::{SyntaxError, SyntaxKind};
use crate::openapi::Document;
use crate::rules::{Findings, syntax};
use crate::text::{Edit, Span};

super::rule! {
    /// Two versions of the same lines stand one below the other.
    ///
    /// Git leaves them where two people changed the same place: the first version between `<<<<<<<` and `=======`, the
    /// second one down to `>>>>>>>`. Somebody has to choose. What else is wrong shows once that is done.
    ///
    /// ## Bad
    /// ```json
    /// {
    /// «<<<<<<< HEAD
    /// »  "host": "api.example.com",
    /// =======
    ///   "host": "test.example.com",
    /// >>>>>>> test
    ///   "swagger": "2.0"
    /// }
    /// ```
    /// ## Fix: Keep the first version
    /// ```json
    /// {
    ///   "host": "api.example.com",
    ///   "swagger": "2.0"
    /// }
    /// ```
    /// ## Fix: Keep the second version
    /// ```json
    /// {
    ///   "host": "test.example.com",
    ///   "swagger": "2.0"
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "host": "api.example.com",
    /// «=======
    /// »  "swagger": "2.0"
    /// }
    /// ```
    /// ## Fix: Remove the line
    /// ```json
    /// {
    ///   "host": "api.example.com",
    ///   "swagger": "2.0"
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "host": "api.example.com", "description": "a ======= b" }
    /// ```
    Error "json-merge-conflict" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-2"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    for error in syntax::errors(document, SyntaxKind::MergeConflict) {
        let Some(between) = error.related else {
            let message = "This line is left of a conflict that Git could not solve.";
            let consequence = "This assumes that the two versions were brought together, and only this line forgotten.";
            let finding = findings.add(error.span, message, syntax::REFUSED);
            if error.is_evident {
                finding.safe_fix("Remove the line", error.repair.to_vec());
            } else {
                finding.review_fix("Remove the line", consequence, error.repair.to_vec());
            }
            continue;
        };
        let message = "Two versions of the same lines stand here: a conflict that Git could not solve.";
        findings
            .add(error.span, message, syntax::REFUSED)
            .label(between, "the second version begins here")
            .review_fix("Keep the first version", "The second one is lost.", error.repair.to_vec())
            .review_fix("Keep the second version", "The first one is lost.", keep_second(text, error, between));
    }
}

/// Takes out all up to the line between the two versions, and the line that ends the second.
fn keep_second(text: &str, error: &SyntaxError, between: Span) -> Vec<Edit> {
    let end = error.repair.last().map_or(between.end, |edit| edit.span.end);
    let second = Span::new(between.end, end).of(text);
    let last_line = second.trim_end().rfind('\n').map_or(between.end, |line_end| between.end + line_end as u32 + 1);
    vec![Edit::delete(Span::new(error.span.start, between.end)), Edit::delete(Span::new(last_line, end))]
}
