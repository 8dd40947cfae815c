//! An address that somebody pasted, in its parts.

/// The parts of an address such as `https://api.example.com:8443/v1/`.
pub(super) struct PastedAddress<'a> {
    /// `http` or `https`, where it begins with one.
    pub(super) scheme: Option<&'static str>,
    /// The name, and the port if there is one.
    pub(super) host: &'a str,
    /// The path, which begins with a slash and does not end with one; empty where there is none.
    pub(super) path: &'a str,
}

impl<'a> PastedAddress<'a> {
    /// Takes it apart. Blanks around it, a query and a fragment do not count.
    pub(super) fn read(written: &'a str) -> Self {
        let trimmed = written.trim();
        let (scheme, rest) = match trimmed.split_once("://") {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => (Some("https"), rest),
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") => (Some("http"), rest),
            Some(_) => (None, trimmed),
            None => (None, trimmed.trim_start_matches('/')),
        };
        let rest = rest.split(['?', '#']).next().unwrap_or_default();
        let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        Self { scheme, host: host.trim(), path: path.trim_end_matches('/') }
    }

    /// Whether the host is a plain name, and the path can stand in `basePath`.
    pub(super) fn is_host_sound(&self) -> bool {
        let (name, port) = self.host.split_once(':').unwrap_or((self.host, "0"));
        let is_name = |name: &str| {
            !name.is_empty()
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
        };
        let is_port = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
        is_name(name) && is_port && !self.path.contains(['{', '}', ' '])
    }
}

#[cfg(test)]
mod tests {
    use super::PastedAddress;

    #[track_caller]
    fn assert_parts(written: &str, scheme: Option<&str>, host: &str, path: &str) {
        let address = PastedAddress::read(written);
        assert_eq!((address.scheme, address.host, address.path), (scheme, host, path), "{written}");
    }

    #[test]
    fn addresses_come_apart() {
        assert_parts("HTTPS://api.example.com:8443/v1/?a=b", Some("https"), "api.example.com:8443", "/v1");
        assert_parts(" example.com ", None, "example.com", "");
        assert_parts("//example.com/", None, "example.com", "");
        assert_parts("", None, "", "");
    }

    #[test]
    fn placeholders_and_other_schemes_are_no_hosts() {
        assert!(PastedAddress::read("http://localhost/a").is_host_sound());
        for written in ["{{host}}", "ftp://example.com", "", "a b.com", "a.com:x", "a.com/{id}"] {
            assert!(!PastedAddress::read(written).is_host_sound(), "{written}");
        }
    }
}
