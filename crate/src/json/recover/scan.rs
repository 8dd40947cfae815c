//! Tokens of a damaged text. Looking at one changes nothing, so that any of them can be looked at twice.

use super::character::is_opening_quote;
use super::source::Source;
use super::word::{self, Place, Word};
use super::{quoted, trivia};
use crate::json::syntax::{SyntaxError, SyntaxKind};
use crate::json::tree::Kind;
use crate::text::{Edit, Span};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// `{` or `[`.
    Open(Kind),
    /// `}` or `]`.
    Close(Kind),
    Comma,
    Colon,
    /// A string, whatever its quotes.
    Text,
    /// A number, `true`, `false` or `null`.
    Scalar,
    /// Text without quotes.
    Bare,
    /// `...` or `…`.
    Ellipsis,
    /// `;`
    Semicolon,
    /// `=` or `=>`.
    Equals,
    /// Anything else.
    Stray,
    End,
}

/// A token with what stands before it.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) span: Span,
    /// The first token of its line.
    pub(super) first_on_line: bool,
    /// What is wrong with it and with the white space before it.
    pub(super) errors: Vec<SyntaxError>,
}

/// The token at or after byte `at` of `text`.
pub(super) fn token(text: &Source<'_>, at: usize, place: Place) -> Token {
    let mut errors = Vec::new();
    let (start, new_line) = trivia::skip(text, at, &mut errors);
    let rest = text.get(start..).unwrap_or_default();
    let mut kind = TokenKind::Stray;
    let mut end = start;
    match rest.chars().next() {
        None => kind = TokenKind::End,
        // What begins with the text's last quote was cut off before it began.
        Some(first)
            if is_opening_quote(first)
                && start > 0
                && rest.get(first.len_utf8()..).is_some_and(|rest| rest.trim_start().is_empty()) =>
        {
            end += first.len_utf8();
        }
        Some(first) if is_opening_quote(first) => {
            kind = TokenKind::Text;
            end = quoted::read(text, start, place == Place::Name, &mut errors);
        }
        Some(first) => {
            end += first.len_utf8();
            match first {
                '{' if place == Place::Value && word::begins_with_placeholder(rest) => {
                    (kind, end) = bare(text, start, place, &mut errors).unwrap_or((kind, end));
                }
                '{' => kind = TokenKind::Open(Kind::Object),
                '[' => kind = TokenKind::Open(Kind::Array),
                '(' if place == Place::Value && begins_items(rest) => {
                    kind = TokenKind::Open(Kind::Array);
                    let span = Span::new(start as u32, end as u32);
                    errors.push(SyntaxError::new(SyntaxKind::WrongOpener, span, vec![Edit::replace(span, "[")]));
                }
                // What it closes is for the reader to say.
                ')' => {}
                '}' => kind = TokenKind::Close(Kind::Object),
                ']' => kind = TokenKind::Close(Kind::Array),
                ',' => kind = TokenKind::Comma,
                ':' => kind = TokenKind::Colon,
                ';' => kind = TokenKind::Semicolon,
                // A line that marks something, not one of the signs that people write for a colon.
                '=' if rest.starts_with("===") => end = start + rest.len() - rest.trim_start_matches('=').len(),
                '=' => {
                    kind = TokenKind::Equals;
                    end += usize::from(rest.starts_with("=>"));
                }
                '…' => kind = TokenKind::Ellipsis,
                '.' if rest.starts_with("...") => {
                    kind = TokenKind::Ellipsis;
                    end = start + rest.len() - rest.trim_start_matches('.').len();
                }
                _ => {
                    (kind, end) = bare(text, start, place, &mut errors).unwrap_or((kind, end));
                }
            }
        }
    }
    Token { kind, span: Span::new(start as u32, end as u32), first_on_line: new_line || at == 0, errors }
}

/// Whether what follows the parenthesis with which `rest` begins are items of a list, and no words.
fn begins_items(rest: &str) -> bool {
    let next = rest.trim_start_matches('(').trim_start().chars().next();
    next.is_some_and(|next| {
        is_opening_quote(next) || next.is_ascii_digit() || matches!(next, '{' | '[' | '-' | '.' | '…' | ')')
    })
}

/// What stands without quotes at byte `start`, and where it ends.
fn bare(text: &Source<'_>, start: usize, place: Place, errors: &mut Vec<SyntaxError>) -> Option<(TokenKind, usize)> {
    let (kind, damage) = match word::read(text, start, place)? {
        Word::Scalar(damage) => (TokenKind::Scalar, damage),
        Word::Bare(damage) => (TokenKind::Bare, damage),
    };
    let span = Span::new(start as u32, damage.end as u32);
    if let Some((kind, replacement)) = damage.repair {
        errors.push(SyntaxError::new(kind, span, vec![Edit::replace(span, replacement)]));
    }
    Some((kind, damage.end))
}

impl Token {
    /// The error of kind `kind` for this token, mended by `repair`.
    pub(super) fn error(&self, kind: SyntaxKind, repair: Vec<Edit>) -> SyntaxError {
        SyntaxError::new(kind, self.span, repair)
    }
}
