import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Session } from "../session/session";
import { texts } from "../text/first";

interface LaterPartProps<Props> {
  readonly session: Session;
  readonly load: () => Promise<{ default: ComponentType<Props> }>;
  readonly props: Props;
  /** Where the script does not come, which the page says. */
  readonly onFail: () => void;
}

/** A part of the page whose script comes when it is first shown. */
export function LaterPart<Props extends object>({ session, load, props, onFail }: LaterPartProps<Props>) {
  const [loaded, setLoaded] = useState<{ Part: ComponentType<Props> }>();
  useEffect(() => {
    load().then(
      (script) => setLoaded({ Part: script.default }),
      () => {
        session.store.say(texts.said.notLoaded);
        onFail();
      },
    );
  }, [load]);
  return loaded ? <loaded.Part {...props} /> : null;
}
