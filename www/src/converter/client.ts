import { NotLoaded, Stopped } from "../checker/client";
import { Engine } from "../checker/engine";
import { startWorker } from "../checker/start";
import type { Candidate, Conversion, ConverterRequest, ConverterResponse, Created, Form, Inserted, KnownProvider, Sampled, Share } from "../wire";

/** What picking comes to. */
export type Picked = Pick<Answer<"picked">, "edits" | "needed" | "shared">;

type Without<Kind, Key extends string> = Kind extends unknown ? Omit<Kind, Key> : never;
type Question = Without<ConverterRequest, "id">;
type Answer<Kind extends ConverterResponse["kind"]> = Extract<ConverterResponse, { kind: Kind }>;

interface Job {
  readonly question: Question;
  resolve(answer: ConverterResponse): void;
  reject(reason: unknown): void;
}

const START_LIMIT = 60_000;
const ANSWER_LIMIT = 20_000;
const ANSWER_LIMIT_PER_CHARACTER = 0.005;
/** So long, in milliseconds, the worker waits for the next question before it goes. */
const IDLE = 60_000;

/**
 * Owns the converter's worker, which is there while somebody wants something of it. All questions fail with `NotLoaded`
 * where it does not come, with `Stopped` where it crashes or hangs, and with the reason of `signal` where that says so.
 */
export class Converter {
  readonly #start: () => Worker;
  #engine: Engine<ConverterResponse> | undefined;
  #isReady = false;
  #running: Job | undefined;
  #waiting: Job[] = [];
  #lastId = 0;
  #idle = 0;

  constructor(start: () => Worker) {
    this.#start = start;
  }

  /** Makes an Xtension of `text`; with `allWays` one that keeps all ways to sign in, where the original has several. */
  async convert(text: string, { allWays = false, signal }: { readonly allWays?: boolean; readonly signal?: AbortSignal } = {}): Promise<Conversion> {
    return (await this.#ask<"converted">({ kind: "convert", text, allWays }, signal)).conversion;
  }

  /** The operations of `text`, an Xtension. */
  async list(text: string, signal?: AbortSignal): Promise<readonly Candidate[]> {
    return (await this.#ask<"listed">({ kind: "list", text }, signal)).operations;
  }

  /** What is to be taken out of `text` so that the operations at those positions of the list stay, with what they need. */
  async pick(text: string, wanted: readonly number[], signal?: AbortSignal): Promise<Picked> {
    return this.#ask<"picked">({ kind: "pick", text, wanted: [...wanted] }, signal);
  }

  /** An Xtension for each way to sign in that `text` has; one where there is no more than one. */
  async split(text: string, signal?: AbortSignal): Promise<readonly Share[]> {
    return (await this.#ask<"split">({ kind: "split", text }, signal)).shares;
  }

  /** The schema that all `samples` are examples of. */
  async schema(samples: readonly string[], signal?: AbortSignal): Promise<Sampled> {
    return (await this.#ask<"schema">({ kind: "schema", samples: [...samples] }, signal)).sampled;
  }

  /**
   * Makes the schema of `samples` that of what the operation at that position of the list answers with `status`, or that
   * of what is sent to it where there is no status.
   */
  async insert(text: string, operation: number, status: string | undefined, samples: readonly string[], signal?: AbortSignal): Promise<Inserted> {
    return (await this.#ask<"inserted">({ kind: "insert", text, operation, status, samples: [...samples] }, signal)).inserted;
  }

  /** A new Xtension of what `form` says, and what is to be said of that. */
  async create(form: Form, signal?: AbortSignal): Promise<Created> {
    return (await this.#ask<"created">({ kind: "create", form }, signal)).created;
  }

  /** The providers of OAuth 2.0 whose addresses are known. */
  async providers(signal?: AbortSignal): Promise<readonly KnownProvider[]> {
    return (await this.#ask<"providers">({ kind: "providers" }, signal)).providers;
  }

  /** Lets the worker go; what was asked is not answered. */
  end(): void {
    clearTimeout(this.#idle);
    this.#engine?.end();
    this.#engine = undefined;
    this.#isReady = false;
  }

  #ask<Kind extends ConverterResponse["kind"]>(question: Question, signal: AbortSignal | undefined): Promise<Answer<Kind>> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const giveUp = () => this.#giveUp(job, signal?.reason);
      const settled = () => signal?.removeEventListener("abort", giveUp);
      const job: Job = {
        question,
        resolve: (answer) => {
          settled();
          resolve(answer as Answer<Kind>);
        },
        reject: (reason) => {
          settled();
          reject(reason);
        },
      };
      signal?.addEventListener("abort", giveUp);
      this.#waiting.push(job);
      this.#next();
    });
  }

  #giveUp(job: Job, reason: unknown): void {
    if (job === this.#running) {
      // The worker can be stopped in no other way.
      this.end();
      this.#running = undefined;
    }
    this.#waiting = this.#waiting.filter((other) => other !== job);
    job.reject(reason);
    this.#next();
  }

  #next(): void {
    clearTimeout(this.#idle);
    if (this.#running) return;
    const [job] = this.#waiting;
    if (!job) {
      this.#idle = setTimeout(() => this.end(), IDLE);
      return;
    }
    this.#engine ??= new Engine<ConverterResponse>(this.#start, START_LIMIT, {
      ready: () => {
        this.#isReady = true;
        this.#next();
      },
      answered: (answer) => this.#answered(answer),
      died: () => this.#died(),
    });
    if (!this.#isReady) return;
    this.#waiting.shift();
    this.#running = job;
    this.#lastId += 1;
    this.#engine.post({ ...job.question, id: this.#lastId }, ANSWER_LIMIT + lengthOf(job.question) * ANSWER_LIMIT_PER_CHARACTER);
  }

  #answered(answer: ConverterResponse): void {
    const job = this.#running;
    this.#running = undefined;
    job?.resolve(answer);
    this.#next();
  }

  #died(): void {
    const lost = this.#isReady ? [this.#running] : this.#waiting;
    const reason = this.#isReady ? new Stopped() : new NotLoaded();
    this.#waiting = this.#isReady ? this.#waiting : [];
    this.#running = undefined;
    this.end();
    for (const job of lost) job?.reject(reason);
    this.#next();
  }
}

function lengthOf(question: Question): number {
  const samples = "samples" in question ? question.samples : [];
  return samples.reduce((sum, sample) => sum + sample.length, "text" in question ? question.text.length : 0);
}

/** The page's converter. */
export const converter = new Converter(() => startWorker("convert"));
