//! Texts of other formats that are difficult to convert, and Xtensions that are difficult to part.

use super::{Difficult, document, fill, list};

const RESPONSES: &str = r#""responses":{"200":{"description":""}}"#;

/// OpenAPI 3 with these members.
fn openapi3(members: &str) -> String {
    let head = r#""openapi":"3.1.0","info":{"title":"T","version":"1"},"servers":[{"url":"https://api.example.com"}]"#;
    format!("{{{head},{members}}}")
}

/// Paths with one operation each, which has these members.
fn operations(bytes: usize, members: impl Fn(usize) -> String) -> String {
    let path = |number: usize| format!(r#""/a{number}":{{"post":{{{}}}}}"#, members(number));
    format!(r#""paths":{{{}}}"#, list(bytes, path))
}

/// One operation that takes `S0` of these schemas, of which each has these members.
fn schemas(bytes: usize, members: impl Fn(usize) -> String) -> String {
    let body = format!(r#""requestBody":{{"content":{{"application/json":{{"schema":{}}}}}}}"#, schema(0));
    let all = list(bytes, |number| format!(r#""S{number}":{{{}}}"#, members(number)));
    openapi3(&format!(r#""paths":{{"/a":{{"post":{{{body},{RESPONSES}}}}}}},"components":{{"schemas":{{{all}}}}}"#))
}

fn schema(number: usize) -> String {
    format!(r##"{{"$ref":"#/components/schemas/S{number}"}}"##)
}

/// A collection with these requests.
fn collection(requests: &str) -> String {
    format!(r#"{{"info":{{"name":"T"}},"item":[{requests}]}}"#)
}

fn request(number: usize, members: &str) -> String {
    let url = format!("https://api.example.com/a{number}/:id?b={number}");
    format!(r#"{{"name":"R{number}","request":{{"method":"POST","url":"{url}"{members}}}}}"#)
}

/// An Xtension whose operations sign in each in another way.
fn ways_to_sign_in(bytes: usize) -> String {
    let path =
        |n: usize| format!(r#""/a{n}":{{"get":{{"operationId":"o{n}","security":[{{"k{n}":[]}}],{RESPONSES}}}}}"#);
    let definition = |n: usize| format!(r#""k{n}":{{"type":"apiKey","in":"header","name":"K{n}"}}"#);
    let (paths, definitions) = (list(bytes / 2, path), list(bytes / 2, definition));
    document(&format!(r#""paths":{{{paths}}},"securityDefinitions":{{{definitions}}}"#))
}

pub(crate) const YAML: [Difficult; 17] = [
    ("a list", |bytes| "- a\n".repeat(bytes / 4)),
    ("pairs", |bytes| fill(bytes, |number| format!("a{number}: 'b'\n"))),
    ("one key many times", |bytes| "a: 1\n".repeat(bytes / 5)),
    ("lists in lists", |bytes| "[".repeat(bytes)),
    ("lists in lists, by hyphens", |bytes| "- ".repeat(bytes / 2)),
    ("deeper and deeper", |bytes| {
        let depth = (bytes * 2).isqrt();
        (0..depth).map(|number| " ".repeat(number) + "a:\n").collect()
    }),
    ("one anchor", |bytes| format!("a: &a {{b: 1}}\n{}", fill(bytes, |number| format!("c{number}: *a\n")))),
    ("anchors of anchors", |bytes| {
        let next = |number: usize| format!("a{}: &a{0} [*a{number}, *a{number}]\n", number + 1);
        format!("a0: &a0 [1, 1]\n{}", fill(bytes, next))
    }),
    ("merged mappings", |bytes| {
        format!("a: &a {{b: 1}}\n{}", fill(bytes, |number| format!("c{number}:\n  <<: *a\n  b: 2\n")))
    }),
    ("keys that are lists", |bytes| "? [a, b]\n: c\n".repeat(bytes / 13)),
    ("comments", |bytes| format!("a: 1\n{}", "# b\n".repeat(bytes / 4))),
    ("a long text", |bytes| format!("a: |\n{}", "  b c\n".repeat(bytes / 6))),
    ("a folded text", |bytes| format!("a: >\n{}", "  b c\n\n".repeat(bytes / 7))),
    ("a plain text of many lines", |bytes| format!("a:\n{}", "  b c\n".repeat(bytes / 6))),
    ("documents", |bytes| "--- a\n".repeat(bytes / 6)),
    ("lines indented too little", |bytes| {
        format!("a:\n  b: {{\n{}}}\n", fill(bytes, |number| format!("c{number}: 1,\n")))
    }),
    ("quotes that do not end", |bytes| format!("a: \"{}", "b\n".repeat(bytes / 2))),
];

pub(crate) const OPENAPI3: [Difficult; 15] = [
    ("operations", |bytes| openapi3(&operations(bytes, |number| format!(r#""operationId":"o{number}",{RESPONSES}"#)))),
    ("one operationId", |bytes| openapi3(&operations(bytes, |_| format!(r#""operationId":"o",{RESPONSES}"#)))),
    ("one body for all", |bytes| {
        let body = r##""requestBody":{"$ref":"#/components/requestBodies/B"}"##;
        let paths = operations(bytes / 2, |_| format!("{body},{RESPONSES}"));
        let properties = list(bytes / 2, |number| format!(r#""p{number}":{{"type":"string"}}"#));
        let schema = format!(r#"{{"type":"object","properties":{{{properties}}}}}"#);
        let bodies = format!(r#""requestBodies":{{"B":{{"content":{{"application/json":{{"schema":{schema}}}}}}}}}"#);
        openapi3(&format!(r#"{paths},"components":{{{bodies}}}"#))
    }),
    ("one form for all", |bytes| {
        let body = r##""requestBody":{"$ref":"#/components/requestBodies/B"}"##;
        let paths = operations(bytes / 2, |_| format!("{body},{RESPONSES}"));
        let properties = list(bytes / 2, |number| format!(r#""p{number}":{{"type":"string"}}"#));
        let schema = format!(r#"{{"type":"object","properties":{{{properties}}}}}"#);
        let media = "application/x-www-form-urlencoded";
        let bodies = format!(r#""requestBodies":{{"B":{{"content":{{"{media}":{{"schema":{schema}}}}}}}}}"#);
        openapi3(&format!(r#"{paths},"components":{{{bodies}}}"#))
    }),
    ("parameters", |bytes| {
        let one = |number: usize| format!(r#"{{"name":"p{number}","in":"query","schema":{{"type":"string"}}}}"#);
        let parameters = list(bytes, one);
        openapi3(&format!(r#""paths":{{"/a":{{"get":{{"parameters":[{parameters}],{RESPONSES}}}}}}}"#))
    }),
    ("schemas in a chain", |bytes| schemas(bytes, |number| format!(r#""items":{}"#, schema(number + 1)))),
    ("references of references", |bytes| {
        schemas(bytes, |number| format!(r##""$ref":"#/components/schemas/S{}""##, number + 1))
    }),
    ("allOf in a chain", |bytes| schemas(bytes, |number| format!(r#""allOf":[{}]"#, schema(number + 1)))),
    ("oneOf of two, each of two", |bytes| {
        schemas(bytes, |number| format!(r#""oneOf":[{0},{0}],"title":"S""#, schema(number + 1)))
    }),
    ("anyOf of many", |bytes| {
        schemas(bytes, |number| match number {
            0 => format!(r#""anyOf":[{}]"#, list(bytes / 2, |_| schema(1))),
            _ => r#""type":"object""#.into(),
        })
    }),
    ("circles", |bytes| {
        schemas(bytes, |number| format!(r#""properties":{{"a":{},"b":{}}}"#, schema(number), schema(0)))
    }),
    ("definitions inside", |bytes| {
        schemas(bytes, |number| {
            format!(
                r##""$defs":{{"a":{{"type":"object"}}}},"items":{{"$ref":"#/components/schemas/S{number}/$defs/a"}}"##
            )
        })
    }),
    ("values", |bytes| schemas(bytes, |number| format!(r#""enum":[{number},null,"a"],"type":["integer","null"]"#))),
    ("ways to sign in", |bytes| {
        let scheme = |n: usize| format!(r#""k{n}":{{"type":"apiKey","in":"header","name":"K{n}"}}"#);
        let paths = operations(bytes / 2, |number| format!(r#""security":[{{"k{number}":[]}}],{RESPONSES}"#));
        openapi3(&format!(r#"{paths},"components":{{"securitySchemes":{{{}}}}}"#, list(bytes / 2, scheme)))
    }),
    ("responses", |bytes| {
        let one = |n: usize| {
            format!(r#""{n}":{{"description":"","content":{{"application/json":{{"example":{{"a":{n}}}}}}}}}"#)
        };
        openapi3(&format!(r#""paths":{{"/a":{{"get":{{"responses":{{{}}}}}}}}}"#, list(bytes, one)))
    }),
];

pub(crate) const COLLECTIONS: [Difficult; 10] = [
    ("requests", |bytes| collection(&list(bytes, |number| request(number, "")))),
    ("one request many times", |bytes| collection(&list(bytes, |_| request(1, "")))),
    ("requests to many hosts", |bytes| {
        let one =
            |n: usize| format!(r#"{{"name":"R","request":{{"method":"GET","url":"https://h{n}.example.com/a"}}}}"#);
        collection(&list(bytes, one))
    }),
    ("folders in folders", |bytes| {
        let depth = 100;
        let folder = |_| format!("{}{}", r#"{"name":"F","item":["#.repeat(depth), "]}".repeat(depth));
        collection(&list(bytes, folder))
    }),
    ("query parameters", |bytes| {
        let query = list(bytes, |number| format!(r#"{{"key":"q{number}","value":"1"}}"#));
        let url = format!(r#"{{"host":["api","example","com"],"path":["a"],"query":[{query}]}}"#);
        collection(&format!(r#"{{"name":"R","request":{{"method":"GET","url":{url}}}}}"#))
    }),
    ("fields of a form", |bytes| {
        let fields = list(bytes, |number| format!(r#"{{"key":"f{number}","value":"1"}}"#));
        collection(&request(1, &format!(r#","body":{{"mode":"urlencoded","urlencoded":[{fields}]}}"#)))
    }),
    ("a large body", |bytes| {
        let body = list(bytes / 2, |number| format!(r#"\"a{number}\":1"#));
        collection(&request(1, &format!(r#","body":{{"mode":"raw","raw":"{{{body}}}"}}"#)))
    }),
    ("bodies", |bytes| {
        let body = |n: usize| format!(r#","body":{{"mode":"raw","raw":"{{\"a{n}\":[{{\"b\":1}}]}}"}}"#);
        collection(&list(bytes, |number| request(number, &body(number))))
    }),
    ("variables of variables", |bytes| {
        let one = |n: usize| format!(r#"{{"key":"v{n}","value":"{{{{v{}}}}}{{{{v{0}}}}}"}}"#, n + 1);
        let variables = list(bytes, one);
        let url = "https://{{v0}}.example.com/{{v1}}";
        let item = format!(r#"{{"name":"R","request":{{"method":"GET","url":"{url}"}}}}"#);
        format!(r#"{{"info":{{"name":"T"}},"variable":[{variables}],"item":[{item}]}}"#)
    }),
    ("answers", |bytes| {
        let answer = |n: usize| format!(r#"{{"name":"A","code":{},"body":"{{\"a{n}\":1}}"}}"#, 200 + n % 300);
        let answers = list(bytes, answer);
        let call = r#"{"method":"GET","url":"https://api.example.com/a"}"#;
        collection(&format!(r#"{{"name":"R","request":{call},"response":[{answers}]}}"#))
    }),
];

pub(crate) const SAMPLES: [Difficult; 6] = [
    ("fields", |bytes| format!("{{{}}}", list(bytes, |number| format!(r#""a{number}":{number}"#)))),
    ("items of one kind", |bytes| format!("[{}]", list(bytes, |_| r#"{"a":1,"b":null}"#.into()))),
    ("items of many kinds", |bytes| format!("[{}]", list(bytes, |number| format!(r#"{{"a{number}":1}}"#)))),
    ("lists in lists", |bytes| format!("[{}]", list(bytes, |_| "[[[[1]]]]".into()))),
    ("lists with nothing in them", |bytes| format!("{{{}}}", list(bytes, |number| format!(r#""a{number}":[]"#)))),
    ("dates", |bytes| format!("[{}]", list(bytes, |_| r#""2024-01-01T00:00:00Z""#.into()))),
];

pub(crate) const SHARES: [Difficult; 2] = [
    ("ways to sign in", ways_to_sign_in),
    ("helpers of helpers", |bytes| {
        let path = |n: usize| {
            let ask = format!(r#""x-ntx-dynamic-values":{{"operationId":"o{}","value-path":"a"}}"#, n + 1);
            let parameter = format!(r#"{{"name":"p","in":"query","type":"string",{ask}}}"#);
            format!(r#""/a{n}":{{"get":{{"operationId":"o{n}","parameters":[{parameter}],{RESPONSES}}}}}"#)
        };
        document(&format!(r#""paths":{{{}}}"#, list(bytes, path)))
    }),
];
