import { texts } from "../text/first";

export interface Sample {
  readonly name: "forum-thread" | "oauth-help-page" | "meeting-rooms";
  readonly title: string;
  readonly description: string;
}

export const SAMPLES: readonly Sample[] = [
  { name: "forum-thread", ...texts.samples.forumThread },
  { name: "oauth-help-page", ...texts.samples.oauthHelpPage },
  { name: "meeting-rooms", ...texts.samples.correct },
];
