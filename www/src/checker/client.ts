import type { Explanation, Ignored, Report, Request, Response, WantedReport } from "../wire";

export type Answer<Kind extends Response["kind"]> = Extract<Response, { kind: Kind }>;

/** Whether the worker takes requests; `failed` where it never came so far. */
export type Life = "starting" | "ready" | "failed";

/** The worker crashed or hung over a request. */
export class Stopped extends Error {}

type WithoutId<Kind> = Kind extends Request ? Omit<Kind, "id"> : never;

interface Job {
  question: WithoutId<Request>;
  resolve(answer: Response | undefined): void;
  reject(reason: Stopped): void;
}

const START_LIMIT = 30_000;
const ANSWER_LIMIT = 10_000;
const ANSWER_LIMIT_PER_CHARACTER = 0.002;

/** Owns the worker: one request at a time, and of the checks and explanations that wait only the newest. */
export class Checker {
  readonly #start: () => Worker;
  readonly #onLife: (life: Life, version: string) => void;
  #worker: Worker | undefined;
  #ready = false;
  #lastId = 0;
  #running: Job | undefined;
  #waiting: Job[] = [];
  #alarm = 0;

  constructor(start: () => Worker, onLife: (life: Life, version: string) => void) {
    this.#start = start;
    this.#onLife = onLife;
  }

  /** Starts the worker, or starts it anew. */
  restart(): void {
    this.#worker?.terminate();
    this.#ready = false;
    this.#onLife("starting", "");
    this.#setAlarm(START_LIMIT);
    try {
      const worker = this.#start();
      worker.onmessage = ({ data }: MessageEvent<Response>) => this.#answered(data);
      worker.onerror = (event) => {
        event.preventDefault();
        this.#died();
      };
      worker.onmessageerror = () => this.#died();
      this.#worker = worker;
    } catch {
      this.#died();
    }
  }

  /** The report on `text`; nothing where a newer text came before it was looked at. */
  async check(text: string): Promise<Report | undefined> {
    this.#forget("check");
    return (await this.#ask<"checked">({ kind: "check", text }))?.report;
  }

  /** All changes that "fix all safe" would make to `text` but for what is ignored, and the titles of the fixes. */
  fixAll(text: string, ignored: Ignored[] = []): Promise<Answer<"fixedAll"> | undefined> {
    return this.#ask<"fixedAll">({ kind: "fixAll", text, ignored });
  }

  /** The report on `text`, with the line ends of its file. */
  async report(text: string, wanted: WantedReport): Promise<string | undefined> {
    return (await this.#ask<"reported">({ kind: "report", text, wanted }))?.text;
  }

  /** What `message` means for `text`; nothing where somebody asked anew before it was looked at. */
  async explain(message: string, text: string): Promise<Explanation | undefined> {
    this.#forget("explain");
    return (await this.#ask<"explained">({ kind: "explain", text, message }))?.explanation;
  }

  /** Leaves out what waits and is asked anew. */
  #forget(kind: Request["kind"]): void {
    const superseded = this.#waiting.filter(({ question }) => question.kind === kind);
    this.#waiting = this.#waiting.filter(({ question }) => question.kind !== kind);
    for (const job of superseded) job.resolve(undefined);
  }

  #ask<Kind extends Response["kind"]>(question: WithoutId<Request>): Promise<Answer<Kind> | undefined> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question, resolve: resolve as Job["resolve"], reject });
      this.#next();
    });
  }

  #next(): void {
    if (!this.#ready || this.#running) return;
    const job = this.#waiting.shift();
    if (!job) return;
    this.#running = job;
    this.#setAlarm(ANSWER_LIMIT + job.question.text.length * ANSWER_LIMIT_PER_CHARACTER);
    const request: Request = { ...job.question, id: ++this.#lastId };
    this.#worker?.postMessage(request);
  }

  #answered(response: Response): void {
    clearTimeout(this.#alarm);
    if (response.kind === "ready") {
      this.#ready = true;
      this.#onLife("ready", response.version);
    } else {
      this.#running?.resolve(response);
      this.#running = undefined;
    }
    this.#next();
  }

  #setAlarm(milliseconds: number): void {
    clearTimeout(this.#alarm);
    this.#alarm = setTimeout(() => this.#died(), milliseconds);
  }

  /** A panic leaves the wasm in an undefined state, so after any failure a new worker takes over. */
  #died(): void {
    clearTimeout(this.#alarm);
    this.#worker?.terminate();
    if (!this.#ready) {
      this.#onLife("failed", "");
      return;
    }
    const running = this.#running;
    this.#running = undefined;
    this.restart();
    running?.reject(new Stopped());
  }
}
