//! Reports that people keep and pass on: what they say, and that nothing of a file is more in them than text.

use serde_json::{Value, json};
use xtension_checker::report::{Checked, Conversion, Csv, Facts, Html, Line, Markdown, Note, Reporter, sarif_log};
use xtension_checker::{Ignored, Severity, check};

const THREAD: &str = include_str!("../www/samples/forum-thread.json");
const HEADER: &str = "param-authorization-header";

/// What a format makes of `text`.
fn written<F>(text: &str, facts: &Facts, write: F) -> String
where
    F: FnOnce(&mut Vec<u8>, &Checked<'_>),
{
    let mut out = Vec::new();
    write(&mut out, &Checked { file: "spec <b>.json", text, report: &check(text), facts });
    String::from_utf8(out).unwrap()
}

fn report(checked: &Checked<'_>, mut reporter: impl Reporter) {
    reporter.checked(checked).unwrap();
    reporter.finish().unwrap();
}

fn markdown(text: &str, facts: &Facts) -> String {
    written(text, facts, |out, checked| report(checked, Markdown::new(out)))
}

fn html(text: &str, facts: &Facts) -> String {
    written(text, facts, |out, checked| report(checked, Html::new(out)))
}

fn csv(text: &str, facts: &Facts) -> String {
    written(text, facts, |out, checked| report(checked, Csv::new(out)))
}

fn value(text: &str, facts: &Facts, sarif: bool) -> Value {
    let checked = Checked { file: "spec.json", text, report: &check(text), facts };
    if sarif {
        serde_json::to_value(sarif_log(&checked)).unwrap()
    } else {
        serde_json::to_value(Line::new(&checked)).unwrap()
    }
}

fn facts() -> Facts {
    Facts {
        sha256: "0123abcd".to_owned(),
        when: "2026-02-28 09:05 UTC".to_owned(),
        fixed: ["Remove the comma", "Rename `a`", "Remove the comma"].map(str::to_owned).to_vec(),
        ignored: vec![Ignored { rule: HEADER.to_owned(), ..Ignored::default() }],
        conversion: None,
    }
}

/// As a file that came of another format.
fn converted(notes: &[Note]) -> Facts {
    Facts { conversion: Some(Conversion { source: "OpenAPI 3".to_owned(), notes: notes.to_vec() }), ..Facts::default() }
}

fn note(lines: std::ops::RangeInclusive<u32>) -> Note {
    Note {
        kind: "Left out".to_owned(),
        message: "The callback `a<b>` is *gone*.".to_owned(),
        because: "Nintex listens to none.".to_owned(),
        places: lines.map(|line| format!("line {line}, `paths › /a*b*`")).collect(),
    }
}

#[test]
fn a_report_says_what_a_conversion_lost() {
    let lost = converted(&[note(3..=3), note(3..=5), note(1..=30)]);
    let markdown = markdown(THREAD, &lost);
    let said = "The callback `a<b>` is \\*gone\\*. Nintex listens to none.";
    assert!(
        markdown.contains(&format!(
            "\n## Converted from OpenAPI 3 (3)\n\n- **Left out.** {said} In the original: line 3, `paths › /a*b*`.\n\
             - **Left out.** {said} In the original: line 3, `paths › /a*b*`; line 4, `paths › /a*b*`; "
        )),
        "{markdown}"
    );
    assert!(markdown.contains("line 12, `paths › /a*b*` and 18 more.\n\n## What Nintex"), "{markdown}");
    let html = html(THREAD, &lost);
    assert!(html.contains("<h2>Converted from OpenAPI 3 <span>3</span></h2>"));
    assert!(html.contains(
        "<li><strong>Left out.</strong> The callback <code>a&lt;b&gt;</code> is *gone*. Nintex listens to none. \
         In the original: line 3, <code>paths › /a*b*</code>.</li>"
    ));
    let rows = rows(&csv(THREAD, &lost));
    let found: Vec<_> = rows.iter().filter(|row| row[0] == "converted").collect();
    assert_eq!((found.len(), &*found[0][1]), (3, "Left out"));
    assert_eq!(found[0][5], "Nintex listens to none. In the original: line 3, `paths › /a*b*`.");
    assert_eq!(
        value(THREAD, &lost, false)["facts"]["conversion"]["notes"][0]["places"],
        json!(["line 3, `paths › /a*b*`"])
    );
    let notified = &value(THREAD, &lost, true)["runs"][0]["invocations"][0]["toolExecutionNotifications"];
    assert_eq!(notified.as_array().unwrap().len(), 3);
    assert!(self::markdown(THREAD, &converted(&[])).contains("## Converted from OpenAPI 3 (0)\n\nNothing was lost.\n"));
}

/// The rows of a CSV file, by its rules.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut characters = csv.chars().peekable();
    while let Some(character) = characters.next() {
        let row = rows.last_mut().unwrap();
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                row.last_mut().unwrap().push(characters.next().unwrap());
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => {
                assert_eq!(characters.next(), Some('\n'));
                rows.push(vec![String::new()]);
            }
            other => row.last_mut().unwrap().push(other),
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last row ends, too");
    rows
}

#[test]
fn a_report_says_what_is_left_fixed_and_ignored() {
    let markdown = markdown(THREAD, &facts());
    let head = "# spec \\<b\\>.json\n\n**Not ready to import: 1 error is ignored.** 3 warnings, 2 hints left to do; 1 ignored; 3 fixed.\n\n\
                - File: `spec <b>.json`\n- Size: `5008 bytes`\n- SHA-256: `0123abcd`\n- Checked: `2026-02-28 09:05 UTC`\n";
    assert!(markdown.starts_with(head), "{markdown}");
    let places: Vec<_> = [
        "\n## Warnings (3)\n",
        "\n## Hints (2)\n",
        "\n## Ignored in this browser (1)\n",
        "Authorization` header that its connection already sends.\n\n```json\n\"name\": \"Authorization\",\n```\n",
        "\n- Fix: Remove the parameter and let the connection sign in. The action loses",
        "\n## Fixed (3)\n\n- Remove the comma (2 times)\n- Rename `a`\n",
        "\n## What Nintex will make of it\n\n- Name: `Contract Signing`\n",
        "\n- Authentication: `OAuth 2.0: client ID and client secret`\n",
    ]
    .iter()
    .map(|part| markdown.find(part).unwrap_or_else(|| panic!("{part}: {markdown}")))
    .collect();
    assert!(places.is_sorted(), "{markdown}");
    assert!(!markdown.contains("## Errors"));
}

#[test]
fn nothing_is_ready_because_it_was_ignored() {
    let all = check(THREAD).diagnostics.into_iter();
    let ignored = all.map(|found| Ignored { rule: found.rule.to_owned(), ..Ignored::default() }).collect();
    let said = markdown(THREAD, &Facts { ignored, ..Facts::default() });
    assert!(said.contains("**Not ready to import: 1 error is ignored.** 6 ignored."), "{said}");
    let sound = include_str!("../www/samples/correct.json");
    assert!(markdown(sound, &Facts::default()).contains("**Ready to import.** Nothing left to do."));
    assert!(markdown(THREAD, &Facts::default()).contains("**Not ready to import.** 1 error, 3 warnings, 2 hints left"));
}

#[test]
fn a_problem_is_ignored_by_what_it_says_and_where() {
    let report = check(THREAD);
    let found = report.diagnostics.iter().find(|found| found.rule == HEADER).unwrap();
    let here = Ignored { rule: HEADER.to_owned(), pointer: found.pointer.clone(), message: found.message.clone() };
    let covered = |ignored: &Ignored| report.diagnostics.iter().filter(|found| ignored.covers(found)).count();
    assert_eq!(covered(&here), 1);
    assert_eq!(covered(&Ignored { pointer: "/paths".to_owned(), ..here.clone() }), 0);
    assert_eq!(covered(&Ignored { message: "Another.".to_owned(), ..here }), 0);
    let rule = "token-endpoint-as-action".to_owned();
    assert_eq!(covered(&Ignored { rule, ..Ignored::default() }), 2);
}

/// A document whose texts are what formats take for more than text.
fn hostile() -> String {
    let name = r"</code></pre><script>alert(1)</script><img src=x onerror=alert(1)>[a](javascript:alert(1))|*_";
    let document = json!({
        "swagger": "2.0",
        "info": { "title": name, "version": "=1+1", "description": name, "contact": { "email": name } },
        "host": name,
        "paths": { format!("/{name}"): { name: 1, "get": {
            "operationId": name, "summary": "=HYPERLINK(\"http://a\")",
            "parameters": [{ "name": name, "in": name, "type": name, "default": "```" }],
            "responses": { name: {} }
        } } },
        "=cmd|' /C calc'!A0": 1, "```\n\n# Heading": 2, "\u{202e}": 3
    });
    serde_json::to_string_pretty(&document).unwrap()
}

#[test]
fn what_a_file_says_is_text_in_html() {
    let facts = Facts { fixed: vec!["<script>`<i>`".to_owned()], when: "<script>".to_owned(), ..Facts::default() };
    let html = html(&hostile(), &facts);
    let tags = html.split('<').skip(1).map(|rest| rest.split(['>', ' ', '\n']).next().unwrap().trim_start_matches('/'));
    let known = [
        "!doctype", "html", "head", "meta", "title", "style", "body", "main", "section", "h1", "h2", "h3", "p",
        "strong", "dl", "div", "dt", "dd", "ol", "li", "ul", "pre", "code", "mark", "span", "a",
    ];
    for tag in tags {
        assert!(known.contains(&tag), "<{tag}");
    }
    assert!(
        !html.contains("href=\"javascript") && !html.contains('\u{202e}') && !html.contains("http-equiv=\"refresh")
    );
    assert!(html.contains("default-src 'none'") && html.contains("&lt;script&gt;alert(1)"));
    assert!(!html.contains("src=\"") && html.matches("href=\"https://").count() == html.matches("href=").count());
}

#[test]
fn what_a_file_says_is_text_in_markdown() {
    let markdown = markdown(&hostile(), &Facts { fixed: vec!["# <b> [a](b)".to_owned()], ..Facts::default() });
    let mut fence = None;
    for line in markdown.lines() {
        if let Some(open) = fence {
            if line == open {
                fence = None;
            }
            continue;
        }
        if line.starts_with("```") {
            fence = Some(line.trim_end_matches("json"));
            continue;
        }
        let outside: String = outside_code(line);
        assert!(!outside.replace("\\<", "").replace("[source](<https", "").contains('<'), "{line}");
        assert!(!outside.replace("\\[", "").replace("[source](<https", "").contains('['), "{line}");
    }
    assert_eq!(fence, None);
    assert!(markdown.contains("\n- \\# \\<b\\> \\[a\\](b)\n"), "{markdown}");
}

/// A line without its code spans.
fn outside_code(line: &str) -> String {
    let mut outside = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('`') {
        if rest[..at].ends_with('\\') {
            outside += &rest[..at];
            rest = &rest[at + 1..];
            continue;
        }
        let length = rest[at..].len() - rest[at..].trim_start_matches('`').len();
        let fence = "`".repeat(length);
        let code = &rest[at + length..];
        let end = code
            .match_indices(&fence)
            .find(|(end, _)| !code[..*end].ends_with('`') && !code[end + length..].starts_with('`'))
            .unwrap_or_else(|| panic!("code does not end: {line}"));
        outside += &rest[..at];
        rest = &code[end.0 + length..];
    }
    outside + rest
}

#[test]
fn csv_has_a_row_for_each_problem_and_no_formula() {
    let text = hostile();
    let rows = rows(&csv(&text, &Facts { fixed: vec!["=1+1".to_owned()], ..facts() }));
    assert!(rows.iter().all(|row| row.len() == 16), "{rows:?}");
    assert_eq!(rows[0][..5], ["Status", "Severity", "Line", "Column", "Message"]);
    let report = check(&text);
    assert_eq!(rows.len(), report.diagnostics.len() + 2);
    for cell in rows.iter().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        assert!(!cell.contains(['\n', '\r']), "{cell}");
    }
    let last = rows.last().unwrap();
    assert_eq!(
        (&*last[0], &*last[4], &*last[12], &*last[13]),
        ("fixed", "'=1+1", &*text.len().to_string(), "0123abcd")
    );
    let errors = report.diagnostics.iter().filter(|found| found.severity == Severity::Error).count();
    assert_eq!(rows.iter().filter(|row| row[1] == "error").count(), errors);
}

#[test]
fn programs_are_told_what_is_known_and_ignored() {
    let line = value(THREAD, &facts(), false);
    let fixed = ["Remove the comma", "Rename `a`", "Remove the comma"];
    let known = json!({
        "size": THREAD.len(), "sha256": "0123abcd", "checked": "2026-02-28 09:05 UTC",
        "checker": env!("CARGO_PKG_VERSION"), "fixed": fixed,
    });
    assert_eq!(line["facts"], known);
    let ignored: Vec<&Value> =
        line["diagnostics"].as_array().unwrap().iter().filter(|found| found["ignored"] == true).collect();
    assert_eq!((ignored.len(), &ignored[0]["rule"]), (1, &json!(HEADER)));

    let run = &value(THREAD, &facts(), true)["runs"][0];
    let artifact = json!([{
        "location": { "uri": "spec.json" }, "length": THREAD.len(), "hashes": { "sha-256": "0123abcd" }
    }]);
    assert_eq!(run["artifacts"], artifact);
    assert_eq!(run["properties"]["fixed"], json!(fixed));
    for result in run["results"].as_array().unwrap() {
        let suppressions = &result["suppressions"];
        let wanted = if result["ruleId"] == HEADER { "external" } else { "" };
        assert_eq!(suppressions[0]["kind"].as_str().unwrap_or_default(), wanted);
    }
}

#[test]
fn several_files_make_one_report() {
    let mut out = Vec::new();
    let mut reporter = Html::new(&mut out);
    let facts = Facts::default();
    for text in [THREAD, "{}"] {
        reporter.checked(&Checked { file: "a.json", text, report: &check(text), facts: &facts }).unwrap();
    }
    reporter.unchecked("<b>.json", "<b>.json cannot be read").unwrap();
    reporter.finish().unwrap();
    let html = String::from_utf8(out).unwrap();
    let count = |part: &str| html.matches(part).count();
    assert_eq!((count("<html"), count("</html>"), count("<section>"), count("<h1>")), (1, 1, 3, 3));
    assert!(html.contains("<p class=\"verdict\">Not checked: &lt;b&gt;.json cannot be read.</p>"));
}
