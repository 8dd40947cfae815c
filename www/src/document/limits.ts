/** A longer text is asked about before it is opened or pasted, in bytes or characters. */
export const HUGE = 64_000_000;

/** In a longer text, what would hold a person up while typing is done only when they ask for it. In characters. */
export const LARGE = 1_000_000;
