use crate::json::{Value, edit};
use crate::openapi::Document;
use crate::openapi::shape::Fault;
use crate::rules::wording::name;
use crate::rules::{Findings, problems};
use crate::text::Gather;

super::rule! {
    /// A list has the same item twice.
    ///
    /// OpenAPI 2.0 wants the items of most lists to differ: parameters, tags, schemes, the values of `enum`.
    ///
    /// ## Bad
    /// ```json
    /// { "schemes": ["https", «"https"»] }
    /// ```
    /// ## Fix: Remove the second one
    /// ```json
    /// { "schemes": ["https"] }
    /// ```
    /// ## Good
    /// ```json
    /// { "schemes": ["https", "http"] }
    /// ```
    Error "repeated-item" Documented from "https://spec.openapis.org/oas/v2.0"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for problem in problems::general(document) {
        let Fault::Repeated { value, first } = problem.fault else { continue };
        let Some(member) = value.parent().and_then(Value::member) else { continue };
        let list = format!("`{}` of {}", member.name(), name(problem.object, member.object()));
        let is_full = findings.is_full();
        let message = format!("The same item stands in {list} twice.");
        let diagnostic = problems::report(findings, problem, message);
        diagnostic.label(first.span(), "here for the first time");
        if !is_full {
            diagnostic.safe_fix("Remove the second one", edit::remove_item(value).into_iter().gathered());
        }
    }
}
