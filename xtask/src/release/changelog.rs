//! What is new in a version, as CHANGELOG.md says it.

/// What stands below the heading of `version`, up to the next heading of its kind.
pub(super) fn section(changelog: &str, version: &str) -> Option<String> {
    let mut lines = changelog.lines().skip_while(|line| !is_heading_of(line, version));
    lines.next()?;
    let lines: Vec<&str> = lines.take_while(|line| !line.starts_with("## ")).collect();
    Some(format!("{}\n", lines.join("\n").trim()))
}

/// Whether `line` is the heading of `version`, which may say a day as well.
fn is_heading_of(line: &str, version: &str) -> bool {
    line.strip_prefix("## ").and_then(|heading| heading.split_whitespace().next()) == Some(version)
}

#[cfg(test)]
mod tests {
    use super::section;

    const CHANGELOG: &str = "# Changelog\n\n## 1.10.0 (2 May)\n\n- More\n\n## 1.1.0\n\n- One\n- Two\n";

    #[test]
    fn a_section_ends_where_the_next_begins() {
        assert_eq!(section(CHANGELOG, "1.1.0").as_deref(), Some("- One\n- Two\n"));
        assert_eq!(section(CHANGELOG, "1.10.0").as_deref(), Some("- More\n"));
    }

    #[test]
    fn a_version_that_is_the_beginning_of_another_is_not_found() {
        assert_eq!(section(CHANGELOG, "1.1"), None);
    }
}
