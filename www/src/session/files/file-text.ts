import type { EditorState, StateEffect } from "@codemirror/state";
import { type LineEnd, lineEndOf, withLineEnd } from "../../document/bytes";
import { withEdits } from "../../document/edits";
import { factsFromDisk, type FileFacts, nameFromDisk, nameOnDisk } from "../../document/file";
import { folderAndName } from "../../document/paths";
import { originalOf } from "../../document/original";
import { replaced, stateWith } from "../../editor/another";
import { keptMadeOf, madeOf, type MadeOf } from "../../editor/converted";
import type { Diagnostic } from "../../wire";
import { type Fixed, fixSteps } from "../fix-steps";

/** What a person left in the editor when they went to another file. */
export interface Left {
  readonly state: EditorState;
  readonly scroll?: StateEffect<unknown>;
  readonly current?: Diagnostic | undefined;
}

/** What a file has in it, and what that was converted from, where it was. */
export interface Contents {
  readonly facts: FileFacts;
  readonly text: string;
  readonly madeOf?: MadeOf | undefined;
}

/** A conversion, and as what the text came of it. */
interface MadeText {
  readonly madeOf: MadeOf;
  readonly text: string;
}

/** What this browser keeps of a file. Texts have one `\n` a line, as the editor counts them. */
export interface FileRecord {
  readonly folder: string;
  /** The name on disk. */
  readonly name: string;
  readonly facts: FileFacts;
  readonly text: string;
  readonly original: string;
  readonly originalLineEnd: LineEnd;
  /** With its line ends, where those are mixed. */
  readonly asItCame: string | undefined;
  /** What it was when it came. */
  readonly came?: FileFacts;
  readonly conversion?: MadeText | undefined;
}

/** One of several files: its text as it came and as it is. While it is in the editor, its text is there and not here. */
export class FileText {
  readonly folder: string;
  facts: FileFacts;
  /** Which Xtension it is, for what a person ignores in it. */
  xtension: string | undefined;
  readonly #name: string;
  readonly #original: string;
  readonly #originalLineEnd: LineEnd;
  readonly #asItCame: string | undefined;
  readonly #came: FileFacts | undefined;
  /** What the text was converted from, while it is here. */
  #conversion: MadeText | undefined;
  /** The editor’s state before `#steps`, which are made again as those of its history when the file comes into it. */
  #begin: (state: EditorState) => EditorState;
  #text: string;
  #steps: ((state: EditorState) => EditorState)[] = [];
  /** There is one as soon as the file was in the editor; until then a string takes less. */
  #left: Left | undefined;
  #isInEditor = false;

  constructor(record: FileRecord) {
    this.folder = record.folder;
    this.facts = record.facts;
    this.#name = record.name;
    this.#original = record.original;
    this.#originalLineEnd = record.originalLineEnd;
    this.#asItCame = record.asItCame;
    this.#came = record.came;
    const { text, facts, original, conversion } = record;
    const madeOf = keptMadeOf(conversion?.madeOf);
    const made = conversion && madeOf && { madeOf, text: conversion.text };
    this.#conversion = made;
    this.#begin = (state) => stateWith(state, text, facts, made?.text ?? original, made?.madeOf);
    this.#text = text;
  }

  /** A file as it was read. */
  static of(path: string, contents: string): FileText {
    const { folder, name } = folderAndName(path);
    const { lineEnd, mixed } = lineEndOf(contents);
    const text = contents.includes("\r") ? contents.replace(/\r\n?/g, "\n") : contents;
    const facts = factsFromDisk(name, contents);
    return new FileText({ folder, name, facts, came: facts, text, original: text, originalLineEnd: lineEnd, asItCame: mixed ? contents : undefined });
  }

  get isInEditor(): boolean {
    return this.#isInEditor;
  }

  get text(): string {
    return this.#left?.state.doc.toString() ?? this.#text;
  }

  /** The name on disk: the one that it came with as long as nobody gave it another, and it is what it was. */
  get name(): string {
    const { name, ending, isConverted } = this.facts;
    // YAML that was pasted into it is no JSON any more.
    const isAnother = isConverted || (ending !== undefined && /\.json$/i.test(this.#name));
    return nameFromDisk(this.#name) === name && !isAnother ? this.#name : nameOnDisk(this.facts);
  }

  /** What it was when it came, where it was converted since. */
  get cameAs(): Contents | undefined {
    const came = this.#came;
    return came && this.facts.isConverted && !came.isConverted ? { facts: { ...came }, text: this.#original } : undefined;
  }

  /** What its text was converted from; `state` is that of the editor where the file is there. */
  madeOf(state = this.#left?.state): MadeOf | undefined {
    return state ? madeOf(state) : this.#conversion?.madeOf;
  }

  /** What to keep of it with `text`; `state` is that of the editor where the file is there. */
  record(text: string, state = this.#left?.state): FileRecord {
    const made = this.madeOf(state);
    return {
      folder: this.folder,
      name: this.#name,
      facts: this.facts,
      text,
      original: this.#original,
      originalLineEnd: this.#originalLineEnd,
      asItCame: this.#asItCame,
      ...(this.#came && { came: this.#came }),
      conversion: state ? made && { madeOf: made, text: originalOf(state).text.toString() } : this.#conversion,
    };
  }

  isChanged(text: string): boolean {
    return text !== this.#original || this.facts.lineEnd !== this.#originalLineEnd;
  }

  /** How it is downloaded with `text`; what nobody has changed goes out as it came in, byte for byte. */
  contents(text: string): string {
    return this.#asItCame !== undefined && !this.isChanged(text) ? this.#asItCame : withLineEnd(text, this.facts.lineEnd);
  }

  /** Makes `fixed` as one step that can be undone once the file is in the editor. */
  fix(fixed: Fixed): void {
    const step = (state: EditorState) => withFixes(state, fixed);
    if (this.#left) {
      this.#left = { ...this.#left, state: step(this.#left.state) };
    } else {
      this.#text = withEdits(this.#text, fixed.edits);
      this.#steps.push(step);
    }
  }

  /** Puts `contents` in its place, as one step that can be undone once the file is in the editor. */
  put({ facts, text, madeOf }: Contents): void {
    const step = (state: EditorState) => state.update(replaced(state, text, facts, madeOf)).state;
    this.facts = facts;
    if (this.#left) {
      this.#left = { state: step(this.#left.state) };
    } else {
      this.#text = text;
      this.#conversion = madeOf && { madeOf, text };
      this.#steps.push(step);
    }
  }

  /** Hands the file to the editor, which is as `state` says otherwise. */
  enter(state: EditorState): Left {
    const left = this.#left ?? { state: this.#steps.reduce((before, step) => step(before), this.#begin(state)) };
    this.isNowInEditor();
    return left;
  }

  /** For when the editor has it anyway. */
  isNowInEditor(): void {
    this.#isInEditor = true;
    this.#left = undefined;
    this.#begin = (state) => state;
    this.#steps = [];
    this.#conversion = undefined;
    this.#text = "";
  }

  /** Takes the file back from the editor. */
  leave(left: Left): void {
    this.#isInEditor = false;
    this.#left = left;
  }
}

function withFixes(state: EditorState, fixed: Fixed): EditorState {
  return fixSteps(state, fixed).reduce((before, step) => before.update(step).state, state);
}
