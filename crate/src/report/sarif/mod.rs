//! SARIF 2.1.0, the format that code hosts and editors read.

mod address;
mod log;
mod regions;
mod rules;

use std::io::{self, Write};

use self::log::{
    ArtifactChange, ArtifactLocation, Driver, Fix, FixProperties, Invocation, Level, Location, Log, LogicalLocation,
    Message, Notification, PhysicalLocation, Region, Replacement, Run, SarifResult, Tool,
};
use self::regions::Regions;
use super::{Checked, Reporter, names};
use crate::diagnostic::{self, Diagnostic, Label};
use crate::text;

/// Writes one log for all files, at the end.
pub struct Sarif<W> {
    out: W,
    results: Vec<SarifResult>,
    notifications: Vec<Notification>,
    all_checked: bool,
}

impl<W: Write> Sarif<W> {
    /// A report that goes to `out`.
    pub fn new(out: W) -> Self {
        Self { out, results: Vec::new(), notifications: Vec::new(), all_checked: true }
    }

    fn notify(&mut self, level: Level, file: &str, text: String) {
        let location = location(&artifact(file), None, None);
        self.notifications.push(Notification { level, message: Message { text }, locations: [location] });
    }
}

impl<W: Write> Reporter for Sarif<W> {
    fn checked(&mut self, checked: &Checked<'_>) -> io::Result<()> {
        let file = File { artifact: artifact(checked.file), regions: Regions::new(checked.text) };
        self.results.extend(checked.report.diagnostics.iter().map(|found| file.result(checked, found)));
        if checked.report.omitted > 0 {
            let text = format!("There are more problems, which are left out: {}.", checked.report.omitted);
            self.notify(Level::Note, checked.file, text);
        }
        Ok(())
    }

    fn unchecked(&mut self, file: &str, reason: &str) -> io::Result<()> {
        self.all_checked = false;
        self.notify(Level::Error, file, reason.to_owned());
        Ok(())
    }

    fn finish(&mut self) -> io::Result<()> {
        let version = env!("CARGO_PKG_VERSION");
        let driver = Driver { name: "xtension-check", version, semantic_version: version, rules: rules::all() };
        let invocation = Invocation {
            execution_successful: self.all_checked,
            tool_execution_notifications: std::mem::take(&mut self.notifications),
        };
        let run = Run {
            tool: Tool { driver },
            invocations: [invocation],
            default_encoding: "UTF-8",
            newline_sequences: ["\r\n", "\n", "\r"],
            column_kind: "utf16CodeUnits",
            results: std::mem::take(&mut self.results),
        };
        let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
        serde_json::to_writer_pretty(&mut self.out, &Log { schema, version: "2.1.0", runs: [run] })?;
        self.out.write_all(b"\n")?;
        self.out.flush()
    }
}

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
        let inserted_content = (!edit.insert.is_empty()).then(|| Message { text: edit.insert.clone() });
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
