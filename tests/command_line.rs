//! The command line as a person and a program use it: the built program, run on files.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failure is what a test is for")]

mod folder;
mod other;

use std::fs;

use serde_json::{Value, json};
use xtension_checker::{SIZE_LIMIT, check};

use folder::Folder;

/// A text with one error, which has a safe fix, and characters of one to four bytes before it.
const COMMA: &str = concat!(
    "{\r\n\t\"swagger\": \"2.0\",\r\n",
    "\t\"info\": { \"title\": \"é😀漢\", \"version\": \"1.0\", },\r\n",
    "\t\"paths\": {}\r\n}\r\n"
);

const SOUND: &str = r#"{ "swagger": "2.0", "info": { "title": "Notes", "version": "1.0" }, "paths": {} }"#;

/// A text with 600 errors, and a report on it that fills any pipe.
fn many_problems() -> String {
    let paths: Vec<String> = (0..600).map(|number| format!("\"/{number}\": 1")).collect();
    SOUND.replace("{} }", &format!("{{ {} }} }}", paths.join(", ")))
}

#[test]
fn a_problem_is_shown_with_its_line() {
    let run = Folder::new("shown").with("spec.json", COMMA).run(&["spec.json"]);
    assert_eq!((run.code(), run.err.as_str()), (1, ""));
    insta::assert_snapshot!(run.out, @r#"
    error[json-trailing-comma]: A comma stands before the closing bracket, with nothing behind it.
     --> spec.json:3:44
      |
    3 |     "info": { "title": "é😀漢", "version": "1.0", },
      |                                                 ^
      |
      = note: Nintex reads strict JSON: a file with this in it is refused as a whole.
      = help[safe]: Remove the comma

    1 error
    "#);
}

#[test]
fn related_places_reasons_and_all_fixes_are_shown() {
    let document = r#"{
  "swagger": "2.0",
  "info": { "title": "Notes", "version": "1.0" },
  "host": "notes.example.com", "schemes": ["https"],
  "securityDefinitions": { "key": { "type": "basic" } },
  "security": [{ "key": [] }],
  "paths": {
    "/notes": {
      "get": {
        "operationId": "listNotes",
        "summary": "List notes",
        "parameters": [{ "name": "Authorization", "in": "header", "type": "string", "required": true }],
        "responses": { "200": { "description": "OK", "schema": { "type": "object" } } }
      }
    }
  }
}"#;
    let run = Folder::new("related").with("spec.json", document).run(&["spec.json"]);
    assert_eq!((run.code(), run.err.as_str()), (1, ""));
    insta::assert_snapshot!(run.out, @r##"
    error[param-authorization-header]: `listNotes` asks for an `Authorization` header that its connection already sends.
      --> spec.json:12:34
       |
     6 |   "security": [{ "key": [] }],
       |                  ----- the connection signs in because of this
    ...
    12 |         "parameters": [{ "name": "Authorization", "in": "header", "type": "string", "required": true }],
       |                                  ^^^^^^^^^^^^^^^
       |
       = note: Nintex adds the header of `key` to the call by itself; with this field there are two, and the call fails with "header 'Authorization' does not support multiple values".
       = help[review]: Remove the parameter and let the connection sign in (The action loses this field; the connection alone signs in.)
       = help[review]: Keep the parameter and switch the connection's security off here (The workflow must fill the field, for example with a token from an earlier action.)

    1 error
    "##);
}

#[test]
fn a_long_line_is_cut_around_its_problem() {
    let filler = "漢".repeat(140_000);
    let text = format!(r#"{{"swagger":"2.0","a":"{filler}","list":[1,],"b":"{filler}"}}"#);
    let run = Folder::new("long").with("spec.json", text).run(&["spec.json"]);
    let comma = run.out.split("error[").find(|problem| problem.starts_with("json-trailing-comma")).unwrap();
    insta::assert_snapshot!(comma, @r#"
    json-trailing-comma]: A comma stands before the closing bracket, with nothing behind it.
     --> spec.json:1:140034
      |
    1 | ...漢漢漢漢漢漢漢漢漢漢漢漢漢漢","list":[1,],"b":"漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢...
      |                                           ^
      |
      = note: Nintex reads strict JSON: a file with this in it is refused as a whole.
      = help[safe]: Remove the comma
    "#);
}

#[test]
fn nothing_that_a_terminal_obeys_gets_through() {
    let text = "{\"a\": \"\u{1b}[31m\u{202e}\", \"b\": [1,]}";
    let run = Folder::new("escapes").with("spec.json", text).run(&["spec.json"]);
    assert!(run.out.contains("␛[31m\u{fffd}"), "{}", run.out);
    assert!(!run.out.contains(['\u{1b}', '\u{202e}']), "{}", run.out);
}

#[test]
fn colours_are_for_terminals_whose_owners_want_them() {
    let folder = Folder::new("colours").with("spec.json", COMMA);
    let run = |variables: &[&str]| {
        let variables = variables.iter().map(|name| (name, "1"));
        String::from_utf8(folder.command(&["spec.json"]).envs(variables).output().unwrap().stdout).unwrap()
    };
    let plain = run(&[]);
    assert!(!plain.contains('\u{1b}'));
    let coloured = run(&["CLICOLOR_FORCE"]);
    assert!(coloured.contains("\u{1b}[91merror[json-trailing-comma]"), "{coloured:?}");
    assert_eq!(run(&["CLICOLOR_FORCE", "NO_COLOR"]), plain);
}

#[test]
fn several_files_end_with_a_summary() {
    let folder = Folder::new("several").with("one.json", COMMA).with("two.json", SOUND);
    let last = |arguments: &[&str]| folder.run(arguments).out.lines().next_back().unwrap().to_owned();
    assert_eq!(last(&["one.json", "two.json"]), "2 files: 1 error");
    assert_eq!(last(&["one.json", "one.json"]), "2 files: 2 errors");
    assert_eq!(last(&["two.json", "two.json"]), "2 files: no problems found");
    assert_eq!(last(&["two.json", "none.json"]), "1 file: no problems found; 1 file not checked");
    let sound = folder.run(&["two.json"]);
    assert_eq!((sound.code(), sound.out.as_str()), (0, "No problems found.\n"));
}

#[test]
fn what_is_left_out_is_counted() {
    let text = many_problems();
    let folder = Folder::new("omitted").with("spec.json", &text);
    let omitted = check(&text).omitted;
    assert_eq!(omitted, 100);
    let report = folder.run(&["--format", "json", "spec.json"]).lines();
    assert_eq!(report[0]["omitted"], omitted);
    assert_eq!(report[0]["diagnostics"].as_array().unwrap().len(), 500);
    let text = folder.run(&["spec.json"]).out;
    let end = format!("spec.json: {omitted} more problems not shown\n\n500 errors, {omitted} more problems\n");
    assert!(text.ends_with(&end), "{text}");
    let notes = &folder.run(&["--format", "sarif", "spec.json"]).sarif()["invocations"][0];
    assert_eq!(notes["toolExecutionNotifications"][0]["level"], "note");
    assert_eq!(notes["executionSuccessful"], true);
}

#[test]
fn json_is_one_line_for_each_file() {
    let run = Folder::new("json").with("one.json", COMMA).with("two.json", SOUND).run(&[
        "--format",
        "json",
        "one.json",
        "none.json",
        "two.json",
    ]);
    assert_eq!(run.code(), 2);
    let [one, none, two] = run.lines().try_into().unwrap();
    assert_eq!(two, json!({ "file": "two.json", "ok": true, "diagnostics": [] }));
    assert_eq!(none["file"], "none.json");
    assert!(none["error"].as_str().unwrap().starts_with("none.json cannot be read: "));
    assert_eq!(none.as_object().unwrap().len(), 2);

    let start = COMMA.find(", }").unwrap();
    let report = check(COMMA);
    let edits = json!([{ "start": start, "end": start + 1, "text": "" }]);
    let fix = json!({ "title": "Remove the comma", "applicability": "safe", "consequence": "", "edits": edits });
    let wanted = json!({
        "file": "one.json",
        "ok": false,
        "diagnostics": [{
            "rule": "json-trailing-comma",
            "severity": "error",
            "message": report.diagnostics[0].message,
            "because": report.diagnostics[0].because,
            "certainty": "documented",
            "source": report.diagnostics[0].source,
            "start": start,
            "end": start + 1,
            "line": 3,
            // Each character is one: the tab, é, 😀 and 漢 too.
            "column": 44,
            "pointer": report.diagnostics[0].pointer,
            "fixes": [fix],
        }],
    });
    assert_eq!(one, wanted);
    // The order is a promise too: people read these lines as well.
    let order = ["file", "ok", "diagnostics", "rule", "severity", "message", "because", "start", "end", "line"];
    let order =
        order.into_iter().chain(["column", "pointer", "fixes", "title", "applicability", "consequence", "edits"]);
    let places: Vec<_> = order.map(|key| run.out.find(&format!("\"{key}\":")).unwrap()).collect();
    assert!(places.is_sorted(), "{}", run.out);
}

#[test]
fn json_says_what_nintex_makes_of_the_file() {
    let text = include_str!("../www/samples/correct.json").replace("Meeting Rooms", "Räume");
    let run = Folder::new("made").with("spec.json", &text).run(&["--format", "json", "spec.json"]);
    let line: Value = serde_json::from_str(&run.out).unwrap();
    let title = text.find("\"title\"").unwrap();
    let summary = &line["summary"];
    assert_eq!(summary["title"], json!({ "text": "Räume", "span": { "start": title, "end": title + 17 } }));
    assert_eq!(summary["connection"]["authentication"], "personSignsIn");
    assert_eq!((&summary["wizard"]["preset"], &summary["visibleActions"]), (&json!("Generic OAuth 2"), &json!(2)));
    let [list, book] = &line["actions"]["list"].as_array().unwrap()[..] else { panic!() };
    assert_eq!((&list["label"], &list["outputs"][0]["kind"]), (&json!("List rooms"), &json!("list")));
    let labels: Vec<&Value> = book["inputs"].as_array().unwrap().iter().map(|field| &field["label"]).collect();
    assert_eq!(labels, ["End", "Room", "Start"]);
    let start = text.rfind("\"start\": {").unwrap();
    // Places are in bytes, as all offsets here.
    assert_eq!(book["inputs"][2]["span"]["start"], start);
}

#[test]
fn sarif_describes_results_rules_and_fixes() {
    let folder = Folder::new("sarif").with("my spec é.json", format!("\u{feff}{COMMA}")).with("bad.json", [0xC3]);
    let run = folder.run(&["--format", "sarif", "my spec é.json", "bad.json"]);
    assert_eq!(run.code(), 2);
    let log = run.sarif();
    assert_eq!(log["columnKind"], "utf16CodeUnits");
    let driver = &log["tool"]["driver"];
    assert_eq!((&driver["name"], &driver["version"]), (&json!("xtension-check"), &json!(env!("CARGO_PKG_VERSION"))));
    for rule in driver["rules"].as_array().unwrap() {
        assert!(rule["shortDescription"]["text"].as_str().unwrap().ends_with('.'), "{rule}");
        assert!(rule["fullDescription"]["text"].as_str().unwrap().len() > 20, "{rule}");
        assert!(rule["help"]["text"].as_str().unwrap().len() > 20, "{rule}");
        assert!(rule["help"]["markdown"].as_str().unwrap().contains("\n## Bad\n"), "{rule}");
        assert!(rule["helpUri"].as_str().unwrap().starts_with("https://"), "{rule}");
        assert!(
            ["error", "warning", "note"].map(Value::from).contains(&rule["defaultConfiguration"]["level"]),
            "{rule}"
        );
    }

    let results = log["results"].as_array().unwrap();
    let comma = results.iter().find(|result| result["ruleId"] == "json-trailing-comma").unwrap();
    assert_eq!(comma["level"], "error");
    assert_eq!(driver["rules"][comma["ruleIndex"].as_u64().unwrap() as usize]["id"], "json-trailing-comma");
    let place = &comma["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "my%20spec%20%C3%A9.json");
    let byte = "\u{feff}".len() + COMMA.find(", }").unwrap();
    let region = json!({
        "startLine": 3, "startColumn": 45, "endLine": 3, "endColumn": 46, "byteOffset": byte, "byteLength": 1
    });
    assert_eq!(place["region"], region);
    let fix = &comma["fixes"][0];
    assert_eq!(fix["description"]["text"], "Remove the comma");
    assert_eq!(fix["properties"]["applicability"], "safe");
    let change = &fix["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "my%20spec%20%C3%A9.json");
    assert_eq!(change["replacements"], json!([{ "deletedRegion": region }]));
    // SARIF counts no byte order mark in columns, so only bytes can say that it goes.
    let mark = results.iter().find(|result| result["ruleId"] == "json-byte-order-mark").unwrap();
    let replacement = &mark["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["deletedRegion"], json!({ "byteOffset": 0, "byteLength": 3 }));

    let invocation = &log["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let notice = &invocation["toolExecutionNotifications"][0];
    assert_eq!(notice["level"], "error");
    assert!(notice["message"]["text"].as_str().unwrap().starts_with("bad.json is not UTF-8"));
}

#[test]
fn fix_writes_the_file_and_reports_what_is_left() {
    let document = COMMA.replace("{}", "{ \"/a\": 5, }");
    let folder = Folder::new("fix").with("spec.json", &document);
    let run = folder.run(&["--fix", "--format", "json", "spec.json"]);
    let fixed = document.replace(", }", " }");
    assert_eq!(folder.text("spec.json"), fixed);
    assert_eq!(run.err, "spec.json: 2 fixes: Remove the comma (2 times)\n");
    assert_eq!(folder.files(), ["spec.json"]);
    assert_eq!(run.lines()[0]["diagnostics"].as_array().unwrap().len(), check(&fixed).diagnostics.len());
    assert!(!run.out.contains("json-trailing-comma"), "{}", run.out);
}

#[test]
fn a_file_without_fixes_is_not_written() {
    let folder = Folder::new("untouched").with("spec.json", SOUND);
    let written = || fs::metadata(folder.0.join("spec.json")).unwrap().modified().unwrap();
    let before = written();
    let run = folder.run(&["--fix", "spec.json"]);
    assert_eq!((run.code(), run.err.as_str(), run.out.as_str()), (0, "", "No problems found.\n"));
    assert_eq!(written(), before);
}

#[test]
fn fix_passes_standard_input_on() {
    let folder = Folder::new("pipe");
    let run = folder.run_with_input(&["--fix", "-"], COMMA);
    assert_eq!(run.code(), 0);
    assert_eq!(run.out, COMMA.replace(", }", " }"));
    assert_eq!(run.err, "standard input: 1 fix: Remove the comma\nNo problems found.\n");
    let sound = folder.run_with_input(&["--fix", "--format", "json", "-"], SOUND);
    assert_eq!((sound.code(), sound.out.as_str()), (0, SOUND));
    assert!(sound.err.starts_with("{\"file\":\"-\",\"ok\":true,\"diagnostics\":[],"), "{}", sound.err);
    let read = folder.run_with_input(&["--format", "json", "-"], COMMA);
    assert_eq!((read.code(), &read.lines()[0]["file"]), (1, &json!("-")));
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = Folder::new("permissions").with("spec.json", COMMA).with("locked.json", COMMA);
    let mode = |file: &str| fs::metadata(folder.0.join(file)).unwrap().permissions().mode() & 0o777;
    let set = |file: &str, mode| fs::set_permissions(folder.0.join(file), fs::Permissions::from_mode(mode)).unwrap();
    set("spec.json", 0o640);
    set("locked.json", 0o444);
    symlink("spec.json", folder.0.join("link.json")).unwrap();

    assert_eq!(folder.run(&["--fix", "link.json"]).code(), 0);
    assert!(folder.0.join("link.json").is_symlink());
    assert!(!folder.text("spec.json").contains(", }"));
    assert_eq!(mode("spec.json"), 0o640);

    let locked = folder.run(&["--fix", "locked.json"]);
    assert_eq!((locked.code(), locked.out.as_str()), (2, ""));
    assert_eq!(locked.err, "error: locked.json cannot be written: it is write-protected\n");
    assert_eq!(folder.text("locked.json"), COMMA);
    assert_eq!(folder.files(), ["link.json", "locked.json", "spec.json"]);
}

#[test]
fn what_is_not_utf8_is_left_alone_and_the_others_are_checked() {
    let utf16: Vec<u8> = "\u{feff}{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let folder = Folder::new("encodings")
        .with("latin1.json", b"{\n\"caf\xE9\": [1,]}")
        .with("utf16.json", &utf16)
        .with("spec.json", COMMA);
    let run = folder.run(&["--fix", "--format", "json", "latin1.json", "utf16.json", "spec.json"]);
    assert_eq!(run.code(), 2);
    let latin1 =
        "latin1.json is not UTF-8: the byte 0xE9 at offset 6 (line 2) belongs to no character; save it as UTF-8";
    let utf16_reason = "utf16.json is UTF-16: save it as UTF-8";
    let done = "spec.json: 1 fix: Remove the comma";
    assert_eq!(run.err, format!("error: {latin1}\nerror: {utf16_reason}\n{done}\n"));
    let wanted = [
        json!({ "file": "latin1.json", "error": latin1 }),
        json!({ "file": "utf16.json", "error": utf16_reason }),
        json!({ "file": "spec.json", "ok": true, "diagnostics": [] }),
    ];
    assert_eq!(run.lines(), wanted);
    assert_eq!(fs::read(folder.0.join("utf16.json")).unwrap(), utf16);
    assert_eq!(fs::read(folder.0.join("latin1.json")).unwrap(), b"{\n\"caf\xE9\": [1,]}");
}

#[test]
fn what_is_no_text_is_told_by_its_kind() {
    let folder = Folder::new("no-text")
        .with("rooms.zip", b"PK\x03\x04\x14\0\0\0\x08\0\xFF\xFE\x9C")
        .with("rooms.pdf", b"%PDF-1.4\n\xFF\xFE\xE2\n")
        .with("rooms.png", b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1F\x15\xC4\x89");
    for (arguments, file, kind) in [
        (&["rooms.zip"][..], "rooms.zip", "a ZIP archive"),
        (&["rooms.pdf"], "rooms.pdf", "a picture, a document or a program"),
        (&["rooms.png"], "rooms.png", "a picture, a document or a program"),
        (&["convert", "rooms.zip"], "rooms.zip", "a ZIP archive"),
    ] {
        let run = folder.run(arguments);
        assert_eq!(run.code(), 2);
        assert!(run.err.starts_with(&format!("error: {file} is {kind}")), "{}", run.err);
    }
}

#[test]
fn what_is_too_large_is_not_checked() {
    let folder = Folder::new("large");
    let file = fs::File::create(folder.0.join("large.json")).unwrap();
    file.set_len(SIZE_LIMIT as u64 + 1).unwrap();
    let run = folder.run(&["--fix", "large.json"]);
    assert_eq!((run.code(), run.out.as_str()), (2, ""));
    assert_eq!(run.err, "error: large.json is larger than 128 MiB, the most that is checked\n");
    assert_eq!(file.metadata().unwrap().len(), SIZE_LIMIT as u64 + 1);
}

#[test]
fn a_wrong_command_line_exits_with_2() {
    let folder = Folder::new("arguments");
    assert_eq!(folder.run(&[]).code(), 2);
    assert_eq!(folder.run(&["--format", "xml", "spec.json"]).code(), 2);
    assert_eq!(folder.run(&["-", "-"]).code(), 2);
    assert_eq!(folder.run(&["."]).code(), 2);
    let version = folder.run(&["--version"]);
    assert_eq!(
        (version.code(), version.out.as_str()),
        (0, concat!("xtension-check ", env!("CARGO_PKG_VERSION"), "\n"))
    );
    let help = folder.run(&["--help"]);
    assert_eq!(help.code(), 0);
    for part in ["Exit codes:", "xtension-check --fix contacts.json", "sarif", "standard input"] {
        assert!(help.out.contains(part), "{part}");
    }
}

#[test]
fn warnings_alone_exit_with_0() {
    let document = SOUND.replace(
        "\"paths\"",
        "\"tags\": [{ \"name\": \"a\" }, { \"name\": \"a\", \"description\": \"A\" }], \"paths\"",
    );
    let report = check(&document);
    assert!(!report.diagnostics.is_empty(), "an example of a warning is needed");
    assert!(report.diagnostics.iter().all(|found| found.severity != xtension_checker::Severity::Error));
    let run = Folder::new("warnings").with("spec.json", document).run(&["--format", "json", "spec.json"]);
    assert_eq!((run.code(), &run.lines()[0]["ok"]), (0, &json!(true)));
}

#[test]
fn a_reader_that_leaves_early_is_no_failure() {
    let folder = Folder::new("closed").with("spec.json", many_problems()).with("last.json", COMMA);
    let mut child = folder.command(&["--fix", "--format", "json", "spec.json", "last.json"]).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(!folder.text("last.json").contains(", }"));

    let mut child = folder.command(&["spec.json", "last.json"]).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(1), 0));
}

#[test]
fn a_message_is_explained_for_the_files() {
    let thread = include_str!("../www/samples/forum-thread.json");
    let folder = Folder::new("explain").with("thread.json", thread);
    let run = folder.run(&["--explain", "header 'Authorization' does not support multiple values", "thread.json"]);
    assert!(run.status.success());
    assert!(run.out.starts_with("The call carries the header twice"), "{}", run.out);
    assert!(run.out.contains("error[param-authorization-header]"), "{}", run.out);
    assert!(!run.out.contains("warning["), "only what causes the message is shown: {}", run.out);
    let run = folder.run(&["--explain", "Not allowed to execute the request for non permitted hosts.", "thread.json"]);
    assert!(run.out.contains("thread.json: nothing in it is known to cause this."), "{}", run.out);
    assert!(run.out.contains("thread.json:8:3: worth a look"), "{}", run.out);
    let run = folder.run(&["--explain", "the moon is full"]);
    assert_eq!((run.status.code(), &*run.out), (Some(1), "This message is not known.\n"));
    assert_eq!(folder.run(&["--explain", "401", "--fix", "thread.json"]).status.code(), Some(2));
}

#[test]
fn the_page_of_a_rule_is_printed() {
    let folder = Folder::new("rule");
    let run = folder.run(&["--rule", "path-query"]);
    assert_eq!((run.code(), run.err.as_str()), (0, ""));
    assert!(run.out.starts_with("# path-query\n\n") && run.out.contains("\n## Bad\n```json\n"), "{}", run.out);
    assert!(run.out.contains("https://"), "{}", run.out);
    let run = folder.run(&["--rule", "query"]);
    assert_eq!((run.code(), run.out.as_str()), (2, ""));
    assert!(run.err.contains("There is `path-query`"), "{}", run.err);
    assert_eq!(folder.run(&["--rule", "path-query", "file.json"]).code(), 2);
}
