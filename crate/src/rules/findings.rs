//! Where rules put what they find.

use std::borrow::Cow;

use super::Rule;
use super::wording::{self, presentable};
use crate::diagnostic::{Certainty, Diagnostic, Fix, Label, Safety, Severity};
use crate::json::{Member, Positions, Value};
use crate::nintex::Xtension;
use crate::text::{Edit, Edits, Gather, Names, Span};

/// Collects the diagnostics of one rule after the other.
pub(crate) struct Findings {
    diagnostics: Vec<Diagnostic>,
    omitted: usize,
    limit: usize,
    /// How many of `diagnostics` are of earlier rules.
    earlier: usize,
    rule: Option<&'static Rule>,
    positions: Positions,
    /// Takes what is beyond the limit.
    surplus: Diagnostic,
}

impl Findings {
    /// Keeps at most `limit` diagnostics of each rule, and counts the others.
    pub(crate) fn new(limit: usize) -> Self {
        Self {
            diagnostics: Vec::new(),
            omitted: 0,
            limit,
            earlier: 0,
            rule: None,
            positions: Positions::default(),
            surplus: diagnostic(None, Span::default(), String::new(), Cow::Borrowed(""), String::new()),
        }
    }

    /// Adds what `rule` finds.
    pub(crate) fn run(&mut self, rule: &'static Rule, xtension: &Xtension<'_>) {
        self.earlier = self.diagnostics.len();
        self.rule = Some(rule);
        (rule.check)(xtension, self);
        let is_bad_enough = |found: &Diagnostic| found.severity >= rule.worst;
        debug_assert!(
            self.diagnostics.iter().skip(self.earlier).all(is_bad_enough),
            "{} finds worse than it says",
            rule.id
        );
    }

    /// All diagnostics, none of which shows a secret of the document, and how many more there are.
    pub(crate) fn into_parts(mut self, xtension: &Xtension<'_>) -> (Vec<Diagnostic>, usize) {
        let text = xtension.document().tree().text();
        // Where a text is broken off, what is moved may come to stand where it stood.
        for diagnostic in &mut self.diagnostics {
            diagnostic.fixes.retain(|fix| fix.edits.change(text));
        }
        let written = xtension.secrets().iter().map(|secret| secret.span.of(text));
        let secrets: Vec<Cow<'_, str>> =
            written.flat_map(|secret| [Cow::Borrowed(secret), Cow::Owned(wording::without_middle(secret))]).gathered();
        let names: Names<'_> = secrets.iter().cloned().collect();
        if !secrets.is_empty() {
            self.diagnostics.iter_mut().for_each(|diagnostic| diagnostic.hide(&secrets, &names));
        }
        (self.diagnostics, self.omitted)
    }

    /// Whether what this rule reports from now on is only counted: then there is no use in preparing fixes for it.
    pub(crate) fn is_full(&self) -> bool {
        self.diagnostics.len() - self.earlier >= self.limit
    }

    /// Reports something about a value or a member; a member is blamed by its name.
    ///
    /// `message` says what is wrong in one sentence, `because` what that does in Nintex.
    pub(crate) fn add<'a>(
        &mut self,
        place: impl Into<Place<'a>>,
        message: impl AsRef<str>,
        because: impl Into<Cow<'static, str>>,
    ) -> &mut Diagnostic {
        self.push(&place.into(), message.as_ref(), because.into())
    }

    fn push(&mut self, place: &Place<'_>, message: &str, because: Cow<'static, str>) -> &mut Diagnostic {
        if self.is_full() {
            self.omitted += 1;
            self.surplus.related.clear();
            self.surplus.fixes.clear();
            return &mut self.surplus;
        }
        let pointer = place.value.map(|value| value.pointer_by(&mut self.positions)).unwrap_or_default();
        self.diagnostics.push(diagnostic(self.rule, place.span, presentable(message), because, pointer));
        self.diagnostics.last_mut().unwrap_or(&mut self.surplus)
    }
}

fn diagnostic(
    rule: Option<&Rule>,
    span: Span,
    message: String,
    because: Cow<'static, str>,
    pointer: String,
) -> Diagnostic {
    Diagnostic {
        rule: rule.map_or("", |rule| rule.id),
        severity: rule.map_or(Severity::Hint, |rule| rule.severity),
        certainty: rule.map_or(Certainty::Inferred, |rule| rule.certainty),
        source: rule.map_or("", |rule| rule.source),
        span,
        message,
        because,
        pointer,
        related: Vec::new(),
        fixes: Vec::new(),
        can_be_split: false,
    }
}

/// What a diagnostic points at.
pub(crate) struct Place<'a> {
    span: Span,
    value: Option<Value<'a>>,
}

impl<'a> From<Value<'a>> for Place<'a> {
    fn from(value: Value<'a>) -> Self {
        Self { span: value.span(), value: Some(value) }
    }
}

impl<'a> From<Member<'a>> for Place<'a> {
    fn from(member: Member<'a>) -> Self {
        Self { span: member.name_span(), value: Some(member.value()) }
    }
}

/// A span, and the value that its pointer names.
impl<'a> From<(Span, Value<'a>)> for Place<'a> {
    fn from((span, value): (Span, Value<'a>)) -> Self {
        Self { span, value: Some(value) }
    }
}

/// A span of the text alone.
impl From<Span> for Place<'_> {
    fn from(span: Span) -> Self {
        Self { span, value: None }
    }
}

/// How a rule completes what it reports.
impl Diagnostic {
    /// Leaves the greater part of each secret out of all that people read.
    fn hide(&mut self, secrets: &[Cow<'_, str>], names: &Names<'_>) {
        let labels = self.related.iter_mut().map(|label| &mut label.message);
        let titles = self.fixes.iter_mut().map(|fix| &mut fix.title);
        let owned = [&mut self.message, &mut self.pointer];
        owned.into_iter().chain(labels).chain(titles).for_each(|text| wording::hide(text, secrets, names));
        let consequences = self.fixes.iter_mut().map(|fix| &mut fix.consequence);
        for text in consequences.chain([&mut self.because]) {
            if let Cow::Owned(text) = text {
                wording::hide(text, secrets, names);
            }
        }
    }

    /// Says how bad this one is, where that is not what the rule's others are.
    pub(crate) fn severity(&mut self, severity: Severity) -> &mut Self {
        self.severity = severity;
        self
    }

    /// Names another place that has to do with it.
    pub(crate) fn label(&mut self, span: Span, message: impl Into<String>) -> &mut Self {
        self.push_label(Label { span, message: message.into() });
        self
    }

    #[inline(never)]
    fn push_label(&mut self, label: Label) {
        self.related.push(label);
    }

    /// Names other places where the same is said: the first of them, as nobody reads hundreds.
    pub(crate) fn label_each(&mut self, spans: &mut dyn Iterator<Item = Span>, message: &str) -> &mut Self {
        for span in spans.take(20) {
            self.label(span, message);
        }
        self
    }

    /// Offers a fix that cannot change the meaning of a document that works.
    pub(crate) fn safe_fix(&mut self, title: impl AsRef<str>, edits: impl Into<Vec<Edit>>) -> &mut Self {
        self.fix(Safety::Safe, title, "", edits)
    }

    /// Offers a fix that changes what the document says; `consequence` tells a person what follows from it.
    pub(crate) fn review_fix(
        &mut self,
        title: impl AsRef<str>,
        consequence: impl Into<Cow<'static, str>>,
        edits: impl Into<Vec<Edit>>,
    ) -> &mut Self {
        self.fix(Safety::Review, title, consequence, edits)
    }

    /// Offers a fix that leaves `blank`, a part of what it inserts, for a person to fill in.
    pub(crate) fn template_fix(
        &mut self,
        title: impl AsRef<str>,
        consequence: impl Into<Cow<'static, str>>,
        edits: impl Into<Vec<Edit>>,
        blank: &str,
    ) -> &mut Self {
        self.fix(Safety::Template, title, consequence, edits);
        if let Some(fix) = self.fixes.last_mut() {
            fix.blank = find_inserted(&fix.edits, blank);
        }
        self
    }

    /// Offers a fix. Edits that overlap are of no use, so then there is none.
    pub(crate) fn fix(
        &mut self,
        safety: Safety,
        title: impl AsRef<str>,
        consequence: impl Into<Cow<'static, str>>,
        edits: impl Into<Vec<Edit>>,
    ) -> &mut Self {
        self.push_fix(safety, title.as_ref(), consequence.into(), edits.into())
    }

    fn push_fix(&mut self, safety: Safety, title: &str, consequence: Cow<'static, str>, edits: Vec<Edit>) -> &mut Self {
        if let Ok(edits) = Edits::new(edits)
            && !edits.is_empty()
        {
            self.fixes.push(Fix { title: presentable(title), consequence, safety, edits, blank: None });
        }
        self
    }
}

/// Where `wanted`, a part of what the edits insert, stands in the text after them.
fn find_inserted(edits: &Edits, wanted: &str) -> Option<Span> {
    edits.inserted().find_map(|(span, edit)| {
        let start = span.start + edit.insert.find(wanted)? as u32;
        Some(Span::new(start, start + wanted.len() as u32))
    })
}
