import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import "../../dialogs";
import { CloseIcon } from "../../panels/icons";
import type { Session } from "../../session/session";
import type { State } from "../../session/state";
import { texts } from "../../text/first";

/** What every dialog is made from. */
export interface DialogProps {
  readonly session: Session;
  readonly state: State;
  readonly close: () => void;
}

/** Takes the keyboard when it comes: what comes into a dialog after it was opened is too late for `autofocus`. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}

interface FrameProps {
  readonly heading: string;
  readonly close: () => void;
  /** What sets it apart from the others in its style. */
  readonly kind?: string;
  /** What is written in it would be lost: a press beside it does not close it. */
  readonly stays?: boolean;
  readonly children: ComponentChildren;
}

/** A dialog over the page: Escape and a press beside it close it, and the keyboard returns to where it was. */
export function Dialog({ heading, close, kind, stays = false, children }: FrameProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      class={kind ? `dialog ${kind}` : "dialog"}
      aria-labelledby="dialog-heading"
      ref={dialog}
      onClose={close}
      onClick={(event) => !stays && event.target === dialog.current && dialog.current?.close()}
    >
      <div class="dialog-content">
        <header class="dialog-head">
          <h2 id="dialog-heading">{heading}</h2>
          <button type="button" class="button small bare" aria-label={texts.said.close} onClick={() => dialog.current?.close()}>
            <CloseIcon />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
