use crate::json::{Value, edit};
use crate::openapi::Document;
use crate::rules::Findings;
use crate::text::namesakes;

super::rule! {
    /// Two tags have the same name.
    ///
    /// Operations refer to a tag by its name, so each name may stand in the list once.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "tags": [
    ///     { "name": "people", "description": "People" },
    ///     { "name": «"people"», "description": "Persons" }
    ///   ]
    /// }
    /// ```
    /// ## Fix: Remove the second one
    /// ```json
    /// {
    ///   "tags": [
    ///     { "name": "people", "description": "People" }
    ///   ]
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "tags": [{ "name": "people" }, { "name": "pets" }] }
    /// ```
    Warning "tag-repeated" Documented from "https://spec.openapis.org/oas/v2.0#swagger-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let tags = document.root_member("tags").into_iter().flat_map(|tags| tags.value().items());
    let tag = |index| document.tree().value(index);
    let mut name = |index| tag(index).and_then(|tag| tag.get_str("name")).unwrap_or_default();
    let named = tags.filter(|tag| tag.get_str("name").is_some()).map(Value::index);
    for same in namesakes(named, &mut name) {
        let mut same = same.into_iter().filter_map(tag);
        let Some(first) = same.next() else { continue };
        let name = first.get_str("name").unwrap_or_default();
        // One that says the very same is an item of the list that stands there twice, which is told already.
        for tag in same.filter(|tag| tag.source() != first.source()) {
            let place = tag.get("name").unwrap_or(tag);
            let because = "OpenAPI 2.0 wants each name once; which of the two descriptions holds is not said.";
            let is_full = findings.is_full();
            let diagnostic = findings.add(place, format!("There are two tags with the name `{name}`."), because);
            if is_full {
                continue;
            }
            diagnostic.label(first.get("name").map_or(first.span(), Value::span), "here for the first time");
            if let Some(edit) = edit::remove_item(tag) {
                let consequence = "Operations keep the tag; what this one says of it is lost.";
                diagnostic.review_fix("Remove the second one", consequence, [edit]);
            }
        }
    }
}
