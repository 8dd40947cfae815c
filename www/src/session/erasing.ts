import { eraseAll } from "../document/erase";
import { privacy as words } from "../text/later";
import type { Session } from "./session";

/** Where the page begins anew, with nothing kept: behind the `#` of its address. */
const ERASED = "#erased";

/** Erases all that is kept, with what is open, and begins anew; says where the browser does not let it. */
export async function eraseEverything({ keeping, store }: Session): Promise<void> {
  keeping.end();
  if (!(await eraseAll())) {
    keeping.resume();
    store.say(words.notErased);
    return;
  }
  history.replaceState(null, "", ERASED);
  location.reload();
}

/** Says that it was done, once, to whoever begins anew; false to others. */
export function sayErased({ store }: Session): boolean {
  if (location.hash !== ERASED) return false;
  history.replaceState(history.state, "", location.pathname + location.search);
  store.say(words.erased);
  return true;
}
