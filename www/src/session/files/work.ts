import { Stopped } from "../../checker/client";
import { download } from "../../document/download";
import { allowedName } from "../../document/file";
import type { Choice } from "../../document/ignored";
import { freePath } from "../../document/paths";
import { part } from "../../parts";
import { files as words } from "../../text/later";
import { Background, Ended } from "../background";
import { type Fixed, fixSteps } from "../fix-steps";
import type { Files } from "./files";
import { isText, type OpenFile, type Work } from "./state";
import { choicesFor, withoutIgnored, xtensionOf } from "../ignored";
import { countsOf } from "./counts";

const SLOW_AFTER = 500;

/** Something that is done to all files, one after another. */
export interface Run {
  readonly signal: AbortSignal;
  advance(done: number, total: number): void;
}

/** What "fix all safe" would do to a file. */
export interface Plan extends Fixed {
  readonly id: number;
  readonly text: string;
}

/** Checks, fixes and packs all files. */
export class FileWork {
  readonly #files: Files;
  readonly #background = new Background();
  #running: AbortController | undefined;
  /** What was checked is to be said once all of it was. */
  #unsaid = false;
  /** A person did not want to wait: the rest is checked when they say so. */
  #cancelled = false;

  constructor(files: Files) {
    this.#files = files;
  }

  /** Does `work`, shown once it takes long; nothing where a person cancels it or something else begins. */
  async run<Result>(doing: Work["doing"], work: (run: Run) => Promise<Result>): Promise<Result | undefined> {
    this.#stop();
    const running = new AbortController();
    this.#running = running;
    const { signal } = running;
    const show = (change: Partial<Work>) => {
      const { work: before } = this.#files.state;
      if (!signal.aborted && before) this.#files.set({ work: { ...before, ...change } });
    };
    this.#files.set({ work: { doing, done: 0, total: 0, slow: false } });
    const slow = setTimeout(() => {
      show({ slow: true });
      if (doing === "reading") this.#files.session.views.show("files");
    }, SLOW_AFTER);
    try {
      const result = await work({ signal, advance: (done, total) => show({ done, total }) });
      return signal.aborted ? undefined : result;
    } catch (error) {
      if (error instanceof Ended) return undefined;
      throw error;
    } finally {
      clearTimeout(slow);
      if (!signal.aborted) this.#stop();
    }
  }

  /** A person does not want to wait. */
  cancel(): void {
    this.#cancelled = true;
    this.#unsaid = false;
    this.#stop();
  }

  /** Checks what was not checked since it came or changed; with `say`, what was found is said at the end. */
  async check(say = true): Promise<void> {
    this.#cancelled = false;
    this.#unsaid ||= say;
    await this.run("checking", async ({ signal, advance }) => {
      const waiting = () => this.#files.state.list.filter(({ id, standing }) => standing === "waiting" && id !== this.#files.state.active);
      let done = 0;
      for (let [file] = waiting(); file && !signal.aborted; [file] = waiting()) {
        advance(done, done + waiting().length);
        await this.#check(file.id);
        done += 1;
      }
    });
    this.announce();
  }

  /** The same where nobody asked for it: unless it was cancelled, or something is going on. */
  checkRest(): void {
    if (!this.#cancelled && !this.#files.state.work && this.#files.state.list.some(({ standing }) => standing === "waiting")) void this.check(false);
  }

  /** Says what was found once all files are checked. */
  announce(): void {
    const { list, work } = this.#files.state;
    if (!this.#unsaid || work || list.some(({ standing }) => standing === "waiting" || standing === "checking")) return;
    this.#unsaid = false;
    // The view of the files says so itself.
    const { store, state } = this.#files.session;
    if (state.view !== "files") store.mention(words.checked(list));
  }

  /** What "fix all safe" would do to each file; nothing where it was cancelled. */
  plan(): Promise<Plan[] | undefined> {
    return this.run("fixing", async ({ signal, advance }) => {
      const fixable = this.#files.state.list.filter(({ counts }) => (counts?.safeFixes ?? 0) > 0);
      const plans: Plan[] = [];
      for (const [index, { id }] of fixable.entries()) {
        advance(index, fixable.length);
        if (signal.aborted) break;
        const text = this.#files.textOf(id);
        const answer = await this.#background.fixAll(text, [...this.#ignoredIn(id)]).catch((error: unknown) => {
          if (error instanceof Stopped) return undefined;
          throw error;
        });
        if (answer && answer.edits.length > 0) plans.push({ id, text, edits: answer.edits, fixes: answer.fixes });
      }
      return plans;
    });
  }

  /** Makes the planned fixes, in each file as one step that can be undone there. */
  async fix(plans: readonly Plan[]): Promise<void> {
    const { view, session, state } = this.#files;
    const current = plans.filter(({ id, text }) => this.#files.textOf(id) === text);
    for (const { id, ...fixed } of current) {
      if (id === state.active) {
        for (const step of fixSteps(view.state, fixed)) view.dispatch(step);
        void session.checks.now();
      } else {
        this.#files.fix(id, fixed);
      }
    }
    const count = current.reduce((sum, { fixes }) => sum + fixes.length, 0);
    const message = words.fixed(count, current.length);
    session.store.say(message, { details: [words.undoInEach] });
    await this.check();
  }

  /** Hands all files to the browser in one archive. */
  async download(): Promise<void> {
    const { list, source } = this.#files.state;
    const files = list.filter(isText);
    const { session } = this.#files;
    const archive = await this.run("packing", async (run) => {
      const { pack } = await part(() => import("../../document/pack"));
      return pack(this.#contents(run), run.signal);
    }).catch(() => session.store.say(words.notPacked));
    if (!archive) return;
    const name = `${allowedName(source) || words.archive}.zip`;
    download(name, archive);
    session.store.mention(words.downloaded(name, files.length, list.length - files.length));
  }

  *#contents({ advance }: Run): Iterable<{ path: string; bytes: Uint8Array }> {
    const files = this.#files.state.list.filter(isText);
    const taken = new Set<string>();
    const encoder = new TextEncoder();
    for (const [index, { id, folder, name }] of files.entries()) {
      advance(index, files.length);
      const path = freePath(`${folder}${name}`, taken);
      taken.add(path.toLowerCase());
      const text = this.#files.textOf(id);
      yield { path, bytes: encoder.encode(this.#files.fileText(id)?.contents(text) ?? text) };
    }
  }

  async #check(id: number): Promise<void> {
    this.#files.update(id, { standing: "checking" });
    const text = this.#files.textOf(id);
    // Whoever has changed it meanwhile gets another check.
    const isSame = () => this.#files.state.active !== id && this.#files.textOf(id) === text;
    try {
      const report = await this.#background.check(text);
      if (!report || !isSame()) return;
      const file = this.#files.fileText(id);
      if (file) file.xtension = xtensionOf(report, file.facts);
      const shown = withoutIgnored(report, this.#ignoredIn(id)).report;
      this.#files.update(id, { standing: "checked", counts: countsOf(shown) });
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      if (isSame()) this.#files.update(id, { standing: "crashed", counts: undefined });
    }
  }

  #ignoredIn(id: number): readonly Choice[] {
    return choicesFor(this.#files.session.state.choices, this.#files.fileText(id)?.xtension);
  }

  #stop(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#background.end();
    const { list, work, active } = this.#files.state;
    if (!work) return;
    // What comes next must find it waiting.
    const left = list.map((file): OpenFile => (file.standing === "checking" && file.id !== active ? { ...file, standing: "waiting" } : file));
    this.#files.set({ work: undefined, list: left });
  }
}
