//! The messages that are known, and what they mean.

mod call;
mod import;
mod sign_in;

/// A message, or several that mean the same.
pub(in crate::explain) struct Known {
    /// What it is known by: one of these, as [`Sign`](crate::explain::words::Sign) reads them.
    pub(in crate::explain) signs: &'static [&'static str],
    /// The message as it is usually met, to be shown where another one is not known.
    pub(in crate::explain) example: &'static str,
    /// What it means.
    pub(in crate::explain) meaning: &'static str,
    /// What cannot be seen in a file, and what to do about it.
    pub(in crate::explain) unseen: &'static str,
    /// The rules that look for it.
    pub(in crate::explain) rules: &'static [&'static str],
    /// Where else to look.
    pub(in crate::explain) look: &'static [Look],
    /// Where this can be read.
    pub(in crate::explain) source: &'static str,
    /// Whether it says little, and gives way to any other message that stands in the same text.
    pub(in crate::explain) is_general: bool,
}

/// A place to look at.
pub(in crate::explain) enum Look {
    /// Members of that name.
    Key(&'static str),
    /// Members of that name and with that string.
    Value(&'static str, &'static str),
}

const NOTHING: Known =
    Known { signs: &[], example: "", meaning: "", unseen: "", rules: &[], look: &[], source: "", is_general: false };

/// All messages that are known.
pub(super) fn known() -> impl Iterator<Item = &'static Known> {
    [call::MESSAGES, sign_in::MESSAGES, import::MESSAGES].into_iter().flatten()
}
