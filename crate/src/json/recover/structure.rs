//! Brackets, commas and colons of a damaged text: a walk over its tokens that says what has to change for them to fit.

use super::scan::{self, Place, Token, TokenKind, colon_follows, indentation};
use crate::json::strict::DEPTH_LIMIT;
use crate::json::syntax::{SyntaxError, SyntaxKind};
use crate::json::tree::Kind;
use crate::text::{Edit, Span};

/// How brackets are matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Brackets {
    /// A closing bracket belongs to the opening one read last.
    ByCount,
    /// A bracket or name that begins a line belongs to what is indented as it is.
    ByIndentation,
}

/// The errors of `text`.
pub(super) fn read(text: &str, brackets: Brackets) -> Vec<SyntaxError> {
    let mut reader = Reader {
        text,
        brackets,
        at: 0,
        value_end: 0,
        open: Vec::new(),
        root_closer: None,
        closed_by: None,
        doubled: None,
        errors: Vec::new(),
    };
    reader.document();
    reader.errors
}

/// What may come next in an object or array.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expect {
    /// A name, or a value in an array; or the end.
    First,
    /// The same after a comma.
    Next(Comma),
    Colon,
    Value,
    Separator,
}

/// A comma, of which it may turn out that nothing follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Comma {
    /// It stands in the text, at this byte offset.
    Written(u32),
    /// The last edit of the error with this index puts it there.
    Inserted(usize),
}

/// An object or array that is not closed yet.
struct Open {
    kind: Kind,
    expect: Expect,
    opener: Span,
    /// The indentation of the opener's line.
    indentation: usize,
    /// The error that says that the opener is wrong, missing or closed too early; its repair wants the closer's too.
    error: Option<usize>,
    /// Where the name read last stands.
    name: Span,
}

struct Reader<'t> {
    text: &'t str,
    brackets: Brackets,
    at: usize,
    /// The end of the last value, name or opening bracket: where what is missing goes.
    value_end: u32,
    open: Vec<Open>,
    /// The brace that closed the root, and where the value before it ends.
    root_closer: Option<(Token, u32)>,
    /// The error whose last edit put in the closing brackets that were missing last.
    closed_by: Option<usize>,
    /// The error of a second brace at the beginning: `{ {`. Its closing brace is one too many as well.
    doubled: Option<usize>,
    errors: Vec<SyntaxError>,
}

impl Reader<'_> {
    fn document(&mut self) {
        let mut seen_root = false;
        loop {
            let Some(open) = self.open.last() else {
                if seen_root {
                    if !self.after_root() {
                        return;
                    }
                } else if !self.root() {
                    return;
                }
                seen_root = true;
                continue;
            };
            if self.open.len() > DEPTH_LIMIT {
                let span = Span::new(self.value_end.saturating_sub(1), self.value_end);
                self.errors = vec![SyntaxError::new(SyntaxKind::TooDeep, span, Vec::new())];
                return;
            }
            let (kind, expect) = (open.kind, open.expect);
            let place = match (kind, expect) {
                (Kind::Object, Expect::First | Expect::Next(_)) => Place::Name,
                (_, Expect::Colon | Expect::Separator) => Place::Between,
                _ => Place::Value,
            };
            let token = scan::token(self.text, self.at, place);
            if token.kind == TokenKind::End {
                self.accept(&token);
                self.close_all();
            } else if !(self.brackets == Brackets::ByIndentation && token.first_on_line && self.unindented(&token)) {
                match (kind, expect) {
                    (Kind::Object, Expect::First | Expect::Next(_)) => self.name(token),
                    (_, Expect::Colon) => self.colon(token),
                    (_, Expect::Separator) => self.separator(token),
                    _ => self.value(token),
                }
            }
        }
    }

    /// Takes the token: reading goes on behind it, and what is wrong with it is an error.
    fn accept(&mut self, token: &Token) {
        self.errors.extend(token.errors.iter().cloned());
        self.at = token.span.end as usize;
    }

    /// Takes the token as a name, value or bracket: behind it things may be inserted.
    fn consume(&mut self, token: &Token) {
        self.accept(token);
        self.value_end = token.span.end;
    }

    fn push(&mut self, kind: SyntaxKind, span: Span, repair: Vec<Edit>) {
        self.errors.push(SyntaxError::new(kind, span, repair));
    }

    fn expect(&mut self, expect: Expect) {
        if let Some(open) = self.open.last_mut() {
            open.expect = expect;
        }
    }

    /// Takes a closing bracket that closes nothing out of the text, with the white space that parts it from what is
    /// before it.
    fn drop_closer(&mut self, closer: &Token, value_end: u32) {
        let after = self.text.get(closer.span.end as usize..).unwrap_or_default();
        let ends_line = closer.first_on_line || after.is_empty() || after.starts_with([' ', '\t', '\n', '\r']);
        let with_gap = ends_line && self.only_white_space_between(value_end, closer.span.start);
        let goes = if with_gap { Span::new(value_end, closer.span.end) } else { closer.span };
        self.push(SyntaxKind::SurplusCloser, closer.span, vec![Edit::delete(goes)]);
    }

    /// Takes the token out of the text.
    fn drop(&mut self, token: &Token, kind: SyntaxKind) {
        self.accept(token);
        let span = token.span;
        self.push(kind, span, vec![Edit::delete(span)]);
    }

    fn enter(&mut self, token: &Token, kind: Kind) {
        self.consume(token);
        let indentation = indentation(self.text, token.span.start as usize);
        self.open.push(Open {
            kind,
            expect: Expect::First,
            opener: token.span,
            indentation,
            error: None,
            name: Span::default(),
        });
    }

    /// What stood open before has its value now.
    fn value_is_read(&mut self) {
        self.expect(Expect::Separator);
    }

    // The document's beginning and end.

    /// Reads up to the root's value. `false` where there is none.
    fn root(&mut self) -> bool {
        let token = scan::token(self.text, self.at, Place::Value);
        let named = || colon_follows(self.text, token.span.end as usize);
        match token.kind {
            TokenKind::Open(kind) => self.enter(&token, kind),
            TokenKind::End => {
                // Comments alone are no document.
                self.errors = vec![SyntaxError::new(SyntaxKind::Empty, Span::default(), Vec::new())];
                return false;
            }
            TokenKind::Text | TokenKind::Bare | TokenKind::Scalar if named() && !self.is_heading(&token) => {
                self.missing_braces(&token);
            }
            TokenKind::Text | TokenKind::Scalar => self.consume(&token),
            _ => return self.text_before(&token),
        }
        true
    }

    /// Members without braces around them: `"paths": { … }` alone.
    fn missing_braces(&mut self, token: &Token) {
        let at = token.span.start;
        let rest = self.text.get(at as usize..).unwrap_or_default().trim_end();
        let brace = if rest.contains('\n') { format!("{{{}", self.line_end()) } else { "{ ".to_owned() };
        self.push(SyntaxKind::MissingBraces, token.span, vec![Edit::insert(at, brace)]);
        self.open.push(Open {
            kind: Kind::Object,
            expect: Expect::First,
            opener: Span::empty(at),
            indentation: 0,
            error: Some(self.errors.len() - 1),
            name: Span::default(),
        });
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
        let own_line = ["\n{", "\n["].iter().filter_map(|mark| rest.find(mark)).min().map(|at| at + 1);
        let Some(length) = own_line.or_else(|| rest.find('{')).or_else(|| rest.find('[')) else {
            let line = rest.lines().next().map_or(0, str::len);
            self.push(SyntaxKind::NotJson, Span::new(start as u32, (start + line) as u32), Vec::new());
            return false;
        };
        let end = start + length;
        let prose = Span::new(start as u32, (start + rest.get(..length).unwrap_or_default().trim_end().len()) as u32);
        self.push(SyntaxKind::TextBefore, prose, vec![Edit::delete(Span::new(0, end as u32))]);
        self.at = end;
        self.root()
    }

    /// What follows the root's value. `false` where the text is at its end.
    fn after_root(&mut self) -> bool {
        let token = scan::token(self.text, self.at, Place::Between);
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
        if let Some(closer) = self.root_closer.take().filter(|_| goes_on) {
            // The members that follow show that the bracket before them closed the document too early.
            let (closer, value_end) = closer;
            self.drop_closer(&closer, value_end);
            let index = self.errors.len() - 1;
            let is_empty = self.text.get(..value_end as usize).is_some_and(|before| before.ends_with('{'));
            self.open.push(Open {
                kind: Kind::Object,
                expect: if is_empty { Expect::First } else { Expect::Separator },
                opener: Span::empty(0),
                indentation: 0,
                error: Some(index),
                name: Span::default(),
            });
            if token.kind != TokenKind::Comma
                && !is_empty
                && let Some(error) = self.errors.get_mut(index)
            {
                error.repair.push(Edit::insert(value_end, ","));
                self.expect(Expect::Next(Comma::Inserted(index)));
            }
            self.value_end = value_end;
            return true;
        }
        match token.kind {
            TokenKind::End => {
                self.accept(&token);
                return false;
            }
            TokenKind::Close(_) => {
                self.accept(&token);
                self.drop_closer(&token, self.value_end);
                self.value_end = token.span.end;
                if let Some(doubled) = self.doubled.take()
                    && let Some(closer) = self.errors.pop()
                    && let Some(error) = self.errors.get_mut(doubled)
                {
                    error.repair.extend(closer.repair);
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

    // Brackets.

    /// Closes all that is open where the text ends.
    fn close_all(&mut self) {
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
            let lines = Span::new(open.opener.start, at).of(self.text).contains(['\n', '\r']);
            if lines {
                insert.push_str(self.line_end());
                insert.extend(std::iter::repeat_n(' ', open.indentation));
            } else if open.opener.is_empty() {
                insert.push(' ');
            }
            insert.push(closer);
            related = Some(open.opener);
        }
        // What is wrong with an opening bracket is the cause for its closing one, too. All that goes in at one place
        // goes in as one edit, since its order matters.
        if self.inserts_at(at) {
            owner = None;
        }
        if let Some(error) = owner.and_then(|error| self.errors.get_mut(error)) {
            error.repair.push(Edit::insert(at, insert));
            self.closed_by = owner;
        } else if related.is_some() {
            self.closed_by = Some(self.errors.len());
            let mut error =
                SyntaxError::new(SyntaxKind::MissingCloser, self.last_byte(), vec![Edit::insert(at, insert)]);
            error.related = related;
            self.errors.push(error);
        }
        self.value_is_read();
    }

    /// Whether one of the errors met last puts something in at byte `at`. What an earlier error puts in there as well
    /// would come before it.
    fn inserts_at(&self, at: u32) -> bool {
        let latest = self.errors.iter().rev();
        let reaches = |error: &SyntaxError| error.repair.iter().map(|edit| edit.span.end).max() >= Some(at);
        let here = latest.take_while(|error| error.span.end >= at || reaches(error));
        here.flat_map(|error| &error.repair).any(|edit| edit.span == Span::empty(at))
    }

    fn line_end(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// By indentation: whether the token shows that something before it was not closed, or is a closing bracket too
    /// many. Where it does, that is mended, and the token is to be looked at again.
    fn unindented(&mut self, token: &Token) -> bool {
        let indentation = indentation(self.text, token.span.start as usize);
        let Some(top) = self.open.last() else { return false };
        let is_closer = matches!(token.kind, TokenKind::Close(_));
        if is_closer && indentation > top.indentation && self.spans_lines(top, token) {
            let belongs = self.open.iter().rev().skip(1).any(|open| open.indentation == indentation);
            if !belongs && top.expect == Expect::Separator {
                self.accept(token);
                self.drop_closer(token, self.value_end);
                return true;
            }
            return false;
        }
        // What stands at or left of the line that opened something is outside of it; its own closer excepted.
        let outside = |open: &Open| {
            self.spans_lines(open, token)
                && if is_closer { indentation < open.indentation } else { indentation <= open.indentation }
        };
        let keep = self.open.len() - self.open.iter().rev().take_while(|open| outside(open)).count();
        let closes_known = self.open.iter().rev().any(|open| open.indentation == indentation);
        if keep.max(1) == self.open.len() || (is_closer && !closes_known) {
            return false;
        }
        if !matches!(top.expect, Expect::Separator | Expect::Next(_)) {
            return false;
        }
        let comma = match top.expect {
            Expect::Next(comma @ Comma::Written(_)) => Some(comma),
            Expect::Next(inserted) => {
                // It would stand before the closing brackets.
                self.trailing_comma(inserted);
                None
            }
            _ => None,
        };
        self.close_missing(keep.max(1));
        if let Some(comma) = comma {
            self.expect(Expect::Next(comma));
        } else if !is_closer
            && token.kind != TokenKind::Comma
            && let Some(index) = self.closed_by
            && let Some(edit) = self.errors.get_mut(index).and_then(|error| error.repair.last_mut())
        {
            // The comma that is missing behind it has the same cause.
            edit.insert.push(',');
            self.expect(Expect::Next(Comma::Inserted(index)));
        }
        true
    }

    fn spans_lines(&self, open: &Open, token: &Token) -> bool {
        Span::new(open.opener.start, token.span.start).of(self.text).contains(['\n', '\r'])
    }

    /// A closing bracket where one may stand.
    fn close(&mut self, token: &Token, kind: Kind) {
        let Some(top) = self.open.last() else { return };
        if top.kind != kind {
            let depth = self.open.iter().rposition(|open| open.kind == kind);
            let indentation = indentation(self.text, token.span.start as usize);
            let in_place = token.first_on_line && top.indentation == indentation && self.spans_lines(top, token);
            match depth {
                Some(depth) if !self.has_wrong_opener(top) && !in_place => {
                    self.close_missing(depth + 1);
                    return;
                }
                _ => return self.wrong_closer(token),
            }
        }
        self.leave(token);
    }

    fn has_wrong_opener(&self, open: &Open) -> bool {
        let error = open.error.and_then(|error| self.errors.get(error));
        error.is_some_and(|error| error.kind == SyntaxKind::WrongOpener)
    }

    /// `]` for `}`, or the other way round.
    fn wrong_closer(&mut self, token: &Token) {
        let Some(top) = self.open.last() else { return };
        let (closer, error) = (if top.kind == Kind::Object { "}" } else { "]" }, top.error);
        let edit = Edit::replace(token.span, closer);
        match error.and_then(|error| self.errors.get_mut(error)) {
            Some(error) if error.kind == SyntaxKind::WrongOpener => error.repair.push(edit),
            _ => {
                let mut error = token.error(SyntaxKind::WrongCloser, vec![edit]);
                error.related = self.open.last().map(|open| open.opener);
                self.errors.push(error);
            }
        }
        self.leave(token);
    }

    fn leave(&mut self, closer: &Token) {
        let closed = self.open.pop().map(|open| TokenKind::Close(open.kind));
        let is_object = closer.kind == TokenKind::Close(Kind::Object) && closed == Some(closer.kind);
        if self.open.is_empty() && is_object {
            self.root_closer = Some((closer.clone(), self.value_end));
        }
        self.consume(closer);
        self.value_is_read();
    }

    // Members and items.

    /// A name, or the end of the object.
    fn name(&mut self, token: Token) {
        let Some(&Open { expect, opener, .. }) = self.open.last() else { return };
        match token.kind {
            TokenKind::Text | TokenKind::Scalar | TokenKind::Bare => {
                self.consume(&token);
                if let Some(open) = self.open.last_mut() {
                    open.name = token.span;
                    open.expect = Expect::Colon;
                }
            }
            TokenKind::Close(kind) => match expect {
                Expect::Next(comma) => self.trailing_comma(comma),
                _ => self.close(&token, kind),
            },
            TokenKind::Comma | TokenKind::Semicolon => self.drop(&token, SyntaxKind::SurplusComma),
            TokenKind::Ellipsis => self.ellipsis(&token, expect),
            TokenKind::Colon | TokenKind::Open(_) | TokenKind::Equals => {
                let doubled = matches!(token.kind, TokenKind::Open(Kind::Object)) && expect == Expect::First;
                if doubled && self.only_white_space_between(opener.end, token.span.start) && self.opens_members(&token)
                {
                    // `{ {`: the second brace is one too many, and so is its closer.
                    self.accept(&token);
                    self.doubled = Some(self.errors.len());
                    let goes = Span::new(opener.end, token.span.end);
                    self.push(SyntaxKind::StrayCharacter, token.span, vec![Edit::delete(goes)]);
                    return;
                }
                let before_value = matches!(token.kind, TokenKind::Open(_));
                let insert = if before_value { "\"unnamed\": " } else { "\"unnamed\"" };
                self.push(SyntaxKind::MissingName, token.span, vec![Edit::insert(token.span.start, insert)]);
                self.expect(if before_value { Expect::Value } else { Expect::Colon });
            }
            TokenKind::Stray | TokenKind::End => self.stray(&token),
        }
    }

    fn only_white_space_between(&self, start: u32, end: u32) -> bool {
        Span::new(start, end).of(self.text).trim_matches([' ', '\t', '\n', '\r']).is_empty()
    }

    /// Whether a brace is followed by a name: `{ { "a": …`.
    fn opens_members(&self, token: &Token) -> bool {
        let next = scan::token(self.text, token.span.end as usize, Place::Name);
        next.kind == TokenKind::Text && colon_follows(self.text, next.span.end as usize) && self.open.len() == 1
    }

    /// What stands between a name and its value.
    fn colon(&mut self, token: Token) {
        let end = token.span.end as usize;
        match token.kind {
            TokenKind::Colon => {
                self.consume(&token);
                self.expect(Expect::Value);
            }
            TokenKind::Comma if !self.value_then_no_colon(end) => self.missing_value(": null"),
            TokenKind::Equals | TokenKind::Semicolon | TokenKind::Comma => {
                self.consume(&token);
                let mut end = token.span.end;
                if self.text.get(end as usize..).is_some_and(|rest| rest.starts_with('=')) {
                    end += 1;
                    self.at += 1;
                    self.value_end = end;
                }
                let span = Span::new(token.span.start, end);
                self.push(SyntaxKind::WrongColon, span, vec![Edit::replace(span, ":")]);
                self.expect(Expect::Value);
            }
            TokenKind::Close(_) => self.missing_value(": null"),
            TokenKind::Text | TokenKind::Bare if token.first_on_line && colon_follows(self.text, end) => {
                self.missing_value(": null,");
            }
            TokenKind::Text | TokenKind::Bare | TokenKind::Scalar | TokenKind::Open(_) | TokenKind::Ellipsis => {
                let at = self.value_end;
                self.push(SyntaxKind::MissingColon, self.name_span(), vec![Edit::insert(at, ":")]);
                self.expect(Expect::Value);
            }
            TokenKind::Stray | TokenKind::End => self.stray(&token),
        }
    }

    fn name_span(&self) -> Span {
        self.open.last().map_or(Span::default(), |open| open.name)
    }

    /// Whether a value follows byte `at`, and then what ends a member: `"a", "b",` has a comma for a colon.
    fn value_then_no_colon(&self, at: usize) -> bool {
        let token = scan::token(self.text, at, Place::Value);
        match token.kind {
            TokenKind::Open(_) => true,
            TokenKind::Text | TokenKind::Scalar | TokenKind::Bare => {
                !token.first_on_line && !colon_follows(self.text, token.span.end as usize)
            }
            _ => false,
        }
    }

    /// A name alone: `insert` gives it a value. Ends in a comma where another name follows at once.
    fn missing_value(&mut self, insert: &str) {
        let at = self.value_end;
        self.push(SyntaxKind::MissingValue, self.name_span(), vec![Edit::insert(at, insert)]);
        if insert.ends_with(',') { self.expect_after_inserted_comma() } else { self.expect(Expect::Separator) }
    }

    /// A colon, and then something that ends the member: the value goes into the blanks between them.
    fn value_before(&mut self, token: &Token) {
        let gap = Span::new(self.value_end, token.span.start);
        let blanks = gap.of(self.text);
        if matches!(token.kind, TokenKind::Close(_))
            || blanks.is_empty()
            || !blanks.trim_matches([' ', '\t']).is_empty()
        {
            return self.missing_value(" null");
        }
        self.push(SyntaxKind::MissingValue, self.name_span(), vec![Edit::replace(gap, " null")]);
        self.value_end = gap.end;
        self.expect(Expect::Separator);
    }

    /// Gives the member that the end of something cuts off what it lacks.
    fn finish_member(&mut self) {
        match self.open.last().map(|open| open.expect) {
            Some(Expect::Colon) => self.missing_value(": null"),
            Some(Expect::Value) if self.open.last().is_some_and(|open| open.kind == Kind::Object) => {
                self.missing_value(" null");
            }
            _ => {}
        }
    }

    /// A value of a member, or an item of an array.
    fn value(&mut self, token: Token) {
        let Some(&Open { kind, expect, .. }) = self.open.last() else { return };
        let end = token.span.end as usize;
        let in_object = kind == Kind::Object;
        match token.kind {
            TokenKind::Text | TokenKind::Bare if colon_follows(self.text, end) => {
                if in_object {
                    self.name_for_value(&token);
                } else if expect == Expect::First {
                    self.wrong_opener();
                } else {
                    self.consume(&token);
                    self.value_is_read();
                }
            }
            TokenKind::Open(kind) => {
                self.value_is_read();
                self.enter(&token, kind);
            }
            TokenKind::Text | TokenKind::Scalar | TokenKind::Bare => {
                self.consume(&token);
                self.value_is_read();
            }
            TokenKind::Ellipsis if in_object => {
                self.consume(&token);
                self.push(SyntaxKind::Ellipsis, token.span, vec![Edit::replace(token.span, "null")]);
                self.value_is_read();
            }
            TokenKind::Ellipsis => self.ellipsis(&token, expect),
            TokenKind::Comma | TokenKind::Semicolon | TokenKind::Close(_) if in_object => {
                self.value_before(&token);
            }
            TokenKind::Close(kind) => match expect {
                Expect::Next(comma) => self.trailing_comma(comma),
                _ => self.close(&token, kind),
            },
            TokenKind::Comma | TokenKind::Semicolon => self.drop(&token, SyntaxKind::SurplusComma),
            TokenKind::Colon | TokenKind::Equals | TokenKind::Stray | TokenKind::End => self.stray(&token),
        }
    }

    /// A name where a value belongs. Where it is indented, a brace is missing before it; else the value is.
    fn name_for_value(&mut self, token: &Token) {
        let name = self.name_span();
        let deeper = indentation(self.text, token.span.start as usize) > indentation(self.text, name.start as usize);
        if token.first_on_line && !deeper {
            self.missing_value(" null,");
        } else if token.first_on_line {
            let at = self.value_end;
            self.push(SyntaxKind::MissingOpener, Span::new(name.start, at), vec![Edit::insert(at, " {")]);
            self.value_is_read();
            let indentation = indentation(self.text, name.start as usize);
            let opener = Span::empty(at);
            let error = Some(self.errors.len() - 1);
            self.open.push(Open { kind: Kind::Object, expect: Expect::First, opener, indentation, error, name });
        } else {
            self.consume(token);
            self.value_is_read();
        }
    }

    /// `[ "name": …`: the bracket before it should be a brace.
    fn wrong_opener(&mut self) {
        let index = self.errors.len();
        let Some(open) = self.open.last_mut() else { return };
        open.kind = Kind::Object;
        open.error = Some(index);
        let opener = open.opener;
        self.push(SyntaxKind::WrongOpener, opener, vec![Edit::replace(opener, "{")]);
    }

    /// The comma read last has nothing behind it. What shows that is looked at again.
    fn trailing_comma(&mut self, comma: Comma) {
        match comma {
            Comma::Written(at) => {
                let comma = Span::new(at, at + 1);
                self.push(SyntaxKind::TrailingComma, comma, vec![Edit::delete(comma)]);
            }
            Comma::Inserted(error) => {
                if let Some(edit) = self.errors.get_mut(error).and_then(|error| error.repair.last_mut()) {
                    edit.insert.pop();
                }
            }
        }
        self.expect(Expect::Separator);
    }

    /// Goes on behind the comma that the last edit of the last error puts in.
    fn expect_after_inserted_comma(&mut self) {
        self.expect(Expect::Next(Comma::Inserted(self.errors.len().saturating_sub(1))));
    }

    /// What stands between one member or item and the next.
    fn separator(&mut self, token: Token) {
        let in_object = self.open.last().is_some_and(|open| open.kind == Kind::Object);
        match token.kind {
            TokenKind::Comma => {
                self.accept(&token);
                self.expect(Expect::Next(Comma::Written(token.span.start)));
            }
            TokenKind::Close(kind) => self.close(&token, kind),
            TokenKind::Semicolon => {
                let next = scan::token(self.text, token.span.end as usize, Place::Between);
                if matches!(next.kind, TokenKind::Close(_) | TokenKind::End) {
                    return self.drop(&token, SyntaxKind::StrayCharacter);
                }
                self.accept(&token);
                self.push(SyntaxKind::WrongComma, token.span, vec![Edit::replace(token.span, ",")]);
                self.expect_after_inserted_comma();
            }
            TokenKind::Ellipsis => {
                let next = scan::token(self.text, token.span.end as usize, Place::Between);
                self.accept(&token);
                let separates = matches!(next.kind, TokenKind::Comma | TokenKind::Close(_) | TokenKind::End);
                let edit = Edit::replace(token.span, if separates { "" } else { "," });
                self.push(SyntaxKind::Ellipsis, token.span, vec![edit]);
                if !separates {
                    self.expect_after_inserted_comma();
                }
            }
            TokenKind::Text | TokenKind::Bare | TokenKind::Scalar | TokenKind::Open(_) => {
                let named = colon_follows(self.text, token.span.end as usize);
                if in_object && !named && matches!(token.kind, TokenKind::Bare | TokenKind::Scalar) {
                    return self.stray(&token);
                }
                let at = self.value_end;
                self.push(SyntaxKind::MissingComma, self.last_byte(), vec![Edit::insert(at, ",")]);
                self.expect_after_inserted_comma();
            }
            TokenKind::Colon | TokenKind::Equals | TokenKind::Stray | TokenKind::End => self.stray(&token),
        }
    }

    /// The last character of what was read last: what a missing comma is missing behind.
    fn last_byte(&self) -> Span {
        let before = self.text.get(..self.value_end as usize).unwrap_or_default();
        let length = before.chars().next_back().map_or(0, char::len_utf8);
        Span::new(self.value_end - length as u32, self.value_end)
    }

    /// `...` among members or items: it goes, and one of the commas around it.
    fn ellipsis(&mut self, token: &Token, expect: Expect) {
        self.accept(token);
        let next = scan::token(self.text, token.span.end as usize, Place::Between);
        let comma = match (next.kind, expect) {
            (TokenKind::Comma, _) => {
                self.accept(&next);
                Some(next.span)
            }
            (TokenKind::Close(_) | TokenKind::End, Expect::Next(Comma::Written(at))) => {
                self.expect(Expect::Separator);
                Some(Span::new(at, at + 1))
            }
            _ => None,
        };
        let mut goes = vec![token.span];
        if let Some(comma) = comma {
            let both = comma.cover(token.span);
            let between = Span::new(comma.end.min(token.span.end), comma.start.max(token.span.start));
            if self.only_white_space_between(between.start, between.end) { goes = vec![both] } else { goes.push(comma) }
        }
        self.push(SyntaxKind::Ellipsis, token.span, goes.into_iter().map(Edit::delete).collect());
    }

    /// Something that means nothing here. It goes.
    fn stray(&mut self, token: &Token) {
        let mut token = token.clone();
        // Its own damage goes with it.
        token.errors.retain(|error| error.span.end <= token.span.start);
        if token.span.is_empty() {
            let rest = self.text.get(token.span.start as usize..).unwrap_or_default();
            token.span.end += rest.chars().next().map_or(0, char::len_utf8) as u32;
        }
        self.drop(&token, SyntaxKind::StrayCharacter);
    }
}
