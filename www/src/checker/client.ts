import type { Actions, Explanation, Ignored, Report, Request, Response, WantedReport } from "../wire";
import { type EditsBetween, Engine, type Question as AnyQuestion, type Source } from "./engine";

/** What the worker answers of that kind. */
export type Answer<Kind extends Response["kind"]> = Extract<Response, { kind: Kind }>;

/** Whether a checker takes requests; `failed` where it never came so far. */
export type Life = "starting" | "ready" | "failed";

/** The checker that looks for errors only, and the whole one. */
export type Part = "first" | "whole";

/** The worker crashed or hung over a request. */
export class Stopped extends Error {}

/** The request is for the whole checker, which did not come. */
export class NotLoaded extends Error {}

/** What an editor asks of a text, with the kind of the answer. */
interface Questions {
  outline: "outlined";
  look: "looked";
  complete: "completed";
  format: "formatted";
}

/** What can be asked about a text. */
export type Question = keyof Questions;

/** What the worker answers to a question. */
export type AnswerTo<Kind extends Question> = Answer<Questions[Kind]>;

interface Job {
  readonly question: AnyQuestion;
  readonly text: Source;
  /** Of the jobs for one purpose only the newest waits. */
  readonly purpose: string;
  resolve(answer: Response | undefined): void;
  reject(reason: Stopped | NotLoaded): void;
}

const START_LIMIT = 30_000;
/** The whole checker is heavy, and there is one already. */
const WHOLE_LIMIT = 120_000;
const ANSWER_LIMIT = 10_000;
const ANSWER_LIMIT_PER_CHARACTER = 0.002;

/** Owns the workers. One works at a time, on one request; of the checks and explanations that wait only the newest stays. */
export class Checker {
  readonly #start: (part: Part) => Worker;
  #onLife: (life: Life, version: string) => void;
  #onWhole: (life: Life) => void;
  #part: Part;
  #engine: Engine | undefined;
  #ready = false;
  #life: Life = "starting";
  #version = "";
  /** The whole checker, while it starts behind the first. */
  #successor: Engine | undefined;
  /** The whole checker did not come when it was tried last. */
  #isWholeLost = false;
  #editsBetween: EditsBetween = () => undefined;
  #lastId = 0;
  #running: Job | undefined;
  #waiting: Job[] = [];

  /** `onLife` is told whether there is a checker, of which `part` is the first, and `onWhole` whether it is the whole one. */
  constructor(
    start: (part: Part) => Worker,
    onLife: (life: Life, version: string) => void,
    part: Part = "whole",
    onWhole: (life: Life) => void = () => undefined,
  ) {
    this.#start = start;
    this.#onLife = onLife;
    this.#part = part;
    this.#onWhole = onWhole;
  }

  /** Works for others from now on, and tells them at once how it is. Of a text that is asked about again only the edits travel. */
  workFor(onLife: (life: Life, version: string) => void, onWhole: (life: Life) => void, editsBetween: EditsBetween): void {
    this.#onLife = onLife;
    this.#onWhole = onWhole;
    this.#editsBetween = editsBetween;
    onLife(this.#life, this.#version);
    if (this.#part === "whole" && this.#ready) onWhole("ready");
  }

  /** Starts the worker, or starts it anew. */
  restart(): void {
    const part = this.#part;
    this.#engine?.end();
    this.#ready = false;
    this.#live("starting", "");
    this.#engine = new Engine(() => this.#start(part), START_LIMIT, {
      ready: (version) => this.#begin(version),
      answered: (response) => this.#answered(response),
      died: () => this.#died(),
    });
  }

  /** Gets the whole checker, which takes over when it is ready. What the first was asked last is then asked anew. */
  complete(): void {
    if (this.#part === "whole" || this.#successor) return;
    this.#isWholeLost = false;
    this.#onWhole("starting");
    const successor = new Engine(() => this.#start("whole"), WHOLE_LIMIT, {
      ready: (version) => {
        this.#engine?.end();
        this.#engine = successor;
        this.#successor = undefined;
        this.#part = "whole";
        if (this.#running) this.#waiting.unshift(this.#running);
        this.#running = undefined;
        this.#begin(version);
      },
      answered: (response) => this.#answered(response),
      died: () => (this.#engine === successor ? this.#died() : this.#notLoaded()),
    });
    this.#successor = successor;
  }

  /** Stops the workers; what they were asked stays without answer. */
  end(): void {
    this.#engine?.end();
    this.#successor?.end();
  }

  /** The report on `text`; nothing where a newer text came before it was looked at. */
  async check(text: Source): Promise<Report | undefined> {
    this.#forget("check");
    return (await this.#ask<"checked">({ kind: "check" }, text))?.report;
  }

  /** The report on another text than the one that is checked all the time; nothing where a newer one for that purpose came first. */
  async checkOther(purpose: string, text: Source): Promise<Report | undefined> {
    this.#forget(purpose);
    return (await this.#ask<"checked">({ kind: "check" }, text, purpose))?.report;
  }

  /** What the designer makes of `text`; nothing where a newer text came before it was looked at. */
  async actions(text: Source): Promise<Actions | undefined> {
    this.#forget("actions");
    return (await this.#ask<"actions">({ kind: "actions" }, text))?.actions;
  }

  /** All changes that "fix all safe" would make to `text` but for what is ignored, and the titles of the fixes. */
  fixAll(text: Source, ignored: readonly Ignored[] = []): Promise<Answer<"fixedAll"> | undefined> {
    return this.#ask<"fixedAll">({ kind: "fixAll", ignored: [...ignored] }, text);
  }

  /** The report on `text`, with the line ends of its file. */
  async report(text: Source, wanted: WantedReport): Promise<string | undefined> {
    return (await this.#ask<"reported">({ kind: "report", wanted }, text))?.text;
  }

  /** What there is at `at` of `text`; nothing where another question for the same purpose came before it was looked at. */
  about<Kind extends Question>(purpose: string, kind: Kind, text: Source, at: number): Promise<AnswerTo<Kind> | undefined> {
    this.#forget(purpose);
    return this.#ask<Questions[Kind]>({ kind, at } as AnyQuestion, text, purpose) as Promise<AnswerTo<Kind> | undefined>;
  }

  /** What `message` means for `text`; nothing where somebody asked anew before it was looked at. */
  async explain(message: string, text: Source): Promise<Explanation | undefined> {
    this.#forget("explain");
    return (await this.#ask<"explained">({ kind: "explain", message }, text))?.explanation;
  }

  /** Gives up what was asked of `kind`: there is no answer. What runs, and what it waits for, is ended with its worker. */
  cancel(kind: Request["kind"]): void {
    const given = this.#waiting.filter(({ question }) => question.kind === kind);
    this.#waiting = this.#waiting.filter(({ question }) => question.kind !== kind);
    const running = this.#running;
    if (running && (running.question.kind === kind || given.length > 0)) {
      this.#running = undefined;
      this.restart();
      if (running.question.kind === kind) given.push(running);
      else running.reject(new Stopped());
    }
    for (const job of given) job.resolve(undefined);
  }

  /** Leaves out what waits and is asked anew for the same purpose. */
  #forget(purpose: string): void {
    const superseded = this.#waiting.filter((job) => job.purpose === purpose);
    this.#waiting = this.#waiting.filter((job) => job.purpose !== purpose);
    for (const job of superseded) job.resolve(undefined);
  }

  #ask<Kind extends Response["kind"]>(question: AnyQuestion, text: Source, purpose: string = question.kind): Promise<Answer<Kind> | undefined> {
    return new Promise((resolve, reject) => {
      const job: Job = { question, text, purpose, resolve: resolve as Job["resolve"], reject };
      if (this.#isWholeLost && !isCheck(job)) {
        reject(new NotLoaded());
        return;
      }
      this.#waiting.push(job);
      this.#next();
    });
  }

  #live(life: Life, version: string): void {
    this.#life = life;
    this.#version = version;
    this.#onLife(life, version);
  }

  #begin(version: string): void {
    this.#ready = true;
    this.#live("ready", version);
    if (this.#part === "whole") this.#onWhole("ready");
    this.#next();
  }

  #next(): void {
    if (!this.#ready || this.#running) return;
    const job = this.#waiting.find((waiting) => this.#part === "whole" || isCheck(waiting));
    if (!job) return;
    this.#waiting = this.#waiting.filter((waiting) => waiting !== job);
    this.#running = job;
    const { question, text } = job;
    this.#lastId += 1;
    this.#engine?.ask({ ...question, id: this.#lastId }, text, this.#editsBetween, ANSWER_LIMIT + text.length * ANSWER_LIMIT_PER_CHARACTER);
  }

  #answered(response: Response): void {
    const job = this.#running;
    this.#running = undefined;
    job?.resolve(response);
    this.#next();
  }

  #died(): void {
    if (!this.#ready) {
      this.#live("failed", "");
      return;
    }
    const running = this.#running;
    this.#running = undefined;
    this.restart();
    running?.reject(new Stopped());
  }

  #notLoaded(): void {
    this.#successor = undefined;
    this.#isWholeLost = true;
    const lost = this.#waiting.filter((job) => !isCheck(job));
    this.#waiting = this.#waiting.filter(isCheck);
    this.#onWhole("failed");
    for (const job of lost) job.reject(new NotLoaded());
  }
}

function isCheck({ question }: Job): boolean {
  return question.kind === "check";
}
