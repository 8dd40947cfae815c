//! What a rule is, and the two macros that make one from its file.

use super::{Findings, Page};
use crate::diagnostic::{Certainty, Severity};
use crate::nintex::Xtension;

/// A rule: what it is called, how bad its findings are, and where it is written.
pub struct Rule {
    /// Its name in kebab-case: a noun phrase for the problem.
    pub id: &'static str,
    /// How bad its findings are, where it does not say otherwise of one of them.
    pub severity: Severity,
    /// How bad they are at worst.
    pub worst: Severity,
    /// How sure they are.
    pub certainty: Certainty,
    /// The address of the page that says so.
    pub source: &'static str,
    /// Its page in the reference, in Markdown. Empty in wasm: the page ships it apart.
    pub documentation: &'static str,
    pub(super) check: fn(&Xtension<'_>, &mut Findings),
}

impl Rule {
    /// Its page in the reference, taken apart. Empty in wasm.
    pub fn page(&self) -> Page {
        Page::of(self.documentation)
    }

    /// Whether this build of the library has it: without the feature `whole`, it has what finds errors.
    pub(super) const fn is_here(&self) -> bool {
        cfg!(feature = "whole") || matches!(self.worst, Severity::Error)
    }
}

/// The last of one or two: how bad the findings of a rule are at worst.
pub(super) const fn last(severities: &[Severity]) -> Severity {
    match severities {
        [.., worst] => *worst,
        [] => Severity::Hint,
    }
}

/// Makes a file's doc comment, severity, id, certainty and source into its `RULE`; the file's `check` goes with it: it
/// asks for the `Document`, or for the `Xtension` where it reads what Nintex makes of that.
///
/// Where some findings are worse than the others, both are named: `Warning or Error`.
macro_rules! rule {
    ($(#[doc = $line:literal])+ $severity:ident $(or $worst:ident)? $id:literal $certainty:ident from $source:literal) => {
        pub(in $crate::rules) const RULE: $crate::rules::Rule = $crate::rules::Rule {
            id: $id,
            severity: $crate::diagnostic::Severity::$severity,
            worst: $crate::rules::rule::last(&[
                $crate::diagnostic::Severity::$severity,
                $($crate::diagnostic::Severity::$worst,)?
            ]),
            certainty: $crate::diagnostic::Certainty::$certainty,
            source: $source,
            documentation: if cfg!(target_arch = "wasm32") { "" } else { concat!($($line, "\n"),+) },
            check: |xtension, findings| check(xtension.into(), findings),
        };
    };
}
pub(super) use rule;

/// Makes the modules of all rules, the list of them, and a test for each that runs its page.
macro_rules! rules {
    ($($folder:ident { $($rule:ident,)+ })+) => {
        $(mod $folder {
            use super::rule;
            $(pub(super) mod $rule;)+
        })+

        /// Every rule, by folder: a list of one for each, and of none for what this build leaves out.
        pub const RULES: &[&[Rule]] =
            &[$($(if $folder::$rule::RULE.is_here() { &[$folder::$rule::RULE] } else { &[] }),+),+];

        /// The folder of each of [`RULES`]: the object that the rule finds fault with.
        pub const FOLDERS: &[&str] = &[$($(($folder::$rule::RULE.id, stringify!($folder)).1),+),+];

        #[cfg(test)]
        mod examples {
            $(mod $folder {
                $(#[test]
                fn $rule() {
                    $crate::rules::example::run(stringify!($folder), stringify!($rule));
                })+
            })+
        }
    };
}
pub(super) use rules;
