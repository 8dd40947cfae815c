//! What a path's template and its parameters say of each other.

use crate::json::{Member, Value};
use crate::openapi::{Document, Operation, Parameter};
use crate::text::Span;

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
    pub(super) operations: Vec<&'d Operation<'a>>,
    /// The path parameter that was probably meant for it: it has the same name in other letters, or it is the only one
    /// that is left over, as the variable is.
    pub(super) meant: Option<Parameter<'a>>,
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
    let operations: Vec<&Operation<'a>> = group.iter().filter(|operation| is_whole(document, operation)).collect();
    let variables = variables(path);
    let mut unused: Vec<Parameter<'a>> = Vec::new();
    let mut undeclared = Vec::new();
    for (name, span) in &variables {
        let lacking: Vec<_> = operations.iter().copied().filter(|operation| !declares(operation, name)).collect();
        if !lacking.is_empty() {
            undeclared.push(Undeclared { name: name.clone(), span: *span, operations: lacking, meant: None });
        }
    }
    for operation in &operations {
        for parameter in operation.parameters.iter().filter(|parameter| parameter.is_in("path")) {
            let Some(name) = parameter.name() else { continue };
            let is_there = written(&path.name()).any(|variable| is_variable(variable.0, &name));
            if !is_there && !unused.iter().any(|known| known.site == parameter.site) {
                unused.push(*parameter);
            }
        }
    }
    pair(&mut undeclared, &mut unused);
    Some(PathTemplate { path, operations, undeclared, unused })
}

/// Whether every parameter of the operation is known: none is a reference that leads nowhere.
fn is_whole(document: &Document<'_>, operation: &Operation<'_>) -> bool {
    let lists = [operation.value().get("parameters"), operation.path_item().get("parameters")];
    let mut sites = lists.into_iter().flatten().flat_map(Value::items);
    operation.path_item().get("$ref").is_none()
        && sites.all(|site| document.resolve(site).is_some_and(|value| value.is_object() && !value.is_damaged()))
}

fn declares(operation: &Operation<'_>, variable: &str) -> bool {
    let mut parameters = operation.parameters.iter().filter(|parameter| parameter.is_in("path"));
    parameters.any(|parameter| parameter.name().is_some_and(|name| is_variable(variable, &name)))
}

/// Whether the variable, as the template has it, is called `name`. Some write `{name*}`, `{+name}` or `{name=…}`.
fn is_variable(variable: &str, name: &str) -> bool {
    variable == name || bare(variable) == name
}

fn bare(variable: &str) -> &str {
    variable.split(['=', ':']).next().unwrap_or_default().trim_start_matches('+').trim_end_matches('*')
}

/// The variables of a path, with where they stand. Those behind a question mark are no part of the path.
fn variables(path: Member<'_>) -> Vec<(String, Span)> {
    let name = path.name();
    // Escapes and repairs shift what stands where: then all of the name is blamed.
    let text = path.value().tree().text();
    let is_plain = path.name_span().of(text).get(1..name.len() + 1) == Some(&*name);
    let mut found: Vec<(String, Span)> = Vec::new();
    let end = name.find(['?', '#']).unwrap_or(name.len());
    for (variable, at) in written(&name).filter(|variable| variable.1 < end) {
        let is_new = !found.iter().any(|known| known.0 == variable);
        let is_name = !bare(variable).is_empty() && !variable.contains(['{', '"']);
        if is_new && is_name {
            let start = path.name_span().start + 1 + at as u32;
            let span = Span::new(start, start + variable.len() as u32 + 2);
            found.push((variable.to_owned(), if is_plain { span } else { path.name_span() }));
        }
    }
    found
}

/// What stands in braces, and the place of the opening brace. Double ones are a placeholder of the connection.
fn written(name: &str) -> impl Iterator<Item = (&str, usize)> {
    let openers = name.match_indices('{').filter(|(at, _)| name.get(..*at).is_none_or(|before| !before.ends_with('{')));
    openers.filter_map(move |(at, _)| {
        let rest = name.get(at + 1..)?;
        Some((rest.get(..rest.find('}')?)?, at))
    })
}

/// Finds for each undeclared variable the unused parameter that was meant for it, and takes that out of the unused.
fn pair<'a>(undeclared: &mut [Undeclared<'_, 'a>], unused: &mut Vec<Parameter<'a>>) {
    let is_same = |variable: &Undeclared<'_, 'a>, parameter: &Parameter<'a>| {
        parameter.name().is_some_and(|name| name.eq_ignore_ascii_case(bare(&variable.name)))
    };
    for variable in undeclared.iter_mut() {
        if let Some(at) = unused.iter().position(|parameter| is_same(variable, parameter)) {
            variable.meant = Some(unused.remove(at));
        }
    }
    if let ([variable], [parameter]) = (&mut *undeclared, unused.as_slice())
        && variable.meant.is_none()
    {
        variable.meant = Some(*parameter);
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
}
