//! Whether a text is a regular expression of ECMA 262.

/// What is wrong with a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatternFault {
    /// A `(` that is not closed.
    UnclosedGroup,
    /// A `)` that closes nothing.
    StrayCloser,
    /// A `[` that is not closed.
    UnclosedClass,
    /// `*`, `+`, `?` or `{2}` with nothing before it that could be repeated.
    NothingToRepeat,
    /// A range such as `z-a`, or `{2,1}`.
    RangeOutOfOrder,
    /// A single `\` at the end.
    TrailingBackslash,
    /// `(?` with something behind it that no dialect knows.
    UnknownGroup,
    /// What other languages know and ECMA 262 does not: `(?i)`, `(?P<name>…)`, `a++`.
    OtherDialect,
}

/// The first thing that is certainly wrong with a pattern: with the `u` flag and without it, in every edition.
///
/// Lenient as browsers are: an unknown escape stands for itself, and a brace that counts nothing, too.
pub fn pattern_fault(pattern: &str) -> Option<PatternFault> {
    let mut reader = Reader { rest: pattern };
    // For each open group whether it may be repeated once it is closed.
    let mut open = Vec::new();
    // What stands right before: nothing that could be repeated, something, or something with a count.
    let mut before = Before::Nothing;
    while let Some(character) = reader.next() {
        before = match character {
            '\\' if reader.rest.is_empty() => return Some(PatternFault::TrailingBackslash),
            '\\' if reader.take("b") || reader.take("B") => Before::Nothing,
            '\\' => {
                reader.escaped();
                Before::Atom
            }
            '^' | '$' | '|' => Before::Nothing,
            '(' => match reader.group() {
                Ok(is_repeatable) => {
                    open.push(is_repeatable);
                    Before::Nothing
                }
                Err(fault) => return Some(fault),
            },
            ')' => match open.pop() {
                Some(true) => Before::Atom,
                Some(false) => Before::Nothing,
                None => return Some(PatternFault::StrayCloser),
            },
            '[' => match reader.class() {
                Some(fault) => return Some(fault),
                None => Before::Atom,
            },
            '*' | '+' | '?' | '{' => match reader.quantifier(character) {
                None => Before::Atom,
                Some(_) if before == Before::Nothing => return Some(PatternFault::NothingToRepeat),
                // Possessive in other languages.
                Some(_) if before == Before::Count && character == '+' => return Some(PatternFault::OtherDialect),
                Some(_) if before == Before::Count => return Some(PatternFault::NothingToRepeat),
                Some(false) => return Some(PatternFault::RangeOutOfOrder),
                Some(true) => {
                    reader.take("?");
                    Before::Count
                }
            },
            _ => Before::Atom,
        };
    }
    (!open.is_empty()).then_some(PatternFault::UnclosedGroup)
}

#[derive(Clone, Copy, PartialEq)]
enum Before {
    Nothing,
    Atom,
    Count,
}

struct Reader<'p> {
    rest: &'p str,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let mut characters = self.rest.chars();
        let next = characters.next();
        self.rest = characters.as_str();
        next
    }

    fn take(&mut self, expected: &str) -> bool {
        let rest = self.rest.strip_prefix(expected);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Reads what stands behind a `(`. Whether the group may be repeated; only one that looks back may not.
    fn group(&mut self) -> Result<bool, PatternFault> {
        if !self.take("?") || self.take(":") || self.take("=") || self.take("!") {
            return Ok(true);
        }
        if self.take("<=") || self.take("<!") {
            return Ok(false);
        }
        if self.take("<") {
            let (name, rest) = self.rest.split_once('>').ok_or(PatternFault::UnknownGroup)?;
            let fits = |byte: u8| {
                byte.is_ascii_alphanumeric() || !byte.is_ascii() || matches!(byte, b'_' | b'$' | b'\\' | b'{' | b'}')
            };
            if name.is_empty() || name.starts_with(|first: char| first.is_ascii_digit()) || !name.bytes().all(fits) {
                return Err(PatternFault::UnknownGroup);
            }
            self.rest = rest;
            return Ok(true);
        }
        let flags = self.rest.trim_start_matches(|flag: char| flag.is_ascii_alphabetic() || flag == '-');
        if flags.starts_with(':') && flags.len() < self.rest.len() {
            self.rest = flags;
            return Ok(true);
        }
        let is_elsewhere = flags.starts_with(')') || self.rest.starts_with(['P', '\'', '>', '#', '|', '&', '(']);
        Err(if is_elsewhere { PatternFault::OtherDialect } else { PatternFault::UnknownGroup })
    }

    /// Reads a quantifier that begins with that character. Whether its numbers rise; none where a brace is no quantifier.
    fn quantifier(&mut self, first: char) -> Option<bool> {
        if first != '{' {
            return Some(true);
        }
        let (inside, rest) = self.rest.split_once('}')?;
        let (least, most) = inside.split_once(',').unwrap_or((inside, inside));
        let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
        if least.is_empty() || !is_number(least) || !is_number(most) {
            return None;
        }
        self.rest = rest;
        let (least, most) = (least.trim_start_matches('0'), most.trim_start_matches('0'));
        let is_open = inside.ends_with(',');
        Some(is_open || (least.len(), least) <= (most.len(), most))
    }

    /// Reads a class of characters behind its `[`.
    fn class(&mut self) -> Option<PatternFault> {
        self.take("^");
        // The lower end of a range, once its hyphen was read; its character where it is certain.
        let mut previous: Option<Option<char>> = None;
        let mut low: Option<Option<char>> = None;
        while let Some(character) = self.next() {
            let current = match character {
                ']' => return None,
                '-' if low.is_none() && previous.is_some() && !self.rest.starts_with(']') => {
                    low = previous.take();
                    continue;
                }
                '\\' => self.escaped(),
                plain => Some(plain),
            };
            match low.take() {
                Some(start) => {
                    if let (Some(start), Some(end)) = (start, current)
                        && start > end
                    {
                        return Some(PatternFault::RangeOutOfOrder);
                    }
                    previous = None;
                }
                None => previous = Some(current),
            }
        }
        Some(PatternFault::UnclosedClass)
    }

    /// Reads an escape behind its `\`: the character that it certainly stands for, with the `u` flag and without it.
    fn escaped(&mut self) -> Option<char> {
        let digits = match self.next()? {
            'x' => 2,
            'u' if self.rest.starts_with('{') => {
                let (inside, rest) = self.rest.split_once('}')?;
                if inside.bytes().skip(1).all(|byte| byte.is_ascii_hexdigit()) {
                    self.rest = rest;
                }
                return None;
            }
            'u' => 4,
            other => return Some(other).filter(|other| !other.is_ascii_alphanumeric()),
        };
        let code = self.rest.get(..digits).filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        self.rest = self.rest.get(digits..).unwrap_or_default();
        u32::from_str_radix(code, 16).ok().and_then(char::from_u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_certainly_wrong_is_told() {
        use PatternFault::{
            NothingToRepeat, OtherDialect, RangeOutOfOrder, StrayCloser, TrailingBackslash, UnclosedClass,
            UnclosedGroup, UnknownGroup,
        };
        for (pattern, fault) in [
            ("(a", UnclosedGroup),
            ("a)", StrayCloser),
            ("[a-z", UnclosedClass),
            ("[a\\]", UnclosedClass),
            ("*.txt", NothingToRepeat),
            ("a|+", NothingToRepeat),
            ("a**", NothingToRepeat),
            ("(?<=a)+", NothingToRepeat),
            ("^*", NothingToRepeat),
            ("{2}", NothingToRepeat),
            ("a{2,1}", RangeOutOfOrder),
            ("[z-a]", RangeOutOfOrder),
            ("[\\u0039-\\x30]", RangeOutOfOrder),
            ("[\\]-[]", RangeOutOfOrder),
            ("a\\", TrailingBackslash),
            ("[\\", UnclosedClass),
            ("(?", UnknownGroup),
            ("(?<>a)", UnknownGroup),
            ("(?i)a", OtherDialect),
            ("(?P<a>b)", OtherDialect),
            ("a++", OtherDialect),
        ] {
            assert_eq!(pattern_fault(pattern), Some(fault), "{pattern}");
        }
    }

    #[test]
    fn what_some_reader_takes_is_let_through() {
        for pattern in [
            "",
            "a{,2}",
            "a{",
            "]",
            "}",
            "[]",
            "[^]",
            "[a-]",
            "[-a]",
            "[\\w-a]",
            "(?=a)*",
            "(?<name>a)\\k<name>",
            "\\p{L}",
            "[\u{1f600}-\u{1f64f}]",
            "[\\u{1F600}-\\u{1F64F}]",
            "a{2,}?",
            "(?:)",
            "(|a)",
            "\\d{3}-[0-9]+",
            "(?i:a)",
            "a{2}{",
            "[--/]",
            "[a-c-e]",
            "\\u{41}*",
            "[\\u{5}-\\u{3}]",
            "\\u{",
        ] {
            assert_eq!(pattern_fault(pattern), None, "{pattern}");
        }
    }

    #[test]
    fn deep_and_long_patterns_take_their_length() {
        assert_eq!(pattern_fault(&"(".repeat(1_000_000)), Some(PatternFault::UnclosedGroup));
        assert_eq!(pattern_fault(&"a{".repeat(100_000)), None);
    }
}
