//! What is secret in a file stays out of all that is said of it. None of these keys is in use.

use xtension_checker::report::{Checked, Csv, Facts, Html, Json, Markdown, Reporter, Sarif, Text};
use xtension_checker::{Report, check};

const KEY: &str = "sk_live_9fK2mQ7vTz4LxW8bNc3RyH6pJd1s";
const FUNCTION_KEY: &str = "r8Kq2vT9mZ4LxW7bNc3RyH6pJd1sQf5uYgT0oE==";
const PASSWORD: &str = "Wd7tGx2pQ";

fn report(text: &str, report: &Report, make: fn(&mut Vec<u8>) -> Box<dyn Reporter + '_>) -> String {
    let mut out = Vec::new();
    {
        let mut reporter = make(&mut out);
        reporter.checked(&Checked { file: "spec.json", text, report, facts: &Facts::default() }).unwrap();
        reporter.finish().unwrap();
    }
    String::from_utf8(out).unwrap()
}

/// No report on the text holds the secret, and none of the report's own sentences.
#[track_caller]
fn assert_hidden(text: &str, secret: &str) {
    let checked = check(text);
    for make in [
        |out| Box::new(Text::new(out, false)) as Box<dyn Reporter>,
        |out| Box::new(Json::new(out)) as Box<dyn Reporter>,
        |out| Box::new(Sarif::new(out)) as Box<dyn Reporter>,
        |out| Box::new(Markdown::new(out)) as Box<dyn Reporter>,
        |out| Box::new(Html::new(out)) as Box<dyn Reporter>,
        |out| Box::new(Csv::new(out)) as Box<dyn Reporter>,
    ] as [fn(&mut Vec<u8>) -> Box<dyn Reporter + '_>; 6]
    {
        let out = report(text, &checked, make);
        assert!(!out.contains(secret), "{text}\n\n{out}");
    }
    for found in &checked.diagnostics {
        let labels = found.related.iter().map(|label| &label.message);
        let fixes = found.fixes.iter().flat_map(|fix| [&*fix.title, &*fix.consequence]);
        let said = [&*found.message, &*found.because, &*found.pointer];
        let mut said = said.into_iter().chain(labels.map(String::as_str)).chain(fixes);
        assert!(said.all(|sentence| !sentence.contains(secret)), "{text}\n\n{found:?}");
    }
}

#[test]
fn a_secret_is_found_and_hidden_wherever_it_stands() {
    let text = include_str!("../www/samples/forum-thread.json");
    let mut places = 0;
    for (at, part) in text.split('"').enumerate().filter(|(at, _)| at % 2 == 1) {
        let before: usize = text.split('"').take(at).map(|part| part.len() + 1).sum();
        for secret in
            [KEY.to_owned(), format!("/a?x=1&code={FUNCTION_KEY}"), format!("https://robot:{PASSWORD}@a.example.com")]
        {
            let with = format!("{}{secret}{}", &text[..before], &text[before + part.len()..]);
            let secret = [KEY, FUNCTION_KEY, PASSWORD].into_iter().find(|one| secret.contains(one)).unwrap();
            let checked = check(&with);
            let found: Vec<&str> = checked.secrets.iter().map(|span| span.of(&with)).collect();
            assert_eq!(found, [secret], "{with}");
            assert_hidden(&with, secret);
            places += 1;
        }
    }
    assert!(places > 500);
}

#[test]
fn a_password_is_hidden_where_another_rule_shows_it() {
    let text = format!(
        r#"{{
          "swagger": "2.0", "info": {{ "title": "Notes", "version": "1" }},
          "paths": {{ "/notes": {{ "get": {{
            "parameters": [
              {{ "name": "client_secret", "in": "formData", "type": "integer", "default": "{PASSWORD}" }},
              {{ "name": "password", "in": "query", "type": "string", "enum": ["a"], "default": "{PASSWORD}" }},
              {{ "name": "note", "in": "body", "schema": {{ "type": "object", "x-ntx-initial": {{ "api_key": "{PASSWORD}" }} }} }},
              {{ "name": "password", "in": "query", "schema": {{ "type": "string", "default": "{PASSWORD}" }} }}
            ],
            "responses": {{ "200": {{ "description": "OK" }} }}
          }} }} }}
        }}"#
    );
    assert!(
        check(&text).diagnostics.iter().any(|found| found.rule == "default-mismatch" && found.message.contains("Wd…"))
    );
    assert_hidden(&text, PASSWORD);
}

#[test]
fn a_secret_is_hidden_in_a_broken_file_too() {
    for text in [
        format!("{{ \"swagger\": \"2.0\", // {KEY}\n \"host\": \"a.example.com\" \"x\": 'y {KEY}', }}"),
        KEY.to_owned(),
        format!("{{ \"a\": {{ {KEY}: [1, }} }}"),
        format!("```json\n{{ \"paths\": {{ \"/a\": \"{KEY}\\u00e9\" }} }}\n``` {KEY}"),
    ] {
        assert_hidden(&text, KEY);
    }
    let escaped = format!("{{ \"paths\": {{ \"/a?x=1\\u0026code={FUNCTION_KEY}\": {{ \"get\": 1 }} }} }}");
    assert_hidden(&escaped, FUNCTION_KEY);
}

#[test]
fn fixes_that_write_no_secret_are_reported_and_all_of_them_work() {
    let text = format!(
        r#"{{ "swagger": "2.0", "info": {{ "title": "N", "version": "1" }}, "host": "api.example.com", "paths": {{
          "/a?v=1&code={FUNCTION_KEY}": {{ "get": {{ "summary": "A", "responses": {{ "200": {{ "description": "OK" }} }} }} }}
        }} }}"#
    );
    let checked = check(&text);
    let found = checked.diagnostics.iter().find(|found| found.rule == "secret-literal").unwrap();
    assert_eq!(found.message, "A key stands in the file, for all to read: `code` is `r8Kq…`.");
    let fixed = found.fixes[0].edits.apply(&text);
    assert!(fixed.contains("\"/a?v=1\"") && !fixed.contains(FUNCTION_KEY));
    let json = report(&text, &checked, |out| Box::new(Json::new(out)));
    assert!(json.contains("Let the connection send `code` as an API key"));
    // The page applies what the reports leave out.
    let query = checked.diagnostics.iter().find(|found| found.rule == "path-query").unwrap();
    assert!(query.fixes.iter().any(|fix| fix.edits.apply(&text).contains(FUNCTION_KEY)));
    assert!(
        query.fixes.iter().all(|fix| !json.contains(&fix.title) || !fix.edits.apply(&text).contains("\"default\""))
    );
}

#[test]
fn many_secrets_take_no_long_time() {
    let key = |number: usize| format!("\"k{number}\": \"{KEY}{number}\"");
    let members: Vec<String> = (0..20_000).map(key).collect();
    let text = format!("{{ \"swagger\": \"2.0\", {} }}", members.join(", "));
    let checked = check(&text);
    assert_eq!(checked.secrets.len(), 20_000);
    assert!(report(&text, &checked, |out| Box::new(Json::new(out))).len() > 1000);
    assert!(check(&format!("[\"{}\"]", "?key=".repeat(200_000))).secrets.is_empty());
    assert!(check(&format!("[\"{}\"]", "-----BEGIN x://".repeat(100_000))).secrets.is_empty());
}
