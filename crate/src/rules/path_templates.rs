//! What a path's template and its parameters say of each other.

use std::borrow::Cow;

use super::problems;
use super::templates::{Template, bare};
use crate::json::{Member, Value, edit, encode};
use crate::openapi::vocabulary::Object;
use crate::openapi::{Document, Operation, Parameter};
use crate::text::{Edit, Gather, Names, Span, in_order};

/// One path, its operations, and where its template and their parameters do not agree.
pub(super) struct PathTemplate<'d, 'a> {
    /// The path, with the path item under it.
    pub(super) path: Member<'a>,
    /// The operations of the path that have all their parameters in sight.
    pub(super) operations: Vec<&'d Operation<'a>>,
    /// The variables of the template that some of the operations have no parameter for.
    pub(super) undeclared: Vec<Undeclared<'d, 'a>>,
    /// The path parameters that the template does not have, each with an operation that has it.
    pub(super) unused: Vec<Parameter<'a>>,
}

/// A variable without a parameter.
pub(super) struct Undeclared<'d, 'a> {
    /// The variable.
    pub(super) name: String,
    /// Where it stands, braces included.
    pub(super) span: Span,
    /// The operations that lack the parameter.
    pub(super) operations: Box<[&'d Operation<'a>]>,
    /// The path parameter that was probably meant for it: it has the same name in other letters, or it is the only one
    /// that is left over, as the variable is.
    pub(super) meant: Option<Box<Parameter<'a>>>,
}

/// All paths in which template and parameters do not agree, in the order of the text.
pub(super) fn path_templates<'d, 'a>(
    document: &'d Document<'a>,
) -> impl Iterator<Item = PathTemplate<'d, 'a>> + use<'d, 'a> {
    let operations = document.operations();
    operations
        .chunk_by(|one, other| one.path.span() == other.path.span())
        .filter_map(|group| path_template(document, group))
        .filter(|path| !path.undeclared.is_empty() || !path.unused.is_empty())
}

fn path_template<'d, 'a>(document: &Document<'a>, group: &'d [Operation<'a>]) -> Option<PathTemplate<'d, 'a>> {
    let path = group.first()?.path;
    let name = path.name();
    let template = Template::read(&name);
    if template.fault.is_some() {
        return None;
    }
    if group.iter().all(|operation| agrees(&template, operation)) {
        return None;
    }
    let operations: Vec<&Operation<'a>> = group.iter().filter(|operation| is_whole(document, operation)).gathered();
    let declared: Vec<Names<'_>> = operations.iter().map(|operation| path_parameters(operation)).gathered();
    let place = parts_of(path);
    let mut named = Names::default();
    let mut undeclared = Vec::new();
    for &(variable, at) in &template.variables {
        let is_new = named.insert(Cow::Borrowed(variable));
        let is_lacking = |declared: &Names<'_>| !declared.contains(variable) && !declared.contains(bare(variable));
        if is_new && !bare(variable).is_empty() && !variable.contains('"') && declared.iter().any(is_lacking) {
            let lacking = operations.iter().zip(&declared).filter(|one| is_lacking(one.1));
            undeclared.push(Undeclared {
                name: variable.to_owned(),
                span: place(Span::new(at as u32, (at + variable.len()) as u32 + 2)),
                operations: lacking.map(|one| *one.0).gathered().into(),
                meant: None,
            });
        }
    }
    // What stands behind a question mark is no part of the path, but that is what is wrong then.
    let query = Template::read(name.split_once('?').map_or("", |parts| parts.1));
    for (variable, _) in template.variables.iter().chain(&query.variables) {
        named.insert(Cow::Borrowed(bare(variable)));
    }
    let parameters = operations.iter().flat_map(|operation| &operation.parameters);
    let strays = parameters
        .filter(|parameter| parameter.is_in("path") && parameter.name().is_some_and(|name| !named.contains(&name)));
    let mut unused = in_order(strays.copied().gathered(), |parameter| u64::from(parameter.site.index()));
    unused.dedup_by_key(|parameter| parameter.site.index());
    pair(&mut undeclared, &mut unused);
    Some(PathTemplate { path, operations, undeclared, unused })
}

/// Whether it is seen at once that template and parameters agree, as they do nearly everywhere. Only for a few.
fn agrees(template: &Template<'_>, operation: &Operation<'_>) -> bool {
    let is_in_path = |parameter: &&Parameter<'_>| parameter.is_in("path");
    let declared: Vec<Cow<'_, str>> =
        operation.parameters.iter().filter(is_in_path).filter_map(Parameter::name).collect();
    let is_for = |name: &str, variable: &str| name == variable || name == bare(variable);
    declared.len() <= FEW
        && template.variables.len() <= FEW
        && template.variables.iter().all(|one| declared.iter().any(|name| is_for(name, one.0)))
        && declared.iter().all(|name| template.variables.iter().any(|one| is_for(name, one.0)))
}

/// How many variables and parameters are compared each with each.
const FEW: usize = 8;

/// What `in` can say.
const PLACES: [&str; 5] = ["path", "query", "header", "body", "formData"];

/// Whether every parameter of the operation is known: none is a reference that leads nowhere, and each is sent somewhere.
fn is_whole(document: &Document<'_>, operation: &Operation<'_>) -> bool {
    let lists = [operation.value().get("parameters"), operation.path_item().get("parameters")];
    let mut lists = lists.into_iter().flatten();
    let is_somewhere =
        |value: Value<'_>| value.get("in").is_none_or(|place| PLACES.iter().any(|one| place.is_str(one)));
    let is_known = |value: Value<'_>| value.is_object() && !value.is_damaged() && is_somewhere(value);
    operation.path_item().get("$ref").is_none()
        && lists.all(|list| list.is_array() && list.items().all(|site| document.resolve(site).is_some_and(is_known)))
}

/// The names of an operation's path parameters.
fn path_parameters<'a>(operation: &Operation<'a>) -> Names<'a> {
    operation.parameters.iter().filter(|parameter| parameter.is_in("path")).filter_map(Parameter::name).collect()
}

/// Says where parts of a path's name stand, each given in bytes of what it says. Escapes and repairs shift what stands
/// where: then all of the name is meant.
fn parts_of(path: Member<'_>) -> impl Fn(Span) -> Span {
    let name = path.name();
    let whole = path.name_span();
    let is_plain = whole.of(path.value().tree().text()).get(1..name.len() + 1) == Some(&*name);
    move |part| if is_plain { Span::new(whole.start + 1 + part.start, whole.start + 1 + part.end) } else { whole }
}

/// Where one part of a path's name stands.
pub(super) fn part_of(path: Member<'_>, part: Span) -> Span {
    parts_of(path)(part)
}

/// The types that the path parameters of a document have, by name: none where those of one name do not agree.
pub(super) struct Types<'a> {
    names: Names<'a>,
    /// The type and the format, by the number of the name.
    types: Vec<Option<[Option<Cow<'a, str>>; 2]>>,
}

impl<'a> Types<'a> {
    /// Looks through all operations.
    pub(super) fn of(document: &Document<'a>) -> Self {
        let mut known = Self { names: Names::default(), types: Vec::new() };
        let parameters = document.operations().iter().flat_map(|operation| &operation.parameters);
        for parameter in parameters.filter(|parameter| parameter.is_in("path")) {
            let Some(name) = parameter.name() else { continue };
            let own = ["type", "format"].map(|key| parameter.value.get_str(key));
            let number = known.names.number(name);
            match known.types.get_mut(number) {
                Some(agreed) if agreed.as_ref() != Some(&own) => *agreed = None,
                Some(_) => {}
                None => known.types.push(Some(own)),
            }
        }
        known
    }

    /// What a parameter of that name is: `"type": "integer"`, perhaps with its format.
    fn written(&self, name: &str) -> String {
        const PLAIN: [&str; 4] = ["string", "integer", "number", "boolean"];
        let agreed = self.names.find(name).and_then(|number| self.types.get(number)?.as_ref());
        match agreed {
            Some([Some(kind), None]) if PLAIN.contains(&&**kind) => format!("\"type\": \"{kind}\""),
            Some([Some(kind), Some(format)]) if PLAIN.contains(&&**kind) => {
                format!("\"type\": \"{kind}\",\n  \"format\": {}", encode(format))
            }
            _ => "\"type\": \"string\"".to_owned(),
        }
    }
}

/// Adds path parameters of these names to a path or an operation: what `object` says `holder` is. Each has the type that
/// those of its name have elsewhere, else it is a text.
pub(super) fn parameters_added(holder: Value<'_>, object: &Object, names: &[String], types: &Types<'_>) -> Vec<Edit> {
    let parameter = |name: &String| {
        let kind = types.written(name);
        let name = encode(name);
        format!("{{\n  \"name\": {name},\n  \"in\": \"path\",\n  \"required\": true,\n  {kind}\n}}")
    };
    let parameters: Vec<String> = names.iter().map(parameter).gathered();
    listed(holder, object, &parameters)
}

/// Adds parameters, as JSON, to a path or an operation: what `object` says `holder` is.
pub(super) fn listed(holder: Value<'_>, object: &Object, parameters: &[String]) -> Vec<Edit> {
    let indented = |text: &String| format!("  {}", text.replace('\n', "\n  "));
    match holder.get("parameters") {
        _ if parameters.is_empty() => Vec::new(),
        Some(list) if list.items().next().is_some() => {
            parameters.iter().map(|parameter| edit::append_item(list, parameter)).gathered()
        }
        there => {
            let items: Vec<String> = parameters.iter().map(indented).gathered();
            let list = format!("[\n{}\n]", items.join(",\n"));
            let position = problems::position(object, holder, "parameters");
            match there {
                Some(empty) if empty.is_array() => vec![edit::replace_value(empty, &list)],
                Some(_) => Vec::new(),
                None => vec![edit::insert_member(holder, position, "parameters", &list)],
            }
        }
    }
}

/// Finds for each undeclared variable the unused parameter that was meant for it, and takes that out of the unused.
fn pair<'a>(undeclared: &mut [Undeclared<'_, 'a>], unused: &mut Vec<Parameter<'a>>) {
    if undeclared.is_empty() || unused.is_empty() {
        return;
    }
    let simple = |name: &str| Cow::Owned(name.trim().to_ascii_lowercase());
    let mut names = Names::default();
    // For the number of each name, the first parameter of that name, as long as it is meant for no variable.
    let mut first: Vec<Option<Parameter<'a>>> = Vec::new();
    let mut numbers = Vec::new();
    for parameter in unused.iter() {
        let number = names.number(simple(&parameter.name().unwrap_or_default()));
        if number == first.len() {
            first.push(Some(*parameter));
        }
        numbers.push(number);
    }
    for variable in undeclared.iter_mut() {
        let number = names.find(&simple(bare(&variable.name)));
        variable.meant = number.and_then(|number| first.get_mut(number)).and_then(Option::take).map(Box::new);
    }
    // Other operations have one of the same name.
    let mut numbers = numbers.into_iter();
    unused.retain(|_| numbers.next().and_then(|number| first.get(number)).is_some_and(Option::is_some));
    if let ([variable], [parameter]) = (&mut *undeclared, unused.as_slice())
        && variable.meant.is_none()
    {
        variable.meant = Some(Box::new(*parameter));
        unused.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;
    use crate::nintex::vocabulary::extension_key;

    /// The undeclared variables and the unused parameters of one path with one operation.
    fn disagreement(path: &str, parameters: &str) -> (Vec<String>, Vec<String>) {
        let text = format!(r#"{{"paths": {{"{path}": {{"get": {{"parameters": [{parameters}]}}}}}}}}"#);
        let tree = json::parse(&text);
        let document = Document::new(&tree, extension_key);
        let found: Vec<_> = path_templates(&document).collect();
        let undeclared = found.iter().flat_map(|path| &path.undeclared);
        let unused = found.iter().flat_map(|path| &path.unused).filter_map(Parameter::name);
        (undeclared.map(|variable| variable.name.clone()).collect(), unused.map(Into::into).collect())
    }

    fn parameter(name: &str) -> String {
        format!(r#"{{"name": "{name}", "in": "path"}}"#)
    }

    #[test]
    fn paths_and_parameters_agree() {
        for (path, name) in
            [("/a/{b}", "b"), ("/a/{b*}", "b"), ("/a/{+b}", "b"), ("/{name=a/*}", "name"), ("/{b}.json", "b")]
        {
            assert_eq!(disagreement(path, &parameter(name)), (vec![], vec![]), "{path}");
        }
    }

    #[test]
    fn what_is_no_variable_of_the_path_is_let_alone() {
        for path in ["/a?x={y}", "/a/{}", "/a/{b", "/a/b}", "/a/{{b}}#{c}"] {
            assert_eq!(disagreement(path, "").0, Vec::<String>::new(), "{path}");
        }
    }

    #[test]
    fn a_reference_that_leads_nowhere_may_be_any_parameter() {
        assert_eq!(disagreement("/a/{b}", r##"{"$ref": "#/parameters/b"}"##), (vec![], vec![]));
    }

    #[test]
    fn the_only_one_left_on_both_sides_is_meant() {
        assert_eq!(disagreement("/a/{b}", &parameter("c")), (vec!["b".to_owned()], vec![]));
        let several = [parameter("c"), parameter("d")].join(",");
        let (undeclared, unused) = disagreement("/a/{b}", &several);
        assert_eq!((undeclared.len(), unused.len()), (1, 2));
    }

    #[test]
    fn parameters_of_the_path_and_by_reference_count() {
        let text = r##"{
          "parameters": {"c": {"name": "c", "in": "path"}},
          "paths": {"/{a}/{b}/{c}": {
            "parameters": [{"name": "a", "in": "path"}, {"$ref": "#/parameters/c"}],
            "get": {"parameters": [{"name": "b", "in": "path"}]},
            "put": {"parameters": [{"name": "b", "in": "query"}]}
          }}
        }"##;
        let tree = json::parse(text);
        let document = Document::new(&tree, extension_key);
        let found: Vec<_> = path_templates(&document).collect();
        let undeclared: Vec<_> = found.iter().flat_map(|path| &path.undeclared).collect();
        assert_eq!(undeclared.iter().map(|variable| &*variable.name).collect::<Vec<_>>(), ["b"]);
        assert_eq!(undeclared[0].operations[0].label(), "PUT /{a}/{b}/{c}");
    }

    #[test]
    fn many_variables_and_parameters_take_no_longer_than_they_are_many() {
        let variables: Vec<String> = (0..30_000).map(|n| format!("{{a{n}}}")).collect();
        let names: Vec<String> = (0..30_000).map(|n| parameter(&format!("A{n}"))).collect();
        let (undeclared, unused) = disagreement(&format!("/{}", variables.join("/")), &names.join(","));
        assert_eq!((undeclared.len(), unused.len()), (30_000, 0));
    }
}
