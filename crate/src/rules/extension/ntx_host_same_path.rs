use std::borrow::Cow;

use crate::json::{Member, Value};
use crate::openapi::{Document, METHODS};
use crate::rules::Findings;
use crate::text::{Edit, Gather};

super::rule! {
    /// The operations of one path say different things of where the path is called.
    ///
    /// `x-ntx-host` and `x-ntx-basePath` in one operation hold for all operations of its path, as Nintex's help pages
    /// say. So only one of two can hold.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/notes": {
    ///       "get": { "x-ntx-host": "a.example.com" },
    ///       "put": { "x-ntx-host": «"b.example.com"» }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write `a.example.com` in all of them
    /// ```json
    /// {
    ///   "paths": {
    ///     "/notes": {
    ///       "get": { "x-ntx-host": "a.example.com" },
    ///       "put": { "x-ntx-host": "a.example.com" }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write `b.example.com` in all of them
    /// ```json
    /// {
    ///   "paths": {
    ///     "/notes": {
    ///       "get": { "x-ntx-host": "b.example.com" },
    ///       "put": { "x-ntx-host": "b.example.com" }
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/notes": { "get": { "x-ntx-host": "a.example.com" }, "put": {} },
    ///     "/people": { "get": { "x-ntx-host": "b.example.com" } }
    ///   }
    /// }
    /// ```
    Error "ntx-host-same-path" Documented
    from "https://help.nintex.com/en-us/xtensions/04_Reference/Tutorials/x-ntx-basePath.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for path in document.paths() {
        for key in ["x-ntx-host", "x-ntx-basePath"] {
            let operations = path.value().members().filter(|member| METHODS.contains(&&*member.name()));
            let values = operations.filter_map(|operation| operation.value().get(key)).filter(|value| value.as_str().is_some());
            report(findings, path, key, &values.gathered());
        }
    }
}

fn says<'a>(value: &Value<'a>) -> Cow<'a, str> {
    value.as_str().unwrap_or_default()
}

fn report(findings: &mut Findings, path: Member<'_>, key: &str, values: &[Value<'_>]) {
    let Some(first) = values.first() else { return };
    let Some(other) = values.iter().find(|value| says(value) != says(first)) else { return };
    let message = format!("The path `{}` has two values of `{key}`, and can have one.", path.name());
    let because = "What one operation says holds for all operations of its path.";
    let diagnostic = findings.add(*other, message, because);
    diagnostic.label(first.span(), "the other value");
    for right in [first, other] {
        let wrong = values.iter().filter(|value| says(value) != says(right));
        let edits = wrong.map(|value| Edit::replace(value.span(), right.source())).gathered();
        let consequence = "All operations of the path are then called there.";
        diagnostic.review_fix(format!("Write `{}` in all of them", says(right)), consequence, edits);
    }
}
