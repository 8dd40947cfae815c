import { ChangeSet, type Text } from "@codemirror/state";
import { render } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import fixAllStyles from "../../styles/fix-all.css";
import type { Answer } from "../checker/client";
import { DifferenceView } from "../difference/difference";
import { Words } from "../panels/words";
import "../dialogs";
import { adopt } from "../styles";
import { fixAll as words } from "../text/later";
import { groupsOf } from "./groups";

type Fixed = Answer<"fixedAll">;

/** What is to be fixed, and who does it. */
export interface FixAllOptions {
  /** What is fixed. */
  readonly text: Text;
  /** Finds the fixes without those of the rules named; nothing where that was given up. */
  readonly find: (without: readonly string[]) => Promise<Fixed | undefined>;
  readonly giveUp: () => void;
  readonly apply: (fixed: Fixed) => void;
}

/** A person takes less for at once. */
const AT_ONCE = 400;

adopt(fixAllStyles);

/** Shows all that "fix all safe" would do, and does it when a person agrees. */
export function openFixAll(options: FixAllOptions): void {
  const host = document.createElement("div");
  document.body.append(host);
  const close = () => {
    render(null, host);
    host.remove();
  };
  render(<FixAll {...options} onClose={close} />, host);
}

function FixAll({ text, find, giveUp, apply, onClose }: FixAllOptions & { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const main = useRef<HTMLButtonElement>(null);
  const [without, setWithout] = useState<readonly string[]>([]);
  const [found, setFound] = useState<Fixed>();
  const [all, setAll] = useState<Fixed>();
  const [isBusy, setBusy] = useState(true);
  const [isSlow, setSlow] = useState(false);

  useEffect(() => {
    let isCurrent = true;
    setBusy(true);
    const timer = setTimeout(() => setSlow(true), AT_ONCE);
    void find(without).then((fixed) => {
      clearTimeout(timer);
      if (!isCurrent) return;
      if (!fixed) onClose();
      else if (!all && fixed.edits.length === 0) {
        onClose();
        apply(fixed);
      } else {
        setFound(fixed);
        if (!all) setAll(fixed);
        setBusy(false);
        setSlow(false);
      }
    });
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [without]);

  const isShown = isSlow || found !== undefined;
  useLayoutEffect(() => {
    if (isShown && !dialog.current?.open) dialog.current?.showModal();
  }, [isShown]);
  const isFound = found !== undefined;
  useLayoutEffect(() => {
    if (isFound) main.current?.focus();
  }, [isFound]);

  const compared = useMemo(() => {
    const since = ChangeSet.of(found?.edits ?? [], text.length);
    return { original: text, text: since.apply(text), since };
  }, [found, text]);
  const groups = useMemo(() => (all ? groupsOf(all.fixes, all.rules) : []), [all]);
  const count = found?.fixes.length ?? 0;
  const close = () => {
    if (isBusy) giveUp();
    onClose();
  };
  const agree = () => {
    if (!found || isBusy) return;
    onClose();
    apply(found);
  };
  const toggle = (rule: string) => setWithout(without.includes(rule) ? without.filter((other) => other !== rule) : [...without, rule]);
  return (
    <dialog class="dialog is-wide fix-all-dialog" aria-labelledby="fix-all-title" ref={dialog} onClose={close}>
      {isShown && (
        <>
          <header class="dialog-top fix-all-head">
            <h2 id="fix-all-title">{words.heading}</h2>
            <p role="status">{isSlow ? words.busy : found && words.count(count)}</p>
            {isSlow && <div class="dialog-progress" />}
          </header>
          {groups.length > 0 && (
            <ul class="fix-all-groups" aria-label={words.groups}>
              {groups.map((group) => (
                <li key={group.rule}>
                  <label>
                    <input type="checkbox" checked={!without.includes(group.rule)} onChange={() => toggle(group.rule)} />
                    <span>
                      <Words text={group.title} /> <span class="fix-all-count">{words.times(group.count, group.isSame)}</span>
                    </span>
                  </label>
                </li>
              ))}
            </ul>
          )}
          {found && count > 0 && <DifferenceView compared={compared} onlyChanges />}
          {found && count === 0 && <p class="fix-all-none">{words.none}</p>}
          <footer class="dialog-foot">
            <button type="button" class="button" onClick={close}>
              {words.cancel}
            </button>
            <button type="button" class="button main" ref={main} disabled={isBusy || count === 0} onClick={agree}>
              {words.apply(count)}
            </button>
          </footer>
        </>
      )}
    </dialog>
  );
}
