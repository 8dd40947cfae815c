import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { part } from "../parts";
import { texts } from "../text/first";
import type { View } from "../views/registry";
import { Message } from "./message";
import type { PageProps } from "./props";

const loaded = new Map<View, ComponentType<PageProps>>();

/** A view whose script comes when it is first shown. */
export function LaterView({ view, ...props }: PageProps & { readonly view: View }) {
  const [attempt, setAttempt] = useState(0);
  const [failed, setFailed] = useState<View>();
  const [, redraw] = useState<View>();
  useEffect(() => {
    if (!view.load || loaded.has(view)) return;
    setFailed(undefined);
    part(view.load).then(
      (script) => {
        loaded.set(view, script.default);
        redraw(view);
      },
      () => setFailed(view),
    );
  }, [view, attempt]);

  const Loaded = loaded.get(view);
  if (Loaded) return <Loaded {...props} />;
  if (failed !== view) return null;
  return (
    <Message heading={texts.views.failed} text={texts.said.notLoaded} failed>
      <button type="button" class="button main" onClick={() => setAttempt(attempt + 1)}>
        {texts.failed.again}
      </button>
    </Message>
  );
}
