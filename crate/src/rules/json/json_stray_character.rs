use crate::json::SyntaxKind;
use crate::openapi::Document;
use crate::rules::{Findings, syntax};

super::rule! {
    /// Something stands where it means nothing.
    ///
    /// A character from a slip of the finger, the rest of something deleted, a word between two members.
    ///
    /// ## Bad
    /// ```json
    /// { "swagger": "2.0"«;» }
    /// ```
    /// ## Fix: Remove it
    /// ```json
    /// { "swagger": "2.0" }
    /// ```
    /// ## Bad
    /// ```json
    /// { "swagger": "2.0" «new», "paths": {} }
    /// ```
    /// ## Fix: Remove `new`
    /// ```json
    /// { "swagger": "2.0" , "paths": {} }
    /// ```
    /// ## Bad
    /// ```json
    /// { "host": "«"»api.example.com"" }
    /// ```
    /// ## Fix: Remove it
    /// ```json
    /// { "host": "api.example.com" }
    /// ```
    /// ## Good
    /// ```json
    /// { "swagger": "2.0", "paths": {} }
    /// ```
    Error "json-stray-character" Documented from "https://www.rfc-editor.org/rfc/rfc8259#section-2"
}

const ASSUMPTION: &str = "This assumes that it got here by mistake, and that nothing is missing around it.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    let text = document.tree().text();
    let in_doubt = syntax::brackets_are_in_doubt(document);
    for error in syntax::errors(document, SyntaxKind::StrayCharacter) {
        let stray = error.span.of(text);
        let shown = syntax::shown(stray);
        let finding = findings.add(error.span, format!("{shown} means nothing here."), syntax::REFUSED);
        if error.is_about_brackets(text) {
            syntax::fix_bracket(document, finding, error, &format!("Remove {shown}"), ASSUMPTION);
            continue;
        }
        // A line of `=======` is left of a merge: which side of it counts is for a person to say.
        let is_mark = stray.chars().all(|character| "=<>".contains(character));
        let is_word = stray.chars().any(|character| !character.is_ascii_punctuation());
        if in_doubt || is_mark || is_word || syntax::is_tangled(document, error) {
            finding.review_fix(format!("Remove {shown}"), ASSUMPTION, error.repair.to_vec());
        } else {
            finding.safe_fix("Remove it", error.repair.to_vec());
        }
    }
}
