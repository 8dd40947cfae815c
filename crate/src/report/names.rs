//! What severities and kinds of fixes are called in reports.

use crate::diagnostic::{Safety, Severity};

pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    }
}

pub(super) fn applicability(safety: Safety) -> &'static str {
    match safety {
        Safety::Safe => "safe",
        Safety::Review => "review",
        Safety::Template => "template",
    }
}
