import correct from "../../samples/correct.json";
import forumThread from "../../samples/forum-thread.json";
import oauthHelpPage from "../../samples/oauth-help-page.json";
import type { Sample } from "./samples";

/** What is opened for each sample. */
export const SAMPLE_TEXTS: Record<Sample["name"], string> = {
  "forum-thread": forumThread,
  "oauth-help-page": oauthHelpPage,
  "meeting-rooms": correct,
};
