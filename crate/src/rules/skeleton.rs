//! A whole document around a part of one.

use crate::json::{self, Value, encode, fragment};
use crate::openapi::Fragment;
use crate::text::Gather;

/// What stands for the host until somebody writes it.
pub(super) const HOST: &str = "api.example.com";

/// The document in which `part`, of sound JSON, has its place: laid out, with the line ends of its text.
pub(super) fn around(part: Value<'_>, kind: Fragment) -> String {
    let source = part.source();
    let method = if has_body(part, kind) { "post" } else { "get" };
    let at_path = |operation: &str| format!("\"paths\":{{\"/path\":{{\"{method}\":{operation}}}}}");
    let operation =
        |member: &str| at_path(&format!("{{\"operationId\":\"doSomething\",\"summary\":\"Do something\",{member}}}"));
    let with = |parameters: &str| {
        operation(&format!("\"parameters\":{parameters},\"responses\":{{\"200\":{{\"description\":\"OK\"}}}}"))
    };
    let secured = |definitions: &str, names: &str| {
        format!("\"securityDefinitions\":{definitions},\"security\":[{names}],\"paths\":{{}}")
    };
    let content = match kind {
        Fragment::Paths => format!("\"paths\":{source}"),
        Fragment::PathItem => format!("\"paths\":{{\"/path\":{source}}}"),
        Fragment::Operation => at_path(source),
        Fragment::Responses => operation(&format!("\"responses\":{source}")),
        Fragment::Parameter => with(&format!("[{source}]")),
        Fragment::Parameters => with(source),
        Fragment::SecurityDefinition => secured(&format!("{{\"connection\":{source}}}"), "{\"connection\":[]}"),
        Fragment::SecurityDefinitions => {
            let names = part.members().map(|member| format!("{{{}:[]}}", encode(&member.name())));
            secured(source, &names.gathered().join(","))
        }
        Fragment::Definitions => format!("\"definitions\":{source},\"paths\":{{}}"),
    };
    // A line end in it has it laid out.
    let document = format!(
        "{{\"swagger\":\"2.0\",\"info\":{{\"title\":\"New Xtension\",\"version\":\"1.0\"}},\"host\":\"{HOST}\",\
         \"basePath\":\"/\",\"schemes\":[\"https\"],{content}\n}}"
    );
    let tree = json::parse(&document);
    let laid_out = tree.root().map(fragment).unwrap_or_default();
    if part.tree().text().contains("\r\n") { laid_out.replace('\n', "\r\n") } else { laid_out }
}

/// Whether what is called gets a body.
fn has_body(part: Value<'_>, kind: Fragment) -> bool {
    let is_body = |parameter: Value<'_>| {
        parameter.get("in").is_some_and(|place| place.is_str("body") || place.is_str("formData"))
    };
    match kind {
        Fragment::Operation => part.items_of("parameters").any(is_body),
        Fragment::Parameters => part.items().any(is_body),
        _ => is_body(part),
    }
}
