// Made from crate/src/wire.rs by `UPDATE=1 cargo test wire`.

/**
 * What the page asks of the worker.
 */
export type Request = { kind: "check"; id: number; text: string } | { kind: "actions"; id: number; text: string } | { kind: "explain"; id: number; text: string; message: string } | { kind: "fixAll"; id: number; text: string; ignored: Ignored[] } | { kind: "report"; id: number; text: string; wanted: WantedReport } | { kind: "outline"; id: number; text: string } | { kind: "look"; id: number; text: string; at: number } | { kind: "complete"; id: number; text: string; at: number } | { kind: "format"; id: number; text: string };

/**
 * What the worker says to the page.
 */
export type Response = { kind: "ready"; version: string } | { kind: "checked"; id: number; report: Report } | { kind: "actions"; id: number; actions: Actions } | { kind: "explained"; id: number; explanation: Explanation } | { kind: "fixedAll"; id: number; edits: Edit[]; fixes: string[]; rules: string[] } | { kind: "outlined"; id: number; outline: Outline } | { kind: "looked"; id: number; look: Look } | { kind: "completed"; id: number; completions: Completions } | { kind: "formatted"; id: number; edits?: Edit[] } | { kind: "reported"; id: number; text: string };

/**
 * A report to be written, with what only the page knows. See [`crate::report::Facts`].
 */
export interface WantedReport {
    /**
     * Its format.
     */
    format: ReportFormat;
    /**
     * What the file is called.
     */
    file: string;
    /**
     * The SHA-256 of the file's bytes, in hexadecimal digits; empty where the browser gives none.
     */
    sha256: string;
    /**
     * When it was checked, as it is to be shown.
     */
    when: string;
    /**
     * The titles of the fixes made so far, in their order.
     */
    fixed: string[];
    /**
     * What is let be.
     */
    ignored: Ignored[];
    /**
     * Where the text was converted from another format, what became of that.
     */
    conversion?: ConvertedFrom;
}

/**
 * How a file came of one of another format, in words as they are to be shown. See [`report::Conversion`].
 */
export interface ConvertedFrom {
    /**
     * What it was made of.
     */
    source: string;
    /**
     * What was lost or decided, what needs a person first.
     */
    notes: ConversionNote[];
}

/**
 * One thing that was lost or decided. See [`report::Note`].
 */
export interface ConversionNote {
    /**
     * What kind of thing it is.
     */
    kind: string;
    /**
     * What became of what.
     */
    message: string;
    /**
     * Why, or what to do about it; may be empty.
     */
    because: string;
    /**
     * Where in the original; each place once.
     */
    places: string[];
}

/**
 * The formats of reports.
 */
export type ReportFormat = "markdown" | "html" | "csv" | "json" | "sarif";

/**
 * A problem that a person lets be, or all problems of a rule.
 *
 * A problem is known by what it says besides its place: in an array another problem comes to stand where it stood as
 * soon as something before it goes.
 */
export interface Ignored {
    /**
     * The id of the rule.
     */
    rule: string;
    /**
     * The JSON Pointer of the problem's place.
     */
    pointer: string;
    /**
     * What the problem says; empty for all problems of the rule, wherever they stand.
     */
    message: string;
}

/**
 * What was found in one text.
 */
export interface Report {
    /**
     * What blocks the import first; within one severity by place.
     */
    diagnostics: Diagnostic[];
    /**
     * How many more were found than `diagnostics` holds.
     */
    omitted: number;
    /**
     * How many fixes "fix all safe" would begin with.
     */
    safeFixes: number;
    /**
     * Whether the text is sound JSON. Where it is not, "fix all safe" mends its syntax alone.
     */
    isJson: boolean;
    /**
     * What the text is, where it is not meant to be OpenAPI 2.0 in JSON.
     */
    other?: OtherKind;
    /**
     * What Nintex will make of the document. None in a report of the checker that the page loads first, which has looked
     * for errors only.
     */
    summary: Summary | undefined;
}

/**
 * What a text is instead of OpenAPI 2.0 in JSON. See [`crate::openapi::OtherKind`].
 */
export interface OtherKind {
    /**
     * Its name for programs, in kebab-case.
     */
    kind: string;
    /**
     * What can be offered to do about it.
     */
    offer?: Offer;
}

/**
 * See [`crate::openapi::Offer`].
 */
export type Offer = "convert" | "explain" | "sample" | "schema" | "new";

/**
 * What a document will be in Nintex, but for its actions field by field: those are `Actions`.
 */
export interface Summary {
    /**
     * The name that the Xtension gets: `info.title`.
     */
    title: Said;
    /**
     * What its list entry says of it: `info.description`.
     */
    description: Said;
    /**
     * `info.version`.
     */
    version: Said;
    /**
     * Whether arrays and nested objects get fields of their own: `x-ntx-render-version` is 2.
     */
    rendersObjects: boolean;
    /**
     * Where calls go, in the order of the paths.
     */
    addresses: Address[];
    /**
     * What somebody who makes a connection is asked.
     */
    connection: Connection;
    /**
     * What to choose in the import wizard.
     */
    wizard: Wizard;
    /**
     * How many operations the designer shows as actions.
     */
    visibleActions: number;
    /**
     * How many operations it does not show.
     */
    hiddenActions: number;
    /**
     * What is worth knowing although nothing is wrong.
     */
    notes: Note[];
    /**
     * Whether there are more addresses, security definitions, fields of the connection or scopes than are listed.
     */
    isCut: boolean;
}

/**
 * A text of the document, cut where it is long, and where it stands.
 */
export interface Said {
    /**
     * What it says.
     */
    text: string;
    /**
     * Where it stands.
     */
    span: Span;
}

/**
 * Where calls go.
 */
export interface Address {
    /**
     * Scheme, host and base path, with placeholders as they are written: `https://{{tenant}}.example.com/v1`.
     */
    url: string;
    /**
     * What stands in for what is only known later.
     */
    placeholders: Placeholder[];
    /**
     * Whether the server is in the customer's own network, behind Nintex Gateway.
     */
    isBehindGateway: boolean;
    /**
     * How many operations are called there, hidden ones included.
     */
    operations: number;
    /**
     * Where its host is named.
     */
    span: Span;
}

/**
 * A name in braces that Nintex replaces.
 */
export interface Placeholder {
    /**
     * Its name, without the braces.
     */
    name: string;
    /**
     * The label of the field of the connection that fills it; empty where there is none.
     */
    label: string;
}

/**
 * How a connection signs in, and what somebody who makes one is asked.
 */
export interface Connection {
    /**
     * The type of authentication.
     */
    authentication: Authentication;
    /**
     * The security definitions of that type, by their names.
     */
    definitions: Said[];
    /**
     * The fields of the dialog, in the order of the document.
     */
    fields: ConnectionField[];
    /**
     * The `operationId` of the operation that tests a new connection.
     */
    validation: Said;
}

/**
 * The ways to sign in that a connection can have.
 */
export type Authentication = "none" | "basic" | "apiKey" | "personSignsIn" | "clientCredentials" | "unknown";

/**
 * A field of the dialog in which a connection is made.
 */
export interface ConnectionField {
    /**
     * What it is called in the dialog.
     */
    label: string;
    /**
     * Its name, by which placeholders call it.
     */
    name: string;
    /**
     * What it holds.
     */
    kind: ConnectionFieldKind;
    /**
     * What can be chosen, where that is known.
     */
    options: Choice[];
    /**
     * Whether it must be filled in.
     */
    isRequired: boolean;
    /**
     * The regular expression that what is typed must match.
     */
    pattern: string;
    /**
     * The text that explains it.
     */
    help: string;
    /**
     * Whether Nintex asks for it by itself, and not because the document says so.
     */
    isBuiltIn: boolean;
    /**
     * The name of the security definition that it belongs to.
     */
    definition: string;
    /**
     * The property that describes it, else the security definition.
     */
    span: Span;
}

/**
 * What a field of a connection holds.
 */
export type ConnectionFieldKind = "text" | "password" | "choice";

/**
 * A value that can be chosen.
 */
export interface Choice {
    /**
     * What is sent: a string without its quotes, anything else as JSON writes it.
     */
    value: string;
    /**
     * What is shown.
     */
    label: string;
}

/**
 * What whoever imports the document is asked on the way.
 */
export interface Wizard {
    /**
     * The security preset to choose; empty unless the authentication is OAuth 2.0.
     */
    preset: string;
    /**
     * Whether it asks for a client ID and a client secret.
     */
    asksForClient: boolean;
    /**
     * What is known of whoever hands out the tokens: its name.
     */
    provider: string;
    /**
     * The redirect URL to register with the provider; empty unless people sign in there.
     */
    redirectUrl: string;
    /**
     * The scopes that a connection asks the provider for, and that the registered client needs.
     */
    scopes: Said[];
}

/**
 * Something worth knowing.
 */
export interface Note {
    /**
     * Which of them it is. Never changes its meaning.
     */
    id: string;
    /**
     * One or two sentences.
     */
    text: string;
    /**
     * The first place that it is about; empty where it is about the document as a whole.
     */
    span: Span;
}

/**
 * The actions of a document.
 */
export interface Actions {
    /**
     * The operations in the order of the text, hidden ones included.
     */
    list: Action[];
    /**
     * How many operations `list` leaves out, as there are too many.
     */
    omitted: number;
    /**
     * What is worth knowing although nothing is wrong.
     */
    notes: Note[];
}

/**
 * What the designer makes of an operation.
 */
export interface Action {
    /**
     * What it is called in the designer.
     */
    label: string;
    /**
     * What it says of itself.
     */
    description: string;
    /**
     * Its `operationId`.
     */
    operationId: string;
    /**
     * Its method, in capitals.
     */
    method: string;
    /**
     * Its path.
     */
    path: string;
    /**
     * Whether the designer does not show it.
     */
    isHidden: boolean;
    /**
     * Whether it is a start event and no action: it has `x-ntx-trigger`.
     */
    isStartEvent: boolean;
    /**
     * Whether it signs in, so that the designer asks for a connection first.
     */
    asksForConnection: boolean;
    /**
     * Whether a new connection is tested with it.
     */
    testsConnections: boolean;
    /**
     * The fields that it fills, each by the position of its operation in the list. The first few.
     */
    askedBy: Asker[];
    /**
     * How many more fields it fills.
     */
    omittedAskers: number;
    /**
     * Whether it sends a file.
     */
    uploads: boolean;
    /**
     * Whether it answers with a file.
     */
    downloads: boolean;
    /**
     * What the designer asks for, in the order in which it shows it.
     */
    inputs: Field[];
    /**
     * What is sent without being asked for: the hidden inputs, in the order of the text.
     */
    hiddenInputs: Field[];
    /**
     * What it gives back; a start event, what the workflow starts with.
     */
    outputs: Field[];
    /**
     * How many outputs are hidden.
     */
    hiddenOutputs: number;
    /**
     * Whether it has more inputs or outputs than are listed.
     */
    isCut: boolean;
    /**
     * The whole of it, from the name of its method on.
     */
    span: Span;
}

/**
 * A field whose options or shape an operation says.
 */
export interface Asker {
    /**
     * The position of its operation among all of them.
     */
    action: number;
    /**
     * Its name.
     */
    field: string;
    /**
     * Where it asks.
     */
    span: Span;
}

/**
 * An input or an output of an action. What is empty is left out of JSON: there are thousands of fields.
 */
export interface Field {
    /**
     * What it is called in the designer.
     */
    label: string;
    /**
     * The labels of the objects that it is in, outermost first, where the designer puts them into the label: with render
     * version 2.
     */
    within?: string[];
    /**
     * What it is called in the call.
     */
    name: string;
    /**
     * Where it is sent; an output comes from the answer.
     */
    place: Place;
    /**
     * What it holds.
     */
    kind: FieldKind;
    /**
     * Whether an input must be filled in, as far as the objects that it is in are given.
     */
    isRequired: boolean;
    /**
     * What it holds at first: a string without its quotes, anything else as JSON writes it.
     */
    preset?: string;
    /**
     * The line between label and field.
     */
    sublabel?: string;
    /**
     * The text under the field.
     */
    subtext?: string;
    /**
     * The grey text in the empty field.
     */
    placeholder?: string;
    /**
     * The regular expression that what is typed must match.
     */
    pattern?: string;
    /**
     * What can be chosen. The first few.
     */
    options?: Choice[];
    /**
     * Whether more can be chosen than is listed.
     */
    hasMoreOptions: boolean;
    /**
     * The `operationId` of the operation that says what can be chosen, or which fields there are.
     */
    helper?: string;
    /**
     * What of each entry of the helper's answer is shown: a property, or a way to one.
     */
    shows?: string;
    /**
     * What of the entry that is chosen is sent.
     */
    sends?: string;
    /**
     * What the items of a list are.
     */
    items?: FieldKind;
    /**
     * What is in it, one level deep, where that has no fields of its own in the action: the properties of an object, or of
     * the items of a list. The first few.
     */
    inner?: Field[];
    /**
     * Its parameter or property.
     */
    span: Span;
    /**
     * What a reference at `span` leads to, if there is one.
     */
    target?: Span;
}

/**
 * Where an input is sent.
 */
export type Place = "query" | "header" | "path" | "formData" | "body" | "answer";

/**
 * What a field holds.
 */
export type FieldKind = "text" | "number" | "yesNo" | "date" | "dateTime" | "choice" | "dropDown" | "file" | "list" | "object" | "conditions" | "any";

/**
 * A stretch of a text: byte offsets into its UTF-8 form, the end excluded.
 *
 * A span of no length is a place between two bytes.
 */
export interface Span {
    /**
     * Where it begins, as a 0-based byte offset.
     */
    start: number;
    /**
     * Where it ends, as a 0-based byte offset of the first byte that is outside.
     */
    end: number;
}

/**
 * What a document consists of, in groups: its operations, then what others refer to.
 */
export interface Outline {
    /**
     * Group by group, each in the order of the text.
     */
    entries: Entry[];
    /**
     * How many more there are.
     */
    omitted: number;
}

/**
 * Something that people look for in a document.
 */
export interface Entry {
    /**
     * What it is.
     */
    kind: EntryKind;
    /**
     * What it is called: an operation as the action is in Nintex, anything else by its key.
     */
    name: string;
    /**
     * The method of an operation in capitals; else empty.
     */
    method: string;
    /**
     * The path of an operation; else empty.
     */
    path: string;
    /**
     * The `operationId` of an operation; else, and where it has none, empty.
     */
    operationId: string;
    /**
     * What it is in a few words: the type of a definition, where a parameter is sent. Empty for operations.
     */
    detail: string;
    /**
     * Whether the designer does not show it: `x-ntx-visibility` is `internal`.
     */
    isHidden: boolean;
    /**
     * All of it, with its key.
     */
    span: Span;
    /**
     * Its key: the method of an operation, the name of anything else.
     */
    nameSpan: Span;
}

/**
 * What an entry of the outline is.
 */
export type EntryKind = "operation" | "definition" | "parameter" | "response" | "securityDefinition";

/**
 * What stands at a place.
 */
export interface Look {
    /**
     * The way there from the root, which is not among them.
     */
    crumbs: Crumb[];
    /**
     * What is known of what stands there.
     */
    help?: Help;
    /**
     * Where that is defined.
     */
    target?: Target;
}

/**
 * A step of the way from the root to a place.
 */
export interface Crumb {
    /**
     * The key; of an item of an array what people call it, a parameter say by its name, else its number from 0.
     */
    label: string;
    /**
     * The key, with its quotes; the whole item.
     */
    span: Span;
}

/**
 * What is known of a key or a value.
 */
export interface Help {
    /**
     * Of what this is told: a key, or a value.
     */
    span: Span;
    /**
     * What it is called: the key.
     */
    name: string;
    /**
     * The object that the key belongs to: `operation`.
     */
    holder: string;
    /**
     * What it is for, in a sentence or two. May be empty.
     */
    text: string;
    /**
     * What its value must be: `a string`. Empty where anything may stand there.
     */
    expected: string;
    /**
     * The only values that there may be; empty where there are others.
     */
    allowed: string[];
    /**
     * Whether the object is incomplete without it.
     */
    isRequired: boolean;
    /**
     * How well an extension is known; none for what the format itself has.
     */
    standing?: Standing;
    /**
     * What stands at the place that this refers to, in a few lines; the first one says what it is.
     */
    refersTo: string[];
    /**
     * How many references lead here; none where none could.
     */
    uses?: number;
    /**
     * The page on which it is described; may be empty.
     */
    source: string;
}

/**
 * How well an extension is known. See [`crate::nintex::vocabulary::Standing`].
 */
export type Standing = "documented" | "startEvent" | "seen" | "writtenByPlatform" | "designer";

/**
 * The way from a name to what it names.
 */
export interface Target {
    /**
     * The name.
     */
    from: Span;
    /**
     * What it names.
     */
    to: Span;
}

/**
 * What could be written at a place.
 */
export interface Completions {
    /**
     * What gives way to the one that is chosen.
     */
    replaced: Span;
    /**
     * Where the letters begin that were typed so far, by which the list is to be narrowed down.
     */
    typed: Span;
    /**
     * The likeliest first.
     */
    list: Completion[];
}

/**
 * One of them.
 */
export interface Completion {
    /**
     * What it is called: the key or the value without its quotes.
     */
    label: string;
    /**
     * What it is.
     */
    kind: CompletionKind;
    /**
     * A few words beside the label: a type, or what the label is the name of.
     */
    detail: string;
    /**
     * What it is for. May be empty.
     */
    help: string;
    /**
     * What comes instead of what is replaced: quotes, colon, commas and a first value included. Lines after the first
     * lack the indentation of the line that it goes into.
     */
    insert: string;
    /**
     * What of `insert` is to be filled in, in byte offsets within it, in their order. There the cursor goes.
     */
    blanks: Span[];
    /**
     * Whether there are suggestions for the first blank.
     */
    asksAgain: boolean;
}

/**
 * What a suggestion is.
 */
export type CompletionKind = "requiredKey" | "key" | "extension" | "value" | "name";

/**
 * One thing that is wrong. See [`crate::Diagnostic`].
 */
export interface Diagnostic {
    /**
     * The id of the rule.
     */
    rule: string;
    /**
     * How bad it is.
     */
    severity: Severity;
    /**
     * How sure it is.
     */
    certainty: Certainty;
    /**
     * Where the place to blame begins.
     */
    from: number;
    /**
     * Where it ends.
     */
    to: number;
    /**
     * What is wrong.
     */
    message: string;
    /**
     * Why it matters.
     */
    because: string;
    /**
     * The JSON Pointer of the place.
     */
    pointer: string;
    /**
     * The page on which the fact behind the rule can be read.
     */
    source: string;
    /**
     * Other places.
     */
    related: Label[];
    /**
     * What can be done, best first.
     */
    fixes: Fix[];
    /**
     * Whether parting the text by how its operations sign in is a way out, too.
     */
    canBeSplit?: boolean;
}

/**
 * See [`crate::Severity`].
 */
export type Severity = "error" | "warning" | "hint";

/**
 * See [`crate::Certainty`].
 */
export type Certainty = "documented" | "observed" | "inferred";

/**
 * See [`crate::Safety`].
 */
export type Safety = "safe" | "review" | "template";

/**
 * What a message means. See [`crate::Explanation`].
 */
export interface Explanation {
    /**
     * What it can mean, the most probable first; empty where it is not known.
     */
    causes: Cause[];
    /**
     * Where it is not known, the known messages that are most like it, the closest first.
     */
    closest: string[];
    /**
     * The message without the keys, tokens and passwords in it, where it has any.
     */
    masked?: string;
}

/**
 * One thing that a message can mean. See [`crate::Cause`].
 */
export interface Cause {
    /**
     * What it means, in a sentence.
     */
    meaning: string;
    /**
     * What cannot be seen in a file, and what to do about it; may be empty.
     */
    unseen: string;
    /**
     * The ids of the rules that look for it.
     */
    rules: string[];
    /**
     * What those rules find. What the message names comes first.
     */
    diagnostics: Diagnostic[];
    /**
     * Other places that have to do with it, where no rule finds fault.
     */
    places: Range[];
    /**
     * The page on which this can be read.
     */
    source: string;
}

/**
 * A place and a few words on it.
 */
export interface Label {
    /**
     * Where it begins.
     */
    from: number;
    /**
     * Where it ends.
     */
    to: number;
    /**
     * What it has to do with the diagnostic.
     */
    message: string;
}

/**
 * One way out.
 */
export interface Fix {
    /**
     * What it does, as an order.
     */
    title: string;
    /**
     * What follows from it; may be empty.
     */
    consequence: string;
    /**
     * Whether it may be made without asking.
     */
    safety: Safety;
    /**
     * The changes: sorted, disjoint.
     */
    edits: Edit[];
    /**
     * What to select afterwards, in offsets of the text after the edits.
     */
    blank?: Range;
}

/**
 * A stretch of a text.
 */
export interface Range {
    /**
     * Where it begins.
     */
    from: number;
    /**
     * Where it ends.
     */
    to: number;
}

/**
 * One change: `insert` comes where `from` to `to` stood.
 */
export interface Edit {
    /**
     * Where what goes begins.
     */
    from: number;
    /**
     * Where it ends.
     */
    to: number;
    /**
     * What comes.
     */
    insert: string;
}

/**
 * What the page asks of the converter's worker.
 */
export type ConverterRequest = { kind: "convert"; id: number; text: string; allWays: boolean } | { kind: "list"; id: number; text: string } | { kind: "pick"; id: number; text: string; wanted: number[] } | { kind: "split"; id: number; text: string } | { kind: "schema"; id: number; samples: string[] } | { kind: "insert"; id: number; text: string; operation: number; status: string | undefined; samples: string[] } | { kind: "create"; id: number; form: Form } | { kind: "providers"; id: number };

/**
 * What the converter's worker says to the page.
 */
export type ConverterResponse = { kind: "ready"; version: string } | { kind: "converted"; id: number; conversion: Conversion } | { kind: "listed"; id: number; operations: Candidate[] } | { kind: "picked"; id: number; edits: Edit[]; needed: number[]; shared: number } | { kind: "split"; id: number; shares: Share[] } | { kind: "schema"; id: number; sampled: Sampled } | { kind: "inserted"; id: number; inserted: Inserted } | { kind: "created"; id: number; created: Created } | { kind: "providers"; id: number; providers: KnownProvider[] };

/**
 * What came of a conversion.
 */
export type Conversion = ({ outcome: "done" } & Converted) | { outcome: "alreadyThere" } | { outcome: "unknown" } | { outcome: "broken"; message: string; from: number; to: number };

/**
 * An Xtension that was made of another format. See [`crate::convert::Converted`].
 */
export interface Converted {
    /**
     * What it was made of.
     */
    source: Source;
    /**
     * JSON.
     */
    text: string;
    /**
     * What a person should know of it, in the order of the original.
     */
    remarks: Remark[];
    /**
     * The way back to the original: four numbers for each stretch of `text`: where it begins and ends, and where in the
     * original that begins and ends which it comes from. By their beginning, the larger first: they lie in each other or
     * apart.
     */
    places: number[];
}

/**
 * What a text was converted from. See [`crate::convert::Source`].
 */
export type Source = "openapi3" | "openapi2-in-yaml" | "postman";

/**
 * One thing that a person should know of a conversion. See [`crate::convert::Remark`].
 */
export interface Remark {
    /**
     * What kind of thing it is.
     */
    kind: RemarkKind;
    /**
     * What became of what. The same for all that have the same cause.
     */
    message: string;
    /**
     * Why, or what to do about it; may be empty.
     */
    because: string;
    /**
     * What it is about in the original.
     */
    origin: Range;
    /**
     * The keys that lead there, for people; empty for the whole of it.
     */
    path: string;
    /**
     * What it is about in the result, where anything of it is there.
     */
    place?: Range;
    /**
     * Where that stands, as a JSON Pointer; empty where nothing of it is there, and for the root.
     */
    pointer: string;
}

/**
 * What kind of thing a [`Remark`] says.
 */
export type RemarkKind = "open" | "lost" | "changed" | "chosen";

/**
 * An operation that can be picked. See [`crate::convert::pick::Candidate`].
 */
export interface Candidate {
    /**
     * Its method, in capitals.
     */
    method: string;
    /**
     * Its path.
     */
    path: string;
    /**
     * Its `operationId`; may be empty.
     */
    operationId: string;
    /**
     * What the action is called: `summary`, else `operationId`; may be empty.
     */
    label: string;
    /**
     * Its tags.
     */
    tags: string[];
    /**
     * Whether it says that it should not be used any more.
     */
    isDeprecated: boolean;
    /**
     * Where it begins.
     */
    from: number;
    /**
     * Where it ends.
     */
    to: number;
}

/**
 * One of several Xtensions that another one becomes. See [`crate::convert::split::Share`].
 */
export interface Share {
    /**
     * What its operations sign in by: the names of security definitions.
     */
    security: string[];
    /**
     * How many operations it has.
     */
    operations: number;
    /**
     * The whole of it.
     */
    text: string;
}

/**
 * What came of samples.
 */
export type Sampled = { outcome: "done"; text: string; definitions: number; remarks: Remark[] } | { outcome: "noSample"; position: number };

/**
 * What came of samples for an operation.
 */
export type Inserted = { outcome: "done"; edits: Edit[]; remarks: Remark[] } | { outcome: "noSample"; position: number } | { outcome: "noOperation" };

/**
 * What a new Xtension is made of. Each text may be empty: what then is missing is told.
 */
export interface Form {
    /**
     * What it is called in Nintex.
     */
    title?: string;
    /**
     * Its version; `1.0` where it is empty.
     */
    version?: string;
    /**
     * What it is for.
     */
    description?: string;
    /**
     * Where the service is: a host, or any address of it, of which host, base path and scheme are taken. What differs
     * from one connection to the next stands in braces, as in `{tenant}.example.com`.
     */
    address?: string;
    /**
     * How its connection signs in.
     */
    signIn?: SignIn;
    /**
     * Its first operation.
     */
    operation?: FirstOperation;
}

/**
 * How a connection signs in.
 */
export type SignIn = { kind: "none" } | { kind: "basic" } | { kind: "apiKey"; name: string; place: KeyPlace } | { kind: "bearer" } | ({ kind: "oAuth" } & OAuth);

/**
 * Where a key is sent.
 */
export type KeyPlace = "header" | "query";

/**
 * How a connection signs in by OAuth 2.0.
 */
export interface OAuth {
    /**
     * Who signs in.
     */
    flow?: Flow;
    /**
     * The name of one of [`providers`](super::providers), which has the addresses; empty for any other.
     */
    provider?: string;
    /**
     * What stands in the addresses of that provider for whose they are. Where it is empty, each connection asks for it.
     */
    site?: string;
    /**
     * Where people sign in. Where it is not empty, it takes the place of the provider's.
     */
    authorizationUrl?: string;
    /**
     * Where tokens come from. Where it is not empty, it takes the place of the provider's.
     */
    tokenUrl?: string;
    /**
     * The scopes to ask for, with blanks or line ends between them.
     */
    scopes?: string;
}

/**
 * The two flows that Nintex has.
 */
export type Flow = "authorizationCode" | "clientCredentials";

/**
 * The first operation of a new Xtension.
 */
export interface FirstOperation {
    /**
     * Its method, in letters of any size; `GET` where it is empty.
     */
    method?: string;
    /**
     * Its path, with a query where it has one. What a person fills in stands in braces: `/rooms/{id}?from=`. An address
     * in whole is taken as well.
     */
    path?: string;
    /**
     * What the action is called in Nintex; made of method and path where it is empty.
     */
    label?: string;
    /**
     * An example of what is sent, in JSON; may be empty.
     */
    request?: string;
    /**
     * An example of what is answered, in JSON; may be empty.
     */
    response?: string;
}

/**
 * What comes of a [`Form`].
 */
export interface Created {
    /**
     * The Xtension, in JSON. Where something is wrong with the form, it is what could be made of the rest.
     */
    text: string;
    /**
     * What is to be said of the form, in its order.
     */
    notes: Note[];
}

/**
 * Something to be said of a part of a [`Form`].
 */
export interface Note {
    /**
     * Which part it is about.
     */
    field: FormField;
    /**
     * Whether the Xtension cannot work before that is put right; else it is good to know.
     */
    isFault: boolean;
    /**
     * What it is: a sentence or two.
     */
    message: string;
}

/**
 * A part of a [`Form`].
 */
export type FormField = "title" | "address" | "signIn" | "keyName" | "provider" | "site" | "authorizationUrl" | "tokenUrl" | "scopes" | "method" | "path" | "request" | "response";

/**
 * A provider that can be chosen.
 */
export interface KnownProvider {
    /**
     * What it is called.
     */
    name: string;
    /**
     * Where people sign in; empty where nobody does. What differs stands in braces.
     */
    authorizationUrl: string;
    /**
     * Where tokens come from. What differs stands in braces.
     */
    tokenUrl: string;
    /**
     * What stands in braces in these; none where they are the same for everybody.
     */
    site?: Site;
    /**
     * Scopes as they look there, to show how they are written; may be empty.
     */
    scopes: string;
    /**
     * What else to know of it, in a sentence or two; may be empty.
     */
    advice: string;
}

/**
 * What differs in the addresses of a provider.
 */
export interface Site {
    /**
     * Its name in the braces.
     */
    name: string;
    /**
     * Its name for people.
     */
    title: string;
    /**
     * One as it may be.
     */
    example: string;
}
