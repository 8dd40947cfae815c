use crate::json::edit;
use crate::json::{Member, Value};
use crate::openapi::Document;
use crate::openapi::shape::{Fault, Slip};
use crate::openapi::vocabulary::{INFO, ObjectKind, ROOT};
use crate::rules::wording::{capitalize, describe};
use crate::rules::draft::Draft;
use crate::rules::{Findings, problems};
use crate::text::Gather;

super::rule! {
    /// The document has no `info`.
    ///
    /// `info` has the name of the API, which becomes the name of the connector, and the version of the description.
    /// OpenAPI 2.0 demands both. The samples on Nintex's help page about OAuth 2.0 leave them out.
    ///
    /// ## Bad
    /// ```json
    /// «{»
    ///   "swagger": "2.0",
    ///   "host": "api.directory.example.com",
    ///   "paths": {}
    /// }
    /// ```
    /// ## Fix: Add `info` with the title `Directory`
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "info": {
    ///     "title": "Directory",
    ///     "version": "1.0.0"
    ///   },
    ///   "host": "api.directory.example.com",
    ///   "paths": {}
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// «{»
    ///   "swagger": "2.0"
    /// }
    /// ```
    /// ## Fix: Add `info`
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "info": {
    ///     "title": "Name of the API",
    ///     "version": "1.0.0"
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// «{»
    ///   "swagger": "2.0",
    ///   "title": "Directory",
    ///   "paths": {}
    /// }
    /// ```
    /// ## Fix: Add `info` with the title `Directory`
    /// ```json
    /// {
    ///   "swagger": "2.0",
    ///   "info": {
    ///     "title": "Directory",
    ///     "version": "1.0.0"
    ///   },
    ///   "paths": {}
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// { "swagger": "2.0", "info": { "title": "Directory", "version": "1.0.0" }, "paths": {} }
    /// ```
    Error "info-missing" Documented from "https://spec.openapis.org/oas/v2.0#info-object"
}

const BLANK: &str = "Name of the API";
const BECAUSE: &str = "Nintex takes the connector's name from `info`, and refuses a document without it.";

fn check(document: &Document<'_>, findings: &mut Findings) {
    for problem in &document.shape().problems {
        if problem.object.kind != ObjectKind::Root || problem.key.is_none_or(|key| key.name != "info") {
            continue;
        }
        match problem.fault {
            Fault::MissingKey { holder } if !is_elsewhere(document) => missing(document, findings, holder),
            Fault::WrongType { value, .. } => {
                let message = format!("`info` must be an object with a title and a version, but is {}.", describe(value));
                let diagnostic = findings.add(value, message, BECAUSE);
                let title = value.as_str().filter(|text| !text.trim().is_empty());
                let info = info(title.as_deref().unwrap_or(BLANK), &[]);
                let edits = [edit::replace_value(value, &info)];
                match title {
                    Some(title) => diagnostic.safe_fix(format!("Make it the title `{title}`"), edits),
                    None => diagnostic.template_fix("Write title and version", "", edits, BLANK),
                };
            }
            _ => {}
        }
    }
}

/// Whether there is an `info` that only stands in the wrong place.
fn is_elsewhere(document: &Document<'_>) -> bool {
    document.meant_for_root("info").is_some()
}

fn missing(document: &Document<'_>, findings: &mut Findings, root: Value<'_>) {
    let diagnostic = findings.add((problem_span(root), root), "The document has no `info`: no title and no version.", BECAUSE);
    let strays = strays(document);
    let said = strays.iter().find(|stray| stray.is("title")).and_then(|title| title.value().as_str());
    let title = said.map(std::borrow::Cow::into_owned).or_else(|| title_from_address(document));
    let info = info(title.as_deref().unwrap_or(BLANK), &strays);
    let mut edits = edit::remove_members(root, |member| strays.iter().any(|stray| stray.span() == member.span()));
    edits.push(edit::insert_member(root, problems::position(&ROOT, root, "info"), "info", &info));
    match title {
        Some(title) => diagnostic.review_fix(
            format!("Add `info` with the title `{title}`"),
            "The connector gets this name; it can be changed when it is imported.",
            edits,
        ),
        None => diagnostic.template_fix("Add `info`", "The connector gets the name that you write.", edits, BLANK),
    };
}

fn problem_span(root: Value<'_>) -> crate::text::Span {
    crate::text::Span::new(root.span().start, (root.span().start + 1).min(root.span().end))
}

/// The members of the root that belong in `info`.
fn strays<'a>(document: &Document<'a>) -> Vec<Member<'a>> {
    let problems = document.shape().problems.iter();
    problems
        .filter_map(|problem| match problem.fault {
            Fault::UnknownKey { member, slip: Slip::BelongsIn(object) }
                if object.kind == ObjectKind::Info && problem.object.kind == ObjectKind::Root =>
            {
                Some(member)
            }
            _ => None,
        })
        .gathered()
}

/// An `info` with that title and what else there is for it.
fn info(title: &str, strays: &[Member<'_>]) -> String {
    let mut draft = Draft::default();
    draft.add_text("title", title);
    if !strays.iter().any(|stray| stray.is("version")) {
        draft.add_text("version", "1.0.0");
    }
    for stray in strays.iter().filter(|stray| !stray.is("title") && INFO.allows(&stray.name())) {
        draft.copy(*stray);
    }
    draft.finish()
}

/// The name that the host suggests: `Directory` for `api.directory.example.com`.
fn title_from_address(document: &Document<'_>) -> Option<String> {
    let host = document.root()?.get_str("host")?;
    let name = host.trim().split(':').next().unwrap_or_default();
    let mut labels: Vec<&str> = name.split('.').gathered();
    // The last one is that of a country or the like and names nobody.
    labels.pop()?;
    let label = labels.into_iter().find(|label| !matches!(*label, "api" | "www" | "apis" | "rest" | "gateway"))?;
    let is_name = label.len() > 2 && label.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-');
    is_name.then(|| capitalize(label))
}
