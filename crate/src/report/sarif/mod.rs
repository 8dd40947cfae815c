//! SARIF 2.1.0, the format that code hosts and editors read.

mod address;
mod log;
mod regions;
mod rules;

#[cfg(feature = "cli")]
mod write;

use serde::Serialize;

use self::log::{
    Artifact, ArtifactChange, ArtifactLocation, Driver, Fix, FixProperties, Hashes, Invocation, Level, Location, Log,
    LogicalLocation, Message, Notification, PhysicalLocation, Region, Replacement, Run, RunProperties, SarifResult,
    Suppression, Tool,
};
use self::regions::Regions;
#[cfg(feature = "cli")]
pub use self::write::Sarif;
use super::{Checked, Facts, Note, names};
use crate::diagnostic::{self, Diagnostic, Label};
use crate::text;

/// What goes into one log for any number of files.
#[derive(Default)]
struct Gathered {
    artifacts: Vec<Artifact>,
    results: Vec<SarifResult>,
    notifications: Vec<Notification>,
    some_unchecked: bool,
    fixed: Vec<String>,
}

impl Gathered {
    fn add(&mut self, checked: &Checked<'_>) {
        let file = File { artifact: artifact(checked.file), regions: Regions::new(checked.text) };
        self.results.extend(checked.report.diagnostics.iter().map(|found| file.result(checked, found)));
        if checked.report.omitted > 0 {
            let text = format!("There are more problems, which are left out: {}.", checked.report.omitted);
            self.notify(Level::Note, checked.file, text);
        }
        let Facts { sha256, fixed, conversion, .. } = checked.facts;
        for Note { kind, message, because, .. } in conversion.iter().flat_map(|conversion| &conversion.notes) {
            let text = format!("{kind} by the conversion: {message} {because}");
            self.notify(Level::Note, checked.file, text.trim_end().to_owned());
        }
        if !sha256.is_empty() {
            let hashes = Hashes { sha256: sha256.clone() };
            self.artifacts.push(Artifact { location: file.artifact, length: checked.text.len(), hashes });
        }
        self.fixed.extend_from_slice(fixed);
    }

    fn notify(&mut self, level: Level, file: &str, text: String) {
        let location = location(&artifact(file), None, None);
        self.notifications.push(Notification { level, message: Message { text }, locations: [location] });
    }

    fn log(self) -> Log {
        let version = env!("CARGO_PKG_VERSION");
        let driver = Driver { name: "xtension-check", version, semantic_version: version, rules: rules::all() };
        let invocation =
            Invocation { execution_successful: !self.some_unchecked, tool_execution_notifications: self.notifications };
        let run = Run {
            tool: Tool { driver },
            invocations: [invocation],
            artifacts: self.artifacts,
            default_encoding: "UTF-8",
            newline_sequences: ["\r\n", "\n", "\r"],
            column_kind: "utf16CodeUnits",
            results: self.results,
            properties: (!self.fixed.is_empty()).then_some(RunProperties { fixed: self.fixed }),
        };
        let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
        Log { schema, version: "2.1.0", runs: [run] }
    }
}

/// The log on one file, for who writes JSON in another way.
pub fn log(checked: &Checked<'_>) -> impl Serialize + use<> {
    let mut gathered = Gathered::default();
    gathered.add(checked);
    gathered.log()
}

const IGNORED: Suppression =
    Suppression { kind: "external", status: "accepted", justification: "Ignored in the browser that checked it." };

/// A file whose findings become results.
struct File<'t> {
    artifact: ArtifactLocation,
    regions: Regions<'t>,
}

impl File<'_> {
    fn result(&self, checked: &Checked<'_>, found: &Diagnostic) -> SarifResult {
        let mut place = location(&self.artifact, Some(self.regions.to_show(found.span)), None);
        if !found.pointer.is_empty() {
            place.logical_locations.push(LogicalLocation { fully_qualified_name: found.pointer.clone() });
        }
        SarifResult {
            rule_id: found.rule,
            rule_index: rules::index(found.rule),
            level: rules::level(found.severity),
            message: Message { text: sentences(&found.message, &found.because) },
            locations: [place],
            suppressions: checked.facts.ignores(found).then_some([IGNORED]),
            related_locations: found.related.iter().map(|label| self.related(label)).collect(),
            fixes: checked.fixes(found).map(|fix| self.fix(fix)).collect(),
        }
    }

    fn related(&self, label: &Label) -> Location {
        location(&self.artifact, Some(self.regions.to_show(label.span)), Some(label.message.clone()))
    }

    fn fix(&self, fix: &diagnostic::Fix) -> Fix {
        let replacements = fix.edits.as_slice().iter().map(|edit| self.replacement(edit)).collect();
        let title = format!("{}{}", fix.title, if fix.consequence.is_empty() { "" } else { "." });
        Fix {
            description: Message { text: sentences(&title, &fix.consequence) },
            artifact_changes: [ArtifactChange { artifact_location: self.artifact.clone(), replacements }],
            properties: FixProperties { applicability: names::applicability(fix.safety) },
        }
    }

    fn replacement(&self, edit: &text::Edit) -> Replacement {
        let inserted_content = (!edit.insert.is_empty()).then(|| Message { text: edit.insert.to_string() });
        Replacement { deleted_region: self.regions.to_replace(edit.span), inserted_content }
    }
}

fn artifact(file: &str) -> ArtifactLocation {
    ArtifactLocation { uri: address::address(file) }
}

fn location(artifact: &ArtifactLocation, region: Option<Region>, message: Option<String>) -> Location {
    Location {
        physical_location: PhysicalLocation { artifact_location: artifact.clone(), region },
        logical_locations: Vec::new(),
        message: message.map(|text| Message { text }),
    }
}

/// Two sentences, of which the second may be empty.
fn sentences(first: &str, second: &str) -> String {
    if second.is_empty() { first.to_owned() } else { format!("{first} {second}") }
}
