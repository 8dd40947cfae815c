//! The words that fuzzing puts together (`fuzz/dictionary.txt`) are those of the format and of Nintex's extensions.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs, ptr};

use xtension_checker::nintex::vocabulary::extensions;
use xtension_checker::openapi::vocabulary::{Object, ROOT, Rest, Type};

/// What stands between the words, what breaks a text, what some rule looks for, and the words of other formats.
const OTHERS: [&str; 90] = [
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "\\",
    "\\u00e9",
    "\\ud83d\\ude00",
    "\\ud800",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\u{feff}",
    "\u{a0}",
    "\u{2028}",
    "\u{202e}",
    "é",
    "😀",
    "“",
    "”",
    "'",
    "//",
    "/*",
    "*/",
    "#",
    "...",
    "true",
    "false",
    "null",
    "0",
    "-1",
    "1e400",
    "01",
    ": {",
    "\": \"",
    "\", \"",
    "},",
    "{{",
    "}}",
    "{{host}}",
    "#/definitions/",
    "#/parameters/",
    "/{id}",
    "~1",
    "~0",
    "2.0",
    "https://",
    "http://",
    "localhost",
    "client_secret",
    "Authorization",
    "Bearer ",
    "?code=",
    "api.example.com",
    "<<<<<<< ",
    "=======\n",
    "```",
    "openapi",
    "3.1.0",
    "servers",
    "components",
    "#/components/schemas/",
    "requestBody",
    "content",
    "oneOf",
    "anyOf",
    "nullable",
    "const",
    "$defs",
    "deepObject",
    "item",
    "request",
    "urlencoded",
    "formdata",
    "raw",
    "variable",
    "auth",
    "&a ",
    "*a",
    "<<: ",
    "- ",
    "? ",
    "|\n",
    ">-\n",
    "---\n",
    "!!str ",
    "~",
];

/// Collects the keys and values of a format, object by object.
#[derive(Default)]
struct Words {
    seen: Vec<&'static Object>,
    found: BTreeSet<&'static str>,
}

impl Words {
    fn object(&mut self, object: &'static Object) {
        let mut waiting = vec![object];
        while let Some(object) = waiting.pop() {
            if self.seen.iter().any(|known| ptr::eq(*known, object)) {
                continue;
            }
            self.seen.push(object);
            self.found.extend(object.keys().map(|key| key.name));
            self.found.extend(object.later);
            self.found.extend(object.known_slips.iter().map(|slip| slip.0));
            object.keys().for_each(|key| self.values(key.value, &mut waiting));
            if let Rest::Entries { value, .. } = &object.rest {
                self.values(*value, &mut waiting);
            }
            for (value, variant) in object.variants.iter().flat_map(|variants| variants.cases) {
                self.found.insert(value);
                waiting.push(variant);
            }
        }
    }

    fn values(&mut self, ty: Type, objects: &mut Vec<&'static Object>) {
        let mut waiting = vec![ty];
        while let Some(ty) = waiting.pop() {
            match ty {
                Type::OneOf(values) => self.found.extend(values),
                Type::List { item, .. } => waiting.push(*item),
                Type::AnyOf(types) => waiting.extend(types),
                Type::Object(object) | Type::ObjectOrReference(object) => objects.push(object),
                _ => {}
            }
        }
    }
}

/// A word as libFuzzer reads it.
fn entry(word: &str) -> String {
    let mut line = String::from("\"");
    for byte in word.bytes() {
        match byte {
            b'"' | b'\\' => write!(line, "\\{}", byte as char).unwrap(),
            b' '..=b'~' => line.push(byte as char),
            _ => write!(line, "\\x{byte:02X}").unwrap(),
        }
    }
    line + "\"\n"
}

#[test]
fn the_dictionary_is_current() {
    let mut words = Words::default();
    words.object(&ROOT);
    for extension in extensions() {
        words.found.insert(extension.name());
        let mut objects = Vec::new();
        words.values(extension.key.value, &mut objects);
        for object in objects {
            words.object(object);
        }
    }
    assert!(words.found.len() > 150, "{:?}", words.found);
    let mut current = String::from("# Made from the vocabulary by `UPDATE=1 cargo test dictionary`.\n\n");
    for word in &words.found {
        current += &entry(word);
    }
    current.push('\n');
    for word in OTHERS {
        current += &entry(word);
    }

    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/dictionary.txt");
    if env::var_os("UPDATE").is_some() {
        fs::write(&file, &current).unwrap();
    }
    let found = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(found == current, "fuzz/dictionary.txt is stale: run `UPDATE=1 cargo test dictionary`");
}
