import { render } from "preact";
import { takeDroppedFiles } from "./document/drop";
import { Page } from "./panels/page";
import { ProblemTooltip } from "./panels/problem";
import { Session } from "./session/session";
import { bindShortcuts } from "./shortcuts";

const root = document.getElementById("page") ?? document.body;

const openFile = () => {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".json,application/json,text/plain";
  input.onchange = () => {
    const file = input.files?.[0];
    if (file) void session.documents.open(file);
  };
  input.click();
};

const session: Session = new Session(
  () => queueMicrotask(draw),
  (problem) => {
    const tooltip = document.createElement("div");
    render(<ProblemTooltip session={session} problem={problem} />, tooltip);
    return tooltip;
  },
);

function draw(): void {
  render(<Page session={session} state={session.state} openFile={openFile} />, root);
}

takeDroppedFiles(
  (hovering) => session.hover(hovering),
  (file) => void session.documents.open(file),
);
bindShortcuts(session, openFile);
draw();
