//! Texts that are sound JSON and difficult as an Xtension.

use super::{Difficult, document, fill, list};

const RESPONSES: &str = r#""responses":{"200":{"description":""}}"#;

/// Paths with one operation each, which has these members.
fn paths(bytes: usize, members: impl Fn(usize) -> String) -> String {
    let path = |number: usize| format!(r#""/a{number}":{{"post":{{{},{RESPONSES}}}}}"#, members(number));
    document(&format!(r#""paths":{{{}}}"#, list(bytes, path)))
}

/// One operation with these members.
fn operation(members: &str) -> String {
    document(&format!(r#""paths":{{"/a":{{"post":{{"operationId":"a",{members},{RESPONSES}}}}}}}"#))
}

/// One operation that takes, and answers, `A` of these definitions.
fn definitions(definitions: &str) -> String {
    let schema = r##""schema":{"$ref":"#/definitions/D0"}"##;
    let body = format!(r#""parameters":[{{"name":"b","in":"body",{schema}}}]"#);
    let responses = format!(r#""responses":{{"200":{{"description":"",{schema}}}}}"#);
    let paths = format!(r#""paths":{{"/a":{{"post":{{"operationId":"a",{body},{responses}}}}}}}"#);
    document(&format!(r#"{paths},"definitions":{{{definitions}}}"#))
}

/// Definitions of which each has these members: the number is its own.
fn each(bytes: usize, members: impl Fn(usize) -> String) -> String {
    definitions(&list(bytes, |number| format!(r#""D{number}":{{{}}}"#, members(number))))
}

/// A reference to the definition of that number.
fn reference(number: usize) -> String {
    format!(r##"{{"$ref":"#/definitions/D{number}"}}"##)
}

fn extension(bytes: usize, value: &str) -> String {
    paths(bytes, |number| format!(r#""operationId":"o{number}","x-ntx-{number}":{value}"#))
}

pub(crate) const DOCUMENTS: [Difficult; 42] = [
    ("plain operations", |bytes| {
        paths(bytes, |number| format!(r#""operationId":"o{number}","summary":"Do {number}""#))
    }),
    ("one unknown key everywhere", |bytes| paths(bytes, |number| format!(r#""operationId":"o{number}","colour":1"#))),
    ("unknown keys in one object", |bytes| operation(&list(bytes, |number| format!(r#""colour{number}":1"#)))),
    ("keys nearly right", |bytes| operation(&list(bytes, |number| format!(r#""operationId{number}":"a""#)))),
    ("unknown extensions", |bytes| extension(bytes, "1")),
    ("one operationId", |bytes| paths(bytes, |_| r#""operationId":"same","summary":"Same""#.into())),
    ("no operationId", |bytes| paths(bytes, |_| r#""summary":"Same""#.into())),
    ("paths that are one address", |bytes| {
        let path = |number: usize| format!(r#""/a/{{b{number}}}":{{"get":{{{RESPONSES}}}}}"#);
        document(&format!(r#""paths":{{{}}}"#, list(bytes, path)))
    }),
    ("variables in one path", |bytes| {
        let path = fill(bytes, |number| format!("/{{a{number}}}"));
        document(&format!(r#""paths":{{"{path}":{{"get":{{{RESPONSES}}}}}}}"#))
    }),
    ("braces in one path", |bytes| {
        document(&format!(r#""paths":{{"/{}":{{"get":{{{RESPONSES}}}}}}}"#, "{{}".repeat(bytes / 3)))
    }),
    ("paths with a key in the query", |bytes| {
        let path = |number: usize| format!(r#""/a?code=r8Kq2vT9mZ4LxW7bNc3R{number}":{{"get":{{{RESPONSES}}}}}"#);
        document(&format!(r#""paths":{{{}}}"#, list(bytes, path)))
    }),
    ("parameters", |bytes| {
        let parameter = |number: usize| format!(r#"{{"name":"p{number}","in":"query","type":"string"}}"#);
        operation(&format!(r#""parameters":[{}]"#, list(bytes, parameter)))
    }),
    ("one parameter many times", |bytes| {
        operation(&format!(
            r#""parameters":[{}]"#,
            list(bytes, |_| r#"{"name":"p","in":"query","type":"text"}"#.into())
        ))
    }),
    ("bodies", |bytes| {
        let body = r#"{"name":"b","in":"body","schema":{"type":"object","properties":{"a":{"type":"string"}}}}"#;
        operation(&format!(r#""parameters":[{}]"#, list(bytes, |_| body.into())))
    }),
    ("parameters for each path and method", |bytes| {
        let parameter = |number: usize| format!(r#"{{"name":"p{number}","in":"query","type":"string"}}"#);
        let shared = list(bytes / 2, parameter);
        let methods = ["get", "put", "post", "delete", "patch"].map(|method| format!(r#""{method}":{{{RESPONSES}}}"#));
        let rest = list(bytes / 2, |number| format!(r#""/b{number}":{{}}"#));
        document(&format!(r#""paths":{{"/a":{{"parameters":[{shared}],{}}},{rest}}}"#, methods.join(",")))
    }),
    ("references in a chain", |bytes| each(bytes, |number| format!(r#""items":{}"#, reference(number + 1)))),
    ("references of references", |bytes| {
        definitions(&list(bytes, |number| format!(r#""D{number}":{}"#, reference(number + 1))))
    }),
    ("references in a circle", |bytes| {
        let count = bytes / 60;
        let one =
            |number: usize| format!(r#""D{number}":{{"properties":{{"a":{}}}}}"#, reference((number + 1) % count));
        definitions(&(0..count).map(one).collect::<Vec<_>>().join(","))
    }),
    ("references to itself", |bytes| each(bytes, |number| format!(r#""properties":{{"a":{}}}"#, reference(number)))),
    ("references to nothing", |bytes| each(bytes, |number| format!(r##""items":{{"$ref":"#/nothing/{number}"}}"##))),
    ("references to one", |bytes| each(bytes, |number| format!(r#""properties":{{"a{number}":{}}}"#, reference(0)))),
    ("references through references", |bytes| {
        each(bytes, |number| {
            format!(r##""properties":{{"a":{{"$ref":"#/definitions/D{}/properties/a"}}}}"##, number + 1)
        })
    }),
    ("allOf of many", |bytes| {
        definitions(&format!(r#""D0":{{"allOf":[{}]}},"D1":{{"type":"object"}}"#, list(bytes, |_| reference(1))))
    }),
    ("allOf in a chain", |bytes| each(bytes, |number| format!(r#""allOf":[{}]"#, reference(number + 1)))),
    ("allOf of two, each of two", |bytes| {
        each(bytes, |number| format!(r#""allOf":[{0},{0}],"required":["a{number}"]"#, reference(number + 1)))
    }),
    ("properties of two, each of two", |bytes| {
        each(bytes, |number| format!(r#""properties":{{"a":{0},"b":{0}}}"#, reference(number + 1)))
    }),
    ("properties", |bytes| {
        let property = |number: usize| format!(r#""p{number}":{{"type":"string","title":"P"}}"#);
        definitions(&format!(r#""D0":{{"properties":{{{}}}}}"#, list(bytes, property)))
    }),
    ("required names", |bytes| {
        definitions(&format!(r#""D0":{{"required":[{}]}}"#, list(bytes, |n| format!("\"r{n}\""))))
    }),
    ("one required name", |bytes| {
        definitions(&format!(r#""D0":{{"required":[{}]}}"#, list(bytes, |_| "\"r\"".into())))
    }),
    ("equal values", |bytes| definitions(&format!(r#""D0":{{"enum":[{}]}}"#, list(bytes, |_| "1.0".into())))),
    ("values", |bytes| definitions(&format!(r#""D0":{{"enum":[{}]}}"#, list(bytes, |n| format!("[{{\"a\":{n}}}]"))))),
    ("a value as large as its schema", |bytes| {
        let properties = list(bytes / 2, |number| format!(r#""p{number}":{{"type":"string"}}"#));
        let value = list(bytes / 2, |number| format!(r#""p{number}":{number}"#));
        definitions(&format!(r#""D0":{{"type":"object","properties":{{{properties}}},"default":{{{value}}}}}"#))
    }),
    ("equal tags", |bytes| {
        document(&format!(r#""paths":{{}},"tags":[{}]"#, list(bytes, |_| r#"{"name":"t"}"#.into())))
    }),
    ("security definitions", |bytes| {
        let one = |number: usize| format!(r#""k{number}":{{"type":"apiKey","in":"header","name":"K{number}"}}"#);
        let all = list(bytes / 2, one);
        let required = list(bytes / 2, |number| format!(r#"{{"k{number}":[]}}"#));
        document(&format!(r#""paths":{{}},"securityDefinitions":{{{all}}},"security":[{required}]"#))
    }),
    ("scopes", |bytes| {
        let scopes = list(bytes / 2, |number| format!(r#""s{number}":"S""#));
        let required = list(bytes / 2, |number| format!(r#""s{number}x""#));
        let url = r#""tokenUrl":"https://api.example.com/token""#;
        let definition = format!(r#""o":{{"type":"oauth2","flow":"application",{url},"scopes":{{{scopes}}}}}"#);
        document(&format!(r#""paths":{{}},"securityDefinitions":{{{definition}}},"security":[{{"o":[{required}]}}]"#))
    }),
    ("placeholders in the host", |bytes| {
        let host = fill(bytes, |number| format!("{{{{h{number}}}}}."));
        format!(r#"{{"swagger":"2.0","info":{{"title":"T","version":"1"}},"host":"{host}com","paths":{{}}}}"#)
    }),
    ("braces in the host", |bytes| {
        let host = "{{".repeat(bytes / 2);
        format!(r#"{{"swagger":"2.0","info":{{"title":"T","version":"1"}},"host":"{host}","paths":{{}}}}"#)
    }),
    ("braces everywhere", |bytes| {
        paths(bytes, |number| format!(r#""operationId":"o{number}","summary":"{{{{a","description":"{{{{ b }} c}}}}""#))
    }),
    ("keys and tokens", |bytes| {
        let value =
            |number: usize| format!(r#""operationId":"o{number}","description":"sk_live_9fK2mQ7vTz4LxW8bNc{number}""#);
        paths(bytes, value)
    }),
    ("HTML", |bytes| document(&format!(r#""paths":{{}},"x-a":"{}""#, "<script><b onload=".repeat(bytes / 18)))),
    ("patterns", |bytes| {
        let pattern = |opener: &str| opener.repeat(bytes / 4 / opener.len());
        let all = ["(", "(a*)*", "[", "\\\\d{1,9}"].map(|opener| format!(r#"{{"pattern":"{}"}}"#, pattern(opener)));
        definitions(&format!(r#""D0":{{"allOf":[{}]}}"#, all.join(",")))
    }),
    ("responses", |bytes| {
        let response =
            |number: usize| format!(r#""{number}":{{"description":"","examples":{{"application/json":"{{"}}}}"#);
        document(&format!(r#""paths":{{"/a":{{"get":{{"responses":{{{}}}}}}}}}"#, list(bytes, response)))
    }),
];
