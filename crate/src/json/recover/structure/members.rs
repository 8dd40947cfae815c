//! Names, colons, values and commas.

use super::{Comma, Expect, Misplaced, Open, Reader};
use crate::json::recover::scan::{self, Token, TokenKind};
use crate::json::recover::trivia::colon_follows;
use crate::json::recover::word::Place;
use crate::json::syntax::SyntaxKind;
use crate::json::tree::Kind;
use crate::text::{Edit, Gather, Span};

/// How many items of a list are looked at to tell what it is.
const ITEMS: usize = 40;

impl Reader<'_> {
    /// A name, or the end of the object.
    pub(super) fn name(&mut self, token: &mut Token) {
        let Some(&Open { expect, opener, .. }) = self.open.last() else { return };
        match token.kind {
            _ if self.goes_on_as_list(token, expect) => self.open_list(),
            TokenKind::Scalar | TokenKind::Bare if self.is_fraction(token, expect) => self.fraction(token),
            TokenKind::Text | TokenKind::Scalar
                if expect == Expect::First && self.may_be_wrong() && self.begins_list(token) =>
            {
                self.wrong_opener();
            }
            TokenKind::Text | TokenKind::Scalar | TokenKind::Bare => {
                self.consume(token);
                if let Some(open) = self.open.last_mut() {
                    open.name = token.span;
                    open.expect = Expect::Colon;
                }
            }
            TokenKind::Close(kind) => match expect {
                Expect::Next(comma) => self.trailing_comma(comma),
                _ => self.close(token, kind),
            },
            TokenKind::Comma | TokenKind::Semicolon => self.drop(token, SyntaxKind::SurplusComma),
            TokenKind::Ellipsis => self.ellipsis(token, expect),
            TokenKind::Colon | TokenKind::Open(_) | TokenKind::Equals => {
                let is_brace = token.kind == TokenKind::Open(Kind::Object) && self.opens_members(token);
                let is_doubled = expect == Expect::First && self.open.len() == 1;
                if is_brace && is_doubled && self.only_white_space_between(opener.end, token.span.start) {
                    // `{ {`: the second brace is one too many, and so is its closer.
                    self.accept(token);
                    self.doubled = Some(self.errors.len());
                    let goes = Span::new(opener.end, token.span.end);
                    self.push(SyntaxKind::StrayCharacter, token.span, vec![Edit::delete(goes)]);
                    return;
                }
                if is_brace
                    && expect == Expect::First
                    && self.may_be_wrong()
                    && self.open.len() > 1
                    && self.way.misplaced == Misplaced::Opened
                {
                    return self.wrong_opener();
                }
                if is_brace && self.way.misplaced == Misplaced::Dropped {
                    return self.drop(token, SyntaxKind::StrayCharacter);
                }
                let before_value = matches!(token.kind, TokenKind::Open(_));
                let insert = if before_value { "\"unnamed\": " } else { "\"unnamed\"" };
                if let Some(open) = self.open.last_mut() {
                    open.name = token.span;
                }
                self.push(SyntaxKind::MissingName, token.span, vec![Edit::insert(token.span.start, insert)]);
                self.expect(if before_value { Expect::Value } else { Expect::Colon });
            }
            TokenKind::Stray | TokenKind::End => self.stray(token),
        }
    }

    /// Whether the token is an item of a list whose opening bracket is missing.
    fn goes_on_as_list(&self, token: &Token, expect: Expect) -> bool {
        use TokenKind::{Bare, Open, Scalar, Text};
        self.way.misplaced == Misplaced::Opened
            && self.open.last().is_some_and(|open| open.value_start.is_some())
            && matches!(expect, Expect::Next(_))
            && matches!(token.kind, Text | Scalar | Bare | Open(_))
            && !self.is_named(token)
            && !(token.first_on_line
                && self.text.indentation(token.span.start) <= self.text.indentation(self.name_span().start))
    }

    /// Whether the token is what stands behind the comma of a number: `1,5`.
    fn is_fraction(&self, token: &Token, expect: Expect) -> bool {
        let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let start = self.open.last().and_then(|open| open.value_start).unwrap_or(self.value_end);
        let whole = Span::new(start, self.value_end).of(self.text);
        expect == Expect::Next(Comma::Written(self.value_end))
            && token.span.start == self.value_end + 1
            && is_digits(token.span.of(self.text))
            && is_digits(whole.strip_prefix('-').unwrap_or(whole))
            && !self.is_named(token)
    }

    /// Puts a point for the comma before the token. Three digits behind it are thousands, rather.
    fn fraction(&mut self, token: &Token) {
        let start = self.open.last().and_then(|open| open.value_start).unwrap_or(self.value_end);
        let comma = Span::new(self.value_end, token.span.start);
        let point = if token.span.len() == 3 { "" } else { "." };
        let number = Span::new(start, token.span.end);
        self.push(SyntaxKind::BadNumber, number, vec![Edit::replace(comma, point)]);
        self.at = token.span.end as usize;
        self.value_end = token.span.end;
        self.value_is_read();
    }

    pub(super) fn only_white_space_between(&self, start: u32, end: u32) -> bool {
        Span::new(start, end).of(self.text).trim_matches([' ', '\t', '\n', '\r']).is_empty()
    }

    /// Whether a brace is followed by a name: `{ { "a": …`.
    fn opens_members(&self, token: &Token) -> bool {
        let next = scan::token(self.text, token.span.end as usize, Place::Name);
        next.kind == TokenKind::Text && colon_follows(self.text, next.span.end as usize)
    }

    /// What stands between a name and its value.
    pub(super) fn colon(&mut self, token: &mut Token) {
        let end = token.span.end as usize;
        match token.kind {
            TokenKind::Colon => {
                self.consume(token);
                self.expect(Expect::Value);
            }
            TokenKind::Comma if !self.value_then_no_colon(end) => self.missing_value(": null"),
            TokenKind::Equals | TokenKind::Semicolon | TokenKind::Comma => {
                self.consume(token);
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
            TokenKind::Stray | TokenKind::End => self.stray(token),
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
        self.value_begins(None);
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
        self.value_begins(None);
        self.expect(Expect::Separator);
    }

    /// Gives the member that the end of something cuts off what it lacks.
    pub(super) fn finish_member(&mut self) {
        match self.open.last().map(|open| open.expect) {
            Some(Expect::Colon) => self.missing_value(": null"),
            Some(Expect::Value) if self.open.last().is_some_and(|open| open.kind == Kind::Object) => {
                self.missing_value(" null");
            }
            _ => {}
        }
    }

    /// A value of a member, or an item of an array.
    pub(super) fn value(&mut self, token: &mut Token) {
        let Some(&Open { kind, expect, .. }) = self.open.last() else { return };
        let end = token.span.end as usize;
        let in_object = kind == Kind::Object;
        self.value_begins(Some(token.span.start));
        match token.kind {
            TokenKind::Text | TokenKind::Bare if colon_follows(self.text, end) => {
                if in_object {
                    self.name_for_value(token);
                } else if self.way.misplaced == Misplaced::Opened {
                    self.open_object(token);
                } else if expect == Expect::First && self.may_be_wrong() {
                    self.wrong_opener();
                } else {
                    self.consume(token);
                    self.value_is_read();
                }
            }
            TokenKind::Open(kind) => {
                self.value_is_read();
                self.enter(token, kind);
            }
            TokenKind::Text | TokenKind::Scalar | TokenKind::Bare => {
                self.consume(token);
                self.value_is_read();
            }
            TokenKind::Ellipsis if in_object => {
                self.consume(token);
                self.push(SyntaxKind::Ellipsis, token.span, vec![Edit::replace(token.span, "null")]);
                self.value_is_read();
            }
            TokenKind::Ellipsis => self.ellipsis(token, expect),
            TokenKind::Close(kind) if in_object && self.way.misplaced == Misplaced::Opened => {
                self.open_empty(token, kind);
            }
            TokenKind::Comma | TokenKind::Semicolon | TokenKind::Close(_) if in_object => {
                self.value_before(token);
            }
            TokenKind::Close(kind) => match expect {
                Expect::Next(comma) => self.trailing_comma(comma),
                _ => self.close(token, kind),
            },
            TokenKind::Comma | TokenKind::Semicolon => self.drop(token, SyntaxKind::SurplusComma),
            TokenKind::Colon | TokenKind::Equals | TokenKind::Stray | TokenKind::End => self.stray(token),
        }
    }

    /// A name where a value belongs. Where it is indented, a brace is missing before it; else the value is.
    fn name_for_value(&mut self, token: &mut Token) {
        let name = self.name_span();
        let deeper = self.text.indentation(token.span.start) > self.text.indentation(name.start);
        if token.first_on_line && !deeper {
            self.missing_value(" null,");
        } else if token.first_on_line {
            let at = self.value_end;
            self.push(SyntaxKind::MissingOpener, Span::new(name.start, at), vec![Edit::insert(at, " {")]);
            self.value_begins(None);
            self.value_is_read();
            let indentation = self.text.indentation(name.start);
            let opener = Span::empty(at);
            let error = Some(self.errors.len() - 1);
            self.open.push(Open {
                kind: Kind::Object,
                expect: Expect::First,
                opener,
                indentation,
                inner_indentation: None,
                error,
                name,
                value_start: None,
            });
        } else if self.way.misplaced == Misplaced::Opened {
            self.open_object(token);
        } else {
            self.consume(token);
            self.value_is_read();
        }
    }

    /// A name where a value belongs: its brace is missing before it.
    fn open_object(&mut self, name: &Token) {
        let at = name.span.start;
        let error = Some(self.errors.len());
        self.push(SyntaxKind::MissingOpener, name.span, vec![Edit::insert(at, "{ ")]);
        self.value_begins(None);
        self.value_is_read();
        let indentation = self.open.last().map_or(0, |list| list.indentation);
        self.open.push(Open {
            kind: Kind::Object,
            expect: Expect::First,
            opener: Span::empty(at),
            indentation,
            inner_indentation: None,
            error,
            name: name.span,
            value_start: None,
        });
    }

    /// A closing bracket right behind a colon: the opening one is missing before it.
    fn open_empty(&mut self, closer: &Token, kind: Kind) {
        let at = closer.span.start;
        let name = self.name_span();
        let error = Some(self.errors.len());
        let bracket = if kind == Kind::Object { "{" } else { "[" };
        self.push(SyntaxKind::MissingOpener, name, vec![Edit::insert(at, bracket)]);
        self.value_begins(None);
        self.value_is_read();
        self.open.push(Open {
            kind,
            expect: Expect::First,
            opener: Span::empty(at),
            indentation: self.text.indentation(name.start),
            inner_indentation: None,
            error,
            name,
            value_start: None,
        });
    }

    /// `[ "name": …` and `{ "item", …`: the bracket before it should be of the other kind.
    fn wrong_opener(&mut self) {
        let index = self.errors.len();
        let Some(open) = self.open.last_mut() else { return };
        let wanted;
        (open.kind, wanted) = if open.kind == Kind::Array { (Kind::Object, "{") } else { (Kind::Array, "[") };
        open.error = Some(index);
        let opener = open.opener;
        self.push(SyntaxKind::WrongOpener, opener, vec![Edit::replace(opener, wanted)]);
    }

    /// Whether the bracket read last was not taken for one of the other kind already, as a parenthesis has been.
    fn may_be_wrong(&self) -> bool {
        self.open.last().is_some_and(|open| open.error.is_none() && open.opener.of(self.text) != "(")
    }

    /// Whether the token begins a list that ends in `]` and has nothing but texts, numbers and literals in it.
    fn begins_list(&self, token: &Token) -> bool {
        let mut item = token.clone();
        for _ in 0..ITEMS {
            if !matches!(item.kind, TokenKind::Text | TokenKind::Scalar) || self.is_named(&item) {
                return false;
            }
            let next = scan::token(self.text, item.span.end as usize, Place::Between);
            match next.kind {
                TokenKind::Comma => item = scan::token(self.text, next.span.end as usize, Place::Value),
                kind => return kind == TokenKind::Close(Kind::Array),
            }
        }
        false
    }

    /// The comma read last has nothing behind it. What shows that is looked at again.
    pub(super) fn trailing_comma(&mut self, comma: Comma) {
        match comma {
            Comma::Written(at) => {
                let comma = Span::new(at, at + 1);
                self.push(SyntaxKind::TrailingComma, comma, vec![Edit::delete(comma)]);
            }
            Comma::Inserted(error) => {
                if let Some(edit) = self.errors.get_mut(error).and_then(|error| error.repair.last_mut()) {
                    edit.insert = edit.insert.trim_end_matches(',').into();
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
    pub(super) fn separator(&mut self, token: &mut Token) {
        let in_object = self.open.last().is_some_and(|open| open.kind == Kind::Object);
        match token.kind {
            TokenKind::Comma => {
                self.accept(token);
                self.expect(Expect::Next(Comma::Written(token.span.start)));
            }
            TokenKind::Close(kind) => self.close(token, kind),
            TokenKind::Semicolon => {
                let next = scan::token(self.text, token.span.end as usize, Place::Between);
                if matches!(next.kind, TokenKind::Close(_) | TokenKind::End) {
                    return self.drop(token, SyntaxKind::StrayCharacter);
                }
                self.accept(token);
                self.push(SyntaxKind::WrongComma, token.span, vec![Edit::replace(token.span, ",")]);
                self.expect_after_inserted_comma();
            }
            TokenKind::Ellipsis => {
                let next = scan::token(self.text, token.span.end as usize, Place::Between);
                self.accept(token);
                let separates = matches!(next.kind, TokenKind::Comma | TokenKind::Close(_) | TokenKind::End);
                let edit = Edit::replace(token.span, if separates { "" } else { "," });
                self.push(SyntaxKind::Ellipsis, token.span, vec![edit]);
                if !separates {
                    self.expect_after_inserted_comma();
                }
            }
            TokenKind::Text | TokenKind::Bare | TokenKind::Scalar | TokenKind::Open(_) => {
                if token.span.of(self.text) == "+" && self.joins(token) {
                    return;
                }
                let named = colon_follows(self.text, token.span.end as usize);
                if in_object && !named && matches!(token.kind, TokenKind::Bare | TokenKind::Scalar) {
                    return self.stray(token);
                }
                let at = self.value_end;
                self.push(SyntaxKind::MissingComma, self.last_byte(), vec![Edit::insert(at, ",")]);
                self.expect_after_inserted_comma();
            }
            TokenKind::Colon | TokenKind::Equals | TokenKind::Stray | TokenKind::End => self.stray(token),
        }
    }

    /// Makes one of the texts before and behind a plus. `false` where it does not stand between two texts.
    fn joins(&mut self, plus: &Token) -> bool {
        let mut next = scan::token(self.text, plus.span.end as usize, Place::Value);
        let between = Span::new(self.value_end.saturating_sub(1), next.span.start + 1);
        let gap = between.of(self.text);
        // A quote that a repair of its text puts there cannot be taken away as well.
        let repaired = self.errors.last().into_iter().flat_map(|error| &*error.repair);
        let is_untouched = next.errors.is_empty() && repaired.map(|edit| edit.span.end).all(|end| end <= between.start);
        let is_text = next.kind == TokenKind::Text && gap.len() > 1 && gap.starts_with('"') && gap.ends_with('"');
        let is_sum = is_text && is_untouched;
        if is_sum {
            self.push(SyntaxKind::Concatenation, plus.span, vec![Edit::delete(between)]);
            self.consume(&mut next);
        }
        is_sum
    }

    /// The last character of what was read last: what a missing comma is missing behind.
    pub(super) fn last_byte(&self) -> Span {
        let before = self.text.get(..self.value_end as usize).unwrap_or_default();
        let length = before.chars().next_back().map_or(0, char::len_utf8);
        Span::new(self.value_end - length as u32, self.value_end)
    }

    /// `...` among members or items: it goes, and one of the commas around it.
    fn ellipsis(&mut self, token: &mut Token, expect: Expect) {
        self.accept(token);
        let mut next = scan::token(self.text, token.span.end as usize, Place::Between);
        let comma = match (next.kind, expect) {
            (TokenKind::Comma, _) => {
                self.accept(&mut next);
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
        self.push(SyntaxKind::Ellipsis, token.span, goes.into_iter().map(Edit::delete).gathered());
    }

    /// Something that means nothing here. It goes.
    fn stray(&mut self, token: &mut Token) {
        // Its own damage goes with it.
        let start = token.span.start;
        token.errors.retain(|error| error.span.end <= start);
        if token.span.is_empty() {
            let rest = self.text.get(token.span.start as usize..).unwrap_or_default();
            token.span.end += rest.chars().next().map_or(0, char::len_utf8) as u32;
        }
        self.drop(token, SyntaxKind::StrayCharacter);
    }
}
