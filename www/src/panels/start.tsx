import { SAMPLES } from "../document/samples";
import type { Session } from "../session/session";
import { texts } from "../text/first";
import { LockIcon, OpenIcon } from "./icons";

export function Start({ session }: { session: Session }) {
  const { start } = texts;
  return (
    <div class="start">
      <h2>{start.heading}</h2>
      <p>{start.introduction}</p>
      <div class="choices">
        <button type="button" class="button main" onClick={() => session.documents.choose()}>
          <OpenIcon />
          {start.open}
        </button>
        <a class="button" href="#explain">
          {start.explain}
        </a>
      </div>
      <h3>{start.samples}</h3>
      <ul class="samples">
        {SAMPLES.map((sample) => (
          <li key={sample.name}>
            <button type="button" class="sample" onClick={() => session.documents.openSample(sample)}>
              <strong>{sample.title}</strong>
              <span>{sample.description}</span>
            </button>
          </li>
        ))}
      </ul>
      <p class="privacy">
        <LockIcon />
        {start.privacy}
      </p>
    </div>
  );
}
