import type { Request, Response } from "../wire";

export interface Listener {
  ready(version: string): void;
  answered(response: Response): void;
  /** The worker did not start, crashed or hung, and is gone. */
  died(): void;
}

/** One worker with a checker in it. */
export class Engine {
  readonly #listener: Listener;
  #worker: Worker | undefined;
  #alarm = 0;

  /** Starts the worker, which has so many milliseconds to be ready. */
  constructor(start: () => Worker, limit: number, listener: Listener) {
    this.#listener = listener;
    this.#setAlarm(limit);
    try {
      const worker = start();
      worker.onmessage = ({ data }: MessageEvent<Response>) => this.#heard(data);
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

  /** The answer has so many milliseconds. */
  ask(request: Request, limit: number): void {
    this.#setAlarm(limit);
    this.#worker?.postMessage(request);
  }

  end(): void {
    clearTimeout(this.#alarm);
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #heard(response: Response): void {
    clearTimeout(this.#alarm);
    if (response.kind === "ready") this.#listener.ready(response.version);
    else this.#listener.answered(response);
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
