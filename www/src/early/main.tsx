import { render } from "preact";
import { drawNothingUnseen } from "../seen";
import { Early } from "./early";
import { EarlyPage } from "./page";

drawNothingUnseen();

const root = document.getElementById("page") ?? document.body;
let isOver = false;

const early: Early = new Early(
  () => queueMicrotask(draw),
  () => {
    isOver = true;
    render(null, root);
  },
);

function draw(): void {
  if (!isOver) render(<EarlyPage early={early} />, root);
}

draw();
