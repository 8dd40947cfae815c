use crate::json::edit;
use crate::json::{Member, encode};
use crate::nintex::k2::preview;
use crate::nintex::{Xtension, provider, shared_address};
use crate::rules::Findings;
use crate::text::{Edit, Gather};

super::rule! {
    /// The address of K2 is one from a sample, or of the API's preview.
    ///
    /// The Swagger file that K2 Management offers is for the server that it comes from. Those in samples are for servers
    /// that are not yours, and the version `preview` was the one before `v1`.
    ///
    /// ## Bad
    /// ```json
    /// { "host": "notes.onk2.com", "basePath": «"/Api/Workflow/preview"» }
    /// ```
    /// ## Fix: Change it to `/Api/Workflow/v1`
    /// ```json
    /// { "host": "notes.onk2.com", "basePath": "/Api/Workflow/v1" }
    /// ```
    /// ## Bad
    /// ```json
    /// { "host": «"k2.denallix.com"», "basePath": "/api/workflow/v1" }
    /// ```
    /// ## Fix: Put in your own server
    /// ```json
    /// { "host": "your-tenant.onk2.com", "basePath": "/api/workflow/v1" }
    /// ```
    /// ## Good
    /// ```json
    /// { "host": "notes.onk2.com", "basePath": "/api/workflow/v1" }
    /// ```
    Warning "k2-address" Observed
    from "https://help.nintex.com/en-US/nintexautomation/userguide/current/Content/K2-Management-Site/Integration/Workflow-REST-API.htm"
}

/// Hosts of K2's samples.
const SAMPLES: [&str; 3] = ["k2.denallix.com", ".denallix.com", ".onk2stable.com"];

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    let address = shared_address(document);
    let written = address.host.and_then(|host| host.value().as_str()).unwrap_or_default();
    if xtension.k2().is_none() {
        return;
    }
    if let Some(host) = address.host.filter(|_| SAMPLES.iter().any(|sample| provider::is_host(&written, sample))) {
        let blank = "your-tenant.onk2.com";
        findings
            .add(
                host.value(),
                format!("`{written}` is a server of K2's samples."),
                "A K2 server has only its own workflows and accounts, and its Swagger file fits no other.",
            )
            .template_fix(
                "Put in your own server",
                "Better still, take the Swagger file from your own server: Integration, APIs in K2 Management.",
                [edit::replace_value(host.value(), &encode(blank))],
                blank,
            );
    }
    let because = "K2 has since released the API as `v1`; a server may no longer have the preview.";
    let base = address.base_path.and_then(|base| Some((base, preview(&base.value().as_str()?)?)));
    if let Some((base, today)) = base {
        findings
            .add(base.value(), "This is the address of the API's preview.", because)
            .review_fix(
                format!("Change it to `{today}`"),
                "Compare the actions with the Swagger file of your server.",
                [edit::replace_value(base.value(), &encode(&today))],
            );
        return;
    }
    let paths: Vec<(Member<'_>, String)> =
        document.paths().filter_map(|path| Some((path, preview(&path.name())?))).gathered();
    let Some((first, others)) = paths.split_first() else { return };
    let edits: Vec<Edit> = paths.iter().map(|(path, today)| edit::rename_member(*path, today)).gathered();
    let diagnostic = findings.add(first.0, "This is the address of the API's preview.", because);
    diagnostic.label_each(&mut others.iter().map(|other| other.0.name_span()), "here, too");
    diagnostic.review_fix("Change it to `v1`", "Compare the actions with the Swagger file of your server.", edits);
}
