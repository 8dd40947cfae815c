import type { Range } from "../wire";

/** How many numbers a place takes: where it begins and ends, and where that begins and ends which it comes from. */
const EACH = 4;

/** The way back from a converted text to its original, as the converter gives it. */
export class Places {
  readonly #list: readonly number[];
  /** For each place, the number of the smallest that it lies in; its own where it lies in none. */
  readonly #around: Int32Array;

  /** `list` has the places by their beginning, the larger first; they lie in each other or apart. */
  constructor(list: readonly number[]) {
    this.#list = list;
    this.#around = new Int32Array(list.length / EACH);
    const open: number[] = [];
    for (let id = 0; id < this.#around.length; id += 1) {
      while (open.length > 0 && !this.#contains(open.at(-1) ?? 0, this.#at(id, 0), this.#at(id, 1))) open.pop();
      this.#around[id] = open.at(-1) ?? id;
      open.push(id);
    }
  }

  /** Where `range` of the converted text comes from: what the smallest place around it does. */
  origin({ from, to }: Range): Range | undefined {
    let id = this.#lastFrom(from);
    while (id >= 0) {
      if (this.#contains(id, from, to)) return { from: this.#at(id, 2), to: this.#at(id, 3) };
      const around = this.#around[id] ?? id;
      if (around === id) return undefined;
      id = around;
    }
    return undefined;
  }

  /** The number of the last place that begins at `from` or before; -1 where there is none. */
  #lastFrom(from: number): number {
    let [low, high] = [0, this.#around.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#at(middle, 0) <= from) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #contains(id: number, from: number, to: number): boolean {
    return this.#at(id, 0) <= from && to <= this.#at(id, 1);
  }

  #at(id: number, field: number): number {
    return this.#list[id * EACH + field] ?? 0;
  }
}
