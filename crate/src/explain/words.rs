//! Messages, word by word.

use crate::text::Gather;

/// The words of a message: letters and digits, without the difference between capitals and small letters.
pub(super) struct Words(Vec<String>);

/// What a message is known by: parts that stand in it one after the other, each of them word for word. Three dots part
/// them: anything may stand there.
pub(super) struct Sign(Vec<Vec<String>>);

impl Words {
    /// Takes a message apart. What JSON writes as `\u0027` is no part of a word.
    pub(super) fn of(message: &str) -> Self {
        Self(split(&without_escapes(message)))
    }

    /// Whether the message has that sign.
    pub(super) fn have(&self, sign: &Sign) -> bool {
        let mut rest: &[String] = &self.0;
        sign.0.iter().all(|part| {
            let found = rest.windows(part.len().max(1)).position(|window| window == &**part);
            rest = found.and_then(|at| rest.get(at + part.len()..)).unwrap_or_default();
            found.is_some()
        })
    }

    /// How many thousandths of the letters of a sign are in words that the message has. Words of up to three letters do
    /// not count, as every message has them.
    pub(super) fn share_of(&self, sign: &Sign) -> u32 {
        let (mut all, mut shared) = (0, 0);
        for word in sign.0.iter().flatten().filter(|word| word.len() > 3) {
            all += word.len();
            shared += if self.0.contains(word) { word.len() } else { 0 };
        }
        (shared * 1000).checked_div(all).unwrap_or_default() as u32
    }
}

impl Sign {
    /// Reads a sign.
    pub(super) fn of(text: &str) -> Self {
        Self(text.split("...").map(split).gathered())
    }
}

fn split(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).gathered()
}

/// The message with a blank for each `\u` and its four digits.
fn without_escapes(message: &str) -> String {
    let mut parts = message.split("\\u");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.bytes().take(4).filter(u8::is_ascii_hexdigit).count();
        plain.push(' ');
        plain.push_str(if digits == 4 { part.get(4..) } else { Some(part) }.unwrap_or_default());
    }
    plain
}

/// What the message has in quotes, in small letters: the names that it speaks of.
pub(super) fn quoted(message: &str) -> Vec<String> {
    let message = message.replace("\\u0027", "'").replace("\\u0022", "\"");
    let characters: Vec<char> = message.chars().gathered();
    let mut parts = vec![String::new()];
    for (index, &character) in characters.iter().enumerate() {
        let is_letter = |at: Option<usize>| at.and_then(|at| characters.get(at)).is_some_and(|c| c.is_alphanumeric());
        let is_quote = match character {
            // The one in "doesn't".
            '\'' | '\u{2019}' => !(is_letter(index.checked_sub(1)) && is_letter(Some(index + 1))),
            '"' | '`' | '\u{2018}' | '\u{201c}' | '\u{201d}' => true,
            _ => false,
        };
        match parts.last_mut() {
            Some(part) if !is_quote => part.push(character.to_ascii_lowercase()),
            _ => parts.push(String::new()),
        }
    }
    let names = parts.iter().skip(1).step_by(2).map(|part| part.trim().to_owned());
    names.filter(|name| (2..100).contains(&name.len())).gathered()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_found_whatever_stands_around_them() {
        let words =
            Words::of("Error: header \\u0027X-Api-Key\\u0027 does not\n  support MULTIPLE values. (Activity 12)");
        assert!(words.have(&Sign::of("does not support multiple values")));
        assert!(words.have(&Sign::of("header ... multiple values")));
        assert!(!words.have(&Sign::of("multiple values ... header")));
        assert!(!words.have(&Sign::of("port multiple")));
    }

    #[test]
    fn long_words_in_common_make_messages_alike() {
        let words = Words::of("the header has multiple values");
        assert_eq!(words.share_of(&Sign::of("header ... multiple values ... is not")), 1000);
        assert_eq!(words.share_of(&Sign::of("a header that is damaged")), 6000 / 17);
        assert_eq!(words.share_of(&Sign::of("404")), 0);
    }

    #[test]
    fn names_stand_in_quotes() {
        assert_eq!(quoted("header 'Authorization' and \u{201c}b c\u{201d}"), ["authorization", "b c"]);
        assert_eq!(quoted("header \\u0027X-Key\\u0027"), ["x-key"]);
        assert_eq!(quoted("it doesn't take 'x-key'"), ["x-key"]);
        assert!(quoted("none").is_empty());
    }
}
