import { CheckIcon, CloseIcon, SeverityIcon } from "../../panels/icons";
import { isConvertible, isText, type OpenFile } from "../../session/files/state";
import { SEVERITIES } from "../../session/state";
import { texts } from "../../text/first";
import { files as words } from "../../text/later";

interface FileRowProps {
  readonly file: OpenFile;
  /** It is in the editor. */
  readonly isActive: boolean;
  readonly isTabStop: boolean;
  readonly onOpen: () => void;
  readonly onConvert: () => void;
  readonly onPutBack: () => void;
  readonly onClose: () => void;
}

/** A file in the list: its name, what was found in it, and the way to close it. */
export function FileRow({ file, isActive, isTabStop, onOpen, onConvert, onPutBack, onClose }: FileRowProps) {
  const { folder, name, standing, isChanged, notes } = file;
  return (
    <li class={isActive ? "file is-active" : "file"}>
      <button
        type="button"
        class="file-head"
        data-file={file.id}
        aria-current={isActive}
        aria-disabled={!isText(file)}
        tabIndex={isTabStop ? 0 : -1}
        onClick={onOpen}
      >
        <span class="file-title">
          <span class="file-path">
            {folder && <span class="file-folder">{folder}</span>}
            <bdi>{name}</bdi>
          </span>
          {(isChanged || notes !== undefined) && <span class="file-changed">{notes === undefined ? words.changed : words.wasConverted(notes)}</span>}
        </span>
        <Findings file={file} />
        {words.standing[standing] && <span class={isText(file) && standing !== "crashed" ? "file-standing" : "file-standing is-failed"}>{words.standing[standing]}</span>}
      </button>
      {isConvertible(file) && <Action name="convert" label={words.convertFile(name)} text={words.convert} isTabStop={isTabStop} onClick={onConvert} />}
      {file.canRestore && <Action name="put-back" label={words.putBackFile(name)} text={words.putBack} isTabStop={isTabStop} onClick={onPutBack} />}
      <button
        type="button"
        class="button small bare file-close"
        aria-label={words.close(name)}
        title={words.close(name)}
        tabIndex={isTabStop ? 0 : -1}
        onClick={onClose}
      >
        <CloseIcon />
      </button>
    </li>
  );
}

interface ActionProps {
  readonly name: "convert" | "put-back";
  /** What it does, with the name of the file. */
  readonly label: string;
  readonly text: string;
  readonly isTabStop: boolean;
  readonly onClick: () => void;
}

/** What can be done with a file. */
function Action({ name, label, text, isTabStop, onClick }: ActionProps) {
  return (
    <button type="button" class={`button small file-action is-${name}`} aria-label={label} title={label} tabIndex={isTabStop ? 0 : -1} onClick={onClick}>
      {text}
    </button>
  );
}

/** How many problems of each kind there are. */
function Findings({ file: { standing, counts } }: { file: OpenFile }) {
  if (!counts || standing === "empty" || standing === "crashed") return null;
  const found = SEVERITIES.filter((severity) => counts[severity] > 0);
  if (found.length === 0 && standing === "checked") {
    return (
      <span class="file-clean">
        <CheckIcon />
        <span class="visually-hidden">{words.noProblems}</span>
      </span>
    );
  }
  return (
    <span class="file-counts">
      {found.map((severity) => (
        <span key={severity} class="file-count">
          <SeverityIcon severity={severity} />
          <span aria-hidden="true">{counts[severity]}</span>
          <span class="visually-hidden">{texts.problems.count[severity](counts[severity])}</span>
        </span>
      ))}
      {counts.more > 0 && (
        <span class="file-count">
          <span aria-hidden="true">+{counts.more}</span>
          <span class="visually-hidden">{words.more(counts.more)}</span>
        </span>
      )}
    </span>
  );
}
