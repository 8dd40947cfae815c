//! Whether a string is written as it must be.

use crate::openapi::vocabulary::Format;

/// Whether `text` is written in that way.
pub(super) fn is_well_formed(text: &str, format: Format) -> bool {
    match format {
        Format::Url => is_url(text),
        Format::Email => is_email(text),
        Format::Host => is_host(text),
        Format::BasePath => text.starts_with('/'),
    }
}

/// A scheme, a colon, something after it, and no blank anywhere (RFC 3986, section 3). Placeholders in braces are let
/// through: published Xtensions have them in the addresses of OAuth.
fn is_url(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
            && !rest.contains(char::is_whitespace)
    })
}

/// A name, an @, and a domain of at least two labels.
fn is_email(text: &str) -> bool {
    text.rsplit_once('@').is_some_and(|(name, domain)| {
        !name.is_empty()
            && !name.contains(|character: char| character.is_whitespace() || matches!(character, '@' | '<' | '>' | ','))
            && domain.contains('.')
            && domain.split('.').all(is_label)
    })
}

/// One step of a domain name (RFC 1123, section 2.1).
fn is_label(label: &str) -> bool {
    !label.is_empty()
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// What the official schema takes for a host: no braces, slashes, backslashes or blanks, and after a colon only a port.
fn is_host(text: &str) -> bool {
    let (name, port) = text.rsplit_once(':').unwrap_or((text, "0"));
    let forbidden = |character| matches!(character, '{' | '}' | '/' | ' ' | ':' | '\\');
    !name.is_empty() && !name.contains(forbidden) && !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_are_whole() {
        assert!(is_url("https://login.example.com/{{tenant}}/token?a=b"));
        assert!(is_url("urn:a"));
        for text in ["", "/oauth/token", "example.com", "https://example.com/a b", "1a:b", "{{host}}/token"] {
            assert!(!is_url(text), "{text}");
        }
    }

    #[test]
    fn email_addresses_have_a_domain() {
        assert!(is_email("first.last+tag@mail.example.com"));
        for text in ["", "a", "a@b", "@example.com", "a b@example.com", "a@exa mple.com", "a@-x.com", "a@b..com"] {
            assert!(!is_email(text), "{text}");
        }
    }

    #[test]
    fn hosts_are_names_with_a_port() {
        for text in ["api.example.com", "localhost:8080", "10.0.0.1", "YOUR_HOST", "[x]"] {
            assert!(is_host(text), "{text}");
        }
        for text in ["", "https://a.com", "a.com/v1", "a.com ", "{{host}}", "a:b", "a:", ":80", "a:1:2"] {
            assert!(!is_host(text), "{text}");
        }
    }
}
