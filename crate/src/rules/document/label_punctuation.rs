use crate::json::{Member, Value, encode};
use crate::openapi::Document;
use crate::rules::Findings;
use crate::text::{Edit, Gather, in_order};

super::rule! {
    /// Labels end in a full stop, or say that the field is required.
    ///
    /// A label is no sentence. Nintex marks by itself what must be filled in.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "summary": «"Get people."»,
    ///         "parameters": [{ "name": "team", "in": "query", "type": "string", "x-ntx-summary": "Team (required)" }]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Take it out of the labels
    /// ```json
    /// {
    ///   "paths": {
    ///     "/people": {
    ///       "get": {
    ///         "summary": "Get people",
    ///         "parameters": [{ "name": "team", "in": "query", "type": "string", "x-ntx-summary": "Team" }]
    ///       }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "paths": { "/people": { "get": { "summary": "Get people, places etc.", "x-ntx-summary": "Get people ..." } } } }
    /// ```
    Hint "label-punctuation" Documented from "https://help.nintex.com/en-US/xtensions/04_Reference/REF_BestPractices.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let extensions = document.shape().extensions.iter().map(|extension| extension.member);
    let labels = extensions.filter(|member| member.is("x-ntx-summary") || member.is("x-ms-summary"));
    let summaries = document.operations().iter().filter_map(|operation| operation.value().get("summary"));
    let labels = summaries.chain(labels.map(Member::value));
    let worded: Vec<Value<'_>> = labels.filter(|label| plain(*label).is_some()).gathered();
    let worded = in_order(worded, |label| u64::from(label.index()));
    let Some(first) = worded.first() else { return };
    let message = match worded.len() {
        1 => "This label ends in a full stop, or says that it is required.".to_owned(),
        count => format!("{count} labels end in a full stop, or say that they are required; this is the first."),
    };
    let because = "A label is no sentence, and Nintex marks by itself what must be filled in.";
    let edit = |label: &Value<'_>| plain(*label).map(|plain| Edit::replace(label.span(), encode(&plain)));
    let edits: Vec<Edit> = worded.iter().filter_map(edit).gathered();
    findings.add(*first, message, because).review_fix("Take it out of the labels", "The labels change in the designer.", edits);
}

/// The label without what it ends in; none where there is nothing of that.
fn plain(label: Value<'_>) -> Option<String> {
    let text = label.as_str()?;
    let trimmed = text.trim_end();
    let ends_in_stop = || {
        let rest = trimmed.strip_suffix('.')?;
        // Not of an ellipsis or an abbreviation.
        let last = rest.rsplit([' ', '.']).next()?;
        (last.len() > 3 && !rest.ends_with('.')).then_some(rest)
    };
    let mark = ["*", "(required)", "(Required)", "[required]"];
    let rest = mark.iter().find_map(|mark| trimmed.strip_suffix(mark)).or_else(ends_in_stop)?.trim_end();
    (!rest.is_empty()).then(|| rest.to_owned())
}
