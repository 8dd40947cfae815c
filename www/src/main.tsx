import { render } from "preact";
import { bindCommands } from "./commands";
import { takeDroppedFiles } from "./document/drop";
import { Page } from "./panels/page";
import { ProblemTooltip } from "./panels/problem";
import { Session } from "./session/session";

const root = document.getElementById("page") ?? document.body;

const session: Session = new Session(
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

takeDroppedFiles(
  (hovering) => session.hover(hovering),
  (offered) => session.documents.take(offered),
);
bindCommands(session);
draw();
