//! What an unquoted word of YAML means: the core schema of version 1.2, section 10.3.2.

use crate::convert::draft::Content;

/// What `word` means where it stands unquoted. `None` for a number that JSON cannot write: infinity, and what is none.
pub(super) fn meaning(word: &str) -> Option<Content> {
    match word {
        "" | "~" | "null" | "Null" | "NULL" => return Some(Content::Null),
        "true" | "True" | "TRUE" => return Some(true.into()),
        "false" | "False" | "FALSE" => return Some(false.into()),
        _ => {}
    }
    if word.strip_prefix(['-', '+']).unwrap_or(word).eq_ignore_ascii_case(".inf") || word.eq_ignore_ascii_case(".nan") {
        return None;
    }
    Some(number(word).map_or_else(|| word.into(), Content::Number))
}

/// The number that `word` stands for, as JSON writes it.
pub(super) fn number(word: &str) -> Option<String> {
    for (prefix, radix) in [("0x", 16), ("0o", 8)] {
        if let Some(digits) = word.strip_prefix(prefix) {
            let is_digits = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix));
            return is_digits
                .then(|| u128::from_str_radix(digits, radix).ok())
                .flatten()
                .map(|value| value.to_string());
        }
    }
    let (sign, rest) = match word.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", word.strip_prefix('+').unwrap_or(word)),
    };
    let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (rest, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let has_digits = !whole.is_empty() || fraction.is_some_and(|fraction| !fraction.is_empty());
    let exponent_digits = exponent.map(|exponent| exponent.strip_prefix(['-', '+']).unwrap_or(exponent));
    if !has_digits
        || !is_digits(whole)
        || !fraction.is_none_or(is_digits)
        || !exponent_digits.is_none_or(|digits| !digits.is_empty() && is_digits(digits))
    {
        return None;
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        significant => significant,
    };
    let fraction = fraction.filter(|fraction| !fraction.is_empty()).map(|fraction| format!(".{fraction}"));
    let exponent = exponent.map(|exponent| format!("e{exponent}"));
    Some(format!("{sign}{whole}{}{}", fraction.unwrap_or_default(), exponent.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_mean_what_the_core_schema_says() {
        for word in ["", "~", "null", "NULL"] {
            assert_eq!(meaning(word), Some(Content::Null), "{word}");
        }
        assert_eq!(meaning("True"), Some(true.into()));
        for word in [
            "yes",
            "off",
            "nan",
            "2020-01-01",
            "1.2.3",
            "1_000",
            "12:30",
            "-",
            "+",
            ".",
            "1e",
            "e1",
            "0x",
            "0b1",
            "-0x1",
        ] {
            assert_eq!(meaning(word), Some(word.into()), "{word}");
        }
        for word in [".inf", "-.INF", ".NaN"] {
            assert_eq!(meaning(word), None, "{word}");
        }
    }

    #[test]
    fn numbers_are_written_as_json_writes_them() {
        let numbers = [
            ("12", "12"),
            ("-0", "-0"),
            ("+7", "7"),
            ("012", "12"),
            ("00", "0"),
            (".5", "0.5"),
            ("5.", "5"),
            ("1.0", "1.0"),
            ("-1.50e+03", "-1.50e+03"),
            ("1E3", "1e3"),
            ("0x1F", "31"),
            ("0o14", "12"),
            ("123456789012345678901234567890", "123456789012345678901234567890"),
        ];
        for (word, json) in numbers {
            assert_eq!(meaning(word), Some(Content::Number(json.to_owned())), "{word}");
        }
    }
}
