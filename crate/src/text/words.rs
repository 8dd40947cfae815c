//! Words for people, made of names for programs.

use super::Gather;

/// The words of an id, in small letters but for those that are capitals throughout.
pub fn words(id: &str) -> String {
    let letters: Vec<char> = id.chars().gathered();
    let mut words = String::new();
    for (at, &letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| letters.get(before));
        let after = letters.get(at + 1);
        if !letter.is_alphanumeric() {
            words.push(' ');
            continue;
        }
        let follows_small = before.is_some_and(|before| before.is_ascii_lowercase() || before.is_ascii_digit());
        let leads_small = after.is_some_and(char::is_ascii_lowercase);
        let is_capital = letter.is_ascii_uppercase();
        if is_capital && (follows_small || leads_small) {
            words.push(' ');
        }
        let is_in_capitals = after.is_some_and(char::is_ascii_uppercase) || (!leads_small && !follows_small);
        words.push(if is_capital && is_in_capitals { letter } else { letter.to_ascii_lowercase() });
    }
    words.split_ascii_whitespace().gathered().join(" ")
}

/// The sentence with a capital letter at its beginning.
pub fn capitalize(sentence: &str) -> String {
    let mut characters = sentence.chars();
    match characters.next() {
        Some(first) => std::iter::once(first.to_ascii_uppercase()).chain(characters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn ids_come_apart_into_words() {
        for (id, expected) in [
            ("getPeopleById", "get people by id"),
            ("create_a_URL", "create a URL"),
            ("getURLOfPage2", "get URL of page2"),
            ("List-all things", "list all things"),
            ("", ""),
        ] {
            assert_eq!(words(id), expected, "{id}");
        }
    }
}
