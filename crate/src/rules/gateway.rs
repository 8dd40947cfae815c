//! How calls go through Nintex Gateway to a server in the customer's own network.

use super::connection_questions::Question;

/// What stands in `x-ntx-host` then.
pub(super) const HOST: &str = "{{x-ntx-gateway-uri}}";

/// What stands in `basePath` then: where the gateway takes the calls of Xtensions.
pub(super) const BASE_PATH: &str = "/xtension";

/// What each connection is asked for then. `address` is that of the server, where the document has it.
pub(super) fn questions(address: Option<&str>) -> [Question<'static>; 3] {
    let address = address.map_or_else(String::new, |address| format!(", such as {address}"));
    let question = |name, title, description: String| Question {
        name,
        title: Some(title),
        description: Some(description).filter(|text| !text.is_empty()),
    };
    [
        question("x-ntx-gateway-id", "Nintex Gateway", String::new()),
        question("x-ntx-gateway-apikey", "Nintex Gateway API key", String::new()),
        question(
            "x-ntx-gateway-xtension-baseurl",
            "On-premises service URL",
            format!("The address of the service within the network{address}"),
        ),
    ]
}
