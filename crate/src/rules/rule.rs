//! What a rule is, and the two macros that make one from its file.

use super::{Findings, Page};
use crate::diagnostic::{Certainty, Severity};
use crate::openapi::Document;

/// A rule: what it is called, how bad its findings are, and where it is written.
pub struct Rule {
    /// Its name in kebab-case: a noun phrase for the problem.
    pub id: &'static str,
    /// How bad its findings are, where it does not say otherwise of one of them.
    pub severity: Severity,
    /// How sure they are.
    pub certainty: Certainty,
    /// The address of the page that says so.
    pub source: &'static str,
    /// Its page in the reference, in Markdown. Empty in wasm: the page ships it apart.
    pub documentation: &'static str,
    pub(super) check: fn(&Document<'_>, &mut Findings),
}

impl Rule {
    /// Its page in the reference, taken apart. Empty in wasm.
    pub fn page(&self) -> Page {
        Page::of(self.documentation)
    }
}

/// Makes a file's doc comment, severity, id, certainty and source into its `RULE`; the file's `check` goes with it.
macro_rules! rule {
    ($(#[doc = $line:literal])+ $severity:ident $id:literal $certainty:ident from $source:literal) => {
        pub(super) const RULE: $crate::rules::Rule = $crate::rules::Rule {
            id: $id,
            severity: $crate::diagnostic::Severity::$severity,
            certainty: $crate::diagnostic::Certainty::$certainty,
            source: $source,
            documentation: if cfg!(target_arch = "wasm32") { "" } else { concat!($($line, "\n"),+) },
            check,
        };
    };
}
pub(super) use rule;

/// Makes the modules of all rules, the list of them, and a test for each that runs its page.
macro_rules! rules {
    ($($folder:ident { $($rule:ident,)+ })+) => {
        $(mod $folder {
            use super::rule;
            $(mod $rule;)+
            pub(super) const RULES: &[super::Rule] = &[$($rule::RULE),+];
        })+

        /// Every rule, by folder.
        pub const RULES: &[&[Rule]] = &[$($folder::RULES),+];

        /// The folders, in the order of [`RULES`]: the objects that the rules find fault with.
        pub const FOLDERS: &[&str] = &[$(stringify!($folder)),+];

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
