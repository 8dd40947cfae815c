//! Root keys that stand somewhere else: rules keep quiet about what only that explains.

use crate::json::Member;
use crate::openapi::Document;
use crate::openapi::shape::{Fault, Slip};
use crate::openapi::vocabulary::ObjectKind;

/// The members with that name which belong at the document's root and stand elsewhere.
pub(super) fn root_members<'d, 'a>(
    document: &'d Document<'a>,
    name: &str,
) -> impl Iterator<Item = Member<'a>> + use<'d, 'a> {
    let name = name.to_owned();
    document.shape().problems.iter().filter_map(move |problem| match problem.fault {
        Fault::UnknownKey { member, slip: Slip::BelongsIn(object) }
            if object.kind == ObjectKind::Root && member.is(&name) =>
        {
            Some(member)
        }
        _ => None,
    })
}

/// Whether there is a security definition of that name, in a `securityDefinitions` that stands in the wrong place.
pub(super) fn has_definition(document: &Document<'_>, name: &str) -> bool {
    root_members(document, "securityDefinitions").any(|member| member.value().get(name).is_some())
}
