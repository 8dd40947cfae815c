//! The names of files as URIs.

use std::fmt::Write;
use std::path::Path;

/// The URI of `file`: `file:` and all of the path where it is absolute, else relative to the folder of the run.
pub(super) fn address(file: &str) -> String {
    let slashed = if cfg!(windows) { file.replace('\\', "/") } else { file.to_owned() };
    if !Path::new(file).is_absolute() {
        return encode(&slashed, "");
    }
    // `C:/folder` has no slash of its own, `//server/folder` brings two.
    let prefix = match slashed.as_bytes() {
        [b'/', b'/', ..] => "file:",
        [b'/', ..] => "file://",
        _ => "file:///",
    };
    format!("{prefix}{}", encode(&slashed, ":"))
}

/// `path` with every byte as `%xx` that may not stand in a URI's path. Of the characters that may stand in some, only
/// those in `also` are kept: a colon in the first part of a relative path would make a scheme of it.
fn encode(path: &str, also: &str) -> String {
    let mut result = String::with_capacity(path.len());
    for character in path.chars() {
        if character.is_ascii_alphanumeric() || "-._~/".contains(character) || also.contains(character) {
            result.push(character);
            continue;
        }
        for byte in character.encode_utf8(&mut [0; 4]).bytes() {
            // Writing to a String cannot fail.
            let _ = write!(result, "%{byte:02X}");
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_path_stays_relative() {
        assert_eq!(address("specs/my spec é.json"), "specs/my%20spec%20%C3%A9.json");
        assert_eq!(address("a:b?#%.json"), "a%3Ab%3F%23%25.json");
    }

    #[cfg(unix)]
    #[test]
    fn an_absolute_path_has_a_scheme() {
        assert_eq!(address("/specs/a b.json"), "file:///specs/a%20b.json");
    }

    #[cfg(windows)]
    #[test]
    fn an_absolute_path_has_a_scheme() {
        assert_eq!(address("C:\\specs\\a b.json"), "file:///C:/specs/a%20b.json");
        assert_eq!(address("\\\\server\\specs\\a.json"), "file://server/specs/a.json");
    }
}
