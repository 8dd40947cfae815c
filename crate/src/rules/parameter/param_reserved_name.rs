use crate::json::Value;
use crate::openapi::Document;
use crate::openapi::vocabulary::ObjectKind;
use crate::rules::Findings;

super::rule! {
    /// A parameter is called `NTX_CONNECTION_ID`.
    ///
    /// Nintex adds a parameter of this name to each operation when it stores an Xtension, and writes the whole address of
    /// the API into the path behind it. Who finds it in a file has a copy of what Nintex stored, such as one out of an
    /// exported workflow, and not the Xtension that was imported.
    ///
    /// ## Bad
    /// ```json
    /// { "parameters": { "connection": { "name": «"NTX_CONNECTION_ID"», "in": "path", "required": true, "type": "string" } } }
    /// ```
    /// ## Good
    /// ```json
    /// { "parameters": { "connection": { "name": "connectionId", "in": "query", "type": "string" } } }
    /// ```
    Warning "param-reserved-name" Observed from "https://github.com/NTX-XT/nac-client"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let parameters = document.places(ObjectKind::Parameter).map(|place| place.value);
    let mut names = parameters.filter_map(|parameter| parameter.get("name")).filter(|name| name.is_str("NTX_CONNECTION_ID"));
    let Some(first) = names.next() else { return };
    let message = "`NTX_CONNECTION_ID` is a name of Nintex's own: this looks like a copy of what Nintex stored.";
    let because = "Nintex adds a parameter of this name to each operation, so there would be two.";
    findings.add(first, message, because).label_each(&mut names.map(Value::span), "here, too");
}
