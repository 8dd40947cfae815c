import { useMemo } from "preact/hooks";
import { FoldIcon } from "../../panels/icons";
import { nintex } from "../../text/later";
import type { Action, Diagnostic } from "../../wire";
import { Badge } from "./badge";
import { Configuration } from "./configuration";
import { type ContextProps, pointOut, showPlace } from "./context";
import { Outputs } from "./outputs";
import { Placed } from "./parts";

const { actions: words } = nintex;

interface ActionProps extends ContextProps {
  readonly action: Action;
  readonly index: number;
  readonly problems: readonly Diagnostic[];
}

interface ActionItemProps extends ActionProps {
  readonly isTabStop: boolean;
  readonly onFocus: (index: number) => void;
}

/** An action in the list: a line, and its panel where it stands open. */
export function ActionItem({ context, action, index, problems, isTabStop, onFocus }: ActionItemProps) {
  const { preview } = context;
  const isOpen = preview.open === index;
  const toggle = () => {
    preview.set({ open: isOpen ? undefined : index, lit: undefined });
    // Whoever opens it goes on reading here.
    if (!isOpen) pointOut(context, action.span);
  };
  // Hundreds of lines stay as they are while another action is opened.
  return useMemo(
    () => (
      <li class={isOpen ? "action is-open" : "action"}>
        <div class="action-line">
          <button
            type="button"
            class="action-head"
            aria-expanded={isOpen}
            tabIndex={isTabStop ? 0 : -1}
            onFocus={() => onFocus(index)}
            onClick={toggle}
          >
            <FoldIcon />
            <span class="action-label">{action.label}</span>
            {action.isStartEvent && (
              <span class="tag" title={words.startEventHint}>
                {words.startEvent}
              </span>
            )}
          </button>
          <Badge context={context} problems={problems} label={action.label} />
        </div>
        {isOpen && <Panel context={context} action={action} />}
      </li>
    ),
    [context, action, index, isOpen, isTabStop, isOpen && preview.lit],
  );
}

function Panel({ context, action }: ContextProps & { readonly action: Action }) {
  return (
    <div class="card">
      {action.description && <p>{action.description}</p>}
      <p class="small call">
        <Placed context={context} span={action.span}>
          <code>
            {action.method} {action.path}
          </code>
        </Placed>{" "}
        {action.operationId && action.operationId !== action.label && <code>{action.operationId}</code>}
      </p>
      {action.isHidden && <p class="small">{words.isHidden}</p>}
      {action.isStartEvent && <p class="small">{words.startEventHint}</p>}
      {action.testsConnections && <p class="small">{words.testsConnections}</p>}
      {action.askedBy.length > 0 && <Filled context={context} action={action} />}
      <Configuration context={context} action={action} />
      <Outputs context={context} action={action} />
    </div>
  );
}

/** The fields of other actions that this one fills. */
function Filled({ context, action }: ContextProps & { readonly action: Action }) {
  const list = context.shown.actions?.list ?? [];
  return (
    <p class="small">
      {words.fills}{" "}
      {action.askedBy.map((asker, index) => (
        <span key={index}>
          {index > 0 && ", "}
          <button type="button" class="link" onClick={(event) => showPlace(context, asker.span, event)}>
            {words.fillsField(asker.field, list[asker.action]?.label ?? "")}
          </button>
        </span>
      ))}
      {action.omittedAskers > 0 && ` ${words.moreFilled(action.omittedAskers)}`}.
    </p>
  );
}
