import correct from "../../samples/correct.json";
import forumThread from "../../samples/forum-thread.json";
import oauthHelpPage from "../../samples/oauth-help-page.json";
import { texts } from "../text";

export interface Sample {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly text: string;
}

export const SAMPLES: readonly Sample[] = [
  { name: "forum-thread", text: forumThread, ...texts.samples.forumThread },
  { name: "oauth-help-page", text: oauthHelpPage, ...texts.samples.oauthHelpPage },
  { name: "meeting-rooms", text: correct, ...texts.samples.correct },
];
