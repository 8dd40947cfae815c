//! Texts on which a promise was broken once, made small.

use crate::holds;

const TEXTS: [&str; 3] = [
    // Where both objects end with the text, moving a member from one to the other moved nothing.
    r#"{"swagger":"2.0","paths":{"/a":{"get":{"responses":{}},"/b":{"get":{"responses":{}}"#,
    // Each round of fixes took one repetition away, and there are more of them than rounds.
    r#"{"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,
"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,"a":1,"a":2,"b":[],"b":[],"b":[]}"#,
    // What stood between a fence and the document wanted the fence taken away as well, and so stayed.
    "```\nt{",
];

#[test]
fn what_was_broken_holds() {
    for text in TEXTS {
        holds::parse(text);
        holds::check(text);
        holds::each_fix(text);
        holds::fix_all(text);
        holds::explain("header 'Authorization' does not support multiple values", text);
        holds::summary_and_actions(text);
        holds::language(text);
        holds::reports(text);
    }
}
