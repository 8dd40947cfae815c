//! Closing brackets that are missing, wrong, or too many.

use super::{Closed, Comma, Expect, Mismatch, Misplaced, Open, Reader};
use crate::json::recover::scan::{Token, TokenKind};
use crate::json::syntax::{SyntaxError, SyntaxKind};
use crate::json::tree::Kind;
use crate::text::{Edit, Span};

/// What the indentation of a line says other than the brackets before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Oddity {
    /// The bracket with which it begins closes nothing.
    SurplusCloser,
    /// All but the `keep` outermost of what is open should be closed before it.
    MissingClosers { keep: usize },
    /// What was closed last should not be closed before it.
    ClosedTooEarly,
}

impl Reader<'_> {
    /// Closes all that is open where the text ends.
    pub(super) fn close_all(&mut self) {
        if let Some(&Open { expect: Expect::Next(comma), .. }) = self.open.last() {
            self.trailing_comma(comma);
        }
        self.finish_member();
        self.close_missing(0);
    }

    /// Puts the closing brackets in that are missing for all but the `keep` outermost of what is open.
    fn close_missing(&mut self, keep: usize) {
        let mut insert = String::new();
        let mut related = None;
        let mut owner = None;
        let at = self.value_end;
        while self.open.len() > keep {
            let Some(open) = self.open.pop() else { break };
            let closer = if open.kind == Kind::Object { '}' } else { ']' };
            if let Some(error) = open.error {
                owner = Some(error);
            }
            if self.text.is_parted(Span::new(open.opener.start, at)) {
                insert.push_str(self.text.line_end());
                insert.extend(std::iter::repeat_n(' ', open.indentation as usize));
            } else if open.opener.is_empty() {
                insert.push(' ');
            }
            insert.push(closer);
            related = Some(open.opener);
        }
        // What is wrong with an opening bracket is the cause for its closing one, too. All that goes in at one place
        // goes in as one edit, since its order matters.
        if let Some(error) = self.closed_by.and_then(|error| self.errors.get_mut(error))
            && let Some(edit) = error.repair.last_mut()
            && edit.span == Span::empty(at)
        {
            edit.insert = format!("{}{insert}", edit.insert).into();
            if error.kind == SyntaxKind::MissingCloser {
                error.related = related.or(error.related);
            }
            return self.value_is_read();
        }
        if self.inserts_at(at) {
            owner = None;
        }
        if let Some(error) = owner.and_then(|error| self.errors.get_mut(error)) {
            error.repair.extend(vec![Edit::insert(at, insert)]);
            self.closed_by = owner;
        } else if related.is_some() {
            self.closed_by = Some(self.errors.len());
            let mut error =
                SyntaxError::new(SyntaxKind::MissingCloser, self.last_byte(), vec![Edit::insert(at, insert)]);
            error.related = related;
            self.note(error);
        }
        self.value_is_read();
    }

    /// Whether one of the errors met last puts something in at byte `at`. What an earlier error puts in there as well
    /// would come before it.
    fn inserts_at(&self, at: u32) -> bool {
        let latest = self.errors.iter().rev();
        let reaches = |error: &SyntaxError| error.repair.iter().map(|edit| edit.span.end).max() >= Some(at);
        let here = latest.take_while(|error| error.span.end >= at || reaches(error));
        here.flat_map(|error| &*error.repair).any(|edit| edit.span == Span::empty(at))
    }

    /// What is odd about the indentation of a token that begins its line.
    pub(super) fn oddity(&self, token: &Token) -> Option<Oddity> {
        let top = self.open.last()?;
        let indentation = self.text.indentation(token.span.start);
        let is_closer = matches!(token.kind, TokenKind::Close(_));
        if is_closer && indentation > top.indentation && self.spans_lines(top, token) {
            let belongs = self.open.iter().rev().skip(1).any(|open| open.indentation == indentation);
            let ends_list = token.kind == TokenKind::Close(Kind::Array) && self.ends_unopened_list(token);
            let is_surplus = !belongs && top.expect == Expect::Separator && !top.opener.is_empty() && !ends_list;
            return is_surplus.then_some(Oddity::SurplusCloser);
        }
        // What stands at or left of the line that opened something is outside of it; its own closer excepted.
        let outside = |open: &Open| {
            self.spans_lines(open, token)
                && if is_closer { indentation < open.indentation } else { indentation <= open.indentation }
        };
        let keep = self.open.len() - self.open.iter().rev().take_while(|open| outside(open)).count();
        let keep = keep.max(1);
        let closes_known = !is_closer || self.open.iter().rev().any(|open| open.indentation == indentation);
        let may_end = matches!(top.expect, Expect::Separator | Expect::Next(_));
        if keep < self.open.len() && closes_known && may_end {
            return Some(Oddity::MissingClosers { keep });
        }
        self.goes_on_inside(token, indentation).then_some(Oddity::ClosedTooEarly)
    }

    /// Whether the token is indented as what was closed last, and not as what it stands in.
    fn goes_on_inside(&self, token: &Token, indentation: u32) -> bool {
        let (Some(closed), Some(top)) = (&self.closed, self.open.last()) else { return false };
        closed.open.expect == Expect::Separator
            && closed.open.inner_indentation == Some(indentation)
            && top.inner_indentation != Some(indentation)
            && !matches!(token.kind, TokenKind::Close(_) | TokenKind::Comma)
            && match closed.open.kind {
                // A name in a list has lost its opening brace rather than that the brace before is one too many.
                Kind::Object => self.is_named(token) && top.kind == Kind::Object,
                _ => !self.is_named(token),
            }
    }

    /// Mends what is odd about the token, which is looked at again then.
    pub(super) fn settle(&mut self, token: &mut Token, oddity: Oddity) {
        match oddity {
            Oddity::SurplusCloser => {
                self.accept(token);
                self.drop_closer(token, self.value_end);
            }
            Oddity::MissingClosers { keep } => self.close_before(token, keep),
            Oddity::ClosedTooEarly => {
                if let Some(closed) = self.closed.take() {
                    self.reopen(closed, token);
                }
            }
        }
    }

    /// Closes all but the `keep` outermost of what is open before the token.
    fn close_before(&mut self, token: &Token, keep: usize) {
        let comma = match self.open.last().map(|top| top.expect) {
            Some(Expect::Next(comma @ Comma::Written(_))) => Some(comma),
            Some(Expect::Next(inserted)) => {
                // It would stand before the closing brackets.
                self.trailing_comma(inserted);
                None
            }
            _ => None,
        };
        self.close_missing(keep);
        if let Some(comma) = comma {
            self.expect(Expect::Next(comma));
        } else if !matches!(token.kind, TokenKind::Close(_) | TokenKind::Comma)
            && let Some(index) = self.closed_by
            && let Some(edit) = self.errors.get_mut(index).and_then(|error| error.repair.last_mut())
        {
            // The comma that is missing behind it has the same cause.
            edit.insert = format!("{},", edit.insert).into();
            self.expect(Expect::Next(Comma::Inserted(index)));
        }
    }

    fn spans_lines(&self, open: &Open, token: &Token) -> bool {
        self.text.is_parted(Span::new(open.opener.start, token.span.start))
    }

    /// A closing bracket where one may stand.
    pub(super) fn close(&mut self, token: &mut Token, kind: Kind) {
        let Some(top) = self.open.last() else { return };
        if top.kind != kind {
            if kind == Kind::Array && self.ends_unopened_list(token) {
                self.open_list();
                return;
            }
            let depth = self.open.iter().rposition(|open| open.kind == kind);
            let indentation = self.text.indentation(token.span.start);
            let in_place = token.first_on_line && top.indentation == indentation && self.spans_lines(top, token);
            if in_place || self.has_wrong_opener(top) {
                return self.wrong_closer(token);
            }
            match (self.way.mismatch, depth) {
                (Mismatch::Missing, Some(depth)) => return self.close_missing(depth + 1),
                (Mismatch::Surplus, _) if top.expect == Expect::Separator => {
                    self.accept(token);
                    return self.drop_closer(token, self.value_end);
                }
                _ => return self.wrong_closer(token),
            }
        }
        self.leave(token);
    }

    /// Whether a `]` where no list is open can end one of which the value read last is the only item.
    ///
    /// Where the value stands on lines of its own between its name and the bracket, nothing else makes sense. Where both
    /// stand on one line it depends on the way of reading.
    fn ends_unopened_list(&self, closer: &Token) -> bool {
        let Some(top) = self.open.last().filter(|top| top.kind == Kind::Object && top.expect == Expect::Separator)
        else {
            return false;
        };
        let Some(start) = top.value_start else { return false };
        let value = Span::new(start, self.value_end);
        if value.of(self.text).ends_with(']') {
            return false;
        }
        let stands_alone = self.text.is_parted(Span::new(top.name.start, start)) && closer.first_on_line;
        let indentation = self.text.indentation(closer.span.start);
        if stands_alone && self.text.indentation(top.name.start) == indentation {
            self.way.misplaced == Misplaced::Opened || self.text.indentation(start) > indentation
        } else {
            self.way.misplaced == Misplaced::Opened && !self.text.is_parted(Span::new(start, closer.span.start))
        }
    }

    /// Puts in the bracket before the value read last that makes it the first item of a list.
    pub(super) fn open_list(&mut self) {
        let index = Some(self.errors.len());
        let Some(top) = self.open.last_mut() else { return };
        let Some(at) = top.value_start else { return };
        let list = Open {
            kind: Kind::Array,
            expect: std::mem::replace(&mut top.expect, Expect::Separator),
            opener: Span::empty(at),
            indentation: self.text.indentation(top.name.start),
            inner_indentation: None,
            error: index,
            name: top.name,
            value_start: top.value_start,
        };
        let name = top.name;
        self.push(SyntaxKind::MissingOpener, name, vec![Edit::insert(at, "[")]);
        self.open.push(list);
    }

    fn has_wrong_opener(&self, open: &Open) -> bool {
        let error = open.error.and_then(|error| self.errors.get(error));
        error.is_some_and(|error| error.kind == SyntaxKind::WrongOpener)
    }

    /// `]` for `}`, or the other way round.
    fn wrong_closer(&mut self, token: &mut Token) {
        let Some(top) = self.open.last() else { return };
        let (closer, error) = (if top.kind == Kind::Object { "}" } else { "]" }, top.error);
        let edit = Edit::replace(token.span, closer);
        match error.and_then(|error| self.errors.get_mut(error)) {
            Some(error) if error.kind == SyntaxKind::WrongOpener => error.repair.extend(vec![edit]),
            _ => {
                let mut error = token.error(SyntaxKind::WrongCloser, vec![edit]);
                error.related = self.open.last().map(|open| open.opener);
                self.note(error);
            }
        }
        self.leave(token);
    }

    fn leave(&mut self, closer: &mut Token) {
        // A closing bracket that is no bracket yet cannot be taken out as well.
        let is_bracket = closer.span.of(self.text) != ")";
        let left = self.open.pop().filter(|open| is_bracket && closer.kind == TokenKind::Close(open.kind));
        let value_end = self.value_end;
        self.consume(closer);
        self.closed = left.map(|open| Closed { open, closer: closer.clone(), value_end });
        self.value_is_read();
    }
}
