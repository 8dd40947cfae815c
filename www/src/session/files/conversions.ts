import { Text } from "@codemirror/state";
import { NotLoaded } from "../../checker/client";
import { converter } from "../../converter/client";
import { factsConverted } from "../../document/file";
import { madeOfOriginal } from "../../editor/converted";
import { conversion as reasons, files as words } from "../../text/later";
import type { Conversion } from "../../wire";
import type { Contents } from "./file-text";
import type { Files } from "./files";
import { isConvertible } from "./state";

/** So many files that could not be converted are named. */
const MOST_NAMED = 5;

/** A file that was converted: what it had in it before, and the text that it became. */
interface Done {
  readonly id: number;
  readonly before: Contents;
  readonly result: string;
}

/** Makes Xtensions of several files of other formats. */
export class FileConversions {
  readonly #files: Files;

  constructor(files: Files) {
    this.#files = files;
  }

  /** Converts each file that can be, as the preview shows it at first. The notice that says so takes all of it back. */
  async convertAll(): Promise<void> {
    const wanted = this.#files.state.list.filter(isConvertible);
    const done: Done[] = [];
    const failed: string[] = [];
    let notes = 0;
    await this.#files.work.run("converting", async ({ signal, advance }) => {
      for (const [index, { id, folder, name }] of wanted.entries()) {
        advance(index, wanted.length);
        const text = this.#files.textOf(id);
        const conversion = await convert(text, signal);
        if (signal.aborted) return;
        if (conversion === "lost") {
          failed.push(reasons.refused.lost);
          return;
        }
        // Whoever has closed or changed it meanwhile wants something else of it.
        const facts = this.#files.factsOf(id);
        if (!facts || this.#files.textOf(id) !== text) continue;
        const original = Text.of(text.split("\n"));
        if (conversion === "stopped" || conversion.outcome !== "done") {
          failed.push(whyNot(`${folder}${name}`, original, conversion));
          continue;
        }
        const madeOf = madeOfOriginal(original, conversion);
        this.#files.put(id, { facts: this.#files.withFreeName(id, factsConverted(facts)), text: conversion.text, madeOf });
        done.push({ id, before: { facts, text }, result: conversion.text });
        notes += madeOf.remarks.length;
      }
    });
    this.#say(done, wanted.length, notes, failed);
    // Something else may have begun instead.
    if (!this.#files.state.work) await this.#files.work.check(false);
  }

  /** Puts what a converted file came as in its place again. */
  putBack(id: number): void {
    const came = this.#files.fileText(id)?.cameAs;
    if (!came) return;
    this.#files.put(id, came);
    const { name } = this.#files.state.list.find((file) => file.id === id) ?? { name: "" };
    this.#files.session.store.say(words.broughtBack(name));
    this.#files.work.checkRest();
  }

  #say(done: readonly Done[], wanted: number, notes: number, failed: readonly string[]): void {
    if (done.length + failed.length === 0) return;
    const more = failed.length - MOST_NAMED;
    const details = [...failed.slice(0, MOST_NAMED), ...(more > 0 ? [words.moreNotConverted(more)] : [])];
    const undo = done.length > 0 && { undo: true, undoBy: () => this.#takeBack(done) };
    this.#files.session.store.say(words.converted(done.length, wanted, notes), { details, ...undo });
  }

  /** What was changed since stays. */
  #takeBack(done: readonly Done[]): void {
    for (const { id, before, result } of done) if (this.#files.textOf(id) === result) this.#files.put(id, before);
    this.#files.work.checkRest();
  }
}

async function convert(text: string, signal: AbortSignal): Promise<Conversion | "lost" | "stopped"> {
  try {
    return await converter.convert(text, { signal });
  } catch (error) {
    return error instanceof NotLoaded ? "lost" : "stopped";
  }
}

function whyNot(path: string, original: Text, conversion: Exclude<Conversion, { readonly outcome: "done" }> | "stopped"): string {
  if (conversion === "stopped") return words.notConverted(path, reasons.refused.stopped);
  if (conversion.outcome !== "broken") return words.notConverted(path, reasons.refused[conversion.outcome]);
  const { number } = original.lineAt(Math.min(conversion.from, original.length));
  return words.notConverted(path, conversion.message, number);
}
