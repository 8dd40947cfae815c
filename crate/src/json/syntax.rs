//! What can be wrong with a text that should be JSON.

use super::repair::Repair;
use crate::text::{Edit, Span};

/// One thing that is wrong with a text, and the edits that mend it.
///
/// The repairs of all errors of a text together make it sound JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// What it is.
    pub kind: SyntaxKind,
    /// The smallest thing to blame.
    pub span: Span,
    /// A second place that has to do with it: the bracket that is not closed, for one.
    pub related: Option<Span>,
    /// What mends it; empty where nothing can.
    pub repair: Repair,
    /// Of an error about brackets: the lines around it leave no other place for them.
    pub is_evident: bool,
}

impl SyntaxError {
    #[inline(never)]
    pub(super) fn new(kind: SyntaxKind, span: Span, repair: Vec<Edit>) -> Self {
        Self { kind, span, related: None, repair: repair.into(), is_evident: false }
    }

    /// Whether brackets do not match here. `text` is the one with the error.
    pub fn is_about_brackets(&self, text: &str) -> bool {
        let is_stray = self.kind == SyntaxKind::StrayCharacter && matches!(self.span.of(text), "{" | "[" | "}" | "]");
        is_stray || self.kind.is_about_brackets()
    }
}

/// The kinds of damage. Each is spoken of by the rule `json-…` of the same name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SyntaxKind {
    /// Nothing but white space.
    Empty,
    /// Something else than JSON: YAML, XML, prose.
    NotJson,
    /// So much is wrong with it that it is no use to mend it. `json-not-json` speaks of it.
    BeyondRepair,
    /// More brackets are open at once than [`super::DEPTH_LIMIT`].
    TooDeep,
    /// A document with a backslash before each of its quotes.
    EscapedDocument,
    /// What a version control system leaves where two versions could not be brought together. `related` is the line
    /// between the two.
    MergeConflict,
    /// Something stands before the document.
    TextBefore,
    /// Something stands after the document.
    TextAfter,
    /// U+FEFF at the very beginning.
    ByteOrderMark,
    /// White space outside strings that JSON does not know: no-break and zero-width spaces.
    OddWhiteSpace,
    /// `//`, `#` or `/* */`.
    Comment,
    /// `...`, `[...]` or `{...}` of a documentation sample.
    Ellipsis,
    /// A comma before a closing bracket.
    TrailingComma,
    /// A comma with nothing before it.
    SurplusComma,
    /// Two members or items without a comma between them.
    MissingComma,
    /// `;` where a comma belongs.
    WrongComma,
    /// A name and a value without a colon between them.
    MissingColon,
    /// `=`, `=>`, `;` or `,` where a colon belongs.
    WrongColon,
    /// A member without a name.
    MissingName,
    /// A member without a value.
    MissingValue,
    /// A string that begins with a quote and does not end with one.
    UnclosedString,
    /// A string that ends with a quote and does not begin with one.
    UnopenedString,
    /// A quote inside a string without a backslash before it.
    QuoteInString,
    /// `"a" + "b"`
    Concatenation,
    /// A tab, a line end or another control character inside a string.
    ControlCharacter,
    /// A backslash before a character that JSON does not escape.
    BadEscape,
    /// `'…'`
    SingleQuotes,
    /// `“…”` and their kind.
    TypographicQuotes,
    /// A name or text without any quotes.
    Unquoted,
    /// `True`, `None`, `undefined` and their kind.
    ForeignLiteral,
    /// `01`, `.5`, `+1`, `0x1F`.
    BadNumber,
    /// An object's members without their braces around them.
    MissingBraces,
    /// An opening bracket that is not there.
    MissingOpener,
    /// `[` where the content asks for `{`.
    WrongOpener,
    /// A closing bracket that is not there.
    MissingCloser,
    /// `]` for `}` or the other way round.
    WrongCloser,
    /// A closing bracket that closes nothing.
    SurplusCloser,
    /// A character that means nothing here.
    StrayCharacter,
}

impl SyntaxKind {
    /// Whether brackets do not match, so that what belongs to what is a guess.
    pub fn is_about_brackets(self) -> bool {
        matches!(
            self,
            Self::MissingBraces
                | Self::MissingOpener
                | Self::WrongOpener
                | Self::MissingCloser
                | Self::WrongCloser
                | Self::SurplusCloser
                | Self::TextAfter
        )
    }
}
