import { type Answer, Checker } from "../checker/client";
import { startWorker } from "../checker/start";
import type { Ignored, Report } from "../wire";

/** The checker did not start, or was stopped by a person. */
export class Ended extends Error {}

/** Checks files that are not in the editor, in a worker of its own: the text in the editor never waits for them. */
export class Background {
  #checker: Checker | undefined;
  #end: (() => void) | undefined;

  /** The report on `text`. Throws `Stopped` where the checker crashes on it, and `Ended`. */
  async check(text: string): Promise<Report | undefined> {
    return this.#ask((checker) => checker.check(text));
  }

  /** What "fix all safe" would do to `text`, but for what is ignored. */
  async fixAll(text: string, ignored: Ignored[]): Promise<Answer<"fixedAll"> | undefined> {
    return this.#ask((checker) => checker.fixAll(text, ignored));
  }

  /** Ends what is running, and gives its memory back. */
  end(): void {
    this.#end?.();
    this.#checker?.end();
    this.#checker = undefined;
  }

  #ask<Answered>(question: (checker: Checker) => Promise<Answered>): Promise<Answered> {
    return new Promise((resolve, reject) => {
      this.#end = () => reject(new Ended());
      question(this.#started()).then(resolve, reject);
    });
  }

  #started(): Checker {
    if (this.#checker) return this.#checker;
    this.#checker = new Checker(startWorker, (life) => {
      if (life === "failed") this.end();
    });
    this.#checker.restart();
    return this.#checker;
  }
}
