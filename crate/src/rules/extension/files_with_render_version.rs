use crate::json::Member;
use crate::nintex::Xtension;
use crate::rules::Findings;
use crate::rules::render_version::{files, second};

super::rule! {
    /// The document has the second render version, and actions that take files.
    ///
    /// Nintex's help says that files do not work with it. Published Xtensions have both, so it is worth a try. Where it
    /// fails, put the actions with files into an Xtension of their own.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   «"x-ntx-render-version"»: 2,
    ///   "parameters": { "photo": { "name": "photo", "in": "formData", "type": "file" } }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "parameters": { "photo": { "name": "photo", "in": "formData", "type": "file" } } }
    /// ```
    Hint "files-with-render-version" Documented
    from "https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/PRC_06EXT_render_version.htm"
}

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    let Some(version) = second(document) else { return };
    let sides = xtension.sides();
    let mut places = files(document, sides).map(|file| file.member().map_or(file.span(), Member::name_span)).peekable();
    if places.peek().is_some() {
        let because = "Published Xtensions have both. Try each action that takes a file before people build on it.";
        let message = "Nintex's help says that files do not work with `x-ntx-render-version` 2.";
        findings.add(version, message, because).label_each(&mut places, "this takes a file");
    }
}
