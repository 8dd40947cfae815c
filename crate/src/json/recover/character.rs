//! What kinds of characters there are in a damaged text.

/// Whether a string may begin with it, be it JSON or not.
pub(super) fn is_opening_quote(character: char) -> bool {
    character == '"' || is_single(character) || is_typographic(character) || character == '`'
}

pub(super) fn is_single(character: char) -> bool {
    matches!(character, '\'' | '‘' | '’' | '‚' | '‛')
}

pub(super) fn is_typographic(character: char) -> bool {
    matches!(character, '“' | '”' | '„' | '‟' | '«' | '»' | '″')
}

/// Whether people take it for a blank, or do not see it, and JSON takes it for neither.
pub(super) fn is_odd_white_space(character: char) -> bool {
    is_invisible(character) || (character.is_whitespace() && !matches!(character, ' ' | '\t' | '\n' | '\r'))
}

pub(super) fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{AD}')
}

/// Whether it is a letter or digit of any script. What is outside ASCII and has no meaning of its own here counts as
/// one: the tables that know better weigh more than this is worth.
pub(super) fn is_letter(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || !(character.is_ascii() || character == '…' || is_odd_white_space(character) || is_opening_quote(character))
}
