//! Keys, tokens and passwords in a text: how they look, and how they are shown to people without giving them away.

use std::borrow::Cow;

use super::{Span, Words};

/// Something in a text that lets whoever reads it in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<'t> {
    /// Where it stands, without what is around it.
    pub span: Span,
    /// What it is, at the beginning of a sentence: "A token of Slack".
    pub what: &'static str,
    /// The name that it is sent under, where it stands in a query.
    pub name: Option<&'t str>,
}

/// What keys begin with, how many characters there are at least behind that, and what they are. Each provider documents
/// its own: they are made to be found in files.
const SHAPES: &[(&str, usize, &str)] = &[
    ("eyJ", 38, "A signed token"),
    ("AKIA", 16, "An access key of AWS"),
    ("ASIA", 16, "An access key of AWS"),
    ("AIza", 35, "An API key of Google"),
    ("ya29.", 30, "An access token of Google"),
    ("GOCSPX-", 20, "A client secret of Google"),
    ("ghp_", 30, "A token of GitHub"),
    ("gho_", 30, "A token of GitHub"),
    ("ghs_", 30, "A token of GitHub"),
    ("github_pat_", 30, "A token of GitHub"),
    ("glpat-", 20, "A token of GitLab"),
    ("xoxb-", 20, "A token of Slack"),
    ("xoxp-", 20, "A token of Slack"),
    ("xapp-", 20, "A token of Slack"),
    ("sk_live_", 16, "A secret key of Stripe"),
    ("rk_live_", 16, "A secret key of Stripe"),
    ("sk-", 40, "An API key"),
    ("SG.", 40, "An API key of SendGrid"),
    ("pat-na1-", 30, "A token of HubSpot"),
    ("shpat_", 30, "A token of Shopify"),
    ("dop_v1_", 60, "A token of DigitalOcean"),
];

/// Names that end so are names of secrets, whatever their capitals and what their words are joined by.
const NAMES: &[&str] = &[
    "apikey",
    "secret",
    "password",
    "passwd",
    "pwd",
    "passphrase",
    "token",
    "secretkey",
    "accesskey",
    "accountkey",
    "sharedkey",
    "functionkey",
    "functionskey",
    "subscriptionkey",
    "privatekey",
    "authkey",
    "appkey",
    "authorization",
];

/// Tokens that let nobody in: they say where a list or a conversation goes on.
const OTHER_TOKENS: &[&str] =
    &["page", "next", "continu", "skip", "sync", "device", "cursor", "delta", "resum", "public"];

/// What only stands in a sample: words, and the beginnings of the samples in the standards that say how tokens look.
const SAMPLES: &[&str] = &[
    "example",
    "sample",
    "your",
    "xxx",
    "test",
    "demo",
    "dummy",
    "fake",
    "placeholder",
    "change",
    "insert",
    "redacted",
    "here",
    "secret",
    "password",
    "token",
    "apikey",
    "api_key",
    "my_",
    "my-",
    "...",
    "***",
    "eyjzdwiioiixmjm0nty3odkw",
    "2yotnfzfejr1zcsicmwpaa",
    "tgzv3jokf0xg5qx2tlkwia",
    "czzcagrsa3f0mz",
    "qwxhzgrpbjpvc",
    "dxnlcm5hbwu6",
];

/// How far a secret reaches at most: no more is looked at, or many beginnings would take long.
const LONGEST: usize = 8_000;

/// What looks like a secret in `text`, in its order: by its own shape, or by what stands around it.
pub fn secrets(text: &str) -> Vec<Found<'_>> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut words = Words::from(bytes, 0);
    let mut last = (0, 0);
    while let Some((start, end)) = words.next() {
        if may_begin_secret(bytes, start, end, last) {
            let part = |(start, end)| text.get(start..end).unwrap_or_default().trim_end_matches('.');
            let (word, before) = (part((start, end)), part(last));
            if let Some(secret) = secret_at(text, start, word, before) {
                if secret.span.end as usize > end {
                    words = Words::from(bytes, secret.span.end as usize);
                }
                found.push(secret);
            }
        }
        last = (start, end);
    }
    found
}

/// The shortest of [`SHAPES`].
const SHORTEST: usize = 20;

/// Whether it is worth a look what begins with the word from byte `start` to byte `end`: hardly any word is, and a text has
/// many. `before` is where the last word before it begins and ends.
#[inline(always)]
fn may_begin_secret(bytes: &[u8], start: usize, end: usize, before: (usize, usize)) -> bool {
    let ahead = |distance: usize| start.checked_sub(distance).and_then(|at| bytes.get(at)).copied();
    let is_introduced = match ahead(1) {
        Some(b'=') => true,
        Some(b'/') => ahead(3) == Some(b':'),
        // "Bearer" or "basic".
        Some(b' ') => before.1 - before.0 >= 5 && matches!(bytes.get(before.0), Some(b'b' | b'B')),
        _ => false,
    };
    // "password: " or "password is ".
    let may_be_password = || {
        let last = before.1.checked_sub(2).and_then(|at| bytes.get(at..before.1));
        matches!(last, Some([b'r' | b'w' | b's' | b'R' | b'W' | b'S', b'd' | b'e' | b'D' | b'E'] | [b'i', b's']))
    };
    is_introduced || end - start >= SHORTEST || bytes.get(start) == Some(&b'-') || may_be_password()
}

/// The secret that begins with `word`, or a little behind its beginning. `before` is the word before it.
fn secret_at<'t>(text: &'t str, start: usize, word: &'t str, before: &'t str) -> Option<Found<'t>> {
    let behind = text.get(start..text.floor_char_boundary(start + LONGEST))?;
    let ahead = text.get(..start)?;
    let here = |from: usize, length: usize, what, name| Found {
        span: Span::new((start + from) as u32, (start + from + length) as u32),
        what,
        name,
    };
    if ahead.ends_with('=') {
        // In JSON, `&` may be written as `\u0026`.
        let name = before.strip_prefix("u0026").unwrap_or(before);
        let value = value(behind);
        let is_key = is_secret_name(name) || ["code", "key", "sig"].iter().any(|key| key.eq_ignore_ascii_case(name));
        if is_key && is_random(value) {
            return Some(here(0, value.len(), "A key", Some(name)));
        }
    }
    if ahead.ends_with("://") {
        let (user, rest) = behind.get(..authority(behind))?.rsplit_once('@')?.0.split_once(':')?;
        return is_password(rest).then(|| here(user.len() + 1, rest.len(), "The password of an address", None));
    }
    let shape = SHAPES.iter().find(|shape| word.len() >= shape.0.len() + shape.1 && word.starts_with(shape.0));
    if let Some((prefix, _, what)) = shape {
        let is_token = *prefix != "eyJ" || is_signed_token(word);
        let rest = word.get(prefix.len()..)?;
        if is_token && has_letters_and_digits(rest) && !is_sample(word) {
            return Some(here(0, word.len(), what, None));
        }
    }
    if ["bearer", "basic"].iter().any(|kind| kind.eq_ignore_ascii_case(before)) && ahead.ends_with(' ') {
        let value = value(behind);
        return is_random(value).then(|| here(0, value.len(), "A token", None));
    }
    if let Some((name, is_in_words)) = name_ahead(ahead) {
        let password = if is_password_name(name) { password(behind) } else { "" };
        if is_mixed(password) && is_password(password) {
            return Some(here(0, password.len(), "A password", None));
        }
        let is_named = is_secret_name(name) || (is_in_words && name.eq_ignore_ascii_case("key"));
        let value = if is_named { value(behind) } else { "" };
        // Of words, the next one may be anything.
        let is_whole = value.len() >= SHORTEST && value.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if (!is_in_words || is_whole) && is_random(value) {
            return Some(here(0, value.len(), "A key", None));
        }
    }
    if word.starts_with("-----BEGIN") {
        // First what is near: a text may begin a thousand keys that nothing ends.
        let (head, _) = behind.get(..behind.floor_char_boundary(60))?.split_once("PRIVATE KEY-----")?;
        let length = behind.find("-----END").or_else(|| behind.find('"')).unwrap_or(behind.len());
        let key = behind.get(head.len() + "PRIVATE KEY-----".len()..length)?;
        let is_near = head.len() < 40 && key.len() > 60 && !key.contains("...");
        return is_near.then(|| here(length - key.len(), key.len(), "A private key", None));
    }
    None
}

/// Whether it begins as only the keys of one provider do, which nobody makes up by chance.
pub fn is_of_provider(secret: &str) -> bool {
    SHAPES.iter().any(|shape| !["eyJ", "sk-"].contains(&shape.0) && secret.starts_with(shape.0))
}

/// Whether it is a head and claims, both JSON in Base64, and a signature.
fn is_signed_token(word: &str) -> bool {
    let mut parts = word.split('.');
    let parts = [parts.next(), parts.next(), parts.next(), parts.next()];
    let [Some(head), Some(claims), Some(signature), None] = parts else { return false };
    word.len() > 62 || (head.len() >= 16 && claims.starts_with("eyJ") && signature.len() >= 16)
}

/// What is called so, right before a value: the name, and whether only words join both, as in "the key is".
fn name_ahead(ahead: &str) -> Option<(&str, bool)> {
    // Of a string within a string, JSON writes the quotes so.
    let unquoted = |text: &'_ str| {
        ["\\\"", "'", "`"].iter().find_map(|quote| text.strip_suffix(quote)).map_or(text.len(), str::len)
    };
    let ahead = ahead.get(..unquoted(ahead))?;
    let joined = [(" = ", false), ("=", false), (": ", false), (":", false), (" is ", true), (" ", true)];
    let (ahead, is_in_words) = joined.iter().find_map(|(sign, words)| Some((ahead.strip_suffix(sign)?, *words)))?;
    let ahead = ahead.get(..unquoted(ahead))?;
    let is_of_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-.".contains(byte);
    let begin = ahead.bytes().rev().take(60).take_while(is_of_name).count();
    Some((ahead.get(ahead.len() - begin..)?, is_in_words))
}

/// Whether what is called so is a password, which people make up.
fn is_password_name(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    ["password", "passwd", "pwd", "passphrase"].iter().any(|end| lower.ends_with(end))
}

/// The beginning of `text` up to what ends a password in a sentence or among settings.
fn password(text: &str) -> &str {
    let is_end = |character: char| character.is_whitespace() || "\"'`\\;,&<>(){}[]|".contains(character);
    let near = text.get(..text.floor_char_boundary(100)).unwrap_or_default();
    near.split(is_end).next().unwrap_or_default().trim_end_matches(['.', ':', '?'])
}

/// Whether there are three kinds of characters in `value`, as most sites want of a password.
pub fn is_mixed(value: &str) -> bool {
    let is_sign = |byte: u8| byte.is_ascii_punctuation() && !b"-_.:/+=~%".contains(&byte);
    let kinds: [fn(&u8) -> bool; 3] = [u8::is_ascii_uppercase, u8::is_ascii_lowercase, u8::is_ascii_digit];
    let kinds = kinds.iter().filter(|kind| value.bytes().any(|byte| kind(&byte))).count();
    kinds + usize::from(value.bytes().any(is_sign)) >= 3
}

/// The last two letters of [`NAMES`].
const ENDS: &[[u8; 2]] = &[*b"ey", *b"et", *b"rd", *b"wd", *b"se", *b"en", *b"on"];

/// How long the longest of [`NAMES`] is.
const LONGEST_NAME: usize = 15;

/// Whether what is called so lets somebody in: `client_secret`, `X-API-Key`, `accessToken`.
pub fn is_secret_name(name: &str) -> bool {
    let letters = || name.bytes().rev().filter(u8::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase());
    // Hardly any name ends so, and every name of a document is asked.
    let mut last = letters();
    let end = last.next().zip(last.next()).map(|(last, before)| [before, last]);
    let Some(end) = end.filter(|end| ENDS.contains(end) && name.len() <= 60) else { return false };
    // Nor are those that do so long enough: `description`, say.
    if !NAMES.iter().any(|known| known.len() <= name.len() && known.as_bytes().ends_with(&end)) {
        return false;
    }
    let mut tail = [0; LONGEST_NAME];
    for (place, letter) in tail.iter_mut().rev().zip(letters()) {
        *place = letter;
    }
    if !NAMES.iter().any(|end| tail.ends_with(end.as_bytes())) {
        return false;
    }
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let plain = plain.to_ascii_lowercase();
    !OTHER_TOKENS.iter().any(|other| plain.contains(other))
}

/// Whether `value` is a key that was made by a machine: long, without blanks, letters and digits mixed as by chance.
pub fn is_random(value: &str) -> bool {
    const LEAST: usize = 16;
    value.len() >= LEAST && changes(value) >= 3 && distinct(value) >= 8 && is_password(value)
}

/// Whether `value` can be a password that somebody uses: letters and digits without blanks, and no mere sample of one.
pub fn is_password(value: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"<>{}[]\"$".contains(&byte);
    (8..LONGEST).contains(&value.len())
        && has_letters_and_digits(value)
        && value.bytes().all(is_plain)
        && distinct(value) >= 5
        && has_no_series(value)
        && !is_sample(value)
}

/// The text with the greater part of each secret in it left out.
pub fn masked(text: &str) -> Cow<'_, str> {
    let found = secrets(text);
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut shown = String::new();
    let mut end = 0;
    for secret in found {
        shown.push_str(text.get(end..secret.span.start as usize).unwrap_or_default());
        shown.push_str(&mask(secret.span.of(text)));
        end = secret.span.end as usize;
    }
    shown.push_str(text.get(end..).unwrap_or_default());
    Cow::Owned(shown)
}

/// A secret as it is shown: its first characters, by which its owner knows it.
pub fn mask(secret: &str) -> String {
    format!("{}…", secret.get(..shown(secret)).unwrap_or_default())
}

/// The text with stars over the greater part of each of the spans, which are sorted: every byte stays in its place.
pub fn starred<'t>(text: &'t str, spans: &[Span]) -> Cow<'t, str> {
    if spans.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut covered = String::with_capacity(text.len());
    for span in spans {
        let secret = span.of(text);
        let start = span.start as usize + shown(secret);
        covered.push_str(text.get(covered.len()..start).unwrap_or_default());
        // Where two spans overlap, the first one has covered that much.
        covered.extend((covered.len()..text.len().min(span.end as usize)).map(|_| '*'));
    }
    covered.push_str(text.get(covered.len()..).unwrap_or_default());
    Cow::Owned(covered)
}

/// How many bytes of a secret are shown.
fn shown(secret: &str) -> usize {
    secret.floor_char_boundary((secret.len() / 4).min(4))
}

/// The beginning of `text` up to what cannot be in a key that is sent in a query or a header.
fn value(text: &str) -> &str {
    let is_end = |(at, character): (usize, char)| {
        let is_of_value = character.is_ascii_alphanumeric() || "_-.~%+/:".contains(character);
        // JSON may write a slash with a backslash before it.
        !is_of_value && !text.get(at..).is_some_and(|rest| rest.starts_with("\\/"))
    };
    let end = text.char_indices().find(|one| is_end(*one)).map_or(text.len(), |end| end.0);
    // Only at the end, where they fill up Base64: so no two values overlap, and each is looked at once.
    let padding = text.bytes().skip(end).take(2).take_while(|byte| *byte == b'=').count();
    text.get(..end + padding).unwrap_or_default()
}

/// How long the part of an address is in which its host stands.
fn authority(text: &str) -> usize {
    text.find(|character: char| "/?#\"\\".contains(character) || character.is_whitespace()).unwrap_or(text.len())
}

fn is_sample(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    SAMPLES.iter().any(|sample| lower.contains(sample))
}

fn has_letters_and_digits(value: &str) -> bool {
    value.bytes().any(|byte| byte.is_ascii_digit()) && value.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// How often a letter follows on a digit or a digit on a letter: words and dates hardly do that.
fn changes(value: &str) -> usize {
    let pairs = value.as_bytes().windows(2);
    pairs
        .filter(|pair| {
            matches!(pair, [one, next] if one.is_ascii_digit() != next.is_ascii_digit()
            && one.is_ascii_alphanumeric() && next.is_ascii_alphanumeric())
        })
        .count()
}

/// How many characters of ASCII there are in it.
fn distinct(value: &str) -> u32 {
    value.bytes().fold(0_u128, |met, byte| met | 1 << (byte & 127)).count_ones()
}

/// Whether nowhere four characters are the same or follow each other: `1111`, `1234`, `abcd`.
fn has_no_series(value: &str) -> bool {
    let is_series = |four: &[u8]| {
        let mut steps = four.windows(2).map(|pair| matches!(pair, [one, next] if one.wrapping_add(1) == *next));
        let same = four.windows(2).all(|pair| matches!(pair, [one, next] if one == next));
        same || steps.all(|step| step)
    };
    !value.as_bytes().windows(4).any(is_series)
}

#[cfg(test)]
mod tests;
