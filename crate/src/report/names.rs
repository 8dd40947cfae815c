//! What severities, kinds of fixes and kinds of evidence are called in reports.

use crate::diagnostic::{Certainty, Safety, Severity};
use crate::openapi::Offer;

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

pub(super) fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Documented => "documented",
        Certainty::Observed => "observed",
        Certainty::Inferred => "inferred",
    }
}

pub(super) fn offer(offer: Offer) -> &'static str {
    match offer {
        Offer::Convert => "convert",
        Offer::Explain => "explain",
        Offer::Sample => "sample",
        Offer::Schema => "schema",
        Offer::New => "new",
    }
}

/// The same in the words of people.
pub(super) fn evidence(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Documented => "documented",
        Certainty::Observed => "seen in practice",
        Certainty::Inferred => "inferred",
    }
}
