use crate::json::encode;
use crate::openapi::Document;
use crate::rules::Findings;
use crate::text::Edit;

super::rule! {
    /// The title says what everything in the list is anyway.
    ///
    /// `info.title` is the name that Nintex suggests for the connector. Its best practices are to take the name of the
    /// platform alone, without "API", "Xtension" or "Connector".
    ///
    /// ## Bad
    /// ```json
    /// { "info": { "title": «"Notes API"», "version": "1.0" } }
    /// ```
    /// ## Fix: Call it `Notes`
    /// ```json
    /// { "info": { "title": "Notes", "version": "1.0" } }
    /// ```
    /// ## Good
    /// ```json
    /// { "info": { "title": "API", "version": "1.0" } }
    /// ```
    Hint "info-title-name" Documented from "https://help.nintex.com/en-US/xtensions/04_Reference/REF_BestPractices.htm"
}

/// Words that a name can do without, in small letters.
const SURPLUS: [&str; 4] = ["api", "xtension", "connector", "swagger"];

fn check(document: &Document<'_>, findings: &mut Findings) {
    let Some(value) = document.root().and_then(|root| root.get("info")?.get("title")) else { return };
    let Some(title) = value.as_str() else { return };
    let Some((name, last)) = title.trim_end().rsplit_once(' ') else { return };
    if name.trim().is_empty() || !SURPLUS.iter().any(|word| last.eq_ignore_ascii_case(word)) {
        return;
    }
    let name = name.trim_end_matches([' ', '-', ':', '–']);
    let because = "Nintex suggests it as the name of the connector, and the list has nothing else in it.";
    findings
        .add(value, format!("The title ends in `{last}`, which says nothing in a list of connectors."), because)
        .review_fix(format!("Call it `{name}`"), "The name can be changed at import, too.", [Edit::replace(value.span(), encode(name))]);
}
