//! Whether a string is written as it must be.

use crate::openapi::vocabulary::Format;

/// Whether `text` is written in that way.
pub fn is_well_formed(text: &str, format: Format) -> bool {
    match format {
        Format::Url => is_url(text),
        Format::Email => is_email(text),
        Format::Host => is_host(text),
        Format::BasePath => text.starts_with('/'),
    }
}

/// A scheme, a colon, and something after it, in the characters of a URI (RFC 3986). Placeholders in braces are let
/// through: published Xtensions have them in the addresses of OAuth.
fn is_url(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let (place, said) = rest.find(['?', '#']).map_or((rest, ""), |end| rest.split_at(end));
    let bracket = place.strip_prefix("//[").or_else(|| place.strip_prefix("/["));
    let path = match bracket.and_then(|address| address.split_once(']')) {
        // An address of IPv6 has brackets, and nothing else does.
        Some((address, path)) if is_ipv6(address) && is_after_host(path) => path,
        _ => place,
    };
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
        && !place.is_empty()
        && !path.contains('?')
        && in_url(path)
        && in_url(&said.replacen('#', "", 1))
}

/// Whether that can stand behind the name of a host: a port, a path, both or nothing.
fn is_after_host(text: &str) -> bool {
    let path =
        text.strip_prefix(':').map_or(text, |port| port.trim_start_matches(|digit: char| digit.is_ascii_digit()));
    path.is_empty() || path.starts_with('/')
}

/// Eight groups of hexadecimal digits, or fewer where two colons stand for the others (RFC 4291, section 2.2).
fn is_ipv6(text: &str) -> bool {
    let is_group = |group: &str| matches!(group.len(), 1..=4) && group.bytes().all(|byte| byte.is_ascii_hexdigit());
    let groups = |side: &str| match side {
        "" => Some(0),
        _ => side.split(':').all(is_group).then(|| side.split(':').count()),
    };
    match text.split_once("::") {
        Some((before, after)) => groups(before).zip(groups(after)).is_some_and(|(before, after)| before + after < 8),
        None => groups(text) == Some(8),
    }
}

/// Whether a URL may have all these characters as they are.
fn in_url(part: &str) -> bool {
    let mut bytes = part.bytes();
    while let Some(byte) = bytes.next() {
        let fits = match byte {
            b'%' => (0..2).all(|_| bytes.next().is_some_and(|digit| digit.is_ascii_hexdigit())),
            _ => byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?{}".contains(&byte),
        };
        if !fits {
            return false;
        }
    }
    true
}

/// A name in words with points between them, an @, and a domain of at least two labels (RFC 5322, section 3.4.1).
fn is_email(text: &str) -> bool {
    let in_name = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~-".contains(&byte);
    text.split_once('@').is_some_and(|(name, domain)| {
        name.split('.').all(|word| !word.is_empty() && word.bytes().all(in_name))
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
        assert!(is_url("https://[::1]:80/%C3%BC?a=/?b#c"));
        for text in ["", "/oauth/token", "example.com", "https://example.com/a b", "1a:b", "{{host}}/token", "a:"] {
            assert!(!is_url(text), "{text}");
        }
        for text in [
            "a:/ü",
            "a:/|",
            "a:/%g0",
            "a:/%1",
            "a:/#b#c",
            "a://[b]",
            "a://[:1]",
            "a://[::1::]",
            "a://[::]1",
            "a://[::]:1a",
            "a:/?\u{85}",
            "a:?b",
        ] {
            assert!(!is_url(text), "{text}");
        }
    }

    #[test]
    fn email_addresses_have_a_domain() {
        assert!(is_email("first.last+tag@mail.example.com"));
        for text in ["", "a", "a@b", "@example.com", "a b@example.com", "a@exa mple.com", "a@-x.com", "a@b..com"] {
            assert!(!is_email(text), "{text}");
        }
        for text in ["a@b@example.com", ".a@example.com", "a..b@example.com", "ä@example.com", "a@\u{85}.com"] {
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
