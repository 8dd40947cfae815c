//! What the rules about credentials that are sent twice share: a field asks for what the connection sends by itself.

use crate::diagnostic::{Diagnostic, Safety};
use crate::json::Member;
use crate::json::edit::{self, Position};
use crate::openapi::{Document, Level, Operation, Parameter, Requirement, SecurityDefinition};
use crate::text::{Edit, Gather};

/// A parameter that asks for what the connection sends, and the operations in which that happens.
pub(super) struct DoubledCredential<'d, 'a> {
    /// The parameter.
    pub(super) parameter: Parameter<'a>,
    /// The operations that have it and sign in: one, or several where it is listed for their path.
    pub(super) operations: Vec<&'d Operation<'a>>,
    /// What the first of them asks for.
    pub(super) requirement: Requirement<'a>,
    /// The security definition behind that.
    pub(super) definition: &'d SecurityDefinition<'a>,
}

/// So many of an operation's requirements are looked at: nobody signs in in more ways.
const MOST: usize = 100;

/// All parameters that `is_sent` finds to be what a definition sends, in the order of the text.
pub(super) fn find<'d, 'a>(
    document: &'d Document<'a>,
    is_sent: impl Fn(&SecurityDefinition<'a>, &Parameter<'a>) -> bool,
) -> Vec<DoubledCredential<'d, 'a>> {
    let mut found: Vec<DoubledCredential<'d, 'a>> = Vec::new();
    for operation in document.operations() {
        for &requirement in operation.security.requirements.iter().take(MOST) {
            let Some(definition) = document.security_definition(&requirement.name()) else { continue };
            for &parameter in operation.parameters.iter().filter(|parameter| is_sent(definition, parameter)) {
                match found.iter_mut().rev().find(|known| known.parameter.site == parameter.site) {
                    Some(known) if known.operations.iter().any(|known| known.value() == operation.value()) => {}
                    Some(known) => known.operations.push(operation),
                    None => found.push(DoubledCredential {
                        parameter,
                        operations: vec![operation],
                        requirement,
                        definition,
                    }),
                }
            }
        }
    }
    found
}

impl DoubledCredential<'_, '_> {
    /// The operations in words: "`createPackage`" or "`a`, `b` and 3 more".
    pub(super) fn operations_in_words(&self) -> String {
        let names: Vec<String> =
            self.operations.iter().take(2).map(|operation| format!("`{}`", operation.label())).gathered();
        match self.operations.len() - names.len() {
            0 => names.join(" and "),
            more => format!("{} and {more} more", names.join(", ")),
        }
    }

    /// Offers both ways out, the better one first by what the parameter says of itself.
    pub(super) fn offer_fixes(&self, diagnostic: &mut Diagnostic) {
        if self.comes_from_a_step() {
            self.offer_switching_off(diagnostic);
            self.offer_removing(diagnostic);
        } else {
            self.offer_removing(diagnostic);
            self.offer_switching_off(diagnostic);
        }
    }

    fn offer_removing(&self, diagnostic: &mut Diagnostic) {
        let consequence = match self.parameter.level {
            Level::Operation => "The action loses this field; the connection alone signs in.",
            Level::PathItem => "All actions of this path lose the field; the connection alone signs in.",
        };
        let edits = edit::remove_item(self.parameter.site).into_iter().gathered();
        diagnostic.review_fix("Remove the parameter and let the connection sign in", consequence, edits);
    }

    fn offer_switching_off(&self, diagnostic: &mut Diagnostic) {
        let edits = self.operations.iter().map(|operation| switch_off(operation));
        diagnostic.fix(
            Safety::Review,
            "Keep the parameter and switch the connection's security off here",
            "The workflow must fill the field, for example with a token from an earlier action.",
            edits.gathered(),
        );
    }

    /// Whether the parameter's own words say that its value is made by the workflow.
    fn comes_from_a_step(&self) -> bool {
        const SIGNS: [&str; 9] = [
            "step",
            "previous",
            "earlier",
            "returned by",
            "scope token",
            "scope_token",
            "token from",
            "response of",
            "obtained from",
        ];
        ["description", "x-ntx-summary", "x-ntx-sublabel", "x-ntx-subtext"]
            .iter()
            .filter_map(|key| self.parameter.value.get_str(key))
            .any(|text| SIGNS.iter().any(|sign| text.to_ascii_lowercase().contains(sign)))
    }
}

/// Makes the operation sign in with nothing: `"security": []`.
fn switch_off(operation: &Operation<'_>) -> Edit {
    if let Some(own) = operation.value().member_named("security") {
        return edit::replace_value(own.value(), "[]");
    }
    let before = ["operationId", "description", "summary"];
    let neighbour: Option<Member<'_>> = before.iter().find_map(|key| operation.value().member_named(key));
    edit::insert_member(operation.value(), neighbour.map_or(Position::First, Position::After), "security", "[]")
}
