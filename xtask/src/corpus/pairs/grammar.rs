//! Whether words make sound JSON: asked so often that the text is not put together for it.

/// What a word is to JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Open(Bracket),
    Close(Bracket),
    Comma,
    Colon,
    String,
    /// A number, `true`, `false` or `null`.
    Plain,
    /// No word of JSON.
    Foreign,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bracket {
    Object,
    Array,
}

impl Kind {
    pub(super) fn of(word: &str) -> Self {
        match word {
            "{" => Self::Open(Bracket::Object),
            "}" => Self::Close(Bracket::Object),
            "[" => Self::Open(Bracket::Array),
            "]" => Self::Close(Bracket::Array),
            "," => Self::Comma,
            ":" => Self::Colon,
            _ if serde_json::from_str::<serde::de::IgnoredAny>(word).is_err() => Self::Foreign,
            _ if word.starts_with('"') => Self::String,
            _ => Self::Plain,
        }
    }
}

/// What may come next.
#[derive(Clone, Copy)]
enum Next {
    Value,
    /// The first item of a list, or its end.
    ItemOrEnd,
    Name,
    /// The first name of an object, or its end.
    NameOrEnd,
    Colon,
    /// A comma, or the bracket that closes what is open.
    CommaOrEnd,
}

/// Whether `words` are one JSON value.
pub(super) fn is_json(words: impl Iterator<Item = Kind>) -> bool {
    let mut open = Vec::new();
    let mut next = Next::Value;
    let mut is_done = false;
    for word in words {
        if is_done {
            return false;
        }
        next = match (next, word) {
            (Next::Value | Next::ItemOrEnd, Kind::Open(bracket)) => {
                open.push(bracket);
                if bracket == Bracket::Object { Next::NameOrEnd } else { Next::ItemOrEnd }
            }
            (Next::Value | Next::ItemOrEnd, Kind::String | Kind::Plain) => Next::CommaOrEnd,
            (Next::Name | Next::NameOrEnd, Kind::String) => Next::Colon,
            (Next::CommaOrEnd, Kind::Comma) if open.last() == Some(&Bracket::Object) => Next::Name,
            (Next::CommaOrEnd, Kind::Comma) | (Next::Colon, Kind::Colon) => Next::Value,
            (Next::CommaOrEnd | Next::ItemOrEnd | Next::NameOrEnd, Kind::Close(bracket))
                if open.last() == Some(&bracket) =>
            {
                open.pop();
                Next::CommaOrEnd
            }
            _ => return false,
        };
        is_done = open.is_empty();
    }
    is_done
}

#[cfg(test)]
mod tests {
    use super::{Kind, is_json};
    use crate::corpus::pairs::tokens;

    #[test]
    fn what_is_json_is_what_the_parser_takes() {
        for text in [
            "",
            "1",
            "1 2",
            "{}",
            "[]",
            "{",
            "}",
            "[}",
            "{]",
            "[1]",
            "[1,]",
            "[,1]",
            "[1 2]",
            "[1,2]",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1}",
            "{\"a\":1,}",
            "{1:1}",
            "{\"a\":1,\"b\":[]}",
            "{\"a\":{\"b\":[true,null]}}",
            "[tru]",
            "[1],",
            "[1]]",
            "\"a\":1",
            "[\"a\":1]",
            "{\"a\":1 \"b\":2}",
            "{,}",
            "\"a",
            "[01]",
        ] {
            let words = tokens::of(text).into_iter().map(|place| Kind::of(&text[place]));
            assert_eq!(is_json(words), serde_json::from_str::<serde_json::Value>(text).is_ok(), "{text}");
        }
    }
}
