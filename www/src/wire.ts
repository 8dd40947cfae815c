// Made from crate/src/wire.rs by `UPDATE=1 cargo test wire`.

/**
 * What the page asks of the worker.
 */
export type Request = { kind: "check"; id: number; text: string } | { kind: "fixAll"; id: number; text: string };

/**
 * What the worker says to the page.
 */
export type Response = { kind: "ready"; version: string } | { kind: "checked"; id: number; report: Report } | { kind: "fixedAll"; id: number; edits: Edit[]; fixes: string[] };

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
     * What the document would be in Nintex, as far as it can be read.
     */
    summary: Summary;
}

/**
 * What to choose when the document is imported.
 */
export interface Summary {
    /**
     * `info.title`; empty where there is none.
     */
    title: string;
    /**
     * How many actions the designer will show.
     */
    actions: number;
    /**
     * The connection's authentication, in Nintex's words; absent where the document has none or it cannot be read.
     */
    authentication?: string;
    /**
     * The security preset to choose in the import wizard; absent unless the authentication is OAuth 2.0.
     */
    preset?: string;
    /**
     * The redirect URL to register with the provider; absent unless people sign in there.
     */
    redirectUrl?: string;
}

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
