//! What OpenAPI 2.0 cannot say at all.

use crate::diagnostic::Diagnostic;
use crate::json::{Member, edit};

/// Offers to remove `member`.
pub(super) fn offer(diagnostic: &mut Diagnostic, member: Member<'_>) {
    diagnostic.review_fix(
        format!("Remove `{}`", member.name()),
        "What it says is lost; OpenAPI 2.0 has no other way to say it here.",
        [edit::remove_member(member)],
    );
}
