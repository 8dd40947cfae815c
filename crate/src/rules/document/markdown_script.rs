use crate::openapi::Document;
use crate::rules::Findings;

super::rule! {
    /// A description has a script in it.
    ///
    /// Descriptions are Markdown, and Markdown may hold HTML. A script in it is shown as text at best; at worst it runs in
    /// the browser of whoever reads the description.
    ///
    /// ## Bad
    /// ```json
    /// { "info": { "description": «"All people. <script src='https://example.com/count.js'></script>"» } }
    /// ```
    /// ## Good
    /// ```json
    /// { "info": { "description": "A **script** for <b>all</b>" } }
    /// ```
    Warning "markdown-script" Inferred from "https://spec.openapis.org/oas/v2.0#info-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for place in &document.shape().places {
        let Some(description) = place.value.get("description") else { continue };
        let text = description.source();
        if !(text.contains('<') || text.contains('(')) || place.object.key("description").is_none() {
            continue;
        }
        let begins_script = |tag: &str| tag.get(..6).is_some_and(|name| name.eq_ignore_ascii_case("script"));
        if text.split('<').skip(1).any(begins_script) || text.contains("(javascript:") {
            let because = "Nintex and other tools may show the description in a browser, where the script might run.";
            findings.add(description, "This description has a script in it.", because);
        }
    }
}
