use crate::openapi::Document;
use crate::rules::Findings;
use crate::text::{Gather, Span};

super::rule! {
    /// The text beside a field is too long.
    ///
    /// The pane of an action is narrow. Nintex's help asks for one line, two at most, over and under a field. What needs
    /// more belongs in the documentation of the Xtension.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "parameters": {
    ///     "key": {
    ///       "name": "key",
    ///       "in": "query",
    ///       "type": "string",
    ///       "x-ntx-sublabel": «"The key of the note, which you find in the address of the page when you open the note in a browser, behind the last slash and before the question mark, if there is one."»
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "parameters": { "key": { "name": "key", "in": "query", "type": "string", "x-ntx-sublabel": "The key of the note" } } }
    /// ```
    Hint "sublabel-long" Documented from "https://help.nintex.com/en-US/xtensions/04_Reference/REF_BestPractices.htm"
}

/// What fits in two lines, in characters.
const LONGEST: usize = 150;

fn check(document: &Document<'_>, findings: &mut Findings) {
    let long = document.shape().extensions.iter().map(|found| found.member).filter(|member| {
        let is_text = member.is("x-ntx-sublabel") || member.is("x-ntx-subtext");
        is_text && member.value().as_str().is_some_and(|text| text.chars().count() > LONGEST)
    });
    let long = long.gathered();
    let Some(first) = long.first() else { return };
    let message = format!("`{}` is longer than two lines.", first.name());
    let because = "Nintex shows it beside the field, where a line has room for some seventy letters.";
    let rest: Vec<Span> = long.iter().skip(1).map(|member| member.value().span()).gathered();
    findings.add(first.value(), message, because).label_each(&mut rest.into_iter(), "this one, too");
}
