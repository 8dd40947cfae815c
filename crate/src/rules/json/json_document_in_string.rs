use crate::json;
use crate::openapi::Document;
use crate::rules::Findings;
use crate::text::Edit;

super::rule! {
    /// The whole document stands inside one string.
    ///
    /// A service that carries a document as text, or a program that wrote it as JSON twice, gives a string with a
    /// backslash before each quote. It is sound JSON, but a text and no document.
    ///
    /// ## Bad
    /// ```json
    /// «"{\"swagger\": \"2.0\"}"»
    /// ```
    /// ## Fix: Take the document out of the string
    /// ```json
    /// {"swagger": "2.0"}
    /// ```
    /// ## Good
    /// ```json
    /// {"swagger": "2.0"}
    /// ```
    Error "json-document-in-string" Documented from
        "https://help.nintex.com/en-US/Xtensions/02_BuildOpenAPI/01_Basic/PRC_02Build_OpenAPI_Structure.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let Some(root) = document.tree().root() else { return };
    let Some(inner) = root.as_str().filter(|inner| inner.trim_start().starts_with('{')) else { return };
    let inner_is_sound = json::parse(&inner).errors().is_empty();
    let finding = findings.add(
        root,
        "The whole document is one string that has the real document in it.",
        "Nintex wants an object here: to it this is a mere text, and the import is refused.",
    );
    let title = "Take the document out of the string";
    let edit = [Edit::replace(root.span(), inner)];
    if inner_is_sound {
        finding.safe_fix(title, edit);
    } else {
        finding.review_fix(title, "What is in the string is broken itself: that shows then.", edit);
    }
}
