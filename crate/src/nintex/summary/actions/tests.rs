use super::*;
use crate::json::parse;
use crate::nintex::vocabulary::extension_key;

fn of(text: &str) -> Actions {
    actions(&Document::new(&parse(text), extension_key))
}

/// The first action of a document with these members besides `paths`.
fn first(operation: &str, members: &str) -> Action {
    of(&format!(r#"{{ "paths": {{ "/notes": {{ "post": {operation} }} }}, {members} }}"#)).list.remove(0)
}

const V1: &str = r#""x-ntx-render-version": 1"#;
const V2: &str = r#""x-ntx-render-version": 2"#;

/// A field in a line: labels, name and where it is sent, kind, `*` for required, preset, options and helper.
fn line(field: &Field) -> String {
    let Field { label, name, place, kind, preset, helper, .. } = field;
    let mut line: Vec<String> = field.within.iter().map(|holder| format!("{holder} /")).collect();
    let star = if field.is_required { "*" } else { "" };
    line.push(format!("{label} ({place:?} {name}) {kind:?}{star}"));
    if !preset.is_empty() {
        line.push(format!("={preset}"));
    }
    line.extend(field.options.iter().map(|option| format!("{}:{}", option.value, option.label)));
    if !helper.is_empty() {
        line.push(format!("from {helper}"));
        line.extend([&field.shows, &field.sends].into_iter().filter(|text| !text.is_empty()).cloned());
    }
    line.join(" ")
}

fn lines(fields: &[Field]) -> Vec<String> {
    fields.iter().map(line).collect()
}

/// The inputs of an action with that body.
fn body(schema: &str, members: &str) -> Vec<String> {
    let parameter = format!(r#"{{ "name": "body", "in": "body", "schema": {schema} }}"#);
    lines(&first(&format!(r#"{{ "parameters": [{parameter}] }}"#), members).inputs)
}

/// What an action gives back that answers with that schema.
fn answer(schema: &str) -> Action {
    first(&format!(r#"{{ "responses": {{ "404": {{ "schema": {{}} }}, "201": {{ "schema": {schema} }} }} }}"#), V1)
}

#[test]
fn an_action_is_called_by_the_best_of_its_names() {
    let label = |members: &str| first(&format!("{{ {members} }}"), V1).label;
    assert_eq!(label(r#""x-ntx-summary": "A", "x-ms-summary": "B", "summary": "C", "operationId": "d""#), "A");
    assert_eq!(label(r#""x-ntx-summary": " ", "x-ms-summary": "B", "summary": "C", "operationId": "d""#), "B");
    assert_eq!(label(r#""summary": "C", "operationId": "d""#), "C");
    assert_eq!(label(r#""summary": "", "operationId": "d""#), "d");
    assert_eq!(label(""), "POST /notes");
}

#[test]
fn what_an_operation_is_for_is_told() {
    let text = r#"{
        "paths": { "/notes": {
            "get": { "operationId": "test", "description": "Tests", "x-ntx-visibility": "internal" },
            "post": { "x-ntx-trigger": "single" }
        } },
        "securityDefinitions": { "one": { "type": "basic", "x-ntx-connection-validation": { "operationId": "test" } } }
    }"#;
    let [tester, event] = of(text).list.try_into().unwrap();
    assert_eq!((&*tester.method, &*tester.path, &*tester.description), ("GET", "/notes", "Tests"));
    assert!(tester.is_hidden && tester.tests_connections && !tester.is_start_event);
    assert!(event.is_start_event && !event.is_hidden && !event.tests_connections);
    assert_eq!(event.span.of(text), r#""post": { "x-ntx-trigger": "single" }"#);
}

#[test]
fn inputs_stand_in_the_order_of_the_alphabet_or_of_the_document() {
    let operation = r#"{ "parameters": [
        { "name": "b", "in": "query", "type": "integer", "required": true, "default": 3 },
        { "name": "x", "in": "header", "x-ntx-visibility": "internal" },
        { "name": "c", "in": "body", "schema": { "required": ["z"], "properties": {
            "z": { "type": "boolean", "x-ntx-summary": "Archive" }, "e": { "format": "date" },
            "y": { "x-ntx-visibility": "internal" } } } },
        { "name": "D", "in": "formData", "type": "string", "format": "date-time" }
    ] }"#;
    let (one, two) = (first(operation, V1), first(operation, V2));
    let archive = "Archive (Body z) YesNo*";
    let expected = ["b (Query b) Number* =3", "D (FormData D) DateTime", "e (Body e) Any"];
    assert_eq!(lines(&one.inputs), [archive, expected[0], expected[1], expected[2]]);
    assert_eq!(lines(&two.inputs), [expected[0], archive, expected[2], expected[1]]);
    let hidden = ["x (Header x) Any", "y (Body y) Any"];
    assert_eq!(
        (lines(&one.hidden_inputs), lines(&two.hidden_inputs)),
        (hidden.map(String::from).into(), hidden.map(String::from).into())
    );
}

#[test]
fn objects_are_opened_by_render_version_2() {
    let schema = r#"{ "type": "object", "x-ntx-summary": "Note", "properties": {
        "author": { "type": "object", "required": ["mail"], "properties": {
            "mail": { "type": "string" }, "home": { "x-ntx-summary": "", "properties": { "city": {} } } } },
        "tags": { "type": "array", "items": { "type": "string" } },
        "extra": { "type": "object" }
    } }"#;
    assert_eq!(body(schema, V1), ["author (Body author) Object", "extra (Body extra) Object", "tags (Body tags) List"]);
    assert_eq!(
        body(schema, V2),
        [
            "Note / author / mail (Body mail) Text*",
            "Note / author / city (Body city) Any",
            "Note / tags (Body tags) List",
            "Note / extra (Body extra) Object",
        ]
    );
}

#[test]
fn what_is_hidden_is_sent_all_the_same() {
    let operation = r#"{ "parameters": [
        { "name": "v", "in": "query", "type": "string", "default": "1", "x-ntx-visibility": "internal" },
        { "name": "b", "in": "body", "schema": { "x-ntx-visibility": "internal", "properties": {
            "a": { "type": "string", "x-ntx-initial": "x" }, "c": { "type": "array", "items": {} } } } }
    ] }"#;
    let action = first(operation, V2);
    assert_eq!(lines(&action.hidden_inputs), ["v (Query v) Text =1", "a (Body a) Text =x", "c (Body c) List"]);
    assert_eq!(action.inputs, []);
}

#[test]
fn what_is_in_a_field_is_told_one_level_deep() {
    let schema = r#"{ "properties": {
        "lines": { "type": "array", "items": { "required": ["item"], "properties": {
            "item": { "type": "string", "title": "Item" }, "state": { "enum": [1, 2] },
            "secret": { "x-ntx-visibility": "internal" }, "price": { "properties": { "net": {} } } } } },
        "tags": { "type": "array", "items": { "type": "string" } },
        "author": { "properties": { "mail": { "type": "string" } } }
    } }"#;
    let parameter = format!(r#"{{ "name": "b", "in": "body", "schema": {schema} }}"#);
    let inputs = first(&format!(r#"{{ "parameters": [{parameter}] }}"#), V1).inputs;
    let [author, items, tags] = &inputs[..] else { panic!("{inputs:?}") };
    assert_eq!(lines(&author.inner), ["mail (Body mail) Text"]);
    let price = "price (Body price) Object";
    assert_eq!(lines(&items.inner), ["Item (Body item) Text*", "state (Body state) Choice 1:1 2:2", price]);
    assert_eq!((items.items, tags.items, author.items), (Some(FieldKind::Object), Some(FieldKind::Text), None));
    assert_eq!(tags.inner, []);
    let list =
        answer(r#"{ "type": "array", "items": { "required": ["a"], "properties": { "a": { "type": "integer" } } } }"#);
    assert_eq!(lines(&list.outputs[0].inner), ["a (Answer a) Number"]);
    let lists = answer(r#"{ "type": "array", "items": { "type": "array", "items": { "properties": { "a": {} } } } }"#);
    assert_eq!((lists.outputs[0].items, lists.outputs[0].inner.len()), (Some(FieldKind::List), 0));
}

#[test]
fn fields_by_reference_have_two_places() {
    let text = r##"{
        "paths": { "/notes": { "post": { "parameters": [{ "$ref": "#/parameters/Id" }, { "name": "q", "in": "query" }] } } },
        "parameters": { "Id": { "name": "id", "in": "query" } }
    }"##;
    let inputs = &of(text).list[0].inputs;
    assert_eq!(inputs[0].span.of(text), r##"{ "$ref": "#/parameters/Id" }"##);
    assert_eq!(inputs[0].target.unwrap().of(text), r#""Id": { "name": "id", "in": "query" }"#);
    assert_eq!(inputs[1].target, None);
}

#[test]
fn a_body_that_is_no_object_is_one_field() {
    assert_eq!(body(r#"{ "type": "array", "items": { "properties": { "a": {} } } }"#, V2), ["body (Body body) List"]);
    assert_eq!(body(r#"{ "type": "string", "format": "binary" }"#, V1), ["body (Body body) File"]);
    assert_eq!(body("{}", V2), ["body (Body body) Any"]);
    assert_eq!(body(r#"{ "type": "object", "items": {}, "properties": { "a": {} } }"#, V2), ["a (Body a) Any"]);
}

#[test]
fn presets_are_looked_for_where_the_render_version_has_them() {
    let schema = r#"{ "x-ntx-initial": { "a": "from the object" }, "properties": {
        "a": { "default": "1" }, "b": { "default": "2", "x-ntx-initial": true } } }"#;
    assert_eq!(body(schema, V1), ["a (Body a) Any =1", "b (Body b) Any =2"]);
    assert_eq!(body(schema, V2), ["a (Body a) Any =from the object", "b (Body b) Any =true"]);
    let query = r#"{ "parameters": [{ "name": "q", "in": "query", "type": "string", "default": "x" }] }"#;
    assert_eq!(lines(&first(query, V2).inputs), ["q (Query q) Text =x"]);
}

#[test]
fn choices_come_from_the_document_or_from_a_helper() {
    let text = r#"{ "paths": { "/notes": {
        "get": { "operationId": "getBoards", "x-ntx-visibility": "internal" },
        "post": { "parameters": [
            { "name": "a", "in": "query", "type": "string", "enum": ["x", "y"] },
            { "name": "b", "in": "query", "type": "integer", "enum": [1],
              "x-ntx-oneOf": [{ "const": 1, "title": "One" }] },
            { "name": "c", "in": "query", "type": "array", "items": { "type": "string", "enum": ["p"] } },
            { "name": "d", "in": "query", "type": "string",
              "x-ntx-dynamic-values": { "operationId": "getBoards", "value-path": "id", "value-title": "name" } },
            { "name": "e", "in": "query", "type": "array", "items": { "type": "string",
              "x-ntx-dynamic-values": { "operationId": "getBoards", "value-path": "id" } } },
            { "name": "f", "in": "query", "type": "string", "x-ntx-query-builder": { "schema": {} } },
            { "name": "g", "in": "body", "schema": { "properties": { "h": {
              "x-ntx-dynamic-schema": { "operationId": "getBoards", "value-path": "schema" } } } } }
        ] }
    } } }"#;
    let actions = of(text);
    assert_eq!(
        lines(&actions.list[1].inputs),
        [
            "a (Query a) Choice x:x y:y",
            "b (Query b) Choice 1:One",
            "c (Query c) List p:p",
            "d (Query d) DropDown from getBoards name id",
            "e (Query e) List from getBoards id",
            "f (Query f) Conditions",
            "h (Body h) Object from getBoards schema",
        ]
    );
    let askers: Vec<_> = actions.list[0].asked_by.iter().map(|asker| (asker.action, &*asker.field)).collect();
    assert_eq!(askers, [(1, "d"), (1, "e"), (1, "h")]);
    assert!(actions.list[0].asked_by[0].span.of(text).starts_with(r#""x-ntx-dynamic-values""#));
}

#[test]
fn texts_around_a_field_are_those_of_the_document() {
    let parameter = r#"{ "name": "q", "in": "query", "type": "string", "pattern": "^a$", "description": "What it is",
        "x-ntx-subtext": "Below", "x-ntx-placeholder": "Grey" }"#;
    let operation = format!(r#"{{ "parameters": [{parameter}] }}"#);
    let field = first(&operation, V2).inputs.remove(0);
    assert_eq!((&*field.sublabel, &*field.subtext), ("What it is", "Below"));
    assert_eq!((&*field.placeholder, &*field.pattern), ("Grey", "^a$"));
    assert_eq!(first(&operation, V1).inputs[0].sublabel, "");
    let given = operation.replace("\"description\"", "\"x-ntx-sublabel\": \"Above\", \"description\"");
    assert_eq!(first(&given, V2).inputs[0].sublabel, "Above");
}

#[test]
fn outputs_are_the_properties_of_the_answer_or_the_answer() {
    let object = answer(
        r#"{ "required": ["id"], "properties": { "id": { "type": "integer" }, "at": { "properties": { "x": {} } },
            "secret": { "x-ntx-visibility": "internal" } } }"#,
    );
    assert_eq!(lines(&object.outputs), ["id (Answer id) Number", "at (Answer at) Object"]);
    assert_eq!(object.hidden_outputs, 1);
    let state = answer(r#"{ "properties": { "state": { "type": "string", "enum": ["on", "off"] } } }"#);
    assert_eq!(lines(&state.outputs), ["state (Answer state) Text on:on off:off"]);
    let list = answer(r#"{ "type": "array", "title": "Notes", "items": { "properties": { "a": {} } } }"#);
    assert_eq!(lines(&list.outputs), ["Notes (Answer ) List"]);
    assert_eq!(lines(&answer(r#"{ "type": "object" }"#).outputs), ["Output (Answer ) Object"]);
    assert_eq!(lines(&answer("{}").outputs), ["Output (Answer ) Any"]);
    assert_eq!(lines(&first(r#"{ "responses": { "200": {} } }"#, V1).outputs), [""; 0]);
}

#[test]
fn what_tells_of_no_success_is_no_output() {
    let outputs = |responses: &str| lines(&first(&format!(r#"{{ "responses": {{ {responses} }} }}"#), V1).outputs);
    let default = r#""default": { "schema": { "type": "string" } }"#;
    assert_eq!(outputs(default), ["Output (Answer ) Text"]);
    assert_eq!(outputs(&format!(r#"{default}, "204": {{}}"#)), [""; 0]);
}

#[test]
fn an_event_brings_what_its_notification_holds() {
    let event = first(
        r#"{ "x-ntx-trigger": "single", "responses": { "201": { "schema": { "properties": { "hook": {} } } } },
            "x-ntx-notification-content": { "schema": { "properties": { "note": { "type": "string" } } } } }"#,
        V1,
    );
    assert_eq!(lines(&event.outputs), ["note (Answer note) Text"]);
}

#[test]
fn a_connection_is_asked_for_where_the_operation_signs_in() {
    let security = r#""security": [{ "key": [] }]"#;
    assert!(first("{}", security).asks_for_connection);
    assert!(!first(r#"{ "security": [] }"#, security).asks_for_connection);
    assert!(!first("{}", V1).asks_for_connection);
}

#[test]
fn files_go_both_ways() {
    let upload = r#"{ "parameters": [{ "name": "file", "in": "formData", "type": "file" }] }"#;
    let upload = first(upload, V1);
    assert!(upload.uploads && !upload.downloads);
    let download = answer(r#"{ "type": "file" }"#);
    assert!(download.downloads && !download.uploads);
    let reference = answer(r#"{ "properties": { "f": { "type": "string", "format": "x-ntx-file-reference" } } }"#);
    assert!(reference.downloads);
}

#[test]
fn what_refers_to_itself_or_nowhere_comes_to_an_end() {
    let definitions = r##""definitions": {
        "Note": { "properties": { "parent": { "$ref": "#/definitions/Note" }, "a": {}, "lost": { "$ref": "#/x" } } } },
        "x-ntx-render-version": 2"##;
    let inputs = body(r##"{ "$ref": "#/definitions/Note" }"##, definitions);
    assert_eq!(inputs, ["parent (Body parent) Object", "a (Body a) Any"]);
}

#[test]
fn what_is_cut_is_told() {
    let properties = |count: usize| (0..count).map(|at| format!(r#""p{at}": {{}}"#)).collect::<Vec<_>>().join(",");
    let schema = format!(r#"{{ "properties": {{ {} }} }}"#, properties(limits::FIELDS + 1));
    let one = first(&format!(r#"{{ "parameters": [{{ "name": "b", "in": "body", "schema": {schema} }}] }}"#), V2);
    assert_eq!((one.inputs.len(), one.is_cut), (limits::FIELDS, true));
    assert!(!first(r#"{ "parameters": [{ "name": "q", "in": "query" }] }"#, V2).is_cut);

    let values: Vec<String> = (0..limits::OPTIONS + 5).map(|at| at.to_string()).collect();
    let list = format!(r#"{{ "name": "q", "in": "query", "enum": [{}] }}"#, values.join(","));
    let field = first(&format!(r#"{{ "parameters": [{list}] }}"#), V2).inputs.remove(0);
    assert_eq!((field.options.len(), field.has_more_options), (limits::OPTIONS, true));

    let paths: Vec<String> = (0..limits::ACTIONS + 3).map(|at| format!(r#""/{at}": {{ "get": {{}} }}"#)).collect();
    let many = of(&format!(r#"{{ "paths": {{ {} }} }}"#, paths.join(",")));
    assert_eq!((many.list.len(), many.omitted), (limits::ACTIONS, 3));
}

#[test]
fn a_document_made_to_be_slow_is_given_up_in_good_time() {
    let fan = |level: usize| {
        let next = format!("{{ \"$ref\": \"#/definitions/L{}\" }}", level + 1);
        format!("\"L{level}\": {{ \"properties\": {{ \"a\": {next}, \"b\": {next}, \"c\": {next} }} }}")
    };
    let definitions: Vec<String> = (0..30).map(fan).collect();
    let body = r##"{ "name": "b", "in": "body", "schema": { "$ref": "#/definitions/L0" } }"##;
    let paths: Vec<String> =
        (0..500).map(|at| format!(r#""/{at}": {{ "post": {{ "parameters": [{body}] }} }}"#)).collect();
    let text = format!(
        r#"{{ "x-ntx-render-version": 2, "paths": {{ {} }}, "definitions": {{ {}, "L30": {{}} }} }}"#,
        paths.join(","),
        definitions.join(",")
    );
    let actions = of(&text);
    assert!(actions.list.iter().all(|action| action.is_cut));
    let fields: usize = actions.list.iter().map(|action| action.inputs.len()).sum();
    assert!(fields <= limits::ALL_FIELDS, "{fields}");
}

#[test]
fn notes_are_for_where_they_apply() {
    let ids = |operation: &str, members: &str| -> Vec<String> {
        let text = format!(r#"{{ "paths": {{ "/notes": {{ "post": {operation} }} }}, {members} }}"#);
        of(&text).notes.into_iter().map(|note| note.id.into_owned()).collect()
    };
    let input = |parameter: &str| format!(r#"{{ "parameters": [{{ "name": "p", {parameter} }}] }}"#);
    let list = input(r#""in": "body", "schema": { "type": "array" }"#);
    assert_eq!(ids(&list, V1), [""; 0]);
    assert_eq!(ids(&list, V2), ["array-inputs"]);
    let object = input(r#""in": "body", "schema": { "properties": { "a": {} } }"#);
    assert_eq!(ids(&object, V1), [""; 0]);
    assert_eq!(ids(&object, V2), ["open-objects"]);
    let closed = object.replace("\"properties\"", "\"additionalProperties\": false, \"properties\"");
    assert_eq!(ids(&closed, V2), [""; 0]);
    assert_eq!(ids(&input(r#""in": "query", "type": "string", "pattern": "^a""#), V1), ["patterns-and-variables"]);
    assert_eq!(ids(&input(r#""in": "formData", "type": "file""#), V1), ["files-are-chunked"]);
    let form = input(r#""in": "formData", "type": "string""#);
    assert_eq!(ids(&form, V1), [""; 0]);
    assert_eq!(ids(&form, r#""consumes": ["application/x-www-form-urlencoded; charset=utf-8"]"#), ["forms-work"]);
    let gives = |schema: &str| format!(r#"{{ "responses": {{ "200": {{ "schema": {schema} }} }} }}"#);
    assert_eq!(ids(&gives(r#"{ "type": "array" }"#), V1), ["array-output"]);
    assert_eq!(ids(&gives(r#"{ "type": "object" }"#), V1), ["opaque-output"]);
    assert_eq!(ids(&gives(r#"{ "type": "string" }"#), V1), [""; 0]);
    assert_eq!(ids(&gives(r#"{ "properties": { "a": {} } }"#), V1), [""; 0]);
    let hidden = gives(r#"{ "type": "array" }"#).replacen('{', r#"{ "x-ntx-visibility": "internal","#, 1);
    assert_eq!(ids(&hidden, V1), [""; 0]);
}

#[test]
fn every_note_has_its_own_id_and_says_something() {
    let mut ids = Vec::new();
    for known in notes::NOTES {
        assert!(!ids.contains(&known.id) && known.text.ends_with('.'), "{}", known.id);
        ids.push(known.id);
    }
}
