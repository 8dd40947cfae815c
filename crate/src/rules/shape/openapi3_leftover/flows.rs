//! `flows`: in OpenAPI 2.0 a definition has one flow.

use super::removal;
use crate::diagnostic::Diagnostic;
use crate::json::{Member, Value, fragment};
use crate::rules::draft::Draft;
use crate::rules::oauth;
use crate::text::Gather;

/// Offers one fix for each flow.
pub(super) fn offer(diagnostic: &mut Diagnostic, member: Member<'_>) {
    let flows: Vec<_> = member.value().members().filter_map(named).gathered();
    // Those that Nintex has come first.
    for wanted in ["accessCode", "application", "implicit", "password"] {
        for (name, flow) in flows.iter().filter(|(name, _)| *name == wanted) {
            let mut draft = Draft::default();
            draft.add_text("flow", name);
            for key in ["authorizationUrl", "tokenUrl", "scopes"] {
                if let Some(value) = flow.get(key) {
                    draft.add(key, fragment(value));
                }
            }
            draft.without_those_of(member.object());
            let consequence = if flows.len() > 1 {
                "The other flows are lost: a definition has one."
            } else {
                "The definition then says the same in the words of OpenAPI 2.0."
            };
            diagnostic.review_fix(format!("Write it as the flow `{name}`"), consequence, draft.instead_of(member));
        }
    }
    if diagnostic.fixes.is_empty() {
        removal::offer(diagnostic, member);
    }
}

fn named(flow: Member<'_>) -> Option<(&'static str, Value<'_>)> {
    let name = flow.name();
    let same = ["accessCode", "application", "implicit", "password"].into_iter().find(|known| *known == name);
    Some((oauth::flow_in_version_2(&name).or(same)?, flow.value()))
}
