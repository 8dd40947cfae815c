import { useMemo, useState } from "preact/hooks";
import remarksStyles from "../../styles/remarks.css";
import { Words } from "../panels/words";
import { seen } from "../seen";
import type { PlacedRemark } from "../editor/converted";
import { adopt } from "../styles";
import { number } from "../text/first";
import { conversion as words } from "../text/later";
import type { RemarkKind, Source } from "../wire";
import { countOf, groupsOf, REMARK_KINDS, type RemarkGroup } from "./groups";

adopt(remarksStyles);

/** So many places of a group are listed before a person asks for more. */
const PLACES = 40;

/** A place of a text, as people are told it. */
interface ToldPlace {
  /** Counted from 1. */
  readonly line: number;
  /** The keys that lead there; may be empty. */
  readonly path: string;
}

interface RemarkListProps {
  readonly source: Source;
  readonly remarks: readonly PlacedRemark[];
  readonly current: PlacedRemark | undefined;
  /** The place that is told of it. */
  readonly placeOf: (remark: PlacedRemark) => ToldPlace;
  readonly onChoose: (remark: PlacedRemark) => void;
  /** Only what has a place in the result can be chosen. */
  readonly onlyResult?: boolean;
}

/** What a conversion left out or decided: by kind, each with the ways to its places. */
export function RemarkList({ source, remarks, ...props }: RemarkListProps) {
  const [hidden, setHidden] = useState<readonly RemarkKind[]>([]);
  const groups = useMemo(() => groupsOf(remarks), [remarks]);
  const kinds = REMARK_KINDS.map((kind) => ({ kind, count: countOf(remarks, kind) })).filter(({ count }) => count > 0);
  if (remarks.length === 0) return <p class="remarks-none">{words.nothingLost[source]}</p>;
  const toggle = (kind: RemarkKind) => setHidden(hidden.includes(kind) ? hidden.filter((other) => other !== kind) : [...hidden, kind]);
  const shown = groups.filter(({ kind }) => !hidden.includes(kind));
  return (
    <>
      {kinds.length > 1 && (
        <div role="group" aria-label={words.filter} class="remark-kinds">
          {kinds.map(({ kind, count }) => (
            <button key={kind} type="button" class="severity-toggle" aria-pressed={!hidden.includes(kind)} title={words.kindMeans[kind]} onClick={() => toggle(kind)}>
              {words.kinds[kind]} {number.format(count)}
            </button>
          ))}
        </div>
      )}
      <ul class="remarks" aria-label={words.remarks}>
        {shown.map((group) => (
          <Group key={`${group.kind} ${group.message} ${group.because}`} group={group} {...props} />
        ))}
      </ul>
      {shown.length === 0 && <p class="remarks-none">{words.noneShown}</p>}
    </>
  );
}

type GroupProps = Omit<RemarkListProps, "source" | "remarks"> & { readonly group: RemarkGroup };

function Group({ group, ...props }: GroupProps) {
  const [all, setAll] = useState(false);
  const { kind, message, because, remarks } = group;
  const [only, ...others] = remarks;
  const places = all ? remarks : remarks.slice(0, PLACES);
  return (
    <li class={`remark is-${kind}`}>
      <p class="remark-kind">{words.kinds[kind]}</p>
      <p class="remark-message">
        <Words text={seen(message)} />
      </p>
      {because && (
        <p class="because">
          <Words text={seen(because)} />
        </p>
      )}
      {only && others.length === 0 ? (
        <PlaceButton remark={only} {...props} />
      ) : (
        <details class="remark-places">
          <summary>{words.places(remarks.length)}</summary>
          <ul>
            {places.map((remark, index) => (
              <li key={index}>
                <PlaceButton remark={remark} {...props} />
              </li>
            ))}
          </ul>
          {places.length < remarks.length && (
            <button type="button" class="link" onClick={() => setAll(true)}>
              {words.morePlaces(remarks.length - places.length)}
            </button>
          )}
        </details>
      )}
    </li>
  );
}

type PlaceButtonProps = Omit<GroupProps, "group"> & { readonly remark: PlacedRemark };

function PlaceButton({ remark, current, placeOf, onChoose, onlyResult = false }: PlaceButtonProps) {
  const { line, path } = placeOf(remark);
  const keys = path && <span class="remark-path">{seen(path)}</span>;
  if (onlyResult && !remark.place) {
    return (
      <p class="remark-gone">
        {words.lineOfOriginal(line)} {keys}
      </p>
    );
  }
  return (
    <button type="button" class="remark-place" aria-current={remark === current} onClick={() => onChoose(remark)}>
      <span>{words.line(line)}</span>
      {keys}
    </button>
  );
}
