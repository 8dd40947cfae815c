import type { Extension } from "@codemirror/state";
import { hoverTooltip } from "@codemirror/view";
import { render } from "preact";
import type { Session } from "../../session/session";
import { HelpBox } from "./help-box";

/** What is known of the key or value that the pointer rests on. */
export function help(session: Session): Extension {
  return hoverTooltip(
    async (_view, pos) => {
      const answer = await session.checks.ask("help", "look", pos);
      const found = answer?.look.help;
      if (!found) return null;
      return {
        pos: found.span.start,
        end: found.span.end,
        create: () => {
          const dom = document.createElement("div");
          render(HelpBox({ help: found, leadsTo: answer.look.target !== undefined }), dom);
          return { dom };
        },
      };
    },
    { hoverTime: 350 },
  );
}
