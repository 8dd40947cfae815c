//! A damaged document's beginning and end.

use super::{Expect, Open, Reader};
use crate::json::recover::scan::{self, Token, TokenKind};
use crate::json::recover::trivia::colon_follows;
use crate::json::recover::word::{self, Place};
use crate::json::syntax::{SyntaxError, SyntaxKind};
use crate::json::tree::Kind;
use crate::text::{Edit, Span};

impl Reader<'_> {
    /// Reads up to the root's value. `false` where there is none.
    pub(super) fn root(&mut self) -> bool {
        let mut token = scan::token(self.text, self.at, Place::Value);
        let named = || colon_follows(self.text, token.span.end as usize);
        let is_fence = self.text.get(token.span.start as usize..).is_some_and(|rest| rest.starts_with("```"));
        match token.kind {
            _ if is_fence || self.is_assigned(&token) => return self.text_before(&token),
            TokenKind::Open(kind) => self.enter(&mut token, kind),
            TokenKind::End => {
                // Comments alone are no document.
                self.errors = vec![SyntaxError::new(SyntaxKind::Empty, Span::default(), Vec::new())];
                return false;
            }
            TokenKind::Text | TokenKind::Bare | TokenKind::Scalar if named() && !self.is_heading(&token) => {
                self.missing_braces(&token);
            }
            TokenKind::Text | TokenKind::Scalar => self.consume(&mut token),
            _ => return self.text_before(&token),
        }
        true
    }

    /// Members without braces around them: `"paths": { … }` alone.
    fn missing_braces(&mut self, token: &Token) {
        let at = token.span.start;
        let rest = self.text.get(at as usize..).unwrap_or_default().trim_end();
        let brace = if rest.contains('\n') { format!("{{{}", self.text.line_end()) } else { "{ ".to_owned() };
        self.push(SyntaxKind::MissingBraces, token.span, vec![Edit::insert(at, brace)]);
        self.open.push(Open {
            kind: Kind::Object,
            expect: Expect::First,
            opener: Span::empty(at),
            indentation: 0,
            inner_indentation: None,
            error: Some(self.errors.len() - 1),
            name: Span::default(),
            value_start: None,
        });
    }

    /// Whether the token is what a script gives the document to: `module.exports = {`.
    fn is_assigned(&self, token: &Token) -> bool {
        let rest = self.text.get(token.span.end as usize..).unwrap_or_default().trim_start_matches(' ');
        let value = rest.strip_prefix('=').map(|value| value.trim_start_matches(' '));
        token.kind == TokenKind::Bare && value.is_some_and(|value| value.starts_with(['{', '[']))
    }

    /// Whether the token begins a sentence such as `JSON:` on a line before the document's first bracket.
    fn is_heading(&self, token: &Token) -> bool {
        let rest = self.text.get(token.span.end as usize..).unwrap_or_default();
        let line_end = rest.find('\n').unwrap_or(rest.len());
        let (line, below) = rest.split_at(line_end);
        token.kind == TokenKind::Bare
            && !line.contains(['{', '[', '"', ','])
            && below.trim_start().starts_with(['{', '[', '`'])
    }

    /// Text before the document goes. `false` where no document follows.
    fn text_before(&mut self, token: &Token) -> bool {
        let start = token.span.start as usize;
        let rest = self.text.get(start..).unwrap_or_default();
        // A Markdown block ends what goes, whatever it begins with.
        let fence = rest
            .find("```")
            .filter(|&at| self.at == 0 && rest.get(..at).is_some_and(|before| !before.contains(['{', '['])));
        let below_fence = fence.and_then(|at| Some(at + rest.get(at..)?.find('\n')? + 1));
        // A place for a value, such as `{{host}}`, begins no document.
        let begins = |at: &usize| rest.get(*at..).is_some_and(|rest| !word::begins_with_placeholder(rest));
        let first = |mark: &&str| rest.match_indices(*mark).map(|found| found.0 + mark.len() - 1).find(begins);
        let own_line = ["\n{", "\n["].iter().filter_map(first).min();
        let Some(length) = below_fence.or(own_line).or_else(|| ["{", "["].iter().find_map(first)) else {
            let line = rest.lines().next().map_or(0, str::len);
            self.push(SyntaxKind::NotJson, Span::new(start as u32, (start + line) as u32), Vec::new());
            return false;
        };
        let end = start + length;
        let prose = Span::new(start as u32, (start + rest.get(..length).unwrap_or_default().trim_end().len()) as u32);
        self.push(SyntaxKind::TextBefore, prose, vec![Edit::delete(Span::new(self.at as u32, end as u32))]);
        self.at = end;
        self.root()
    }

    /// What follows the root's value. `false` where the text is at its end.
    pub(super) fn after_root(&mut self) -> bool {
        let mut token = scan::token(self.text, self.at, Place::Between);
        let end = token.span.end as usize;
        let goes_on = match token.kind {
            TokenKind::Comma => {
                let next = scan::token(self.text, end, Place::Name);
                matches!(next.kind, TokenKind::Text | TokenKind::Bare)
                    && colon_follows(self.text, next.span.end as usize)
            }
            TokenKind::Text | TokenKind::Bare => colon_follows(self.text, end),
            _ => false,
        };
        if let Some(closed) = self.closed.take().filter(|closed| goes_on && closed.open.kind == Kind::Object) {
            // The members that follow show that the bracket before them closed the document too early.
            self.reopen(closed, &token);
            return true;
        }
        match token.kind {
            TokenKind::End => {
                self.accept(&mut token);
                return false;
            }
            TokenKind::Close(_) => {
                self.accept(&mut token);
                self.drop_closer(&token, self.value_end);
                self.value_end = token.span.end;
                if let Some(doubled) = self.doubled.take()
                    && let Some(closer) = self.errors.pop()
                    && let Some(error) = self.errors.get_mut(doubled)
                {
                    error.repair.extend(closer.repair.to_vec());
                }
            }
            _ => {
                let rest = self.text.get(token.span.start as usize..).unwrap_or_default();
                let span = Span::new(token.span.start, token.span.start + rest.trim_end().len() as u32);
                // The file's last line end stays, a blank that JSON does not know does not.
                let kept = rest.len() - rest.trim_end_matches([' ', '\t', '\n', '\r']).len();
                let goes = Span::new(self.value_end, (self.text.len() - kept) as u32);
                self.push(SyntaxKind::TextAfter, span, vec![Edit::delete(goes)]);
                return false;
            }
        }
        true
    }
}
