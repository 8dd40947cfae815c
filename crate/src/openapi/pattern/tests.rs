//! What is no pattern, and what a pattern allows.

use super::{PatternFault, pattern_allows, pattern_fault};

#[test]
fn what_is_certainly_wrong_is_told() {
    use PatternFault::{
        NothingToRepeat, OtherDialect, RangeOutOfOrder, StrayCloser, TrailingBackslash, UnclosedClass, UnclosedGroup,
        UnknownGroup,
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
        "[\\cA-9]",
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

#[test]
fn a_pattern_allows_what_it_finds_anywhere() {
    for (pattern, allowed, refused) in [
        ("", &["", "a"][..], &[][..]),
        ("b", &["b", "abc"], &["", "B"]),
        ("^[a-c]+$", &["a", "abc"], &["", "abd", "abc\n"]),
        ("^\\d{3}-\\d{2,}$", &["123-45", "123-4567"], &["123-4", "1234-56"]),
        ("^a{0}b{1,2}?$", &["b", "bb"], &["ab", "bbb", ""]),
        ("^(ab|c|)d$", &["abd", "cd", "d"], &["abcd", "ab"]),
        ("^(?:(?<x>a)|b)*$", &["", "abba"], &["abc"]),
        ("a|^b|c$", &["xa", "bx", "xc"], &["xb", "cx"]),
        ("^(a*)*$", &["", "aaa"], &["ab"]),
        ("^((a|b){2}c){2}$", &["abcbac"], &["abc", "abcbacaac"]),
        ("^[\\w-.]+@[^\\s@]$", &["a-b.c@x", "_@-"], &["@x", "a@ ", "a@@"]),
        ("^[^\\D5-7]$", &["4", "8"], &["5", "a", ""]),
        ("^[^]$", &["\n", "]"], &["", "aa"]),
        ("[]", &[], &["", "]"]),
        ("^.$", &["a", "\u{e9}", "\t"], &["\n", "\r", "\u{2028}", ""]),
        ("^\\s\\S$", &["\u{a0}a", "\u{feff}\u{85}"], &["aa", "  "]),
        ("\\bto\\b", &["to", "go to it"], &["tom", "_to"]),
        ("^\\Bx|x\\B.$", &["xa"], &["x", "x-"]),
        ("^[\\b\\t\\0\\-]\\x41\\u0062\\/$", &["\u{8}Ab/", "\0Ab/", "-Ab/"], &["bAb/"]),
        ("^[+--]$", &["+", ",", "-"], &["."]),
        ("^.{0,500}$", &["a"], &["\n"]),
        ("^]}$", &["]}"], &["]"]),
    ] {
        for (texts, answer) in [(allowed, true), (refused, false)] {
            for text in texts {
                assert_eq!(pattern_allows(pattern, text, &mut 10_000), Some(answer), "{pattern} {text:?}");
            }
        }
    }
}

#[test]
fn what_depends_on_the_reader_is_left_open() {
    for pattern in [
        "(?=a)b",
        "(?!a)b",
        "(?<=a)b",
        "(?<!a)b",
        "(?i:a)",
        "(a)\\1",
        "(?<n>a)\\k<n>",
        "\\p{L}",
        "\\u{41}",
        "\\cA",
        "\\01",
        "\\A",
        "\\ud83d",
        "[[:alpha:]]",
        "a{,2}",
        "{",
        "a{5000}",
        "(a{99}){99}",
        "a{99999999999}",
        "\u{1f600}",
        "/^a$/",
        "(",
    ] {
        assert_eq!(pattern_allows(pattern, "b", &mut 10_000), None, "{pattern}");
    }
    for text in ["\u{1f600}", "\u{fffd}", &"b".repeat(1_000)] {
        assert_eq!(pattern_allows("^a$", text, &mut 10_000), None, "{text}");
    }
    assert_eq!(pattern_allows("^(a|a)*$", &"a".repeat(400), &mut 1_000), None);
    assert_eq!(pattern_allows("^(a|a)*$", &format!("{}b", "a".repeat(400)), &mut 10_000), Some(false));
}
