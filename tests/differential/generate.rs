//! Valid documents, made from the vocabulary.

use std::collections::BTreeMap;

use xtension_checker::nintex;
use xtension_checker::openapi::vocabulary::{Format, Key, Names, Object, ROOT, Rest, Type};

use crate::json::Json;
use crate::random::Random;

/// What can be met in a valid document, each with how often it was: objects, keys, entries, alternatives, values.
#[derive(Default)]
pub(crate) struct Coverage(BTreeMap<String, usize>);

impl Coverage {
    /// Everything that the vocabulary has, not met yet.
    pub(crate) fn of_vocabulary() -> Self {
        let mut coverage = Self::default();
        let mut seen: Vec<(&Object, Vec<Choice>)> = vec![(&ROOT, Vec::new())];
        let mut at = 0;
        while let Some((object, choices)) = seen.get(at).cloned() {
            at += 1;
            let mut inner = Vec::new();
            let choose =
                |case: &(&'static str, &'static Object), key| (case.1, [&choices[..], &[(key, case.0)]].concat());
            if let Some(variants) = &object.variants {
                inner.extend(variants.cases.iter().map(|case| choose(case, variants.key)));
            }
            if !has_only_variants(object) {
                for (part, ty) in parts(object, &choices) {
                    coverage.expect(&place(object, &choices, &part), ty, &mut inner);
                }
            }
            for next in inner {
                if !seen.iter().any(|known| std::ptr::eq(known.0, next.0) && known.1 == next.1) {
                    seen.push(next);
                }
            }
        }
        coverage
    }

    fn expect(&mut self, place: &str, ty: Type, inner: &mut Vec<(&'static Object, Vec<Choice>)>) {
        self.0.entry(place.to_owned()).or_default();
        match ty {
            Type::OneOf(values) => values.iter().for_each(|value| {
                self.0.entry(format!("{place} = {value}")).or_default();
            }),
            Type::AnyOf(types) => types.iter().enumerate().for_each(|(position, one)| {
                self.expect(&format!("{place}, alternative {position}"), *one, inner);
            }),
            Type::List { item, .. } => self.expect(&format!("{place}, item"), *item, inner),
            Type::ObjectOrReference(object) => {
                self.0.entry(format!("{place}, reference")).or_default();
                inner.push((object, Vec::new()));
            }
            Type::Object(object) => inner.push((object, Vec::new())),
            _ => {}
        }
    }

    fn meet(&mut self, place: &str) {
        if let Some(count) = self.0.get_mut(place) {
            *count += 1;
        }
    }

    /// What was never met.
    pub(crate) fn missing(&self) -> Vec<&str> {
        self.0.iter().filter(|(_, count)| **count == 0).map(|(place, _)| &**place).collect()
    }

    /// How much there is to meet.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}

/// A key that makes an object one of its variants, and what it says for that.
pub(crate) type Choice = (&'static str, &'static str);

/// What to call a part of an object in the coverage.
fn place(object: &Object, choices: &[Choice], part: &str) -> String {
    let choices: String = choices.iter().map(|(key, value)| format!(" {key}={value}")).collect();
    format!("{}{choices} / {part}", object.name)
}

/// Whether no value is this object itself and none of its variants.
pub(crate) fn has_only_variants(object: &Object) -> bool {
    object
        .variants
        .as_ref()
        .is_some_and(|variants| object.key(variants.key).is_some_and(|key| matches!(key.value, Type::OneOf(_))))
}

/// The keys of an object whose values are free, and what else it may hold, each with its type.
fn parts(object: &'static Object, choices: &[Choice]) -> Vec<(String, Type)> {
    let is_free = |key: &&Key| choices.iter().all(|choice| choice.0 != key.name);
    let mut parts: Vec<_> = object.keys().filter(is_free).map(|key| (key.name.to_owned(), key.value)).collect();
    if let Rest::Entries { value, .. } = &object.rest {
        parts.push(("entry".to_owned(), *value));
    }
    if object.rest.is_extension("x-") {
        parts.push(("extension".to_owned(), Type::Any));
    }
    parts
}

/// Makes valid documents.
pub(crate) struct Generator<'r> {
    pub(crate) random: &'r mut Random,
    pub(crate) coverage: &'r mut Coverage,
    /// How many more values there may be before only what is needed goes in.
    budget: usize,
    /// How likely a key is that can be left out.
    percent: usize,
}

impl<'r> Generator<'r> {
    pub(crate) fn new(random: &'r mut Random, coverage: &'r mut Coverage) -> Self {
        let most = random.pick(&[10, 40, 120]);
        let budget = 5 + random.below(most);
        let percent = random.pick(&[15, 40, 70]);
        Self { random, coverage, budget, percent }
    }

    /// A valid document.
    pub(crate) fn document(mut self) -> Json {
        self.object(&ROOT)
    }

    fn object(&mut self, mut object: &'static Object) -> Json {
        let mut choices: Vec<Choice> = Vec::new();
        while let Some(variants) = &object.variants {
            let position = self.random.below(variants.cases.len() + usize::from(!has_only_variants(object)));
            let Some((value, variant)) = variants.cases.get(position) else { break };
            choices.push((variants.key, value));
            object = variant;
        }
        let mut members: Vec<(String, Json)> = Vec::new();
        let mut keys: Vec<&Key> = object.keys().collect();
        // So that no key always comes when the budget is spent.
        self.random.shuffle(&mut keys);
        let percent = if keys.len() > 15 { 25 } else { self.percent };
        for key in keys {
            let choice = choices.iter().find(|choice| choice.0 == key.name);
            if let Some((_, value)) = choice {
                members.push((key.name.to_owned(), Json::string(value)));
            } else if key.required || self.wants_more(percent) {
                let place = place(object, &choices, key.name);
                members.push((key.name.to_owned(), self.value(key.value, &place)));
            }
        }
        if let Rest::Entries { names, value, .. } = &object.rest {
            for count in 0..4 {
                let name = self.entry_name(*names);
                let is_new = !object.rest.is_extension(&name) && members.iter().all(|member| member.0 != name);
                if is_new && (count < object.at_least || self.wants_more(60)) {
                    members.push((name, self.value(*value, &place(object, &choices, "entry"))));
                }
            }
        }
        if object.rest.is_extension("x-") && self.wants_more(20) {
            self.coverage.meet(&place(object, &choices, "extension"));
            members.push(self.extension());
        }
        self.random.shuffle(&mut members);
        Json::Object(members)
    }

    fn wants_more(&mut self, percent: usize) -> bool {
        self.budget > 0 && self.random.chance(percent)
    }

    fn value(&mut self, ty: Type, place: &str) -> Json {
        self.coverage.meet(place);
        self.budget = self.budget.saturating_sub(1);
        match ty {
            Type::Any => self.data(3),
            Type::Text => Json::string(self.random.pick(TEXTS)),
            Type::Formatted(format) => Json::string(self.random.pick(well_formed(format))),
            Type::Boolean => Json::Boolean(self.random.chance(50)),
            Type::True => Json::Boolean(true),
            Type::Number => Json::number(self.random.pick(NUMBERS)),
            Type::PositiveNumber => Json::number(self.random.pick(&["1", "0.01", "1E-7", "1e-400", "10", "1e400"])),
            Type::Count => Json::number(self.random.pick(COUNTS)),
            Type::OneOfNumbers(allowed) => Json::number(self.random.pick(allowed)),
            Type::OneOf(allowed) => {
                let value = self.random.pick(allowed);
                self.coverage.meet(&format!("{place} = {value}"));
                Json::string(value)
            }
            Type::List { item, at_least, unique } => {
                let mut items: Vec<Json> = Vec::new();
                while items.len() < at_least || (items.len() < 4 && self.wants_more(40)) {
                    let item = self.value(*item, &format!("{place}, item"));
                    if !unique || !items.iter().any(|other| other.equals(&item)) {
                        items.push(item);
                    }
                }
                Json::Array(items)
            }
            Type::ObjectOrReference(_) if self.random.chance(20) => {
                self.coverage.meet(&format!("{place}, reference"));
                Json::object([("$ref", Json::string(self.random.pick(REFERENCES)))])
            }
            Type::Object(object) | Type::ObjectOrReference(object) => self.object(object),
            Type::AnyOf(types) => {
                let position = self.random.below(types.len());
                self.value(types[position], &format!("{place}, alternative {position}"))
            }
        }
    }

    fn entry_name(&mut self, names: Names) -> String {
        let names = match names {
            Names::Any => ENTRIES,
            Names::Paths => &["/", "/a", "/a/{b}", "/a/b~c", "//", "/x-a", "/ü?q=1#f"],
            Names::StatusCodes => &["200", "201", "404", "000", "999", "default"],
        };
        self.random.pick(names).to_owned()
    }

    /// An extension, known or not, with any value.
    pub(crate) fn extension(&mut self) -> (String, Json) {
        let known: Vec<&str> = nintex::vocabulary::extensions().map(nintex::vocabulary::Extension::name).collect();
        let unknown = ["x-", "x-a", "x-$ref", "x-a/b~c", "x-ü", "x-type", "x-ntx-", "x-__proto__"];
        let name = if self.random.chance(50) { self.random.pick(&known) } else { self.random.pick(&unknown) };
        (name.to_owned(), self.data(2))
    }

    /// Any JSON, at most so deep; some of it looks like parts of OpenAPI.
    pub(crate) fn data(&mut self, depth: usize) -> Json {
        match self.random.below(if depth == 0 { 4 } else { 7 }) {
            0 => Json::Null,
            1 => Json::Boolean(self.random.chance(50)),
            2 => Json::number(self.random.pick(NUMBERS)),
            3 => Json::string(self.random.pick(TEXTS)),
            4 => Json::Array((0..self.random.below(3)).map(|_| self.data(depth - 1)).collect()),
            5 => Json::object([("$ref", Json::string(self.random.pick(REFERENCES)))]),
            _ => {
                let name =
                    self.random.pick(&["", "a", "type", "$ref", "properties", "get", "operationId", "x-a", "a/b~c"]);
                Json::object([(name, self.data(depth - 1))])
            }
        }
    }
}

pub(crate) const TEXTS: &[&str] = &[
    "",
    " ",
    "a",
    "object",
    "x-ntx-file-reference",
    "application/json",
    "Grüße 😀",
    "\u{80}\u{85}\u{9f}",
    "\u{2028}\u{feff}",
    "\0\u{1f}\"\\/",
    "^[a-z]+$",
    "(",
    "two words",
    "null",
    "2.0",
    "#/definitions/a",
];

pub(crate) const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "1",
    "-1",
    "1.5",
    "-2.50",
    "1e3",
    "1E-3",
    "1.0",
    "9007199254740992",
    "9007199254740993",
    "-9007199254740993",
    "123456789012345678901234567890",
    "1e400",
    "-1e400",
    "1e-400",
    "0.1",
    "0.10000000000000000001",
];

const COUNTS: &[&str] = &["0", "-0", "1", "10", "2.0", "1e2", "250e-1", "9007199254740993", "1e400"];

const ENTRIES: &[&str] = &[
    "",
    "a",
    "b",
    "Person",
    "$ref",
    "x-a",
    "x-ntx-summary",
    "a/b~c",
    "~1",
    "ü",
    "\u{85}",
    "__proto__",
    "type",
    "required",
    "properties",
    "default",
    "200",
    "/a",
    "get",
    " ",
];

pub(crate) const REFERENCES: &[&str] = &[
    "#/definitions/Person",
    "#/parameters/a",
    "#/responses/a",
    "",
    "Person",
    "#",
    "other.json#/a",
    "#/definitions/a~1b~0c",
];

/// Strings that are written in that way.
pub(crate) fn well_formed(format: Format) -> &'static [&'static str] {
    match format {
        Format::Url => &[
            "https://example.com",
            "https://example.com:8443/a/b?c=d&e=/f#g",
            "http://user:pass@example.com/%C3%BC",
            "https://{tenant}.example.com/{{path}}",
            "urn:a",
            "mailto:ann@example.com",
            "https://",
            "a:/",
            "https://[::1]/",
        ],
        Format::Email => &["ann@example.com", "first.last+tag@mail.example.co.uk", "a'b@x-1.y", "{a}@example.com"],
        Format::Host => &["example.com", "example.com:443", "localhost", "10.0.0.1:8080", "[x]", "Ü", "a\nb"],
        Format::BasePath => &["/", "/v1", "/v1/", "/a b", "//", "/{{a}}"],
    }
}
