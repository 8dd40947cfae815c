// What the page does without until its first check. The build makes a script of its own of it.

export { openSearchPanel } from "@codemirror/search";
export { SAMPLE_TEXTS } from "./document/sample-texts";
export { comforts } from "./editor/comforts";
export { keepOffline } from "./offline/offline";
export { sayErased } from "./session/erasing";
export { preparePrint } from "./print/print";
export { actions } from "./editor/language/actions";
