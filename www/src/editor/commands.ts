// What the first script needs of CodeMirror's commands. The rest of them comes with `comforts.ts`, in a copy of its own.

export {
  cursorDocEnd,
  cursorDocStart,
  history,
  historyKeymap,
  insertNewlineKeepIndent,
  invertedEffects,
  isolateHistory,
  redo,
  redoDepth,
  selectAll,
  selectDocEnd,
  selectDocStart,
  undo,
  undoDepth,
} from "@codemirror/commands";
