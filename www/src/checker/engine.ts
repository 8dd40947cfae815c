import type { Edit, Request, Response } from "../wire";
import type { Message } from "./message";

/** A text: a string, or what the editor has. What is the same object says the same. */
export interface Source {
  readonly length: number;
  toString(): string;
}

/** What makes `after` of `before`, where that is known. */
export type EditsBetween = (before: Source, after: Source) => readonly Edit[] | undefined;

type Without<Kind, Key extends string> = Kind extends unknown ? Omit<Kind, Key> : never;

/** What is asked of a text. */
export type Question = Without<Request, "id" | "text">;

/** What a worker says first, when it takes requests. */
type Ready = Extract<Response, { kind: "ready" }>;

/** Who is told what the worker says. */
export interface Listener<Answer> {
  ready(version: string): void;
  answered(response: Exclude<Answer, Ready>): void;
  /** The worker did not start, crashed or hung, and is gone. */
  died(): void;
}

/** One worker with a checker in it, or with something else that answers. */
export class Engine<Answer extends { readonly kind: string } = Response> {
  readonly #listener: Listener<Answer>;
  #worker: Worker | undefined;
  /** The text that the worker has. */
  #text: Source | undefined;
  #alarm = 0;

  /** Starts the worker, which has so many milliseconds to be ready. */
  constructor(start: () => Worker, limit: number, listener: Listener<Answer>) {
    this.#listener = listener;
    this.#setAlarm(limit);
    try {
      const worker = start();
      worker.onmessage = ({ data }: MessageEvent<Answer | Ready>) => this.#heard(data);
      worker.onerror = (event) => {
        event.preventDefault();
        this.#died();
      };
      worker.onmessageerror = () => this.#died();
      this.#worker = worker;
    } catch {
      // Whoever starts it does not have it yet.
      queueMicrotask(() => this.#died());
    }
  }

  /** The answer has so many milliseconds. A long text takes its time on its way to the worker, its edits do not. */
  ask(request: Question & { readonly id: number }, text: Source, editsBetween: EditsBetween, limit: number): void {
    const edits = this.#text === text ? [] : this.#text && editsBetween(this.#text, text);
    const message: Message = edits ? { ...request, edits } : { ...request, text: text.toString() };
    this.#text = text;
    this.post(message, limit);
  }

  /** The answer to `message` has so many milliseconds. */
  post(message: object, limit: number): void {
    this.#setAlarm(limit);
    this.#worker?.postMessage(message);
  }

  end(): void {
    clearTimeout(this.#alarm);
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #heard(response: Answer | Ready): void {
    clearTimeout(this.#alarm);
    if (isReady(response)) this.#listener.ready(response.version);
    else this.#listener.answered(response as Exclude<Answer, Ready>);
  }

  #setAlarm(milliseconds: number): void {
    clearTimeout(this.#alarm);
    this.#alarm = setTimeout(() => this.#died(), milliseconds);
  }

  /** A panic leaves the wasm in an undefined state, so after any failure the worker ends. */
  #died(): void {
    this.end();
    this.#listener.died();
  }
}

function isReady(response: { readonly kind: string }): response is Ready {
  return response.kind === "ready";
}
