//! What people do to JSON, each as edits of a sound document.

use xtension_checker::text::{Edit, Span};

use super::document::{Document, Token, What};

/// Numbers that are the same on every run.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % limit.max(1)
    }

    pub(crate) fn one_of<'a, T>(&mut self, things: &'a [T]) -> Option<&'a T> {
        things.get(self.below(things.len()))
    }
}

/// One kind of damage. Answers no edits where the document has no place for it.
pub(crate) type Damage = fn(&Document, &mut Random) -> Vec<Edit>;

/// All kinds, by name. What is lost by them can be told from what is left.
pub(crate) const KINDS: [(&str, Damage); 68] = [
    ("trailing comma", |document, random| {
        let ends =
            |index: usize, token: &Token| token.what == What::Close && before(document, index).what != What::Open;
        at(document, random, ends, |index, _| vec![Edit::insert(before(document, index).span.end, ",")])
    }),
    ("missing comma", |document, random| on(document, random, What::Comma, |token| vec![Edit::delete(token.span)])),
    ("doubled comma", |document, random| {
        on(document, random, What::Comma, |token| vec![Edit::insert(token.span.end, ",")])
    }),
    ("leading comma", |document, random| {
        on(document, random, What::Open, |token| vec![Edit::insert(token.span.end, ",")])
    }),
    ("semicolon for comma", |document, random| {
        on(document, random, What::Comma, |token| vec![Edit::replace(token.span, ";")])
    }),
    ("missing colon", |document, random| on(document, random, What::Colon, |token| vec![Edit::delete(token.span)])),
    ("equals for colon", |document, random| {
        on(document, random, What::Colon, |token| vec![Edit::replace(token.span, "=")])
    }),
    ("arrow for colon", |document, random| {
        on(document, random, What::Colon, |token| vec![Edit::replace(token.span, " =>")])
    }),
    ("doubled colon", |document, random| {
        on(document, random, What::Colon, |token| vec![Edit::insert(token.span.end, ":")])
    }),
    ("comma for colon", |document, random| {
        on(document, random, What::Colon, |token| vec![Edit::replace(token.span, ",")])
    }),
    ("name not closed", |document, random| on(document, random, What::Name, |token| vec![Edit::delete(last(token))])),
    ("text not closed", |document, random| on(document, random, What::Text, |token| vec![Edit::delete(last(token))])),
    ("name not opened", |document, random| on(document, random, What::Name, |token| vec![Edit::delete(first(token))])),
    ("text not opened", |document, random| on(document, random, What::Text, |token| vec![Edit::delete(first(token))])),
    ("doubled quotes", |document, random| {
        strings(
            document,
            random,
            |inner| !inner.is_empty(),
            |token, _| vec![Edit::insert(token.span.start, "\""), Edit::insert(token.span.end, "\"")],
        )
    }),
    ("name without quotes", |document, random| {
        let plain = |index: usize, token: &Token| token.what == What::Name && is_word(inner(document, index));
        at(document, random, plain, |_, token| vec![Edit::delete(first(token)), Edit::delete(last(token))])
    }),
    ("all names without quotes", |document, _| {
        let names = document.tokens.iter().enumerate().filter(|(_, token)| token.what == What::Name);
        let plain = names.filter(|(index, _)| is_word(inner(document, *index)));
        plain.flat_map(|(_, token)| [Edit::delete(first(token)), Edit::delete(last(token))]).collect()
    }),
    ("path without quotes", |document, random| {
        let path = |index: usize, token: &Token| token.what == What::Name && inner(document, index).starts_with('/');
        at(document, random, path, |_, token| vec![Edit::delete(first(token)), Edit::delete(last(token))])
    }),
    ("word without quotes", |document, random| {
        let plain = |index: usize, token: &Token| token.what == What::Text && is_word(inner(document, index));
        at(document, random, plain, |_, token| vec![Edit::delete(first(token)), Edit::delete(last(token))])
    }),
    ("phrase without quotes", |document, random| {
        let is_phrase =
            |inner: &str| inner.contains(' ') && inner.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ');
        strings(document, random, is_phrase, |token, _| vec![Edit::delete(first(token)), Edit::delete(last(token))])
    }),
    ("placeholder without quotes", |document, random| {
        let is_placeholder = |inner: &str| inner.starts_with(['<', '$']) || inner.starts_with("{{");
        strings(document, random, is_placeholder, |token, _| {
            vec![Edit::delete(first(token)), Edit::delete(last(token))]
        })
    }),
    ("address without quotes", |document, random| {
        strings(
            document,
            random,
            |inner| inner.starts_with("https://"),
            |token, _| vec![Edit::delete(first(token)), Edit::delete(last(token))],
        )
    }),
    ("missing closer", |document, random| {
        let inner = |index: usize, token: &Token| token.what == What::Close && index + 1 < document.tokens.len();
        at(document, random, inner, |_, token| vec![Edit::delete(token.span)])
    }),
    ("missing line of a closer", |document, random| {
        let own_line = |index: usize, token: &Token| {
            token.what == What::Close && index + 1 < document.tokens.len() && document.begins_line(token.span.start)
        };
        at(document, random, own_line, |index, token| {
            let next = &document.tokens[index + 1];
            let end = if next.what == What::Comma { next.span.end } else { token.span.end };
            vec![Edit::delete(Span::new(before(document, index).span.end, end))]
        })
    }),
    ("missing last closer", |document, _| {
        document.tokens.last().map(|token| Edit::delete(token.span)).into_iter().collect()
    }),
    ("missing opener", |document, random| {
        let inner = |index: usize, token: &Token| token.what == What::Open && index > 0;
        at(document, random, inner, |_, token| vec![Edit::delete(token.span)])
    }),
    ("missing first opener", |document, _| {
        document.tokens.first().map(|token| Edit::delete(token.span)).into_iter().collect()
    }),
    ("wrong closer", |document, random| {
        on(document, random, What::Close, |token| {
            let other = if token.span.of(&document.text) == "}" { "]" } else { "}" };
            vec![Edit::replace(token.span, other)]
        })
    }),
    ("wrong opener", |document, random| {
        on(document, random, What::Open, |token| {
            let other = if token.span.of(&document.text) == "{" { "[" } else { "{" };
            vec![Edit::replace(token.span, other)]
        })
    }),
    ("parenthesis for a closer", |document, random| {
        on(document, random, What::Close, |token| vec![Edit::replace(token.span, ")")])
    }),
    ("parentheses for brackets", |document, random| {
        let list = |_: usize, token: &Token| token.span.of(&document.text) == "[";
        at(document, random, list, |index, token| {
            vec![Edit::replace(token.span, "("), Edit::replace(document.tokens[closer(document, index)].span, ")")]
        })
    }),
    ("closer twice", |document, random| {
        on(document, random, What::Close, |token| vec![Edit::insert(token.span.end, token.span.of(&document.text))])
    }),
    ("closer on two lines", |document, random| {
        let own_line = |_: usize, token: &Token| token.what == What::Close && document.begins_line(token.span.start);
        at(document, random, own_line, |_, token| {
            let line = format!("\n{}{}", document.indentation(token.span.start), token.span.of(&document.text));
            vec![Edit::insert(token.span.end, line)]
        })
    }),
    ("closer after the end", |document, random| {
        let piece = random.one_of(&["}", "\n}", "]", " }\n}"]).unwrap();
        vec![Edit::insert(document.text.trim_end().len() as u32, *piece)]
    }),
    ("outer braces missing", |document, _| {
        let [first, .., last] = document.tokens.as_slice() else { return Vec::new() };
        vec![Edit::delete(first.span), Edit::delete(last.span)]
    }),
    ("outer braces doubled", |document, _| {
        vec![Edit::insert(0, "{"), Edit::insert(document.text.trim_end().len() as u32, "}")]
    }),
    ("brace before a member", |document, random| {
        let name = |index: usize, token: &Token| token.what == What::Name && index > 1;
        at(document, random, name, |_, token| vec![Edit::insert(token.span.start, "{ ")])
    }),
    ("text in single quotes", |document, random| {
        strings(document, random, |inner| !inner.contains('\''), |token, _| quoted(token, "'", "'"))
    }),
    ("all in single quotes", |document, _| {
        all(document, |inner| (!inner.contains('\'')).then(|| format!("'{}'", inner.replace("\\\"", "\""))))
    }),
    ("text in backticks", |document, random| strings(document, random, |_| true, |token, _| quoted(token, "`", "`"))),
    ("text in typographic quotes", |document, random| {
        strings(document, random, |_| true, |token, _| quoted(token, "“", "”"))
    }),
    ("all in typographic quotes", |document, _| all(document, |inner| Some(format!("“{inner}”")))),
    ("line comment", |document, random| line_end(document, random, "// what it is for")),
    ("hash comment", |document, random| line_end(document, random, "# what it is for")),
    ("line commented out", |document, random| line_end(document, random, ",\n// \"old\": [1, 2],")),
    ("block comment", |document, random| {
        at(document, random, |_, _| true, |_, token| vec![Edit::insert(token.span.start, "/* what it is for */ ")])
    }),
    ("comment at the beginning", |_, _| vec![Edit::insert(0, "// Tickets: {version 1}\n")]),
    ("dots for the rest", |document, random| {
        let ends =
            |index: usize, token: &Token| token.what == What::Close && before(document, index).what != What::Open;
        at(document, random, ends, |index, _| vec![Edit::insert(before(document, index).span.end, ", ...")])
    }),
    ("dots in a list", |document, random| {
        let empty =
            |index: usize, token: &Token| token.what == What::Close && before(document, index).what == What::Open;
        at(document, random, empty, |_, token| vec![Edit::insert(token.span.start, "...")])
    }),
    ("in a Markdown block", |document, _| {
        vec![
            Edit::insert(0, "Here is your file:\n\n```json\n"),
            Edit::insert(document.text.len() as u32, "\n```\n\nIt's done: try it!\n"),
        ]
    }),
    ("assigned in a script", |document, _| {
        vec![Edit::insert(0, "module.exports = "), Edit::insert(document.text.trim_end().len() as u32, ";")]
    }),
    ("lone sign after the end", |document, random| {
        let piece = random.one_of(&[";", ",", "\n;", "'", "\"", "`", "\u{1a}", "."]).unwrap();
        vec![Edit::insert(document.text.trim_end().len() as u32, *piece)]
    }),
    ("line end in a text", |document, random| escape(document, random, "\\n", "\n")),
    ("tab in a text", |document, random| escape(document, random, "\\t", "\t")),
    ("single backslashes", |document, random| escape(document, random, "\\\\", "\\")),
    ("escaped apostrophe", |document, random| escape(document, random, "'", "\\'")),
    ("quotes in a text", |document, random| escape(document, random, "\\\"", "\"")),
    ("number begun with zero", |document, random| {
        numbers(document, random, |number| {
            number
                .replace('-', "-0")
                .trim_start_matches(|c: char| c.is_ascii_digit())
                .is_empty()
                .then(|| format!("0{number}"))
        })
    }),
    ("number with plus", |document, random| {
        numbers(document, random, |number| (!number.starts_with('-')).then(|| format!("+{number}")))
    }),
    ("fraction without zero", |document, random| {
        numbers(document, random, |number| number.strip_prefix("0.").map(|fraction| format!(".{fraction}")))
    }),
    ("point without fraction", |document, random| {
        numbers(document, random, |number| (!number.contains('.')).then(|| format!("{number}.")))
    }),
    ("hexadecimal number", |document, random| {
        numbers(document, random, |number| number.parse::<u32>().ok().map(|number| format!("0x{number:X}")))
    }),
    ("decimal comma", |document, random| {
        numbers(document, random, |number| number.contains('.').then(|| number.replace('.', ",")))
    }),
    ("literals of Python", |document, _| {
        let literals = document.tokens.iter().filter(|token| token.what == What::Literal);
        literals
            .map(|token| {
                Edit::replace(
                    token.span,
                    match token.span.of(&document.text) {
                        "true" => "True",
                        "false" => "False",
                        _ => "None",
                    },
                )
            })
            .collect()
    }),
    ("byte order mark", |_, _| vec![Edit::insert(0, "\u{feff}")]),
    ("no-break spaces", |document, random| {
        at(document, random, |_, _| true, |_, token| vec![Edit::insert(token.span.start, "\u{a0}\u{200b}")])
    }),
    ("texts put together", |document, random| {
        strings(
            document,
            random,
            |inner| inner.len() > 8 && is_plain(inner),
            |token, _| vec![Edit::insert(token.span.start + 4, "\" + \"")],
        )
    }),
    ("mark of a merge", |document, random| {
        let line = |_: usize, token: &Token| token.what == What::Name && document.begins_line(token.span.start);
        let mark = *random.one_of(&["<<<<<<< HEAD\n", ">>>>>>> main\n"]).unwrap();
        at(document, random, line, |_, token| {
            vec![Edit::insert(token.span.start - document.indentation(token.span.start).len() as u32, mark)]
        })
    }),
];

/// What is done to a text as a whole.
pub(crate) type Rewriting = fn(&str) -> String;

/// Damage to the text as a whole, which goes with no other.
pub(crate) const WHOLE: [(&str, Rewriting); 8] = [
    ("document in a string", |text| serde_json::to_string(text).unwrap()),
    ("all quotes escaped", |text| text.replace('\\', "\\\\").replace('"', "\\\"")),
    ("all quotes doubled", |text| text.replace('"', "\"\"")),
    ("in a cell of a table", |text| format!("\"{}\"", text.replace('"', "\"\""))),
    ("HTML entities", |text| {
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
    }),
    ("pasted twice", |text| format!("{text}\n{text}")),
    ("begun again", |text| {
        format!("{}\n{text}", &text[..(0..=text.len() / 3).rev().find(|&at| text.is_char_boundary(at)).unwrap()])
    }),
    ("in a script's string", |text| {
        format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'").replace('\r', "").replace('\n', "\\n"))
    }),
];

fn before(document: &Document, index: usize) -> &Token {
    &document.tokens[index.saturating_sub(1)]
}

fn first(token: &Token) -> Span {
    Span::new(token.span.start, token.span.start + 1)
}

fn last(token: &Token) -> Span {
    Span::new(token.span.end - 1, token.span.end)
}

fn inner(document: &Document, index: usize) -> &str {
    document.tokens[index].span.of(&document.text).trim_matches('"')
}

fn is_word(inner: &str) -> bool {
    let plain = inner.chars().all(|c| c.is_ascii_alphanumeric() || "-_.$".contains(c));
    plain && inner.starts_with(|c: char| c.is_ascii_alphabetic()) && !matches!(inner, "true" | "false" | "null")
}

fn is_plain(inner: &str) -> bool {
    inner.is_ascii() && !inner.contains('\\')
}

/// Damages one of the tokens that are wanted.
fn at(
    document: &Document,
    random: &mut Random,
    is_wanted: impl Fn(usize, &Token) -> bool,
    damage: impl Fn(usize, &Token) -> Vec<Edit>,
) -> Vec<Edit> {
    let places: Vec<_> = document.tokens.iter().enumerate().filter(|(index, token)| is_wanted(*index, token)).collect();
    random.one_of(&places).map(|(index, token)| damage(*index, token)).unwrap_or_default()
}

fn on(document: &Document, random: &mut Random, what: What, damage: impl Fn(&Token) -> Vec<Edit>) -> Vec<Edit> {
    at(document, random, |_, token| token.what == what, |_, token| damage(token))
}

/// Damages one of the texts whose inside is wanted.
fn strings(
    document: &Document,
    random: &mut Random,
    is_wanted: impl Fn(&str) -> bool,
    damage: impl Fn(&Token, &str) -> Vec<Edit>,
) -> Vec<Edit> {
    let wanted = |index: usize, token: &Token| token.what == What::Text && is_wanted(inner(document, index));
    at(document, random, wanted, |index, token| damage(token, inner(document, index)))
}

/// Writes every string anew.
fn all(document: &Document, write: impl Fn(&str) -> Option<String>) -> Vec<Edit> {
    let strings = document.tokens.iter().enumerate().filter(|(_, token)| matches!(token.what, What::Name | What::Text));
    strings.filter_map(|(index, token)| Some(Edit::replace(token.span, write(inner(document, index))?))).collect()
}

fn quoted(token: &Token, open: &str, close: &str) -> Vec<Edit> {
    vec![Edit::replace(first(token), open), Edit::replace(last(token), close)]
}

/// Writes one text in which `escape` is with `plain` instead, everywhere in it.
fn escape(document: &Document, random: &mut Random, escape: &'static str, plain: &'static str) -> Vec<Edit> {
    strings(
        document,
        random,
        |inner| inner.contains(escape),
        |token, inner| {
            let start = token.span.start + 1;
            let places = inner
                .match_indices(escape)
                .map(|(at, _)| Span::new(start + at as u32, start + (at + escape.len()) as u32));
            places.map(|place| Edit::replace(place, plain)).collect()
        },
    )
}

fn numbers(document: &Document, random: &mut Random, write: impl Fn(&str) -> Option<String>) -> Vec<Edit> {
    let written = |token: &Token| write(token.span.of(&document.text));
    at(
        document,
        random,
        |_, token| token.what == What::Number && written(token).is_some(),
        |_, token| written(token).map(|number| Edit::replace(token.span, number)).into_iter().collect(),
    )
}

/// Puts `piece` behind a bracket or comma that ends its line.
fn line_end(document: &Document, random: &mut Random, piece: &str) -> Vec<Edit> {
    let ends = |_: usize, token: &Token| {
        let rest = document.text[token.span.end as usize..].trim_start_matches('\r');
        matches!(token.what, What::Comma | What::Open) && rest.starts_with('\n')
    };
    let piece = piece.trim_start_matches(',');
    at(document, random, ends, |_, token| vec![Edit::insert(token.span.end, format!(" {piece}"))])
}

/// The index of the bracket that closes the one with this index.
fn closer(document: &Document, opener: usize) -> usize {
    let mut depth = 0;
    for (index, token) in document.tokens.iter().enumerate().skip(opener) {
        match token.what {
            What::Open => depth += 1,
            What::Close => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return index;
        }
    }
    opener
}
