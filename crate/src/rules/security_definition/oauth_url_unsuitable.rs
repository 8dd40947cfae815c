use crate::json::{Value, edit, encode};
use crate::openapi::Document;
use crate::rules::oauth::{guess_url, last_part};
use crate::rules::{Findings, sign_in};

super::rule! {
    /// The addresses of an OAuth 2.0 definition are in each other's place, are the same, or begin with `http`.
    ///
    /// Nintex opens the `authorizationUrl` for a person to sign in, and then fetches the token from the `tokenUrl`, by a
    /// call that nobody sees. Each provider has one address for either. Secrets go to both, so providers take `https` only.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.example.com/oauth/token",
    ///       "tokenUrl": «"https://login.example.com/oauth/authorize"»
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Swap the two
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.example.com/oauth/authorize",
    ///       "tokenUrl": "https://login.example.com/oauth/token"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.example.com/oauth/authorize",
    ///       "tokenUrl": «"https://login.example.com/oauth/authorize"»
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Fix: Change it to `https://login.example.com/oauth/token`
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.example.com/oauth/authorize",
    ///       "tokenUrl": "https://login.example.com/oauth/token"
    ///     }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "robot": { "type": "oauth2", "flow": "application", "tokenUrl": «"http://login.example.com/oauth/token"» }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write `https`
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "robot": { "type": "oauth2", "flow": "application", "tokenUrl": "https://login.example.com/oauth/token" }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "securityDefinitions": {
    ///     "oauth": {
    ///       "type": "oauth2",
    ///       "flow": "accessCode",
    ///       "authorizationUrl": "https://login.example.com/oauth/auth",
    ///       "tokenUrl": "https://login.example.com/oauth/token#1"
    ///     },
    ///     "robot": { "type": "oauth2", "flow": "application", "tokenUrl": "https://login.example.com/auth" }
    ///   }
    /// }
    /// ```
    Warning "oauth-url-unsuitable" Inferred
    from "https://help.nintex.com/en-US/xtensions/04_Reference/Tutorials/OAuth.htm"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    for definition in document.security_definitions().iter().filter(|definition| definition.is_type("oauth2")) {
        let value = definition.value();
        let urls = ["authorizationUrl", "tokenUrl"].map(|key| value.get(key).filter(|url| url.as_str().is_some()));
        urls.into_iter().flatten().for_each(|url| insecure(findings, url));
        let [Some(page), Some(token)] = urls else { continue };
        let (shown, fetched) = (page.as_str().unwrap_or_default(), token.as_str().unwrap_or_default());
        let is_page = matches!(&*last_part(&fetched), "authorize" | "authorization" | "auth");
        if is_page && matches!(&*last_part(&shown), "token" | "access_token") {
            let diagnostic = findings.add(
                token,
                "The `tokenUrl` is the page where people sign in, and the `authorizationUrl` gives out tokens.",
                "Nintex shows people the `authorizationUrl` and calls the `tokenUrl` by itself: neither works like this.",
            );
            diagnostic.label(page.span(), "this one gives out tokens");
            let edits = [edit::replace_value(page, token.source()), edit::replace_value(token, page.source())];
            diagnostic.review_fix("Swap the two", sign_in::IMPORT_AGAIN, edits);
        } else if shown == fetched && !shown.is_empty() {
            let is_token = !is_page && last_part(&shown).contains("token");
            let (wrong, key) = if is_token { (page, "authorizationUrl") } else { (token, "tokenUrl") };
            let diagnostic = findings.add(
                wrong,
                "The `authorizationUrl` and the `tokenUrl` are the same address.",
                "At one of them people sign in, from the other Nintex fetches the token: providers have two.",
            );
            let guess = guess_url(value, key);
            let edits = [edit::replace_value(wrong, &encode(&guess))];
            let consequence = "See in the provider's documentation that this is the address.";
            if is_page || is_token {
                diagnostic.review_fix(format!("Change it to `{guess}`"), consequence, edits);
            } else {
                diagnostic.template_fix("Write the other address", consequence, edits, &guess);
            }
        }
    }
}

fn insecure(findings: &mut Findings, url: Value<'_>) {
    let text = url.as_str().unwrap_or_default();
    let Some(rest) = text.get(..7).filter(|scheme| scheme.eq_ignore_ascii_case("http://")).and_then(|_| text.get(7..)) else {
        return;
    };
    let diagnostic = findings.add(
        url,
        "The address begins with `http`: what is sent there can be read on the way.",
        "Client secrets and tokens go to it, and providers take them by `https` only.",
    );
    let edits = [edit::replace_value(url, &encode(&format!("https://{rest}")))];
    diagnostic.review_fix("Write `https`", "See that the provider has it there.", edits);
}
