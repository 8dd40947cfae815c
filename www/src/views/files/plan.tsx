import { useLayoutEffect, useRef } from "preact/hooks";
import type { Plan } from "../../session/files/work";
import type { OpenFile } from "../../session/files/state";
import { Words } from "../../panels/words";
import { texts } from "../../text/first";
import { files as words } from "../../text/later";

interface PlanDialogProps {
  readonly plans: readonly Plan[];
  readonly files: readonly OpenFile[];
  readonly onMake: () => void;
  readonly onClose: () => void;
}

/** What "fix all safe" would do to each file, before it does it. */
export function PlanDialog({ plans, files, onMake, onClose }: PlanDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  // What stands under an open dialog takes no focus.
  const make = () => {
    dialog.current?.close();
    onMake();
  };
  const count = plans.reduce((sum, { fixes }) => sum + fixes.length, 0);
  return (
    <dialog class="plan" aria-labelledby="plan-heading" ref={dialog} onClose={onClose}>
      <h2 id="plan-heading">{words.planHeading}</h2>
      <p>{plans.length > 0 ? words.planIntroduction(count, plans.length) : words.planNone}</p>
      <ul class="plan-files">
        {plans.map((plan) => {
          const file = files.find(({ id }) => id === plan.id);
          return file && <PlannedFile key={plan.id} file={file} fixes={plan.fixes} />;
        })}
      </ul>
      <div class="choices">
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {words.cancel}
        </button>
        {plans.length > 0 && (
          <button type="button" class="button main" onClick={make} autofocus>
            {words.planMake(plans.length)}
          </button>
        )}
      </div>
    </dialog>
  );
}

function PlannedFile({ file, fixes }: { file: OpenFile; fixes: readonly string[] }) {
  const counts = new Map<string, number>();
  for (const title of fixes) counts.set(title, (counts.get(title) ?? 0) + 1);
  return (
    <li>
      <details>
        <summary>
          <span class="file-path">
            {file.folder && <span class="file-folder">{file.folder}</span>}
            <bdi>{file.name}</bdi>
          </span>
          <span class="plan-count">{words.planFixes(fixes.length)}</span>
        </summary>
        <ul class="plan-fixes">
          {[...counts].map(([title, count]) => (
            <li key={title}>
              <Words text={texts.said.times(title, count)} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
