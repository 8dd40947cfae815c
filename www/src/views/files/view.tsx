import { useEffect, useRef, useState } from "preact/hooks";
import styles from "../../../styles/files.css";
import { KeysLine } from "../../panels/keys-line";
import type { PageProps } from "../../panels/props";
import type { Plan } from "../../session/files/work";
import type { Files } from "../../session/files/files";
import { isConvertible, isText } from "../../session/files/state";
import { adopt } from "../../styles";
import { files as words } from "../../text/later";
import { FileList } from "./list";
import { PlanDialog } from "./plan";
import { Progress } from "./progress";

adopt(styles);

/** Several files: what was found in each, and what can be done with all. */
export default function FilesView({ session, state }: PageProps) {
  const [plans, setPlans] = useState<readonly Plan[]>();
  const view = useRef<HTMLDivElement>(null);
  const { files } = state;
  useEffect(() => {
    // Whoever comes here by keys goes on in the list.
    const panel = view.current?.closest(".panel");
    if (state.focus?.on === "panel" && document.activeElement === panel) focusList(view.current);
  }, [state.focus]);

  const use = (work: (files: Files) => Promise<void> | void) => void session.several.use(work);
  const close = () => {
    setPlans(undefined);
    focusList(view.current);
  };
  const plan = () => use(async (all) => setPlans(await all.work.plan()));
  const make = (chosen: readonly Plan[]) => {
    close();
    use((all) => all.work.fix(chosen));
  };
  const convert = () => {
    use((all) => all.conversions.convertAll());
    // The button goes away with what it converts.
    focusList(view.current);
  };
  const isBusy = files.work !== undefined;
  const isFixable = files.list.some(({ counts }) => (counts?.safeFixes ?? 0) > 0);
  const convertible = files.list.filter(isConvertible).length;
  const waiting = isBusy ? 0 : files.list.filter(({ id, standing }) => standing === "waiting" && id !== files.active).length;
  return (
    <div class="files" ref={view}>
      <div class="files-head">
        <h2>{words.heading(files.list.length)}</h2>
        <p role="status">{waiting === 0 && !isBusy && files.list.length > 0 && words.checked(files.list)}</p>
        {words.leftOut(files.others, files.tooMany).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <Progress work={files.work} onCancel={() => use((all) => all.work.cancel())} />
      {files.list.length > 0 && (
        <>
          <div class="files-actions" role="group" aria-label={words.actions}>
            {waiting > 0 && (
              <button type="button" class="button small main" onClick={() => use((all) => all.work.check())}>
                {words.checkRest(waiting)}
              </button>
            )}
            {convertible > 1 && (
              <button type="button" class="button small main convert-all" title={words.convertAllHint} disabled={isBusy} onClick={convert}>
                {words.convertAll(convertible)}
              </button>
            )}
            <button type="button" class="button small fix-all" title={words.fixAllHint} disabled={!isFixable || isBusy} onClick={plan}>
              {words.fixAll}
            </button>
            <button
              type="button"
              class="button small"
              title={words.downloadHint}
              disabled={isBusy || !files.list.some(isText)}
              onClick={() => use((all) => all.work.download())}
            >
              {words.download}
            </button>
            <button type="button" class="button small" onClick={() => use((all) => all.closeAll())}>
              {words.closeAll}
            </button>
          </div>
          <FileList session={session} files={files} use={use} />
          <KeysLine list={words.keys} />
        </>
      )}
      {plans && <PlanDialog plans={plans} files={files.list} onMake={() => make(plans)} onClose={close} />}
    </div>
  );
}

function focusList(view: HTMLElement | null): void {
  view?.querySelector<HTMLElement>('.file-head[tabindex="0"]')?.focus();
}
