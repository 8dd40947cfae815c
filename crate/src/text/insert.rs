//! What an edit puts into a text.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

/// A text, as a rule one of those that broken texts lack: where a hundred thousand commas and quotes are missing, none of
/// them takes memory besides its edit.
#[derive(Clone, PartialEq, Eq)]
pub struct Insert(Content);

#[derive(Clone, PartialEq, Eq)]
enum Content {
    /// One of [`COMMON`], by its position.
    Common(u8),
    Other(Box<str>),
}

/// What most edits put in.
const COMMON: [&str; 14] = ["", ",", "\"", "\\", ":", "{", "}", "[", "]", "null", "\\\"", " ", ": ", "\"\""];

impl Insert {
    /// The first of [`COMMON`].
    pub const NOTHING: Self = Self(Content::Common(0));
}

impl Deref for Insert {
    type Target = str;

    #[inline(never)]
    fn deref(&self) -> &str {
        match &self.0 {
            Content::Common(position) => COMMON.get(usize::from(*position)).copied().unwrap_or_default(),
            Content::Other(text) => text,
        }
    }
}

impl From<&str> for Insert {
    #[inline(never)]
    fn from(text: &str) -> Self {
        Self(match (0..).zip(COMMON).find(|(_, common)| *common == text) {
            Some((position, _)) => Content::Common(position),
            None => Content::Other(text.into()),
        })
    }
}

impl From<String> for Insert {
    #[inline(never)]
    fn from(text: String) -> Self {
        Self::from(&*text)
    }
}

impl From<Cow<'_, str>> for Insert {
    fn from(text: Cow<'_, str>) -> Self {
        match text {
            Cow::Borrowed(text) => text.into(),
            Cow::Owned(text) => text.into(),
        }
    }
}

impl fmt::Debug for Insert {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for Insert {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_kept_as_it_is() {
        for text in COMMON.into_iter().chain(["é", ",,", "日本語", "additionalProperties"]) {
            assert_eq!(&*Insert::from(text), text);
            assert_eq!(Insert::from(text.to_owned()), Insert::from(text));
        }
    }

    #[test]
    fn a_common_text_takes_no_more_than_where_another_one_is() {
        assert_eq!(size_of::<Insert>(), size_of::<Box<str>>());
    }
}
