import type { ComponentChildren } from "preact";

interface MessageProps {
  readonly heading: string;
  readonly text: string;
  readonly failed?: boolean;
  /** What a person can do about it. */
  readonly children: ComponentChildren;
}

/** One thing to say that stands in the way of everything else. */
export function Message({ heading, text, failed = false, children }: MessageProps) {
  return (
    <div class={failed ? "message is-failed" : "message"} role="alert">
      <h2>{heading}</h2>
      <p>{text}</p>
      <div class="choices">{children}</div>
    </div>
  );
}
