use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, Severity};
use crate::json::edit::{self, Position};
use crate::json::{Member, Value, encode};
use crate::nintex::helper::{Answer, Asked, Followed, Question};
use crate::nintex::Xtension;
use crate::openapi::{Document, nearest};
use crate::rules::{Findings, helpers, problems};
use crate::text::{Edit, Gather, by_name};

super::rule! {
    /// What a field looks for in an answer is not in it, as far as the schema of the answer says.
    ///
    /// Nintex finds the list in the answer by `value-collection`, and in each of its items the value by `value-path` and the
    /// label by `value-title`; where the answer itself is the list, there is no `value-collection`. For `x-ntx-dynamic-schema`,
    /// `value-path` leads to the JSON schema, one level down with each `/`. Where an answer is not described, or leaves open
    /// what else it has, nothing is said; as what the API answers counts, and not its description, most of this is a hint.
    ///
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": {
    ///       "get": {
    ///         "operationId": "getBoards",
    ///         "responses": { "200": { "schema": { "$ref": "#/definitions/Boards" } } }
    ///       }
    ///     }
    ///   },
    ///   "definitions": {
    ///     "Boards": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" }, "title": { "type": "string" } } } },
    ///     "Note": { "type": "string", "x-ntx-dynamic-values": { "operationId": "getBoards", "value-path": "id", "value-title": «"name"» } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Look for `id`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": {
    ///       "get": {
    ///         "operationId": "getBoards",
    ///         "responses": { "200": { "schema": { "$ref": "#/definitions/Boards" } } }
    ///       }
    ///     }
    ///   },
    ///   "definitions": {
    ///     "Boards": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" }, "title": { "type": "string" } } } },
    ///     "Note": { "type": "string", "x-ntx-dynamic-values": { "operationId": "getBoards", "value-path": "id", "value-title": "id" } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Look for `title`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": {
    ///       "get": {
    ///         "operationId": "getBoards",
    ///         "responses": { "200": { "schema": { "$ref": "#/definitions/Boards" } } }
    ///       }
    ///     }
    ///   },
    ///   "definitions": {
    ///     "Boards": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" }, "title": { "type": "string" } } } },
    ///     "Note": { "type": "string", "x-ntx-dynamic-values": { "operationId": "getBoards", "value-path": "id", "value-title": "title" } }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": {
    ///       "get": {
    ///         "operationId": "getBoards",
    ///         "responses": { "200": { "schema": { "$ref": "#/definitions/Boards" } } }
    ///       }
    ///     }
    ///   },
    ///   "definitions": {
    ///     "Boards": { "type": "object", "properties": { "items": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" }, "title": { "type": "string" } } } } } },
    ///     "Note": { "type": "string", «"x-ntx-dynamic-values"»: { "operationId": "getBoards", "value-path": "id" } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Take the list from `items`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": {
    ///       "get": {
    ///         "operationId": "getBoards",
    ///         "responses": { "200": { "schema": { "$ref": "#/definitions/Boards" } } }
    ///       }
    ///     }
    ///   },
    ///   "definitions": {
    ///     "Boards": { "type": "object", "properties": { "items": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" }, "title": { "type": "string" } } } } } },
    ///     "Note": { "type": "string", "x-ntx-dynamic-values": { "operationId": "getBoards", "value-path": "id", "value-collection": "items" } }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": {
    ///       "get": {
    ///         "operationId": "getBoards",
    ///         "responses": { "200": { "schema": { "$ref": "#/definitions/Boards" } } }
    ///       }
    ///     }
    ///   },
    ///   "definitions": {
    ///     "Boards": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" }, "title": { "type": "string" } } } },
    ///     "Note": { "type": "string", "x-ntx-dynamic-values": { "operationId": "getBoards", "value-collection": «"items"», "value-path": "id" } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Remove `value-collection`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": {
    ///       "get": {
    ///         "operationId": "getBoards",
    ///         "responses": { "200": { "schema": { "$ref": "#/definitions/Boards" } } }
    ///       }
    ///     }
    ///   },
    ///   "definitions": {
    ///     "Boards": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" }, "title": { "type": "string" } } } },
    ///     "Note": { "type": "string", "x-ntx-dynamic-values": { "operationId": "getBoards", "value-path": "id" } }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": {
    ///       "get": {
    ///         "operationId": "getBoards",
    ///         "responses": { "200": { "schema": { "$ref": "#/definitions/Boards" } } }
    ///       }
    ///     }
    ///   },
    ///   "definitions": {
    ///     "Boards": { "type": "object", "properties": { "items": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" }, "title": { "type": "string" } } } } } },
    ///     "Note": { "type": "string", "x-ntx-dynamic-values": { "operationId": "getBoards", "value-path": "id", "value-collection": «"item"» } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Look for `items`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": {
    ///       "get": {
    ///         "operationId": "getBoards",
    ///         "responses": { "200": { "schema": { "$ref": "#/definitions/Boards" } } }
    ///       }
    ///     }
    ///   },
    ///   "definitions": {
    ///     "Boards": { "type": "object", "properties": { "items": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" }, "title": { "type": "string" } } } } } },
    ///     "Note": { "type": "string", "x-ntx-dynamic-values": { "operationId": "getBoards", "value-path": "id", "value-collection": "items" } }
    ///   }
    /// }
    /// ```
    /// ## Bad
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": {
    ///       "get": {
    ///         "operationId": "getBoards",
    ///         "responses": { "200": { "schema": { "$ref": "#/definitions/Boards" } } }
    ///       }
    ///     }
    ///   },
    ///   "definitions": {
    ///     "Boards": { "type": "object", "properties": { "Schema": { "type": "object" } } },
    ///     "Note": { "type": "object", "x-ntx-dynamic-schema": { "operationId": "getBoards", "value-path": «"Schema.Items"» } }
    ///   }
    /// }
    /// ```
    /// ## Fix: Write it as `Schema/Items`
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": {
    ///       "get": {
    ///         "operationId": "getBoards",
    ///         "responses": { "200": { "schema": { "$ref": "#/definitions/Boards" } } }
    ///       }
    ///     }
    ///   },
    ///   "definitions": {
    ///     "Boards": { "type": "object", "properties": { "Schema": { "type": "object" } } },
    ///     "Note": { "type": "object", "x-ntx-dynamic-schema": { "operationId": "getBoards", "value-path": "Schema/Items" } }
    ///   }
    /// }
    /// ```
    /// ## Good
    /// ```json
    /// {
    ///   "paths": {
    ///     "/boards": {
    ///       "get": {
    ///         "operationId": "getBoards",
    ///         "responses": { "200": { "schema": { "$ref": "#/definitions/Boards" } } }
    ///       }
    ///     }
    ///   },
    ///   "definitions": {
    ///     "Boards": { "type": "object", "properties": { "items": { "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string" }, "title": { "type": "string" } } } } } },
    ///     "Note": { "type": "string", "x-ntx-dynamic-values": { "operationId": "getBoards", "value-path": "id", "value-collection": "items" } }
    ///   }
    /// }
    /// ```
    Warning "helper-answer-mismatch" Documented
    from "https://help.nintex.com/en-US/xtensions/03_Advanced/02_Extensions/PRC_02EXT_dynamic_values.htm"
}

fn check(xtension: &Xtension<'_>, findings: &mut Findings) {
    let document = xtension.document();
    let helpers = xtension.helpers();
    let mut answer = Answer::new(document);
    let asked = helpers.questions.iter().filter_map(|question| {
        let source = |key: &str| question.member.value().get(key).map_or("", Value::source);
        let paths = ["value-path", "value-title", "value-collection"].map(source).join(" ");
        Some((Cow::Owned(format!("{} {} {paths}", question.helper?, question.member.name())), question))
    });
    for (_, group) in by_name(asked) {
        let Some(question) = group.first() else { continue };
        let Some(helper) = question.helper.and_then(|helper| document.operations().get(helper)) else { continue };
        let schema = question.helper.and_then(|helper| Answer::of(document, helper));
        let mut search = Search { document, answer: &mut answer, findings, group: &group, question, helper: helper.label() };
        match (question.asked, schema) {
            (Asked::Values, Some(schema)) => search.values(schema),
            (Asked::Schema, schema) => search.schema(schema),
            _ => {}
        }
    }
}

struct Search<'s, 'd, 'a> {
    document: &'d Document<'a>,
    answer: &'s mut Answer<'d, 'a>,
    findings: &'s mut Findings,
    /// All that ask for the same.
    group: &'s [&'s Question<'a>],
    /// The first of them.
    question: &'s Question<'a>,
    /// What to call the operation that is asked.
    helper: String,
}

impl<'a> Search<'_, '_, 'a> {
    fn values(&mut self, schema: Value<'a>) {
        let whole = [schema];
        let is_list = self.answer.is_list(&whole);
        let collection = self.path("value-collection");
        let list = match collection {
            Some(member) if is_list == Some(true) => return self.surplus(member),
            Some(member) => match self.look(whole.to_vec(), member) {
                Some(found) => found,
                None => return,
            },
            None if is_list == Some(false) => return self.unnamed(schema),
            None => whole.to_vec(),
        };
        if let Some(member) = collection
            && self.answer.is_list(&list) == Some(false)
        {
            let message = format!("In the answer of `{}`, `{}` is no list.", self.helper, text(member));
            self.add(member, message, "Nintex makes an option of each item of a list; there is none.");
            return;
        }
        let Some(items) = self.answer.items(&list) else { return };
        for key in ["value-path", "value-title"] {
            if let Some(member) = self.path(key) {
                self.look(items.clone(), member);
            }
        }
    }

    fn schema(&mut self, schema: Option<Value<'a>>) {
        let Some(member) = self.path("value-path") else { return };
        let path = text(member);
        let whole: Vec<Value<'a>> = schema.into_iter().gathered();
        let is_found = matches!(self.answer.follow(whole.clone(), &path), Followed::Found(_));
        let first = path.split('.').next().filter(|first| first.len() < path.len() && !path.contains('/'));
        match first {
            Some(first) if !is_found || matches!(self.answer.follow(whole.clone(), first), Followed::Found(_)) => {
                let message = format!("`{path}` has dots between its steps, where `value-path` wants `/`.");
                let because = "Nintex looks for one name with dots in it, and finds no schema to make fields of.";
                let right = path.replace('.', "/");
                let edits = self.edits(member, |member| Edit::replace(member.value().span(), encode(&right)));
                let diagnostic = self.add(member, message, because).severity(Severity::Warning);
                diagnostic.review_fix(format!("Write it as `{right}`"), "See that the name itself has no dots.", edits);
            }
            _ => {
                self.look(whole, member);
            }
        }
    }

    /// The member with that path, where there is something in it to follow.
    fn path(&self, key: &str) -> Option<Member<'a>> {
        let member = self.question.member.value().member_named(key)?;
        let is_plain = |path: &str| !path.is_empty() && !path.contains(['$', '[', '{', '@', '*', '(']);
        member.value().as_str().filter(|path| is_plain(path) && !member.value().is_damaged()).map(|_| member)
    }

    /// Reports something about what all of the group say. What the API answers counts, and not how it is described, so
    /// it is a hint unless a name is close.
    fn add(&mut self, member: Member<'a>, message: String, because: &'static str) -> &mut Diagnostic {
        let key = member.name();
        let same = self.group.iter().skip(1).filter_map(|other| other.member.value().member_named(&key));
        let diagnostic = self.findings.add(member.value(), message, because);
        diagnostic.severity(Severity::Hint).label_each(&mut same.map(|same| same.value().span()), "the same here")
    }

    /// The same change wherever it is said.
    fn edits(&self, member: Member<'a>, edit: impl Fn(Member<'a>) -> Edit) -> Vec<Edit> {
        let key = member.name();
        self.group.iter().filter_map(|question| question.member.value().member_named(&key)).map(edit).gathered()
    }

    /// Where the path leads; tells where that is nowhere.
    fn look(&mut self, schemas: Vec<Value<'a>>, member: Member<'a>) -> Option<Vec<Value<'a>>> {
        let path = text(member);
        let parts = match self.answer.follow(schemas, &path) {
            Followed::Found(found) => return Some(found),
            Followed::Missing(parts) => parts,
            Followed::Open => return None,
        };
        let asks = helpers::name(self.question);
        let message = format!("By its schema, the answer of `{}` has no `{path}`, where {asks} looks for it.", self.helper);
        // Behind the first step the names are those of another level.
        let names = if path.contains(['/', '.']) { Vec::new() } else { self.names(&parts, member.is("value-collection")) };
        let names: Vec<&str> = names.iter().map(|name| &**name).gathered();
        let near: Vec<&str> = nearest(&path, &names).into_iter().gathered();
        let is_near = !near.is_empty();
        let choices: Vec<&str> = if is_near { near } else { names.into_iter().take(3).gathered() };
        let change = |name: &&str| self.edits(member, |same| Edit::replace(same.value().span(), encode(name)));
        let fixes = choices.iter().map(|name| (format!("Look for `{name}`"), change(name))).gathered();
        let diagnostic = self.add(member, message, BECAUSE);
        if is_near {
            diagnostic.severity(Severity::Warning);
        }
        for (title, edits) in fixes {
            diagnostic.review_fix(title, "The answer has it, as its schema says.", edits);
        }
        None
    }

    /// The names of the properties of these schemas, or of those of them that are lists.
    fn names(&mut self, parts: &[Value<'a>], lists: bool) -> Vec<String> {
        let properties = parts.iter().flat_map(|part| part.members_of("properties")).take(helpers::MOST);
        let mut names = Vec::new();
        for property in properties {
            if !lists || self.answer.is_list(&[property.value()]) == Some(true) {
                names.push(property.name().into_owned());
            }
        }
        names
    }

    fn surplus(&mut self, member: Member<'a>) {
        let path = text(member);
        let message = format!("By its schema, the answer of `{}` is a list itself, with no `{path}` around it.", self.helper);
        let edits = self.edits(member, edit::remove_member);
        let consequence = "The options are then the items of the answer itself: see that the API answers as the schema says.";
        self.add(member, message, BECAUSE).review_fix("Remove `value-collection`", consequence, edits);
    }

    /// The answer is an object, and where its list is does not stand there.
    fn unnamed(&mut self, schema: Value<'a>) {
        let settings = self.question.member.value();
        let Some(parts) = self.answer.parts(&[schema]) else { return };
        let lists = self.names(&parts, true);
        let is_meant = problems::is_misspelt(self.document, settings, "value-collection");
        if lists.is_empty() || is_meant || settings.get("value-collection").is_some() {
            return;
        }
        let asks = helpers::name(self.question);
        let message = format!("`{}` answers with an object, and {asks} does not say where in it the list is.", self.helper);
        let because = "Nintex takes the answer itself for the list, unless `value-collection` says where it is.";
        let others = self.group.iter().skip(1).map(|other| other.member.name_span());
        let diagnostic = self.findings.add(self.question.member, message, because);
        diagnostic.label_each(&mut others.into_iter(), "the same here");
        for name in lists.iter().take(3) {
            let insert = |question: &&Question<'_>| {
                edit::insert_member(question.member.value(), Position::Last, "value-collection", &encode(name))
            };
            let edits: Vec<Edit> = self.group.iter().map(insert).gathered();
            let consequence = "The options are then the items of this list.";
            diagnostic.review_fix(format!("Take the list from `{name}`"), consequence, edits);
        }
    }
}

const BECAUSE: &str =
    "Nintex follows the path through what the API answers, whatever the schema says; one of the two is hardly right.";

fn text(member: Member<'_>) -> String {
    member.value().as_str().unwrap_or_default().into_owned()
}
