//! The messages that are known, and what they mean.

mod call;
mod import;
mod sign_in;

/// A message that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message {
    /// It, as it is usually met. Three dots stand for what differs from case to case.
    pub text: &'static str,
    /// When it is met.
    pub moment: Moment,
    /// The ids of the rules that look for its cause.
    pub rules: &'static [&'static str],
}

/// When people meet a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A file is imported, or looked at by another checker.
    Import,
    /// A connection is made or renewed.
    SignIn,
    /// An action runs.
    Call,
}

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
    /// Whether each error that stops the import can cause it, whichever rule finds it.
    pub(in crate::explain) is_any_error: bool,
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

const NOTHING: Known = Known {
    signs: &[],
    example: "",
    meaning: "",
    unseen: "",
    rules: &[],
    is_any_error: false,
    look: &[],
    source: "",
    is_general: false,
};

/// All messages that are known.
pub(super) fn known() -> impl Iterator<Item = &'static Known> {
    [call::MESSAGES, sign_in::MESSAGES, import::MESSAGES].into_iter().flatten()
}

/// All messages that are known, for people to look through.
pub fn messages() -> impl Iterator<Item = Message> {
    let moments =
        [(Moment::Call, call::MESSAGES), (Moment::SignIn, sign_in::MESSAGES), (Moment::Import, import::MESSAGES)];
    moments.into_iter().flat_map(|(moment, messages)| {
        messages.iter().map(move |known| Message { text: known.example, moment, rules: known.rules })
    })
}
