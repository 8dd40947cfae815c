//! What the walk finds, and where it stays silent.

mod keys;
mod values;

use crate::json;
use crate::openapi::shape::{Fault, Problem, Shape, Slip, shape};

/// A problem in one line: where, and what.
fn line(problem: &Problem<'_>) -> String {
    let key = problem.key.map_or("", |key| key.name);
    let what = match &problem.fault {
        Fault::UnknownKey { slip: Slip::Misspelt(right), .. } => format!("unknown, {right}"),
        Fault::UnknownKey { slip: Slip::BelongsIn(object), .. } => format!("unknown, belongs in {}", object.name),
        Fault::UnknownKey { slip, .. } => format!("unknown, {slip:?}"),
        Fault::MissingKey { .. } => format!("lacks {key}"),
        Fault::WrongType { expected, repair, .. } => {
            format!("not {}{}", expected.describe(), repair.as_ref().map_or(String::new(), |json| format!(", {json}")))
        }
        Fault::NotAllowed { nearest, .. } => format!("not allowed, {}", nearest.unwrap_or("?")),
        Fault::Malformed { format, .. } => format!("not {}", format.describe()),
        Fault::TooFew { at_least, .. } => format!("fewer than {at_least}"),
        Fault::Repeated { first, .. } => format!("repeats {}", first.pointer()),
    };
    format!("{} {what}", problem.value().pointer())
}

fn with_shape<T>(text: &str, look: impl FnOnce(&Shape<'_>) -> T) -> T {
    let tree = json::parse(text);
    look(&shape(&tree, |_| None))
}

/// Checks what is wrong with `text`, one line for each problem, in order.
#[track_caller]
fn assert_problems(text: &str, expected: &[&str]) {
    assert_eq!(with_shape(text, |shape| shape.problems.iter().map(line).collect::<Vec<_>>()), expected);
}

/// A document with `paths` and more members of the root.
fn document(rest: &str) -> String {
    format!(r#"{{"swagger":"2.0","info":{{"title":"T","version":"1"}},{rest}}}"#)
}

/// A document with one operation, of which these are the members besides its responses.
fn operation(members: &str) -> String {
    document(&format!(r#""paths":{{"/a":{{"get":{{"responses":{{"200":{{"description":"OK"}}}},{members}}}}}}}"#))
}

/// A document with one schema.
fn schema(schema: &str) -> String {
    document(&format!(r#""paths":{{}},"definitions":{{"D":{schema}}}"#))
}

/// A document with one parameter.
fn parameter(parameter: &str) -> String {
    operation(&format!(r#""parameters":[{parameter}]"#))
}
