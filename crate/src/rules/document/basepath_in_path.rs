use crate::diagnostic::Severity;
use crate::json::{Member, edit, encode};
use crate::openapi::Document;
use crate::rules::Findings;
use crate::text::{Edit, Gather, Names};

super::rule! {
    /// A part of the address is there twice: at the end of `basePath`, and at the beginning of the paths.
    ///
    /// The address is `basePath`, and the path behind it. So a path does not repeat the base path, and as it begins with a
    /// slash, the base path does not end with one.
    ///
    /// ## Bad
    /// ```json
    /// { "basePath": «"/api/v1"», "paths": { "/api/v1/notes": {}, "/api/v1/people": {} } }
    /// ```
    /// ## Fix: Remove it from the paths
    /// ```json
    /// { "basePath": "/api/v1", "paths": { "/notes": {}, "/people": {} } }
    /// ```
    /// ## Fix: Remove `basePath`
    /// ```json
    /// { "paths": { "/api/v1/notes": {}, "/api/v1/people": {} } }
    /// ```
    /// ## Bad
    /// ```json
    /// { "basePath": «"/v1/"», "paths": { "/notes": {} } }
    /// ```
    /// ## Fix: Change it to `/v1`
    /// ```json
    /// { "basePath": "/v1", "paths": { "/notes": {} } }
    /// ```
    /// ## Good
    /// ```json
    /// { "basePath": "/v1", "paths": { "/v1": {}, "/notes": {} } }
    /// ```
    Warning "basepath-in-path" Inferred from "https://spec.openapis.org/oas/v2.0#swagger-object"
}

fn check(document: &Document<'_>, findings: &mut Findings) {
    let Some(member) = document.root_member("basePath") else { return };
    let value = member.value();
    let base = value.as_str().unwrap_or_default();
    let trimmed = base.trim_end_matches('/');
    if trimmed.is_empty() || !base.starts_with('/') || document.root_member("x-ntx-basePath").is_some() {
        return;
    }
    let paths = document.paths().gathered();
    if paths.iter().all(|path| rest(*path, trimmed).is_some()) && !paths.is_empty() {
        repeated(findings, member, &paths, trimmed);
    } else if trimmed.len() < base.len() && !paths.is_empty() {
        let message = "`basePath` ends in a slash, and each path begins with one.";
        let because = "The address has both of them, and not all servers take them for one.";
        let diagnostic = findings.add(value, message, because).severity(Severity::Hint);
        diagnostic.safe_fix(format!("Change it to `{trimmed}`"), [Edit::replace(value.span(), encode(trimmed))]);
    }
}

/// What is behind `base` in a path that begins with it.
fn rest(path: Member<'_>, base: &str) -> Option<String> {
    path.name().strip_prefix(base).filter(|rest| rest.starts_with('/')).map(str::to_owned)
}

fn repeated(findings: &mut Findings, member: Member<'_>, paths: &[Member<'_>], base: &str) {
    let message = format!("All paths begin with `{base}`, which `basePath` says already.");
    let because = "The address has it twice, as the path stands behind `basePath`.";
    let diagnostic = findings.add(member.value(), message, because);
    let rests = paths.iter().filter_map(|path| rest(*path, base)).gathered();
    let mut names = Names::default();
    if rests.iter().all(|rest| names.insert(rest.as_str().into())) {
        let mut edits: Vec<Edit> =
            paths.iter().zip(&rests).map(|(path, rest)| edit::rename_member(*path, rest)).gathered();
        if !member.value().is_str(base) {
            edits.push(Edit::replace(member.value().span(), encode(base)));
        }
        diagnostic.review_fix("Remove it from the paths", "All paths are then called without it.", edits);
    }
    let consequence = "The paths then begin right behind the host.";
    diagnostic.review_fix("Remove `basePath`", consequence, [edit::remove_member(member)]);
}
