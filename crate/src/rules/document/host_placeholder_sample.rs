use crate::diagnostic::Severity;
use crate::json::encode;
use crate::openapi::Document;
use crate::rules::Findings;
use crate::rules::server::{Reach, hosts, reach};
use crate::text::Edit;

super::rule! {
    /// The name of the server is one that was to be filled in.
    ///
    /// Samples say `your-server` or `XXXX` where the real name goes. Where the name is another one for each customer, it
    /// belongs in `x-ntx-host`, with a placeholder such as `{{tenant}}` for what differs; then `host` may have any name.
    ///
    /// ## Bad
    /// ```json
    /// { "host": «"YOUR_INSTANCE.crm.example.com"» }
    /// ```
    /// ## Fix: Write the name of the server
    /// ```json
    /// { "host": "api.example.com" }
    /// ```
    /// ## Bad
    /// ```json
    /// { "host": «"<tenant>.example.com"» }
    /// ```
    /// ## Fix: Write the name of the server
    /// ```json
    /// { "host": "api.example.com" }
    /// ```
    /// ## Good
    /// ```json
    /// { "host": "your-instance.crm.example.com", "x-ntx-host": "{{instance}}.crm.example.com" }
    /// ```
    Warning or Error "host-placeholder-sample" Observed
    from "https://help.nintex.com/en-us/xtensions/04_Reference/Tutorials/x-ntx-host.htm"
}

const SAMPLE: &str = "api.example.com";

fn check(document: &Document<'_>, findings: &mut Findings) {
    for member in hosts(document) {
        let value = member.value();
        let host = value.as_str().unwrap_or_default();
        if reach(&host) != Reach::Blank {
            continue;
        }
        let message = format!("`{host}` is not the name of a server yet: a part of it is to be filled in.");
        let diagnostic = findings.add(value, message, "Nintex calls the name as it is written, and nobody answers.");
        if host.contains(['<', '>', '[', ']']) {
            diagnostic.severity(Severity::Error);
        }
        diagnostic.template_fix(
            "Write the name of the server",
            "Put in the name that the API's documentation gives.",
            [Edit::replace(value.span(), encode(SAMPLE))],
            SAMPLE,
        );
    }
}
