import { SAMPLES } from "../document/samples";
import type { Documents } from "../session/documents";
import { texts } from "../text/first";
import { LockIcon, OpenIcon } from "./icons";

/** The panel of an empty page: the ways to begin. */
export function Start({ documents, create }: { documents: Pick<Documents, "choose" | "openSample">; create: () => void }) {
  const { start } = texts;
  return (
    <div class="start">
      <h2>{start.heading}</h2>
      <p>{start.introduction}</p>
      <div class="choices">
        <button type="button" class="button main" onClick={() => documents.choose()}>
          <OpenIcon />
          {start.open}
        </button>
        <button type="button" class="button" onClick={create}>
          {start.create}
        </button>
        <a class="button" href="#explain">
          {start.explain}
        </a>
      </div>
      <h3>{start.samples}</h3>
      <ul class="samples">
        {SAMPLES.map((sample) => (
          <li key={sample.name}>
            <button type="button" class="sample" onClick={() => documents.openSample(sample)}>
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
