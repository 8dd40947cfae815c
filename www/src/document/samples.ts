import { texts } from "../text/first";

/** A text of the page’s own, to look at. */
export interface Sample {
  readonly name: "forum-thread" | "oauth-help-page" | "meeting-rooms";
  readonly title: string;
  readonly description: string;
}

/** The samples in the order in which they are offered. */
export const SAMPLES: readonly Sample[] = [
  { name: "forum-thread", ...texts.samples.forumThread },
  { name: "oauth-help-page", ...texts.samples.oauthHelpPage },
  { name: "meeting-rooms", ...texts.samples.correct },
];
