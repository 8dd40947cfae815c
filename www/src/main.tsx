import { render } from "preact";
import { bindCommands } from "./commands";
import type { Handover } from "./early/early";
import { Page } from "./panels/page";
import { ProblemTooltip } from "./panels/problem";
import { Session } from "./session/session";

/** Takes over from the page without an editor. */
export function begin(handover: Handover): Session {
  const root = document.getElementById("page") ?? document.body;
  const session: Session = new Session(
    handover,
    () => queueMicrotask(draw),
    (problem) => {
      const tooltip = document.createElement("div");
      render(<ProblemTooltip session={session} problem={problem} />, tooltip);
      return tooltip;
    },
  );

  function draw(): void {
    render(<Page session={session} state={session.state} />, root);
  }

  bindCommands(session);
  draw();
  return session;
}
