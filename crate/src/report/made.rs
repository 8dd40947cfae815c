//! What Nintex makes of a file, in a few lines.

use super::content::counted;
use super::visible::printable;
use crate::nintex::summary::{Address, Authentication, Summary};

/// How many addresses are told.
const ADDRESSES: usize = 5;

/// Terms and what they are here: only those that there is something to say of.
pub(super) fn terms(summary: &Summary) -> Vec<(&'static str, String)> {
    let all = [
        ("Name", summary.title.text.clone()),
        ("Version", summary.version.text.clone()),
        ("Authentication", authentication(summary.connection.authentication).to_owned()),
        ("Security preset", summary.wizard.preset.clone()),
        ("Redirect URL", summary.wizard.redirect_url.clone()),
        ("Calls go to", addresses(&summary.addresses)),
        ("Actions", actions(summary)),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).map(|(term, value)| (term, printable(&value))).collect()
}

fn authentication(authentication: Authentication) -> &'static str {
    match authentication {
        Authentication::None => "None found",
        Authentication::Basic => "Basic authentication: user name and password",
        Authentication::ApiKey => "API key",
        Authentication::PersonSignsIn => "OAuth 2.0: people sign in at the provider",
        Authentication::ClientCredentials => "OAuth 2.0: client ID and client secret",
        Authentication::Unknown => "None that Nintex takes",
    }
}

fn addresses(addresses: &[Address]) -> String {
    let more = addresses.len().saturating_sub(ADDRESSES);
    let mut urls: Vec<String> = addresses.iter().take(ADDRESSES).map(|address| address.url.clone()).collect();
    if more > 0 {
        urls.push(format!("{more} more"));
    }
    urls.join(", ")
}

fn actions(summary: &Summary) -> String {
    let visible = counted(summary.visible_actions as usize, "action");
    match summary.hidden_actions {
        0 => visible,
        hidden => format!("{visible}, and {hidden} not shown in the designer"),
    }
}
