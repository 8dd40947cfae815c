import {
  Check,
  ChevronRight,
  Copy,
  Download,
  FilePlus,
  FolderOpen,
  type IconNode,
  Lock,
  Menu,
  Redo2,
  Undo2,
  X,
} from "lucide";
import { type ComponentChildren, h } from "preact";
import type { Severity } from "../wire";

interface DrawingProps {
  readonly size: number;
  readonly className?: string;
  readonly children: ComponentChildren;
}

function Drawing({ size, className = "", children }: DrawingProps) {
  return (
    <svg class={`icon ${className}`} viewBox={`0 0 ${size} ${size}`} aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

/** A sign of the kept set. */
export const kept = (shapes: IconNode, className = "") => () => (
  <Drawing size={24} className={`kept ${className}`}>
    {shapes.map(([shape, attributes]) => h(shape, attributes))}
  </Drawing>
);

export const OpenIcon = kept(FolderOpen);
export const NewIcon = kept(FilePlus);
export const UndoIcon = kept(Undo2);
export const RedoIcon = kept(Redo2);
export const CopyIcon = kept(Copy);
export const DownloadIcon = kept(Download);
export const MenuIcon = kept(Menu);
export const CloseIcon = kept(X);
export const CheckIcon = kept(Check);
export const LockIcon = kept(Lock);
/** Points aside where something is closed; turned where it is open. */
export const FoldIcon = kept(ChevronRight, "fold");

/** A shape for each severity, since a colour alone tells nothing to many people. */
export function SeverityIcon({ severity }: { severity: Severity }) {
  return (
    <Drawing size={16} className={`severity-${severity}`}>
      {severity === "error" && <path class="filled" d="M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z" />}
      {severity === "error" && <path class="cut" d="m5.7 5.7 4.6 4.6m0-4.6-4.6 4.6" />}
      {severity === "warning" && <path class="filled" d="M8 1.6 15 14H1Z" />}
      {severity === "warning" && <path class="cut" d="M8 6v4m0 1.7v.1" />}
      {severity === "hint" && <path class="filled" d="M8 1.2 14.8 8 8 14.8 1.2 8Z" />}
      {severity === "hint" && <path class="cut" d="M8 7.5v3.2M8 5v.1" />}
    </Drawing>
  );
}

/** The page's sign: braces around a tick. */
export const SignIcon = () => (
  <Drawing size={16} className="sign">
    <path d="M5 2H4.2C3.3 2 3 2.5 3 3.3v2.5C3 7 2.4 7.7 1.5 8 2.4 8.3 3 9 3 10.2v2.5c0 .8.3 1.3 1.2 1.3H5M11 2h.8c.9 0 1.2.5 1.2 1.3v2.5c0 1.2.6 1.9 1.5 2.2-.9.3-1.5 1-1.5 2.2v2.5c0 .8-.3 1.3-1.2 1.3H11" />
    <path class="tick" d="m5.6 8.2 1.8 1.8 3-3.8" />
  </Drawing>
);
