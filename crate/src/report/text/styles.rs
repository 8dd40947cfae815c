//! The colours of the text report.

use anstyle::{AnsiColor, Style};

use crate::diagnostic::Severity;

/// One style for each part of the report.
#[derive(Clone, Copy, Default)]
pub(super) struct Styles {
    error: Style,
    warning: Style,
    hint: Style,
    /// The message beside the severity, and what stands before notes.
    pub(super) strong: Style,
    /// Line numbers, the gutter, and the labels of related places.
    pub(super) gutter: Style,
}

impl Styles {
    /// The styles of a terminal.
    pub(super) fn coloured() -> Self {
        Self {
            error: AnsiColor::BrightRed.on_default().bold(),
            warning: AnsiColor::Yellow.on_default().bold(),
            hint: AnsiColor::BrightCyan.on_default().bold(),
            strong: Style::new().bold(),
            gutter: AnsiColor::BrightBlue.on_default().bold(),
        }
    }

    /// The style of a severity and of the place that it blames.
    pub(super) fn of(&self, severity: Severity) -> Style {
        match severity {
            Severity::Error => self.error,
            Severity::Warning => self.warning,
            Severity::Hint => self.hint,
        }
    }
}
