use crate::nintex::fields::is_hidden;
use crate::openapi::Document;
use crate::rules::Findings;

super::rule! {
    /// A document has more actions than anybody looks through.
    ///
    /// Every operation becomes an action in the designer. Nintex advises to keep those that workflows need; the largest
    /// Xtensions in its gallery have about fifty.
    ///
    /// ## Bad
    /// ```json
    /// { «"paths"»: {
    ///   "/1": {"get":{},"put":{},"post":{},"delete":{},"patch":{}}, "/2": {"get":{},"put":{},"post":{},"delete":{},"patch":{}},
    ///   "/3": {"get":{},"put":{},"post":{},"delete":{},"patch":{}}, "/4": {"get":{},"put":{},"post":{},"delete":{},"patch":{}},
    ///   "/5": {"get":{},"put":{},"post":{},"delete":{},"patch":{}}, "/6": {"get":{},"put":{},"post":{},"delete":{},"patch":{}},
    ///   "/7": {"get":{},"put":{},"post":{},"delete":{},"patch":{}}, "/8": {"get":{},"put":{},"post":{},"delete":{},"patch":{}},
    ///   "/9": {"get":{},"put":{},"post":{},"delete":{},"patch":{}}, "/a": {"get":{},"put":{},"post":{},"delete":{},"patch":{}},
    ///   "/b": {"get":{},"put":{},"post":{},"delete":{},"patch":{}}, "/c": {"get":{},"put":{},"post":{},"delete":{},"patch":{}},
    ///   "/d": {"get":{},"put":{},"post":{},"delete":{},"patch":{}}, "/e": {"get":{},"put":{},"post":{},"delete":{},"patch":{}},
    ///   "/f": {"get":{},"put":{},"post":{},"delete":{},"patch":{}}, "/g": {"get":{},"put":{},"post":{},"delete":{},"patch":{}},
    ///   "/h": {"get":{},"put":{},"post":{},"delete":{},"patch":{}}, "/i": {"get":{},"put":{},"post":{},"delete":{},"patch":{}},
    ///   "/j": {"get":{},"put":{},"post":{},"delete":{},"patch":{}}, "/k": {"get":{},"put":{},"post":{},"delete":{},"patch":{}},
    ///   "/l": {"get":{}}
    /// } }
    /// ```
    /// ## Good
    /// ```json
    /// { "paths": { "/people": { "get": {}, "post": {} } } }
    /// ```
    Hint "too-many-actions" Documented from "https://help.nintex.com/en-US/xtensions/04_Reference/REF_ImportExisting.htm"
}

/// Twice as many as the largest published Xtensions have.
const MANY: usize = 100;

fn check(document: &Document<'_>, findings: &mut Findings) {
    let count = document.operations().iter().filter(|operation| !is_hidden(operation.value())).count();
    if let Some(paths) = document.root_member("paths").filter(|_| count > MANY) {
        let message = format!("The document has {count} actions, more than anybody looks through.");
        let because = "Each operation stands in the designer's list of actions, unless it says `\"x-ntx-visibility\": \"internal\"`.";
        findings.add(paths, message, because);
    }
}
