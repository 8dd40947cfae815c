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
        Some(first) if is_opening_quote(first) => {
            kind = TokenKind::Text;
            end = quoted::read(text, start, place == Place::Name, &mut errors);
        }
        Some(first) => {
            end += first.len_utf8();
            match first {
                '{' => kind = TokenKind::Open(Kind::Object),
                '[' => kind = TokenKind::Open(Kind::Array),
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
                    if let Some(found) = word::read(text, start, place) {
                        kind = match found {
                            Word::Scalar(_) => TokenKind::Scalar,
                            Word::Bare(_) => TokenKind::Bare,
                        };
                        let (Word::Scalar(damage) | Word::Bare(damage)) = found;
                        end = damage.end;
                        let span = Span::new(start as u32, end as u32);
                        if let Some((kind, replacement)) = damage.repair {
                            errors.push(SyntaxError::new(kind, span, vec![Edit::replace(span, replacement)]));
                        }
                    }
                }
            }
        }
    }
    Token { kind, span: Span::new(start as u32, end as u32), first_on_line: new_line || at == 0, errors }
}

impl Token {
    /// The error of kind `kind` for this token, mended by `repair`.
    pub(super) fn error(&self, kind: SyntaxKind, repair: Vec<Edit>) -> SyntaxError {
        SyntaxError::new(kind, self.span, repair)
    }
}
