import type { ComponentChildren } from "preact";
import type { Severity } from "../wire";

function Icon({ children, className = "" }: { children: ComponentChildren; className?: string }) {
  return (
    <svg class={`icon ${className}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

/** A shape for each severity, since a colour alone tells nothing to many people. */
export function SeverityIcon({ severity }: { severity: Severity }) {
  return (
    <Icon className={`severity-${severity}`}>
      {severity === "error" && <path class="filled" d="M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z" />}
      {severity === "error" && <path class="cut" d="m5.7 5.7 4.6 4.6m0-4.6-4.6 4.6" />}
      {severity === "warning" && <path class="filled" d="M8 1.6 15 14H1Z" />}
      {severity === "warning" && <path class="cut" d="M8 6v4m0 1.7v.1" />}
      {severity === "hint" && <path class="filled" d="M8 1.2 14.8 8 8 14.8 1.2 8Z" />}
      {severity === "hint" && <path class="cut" d="M8 7.5v3.2M8 5v.1" />}
    </Icon>
  );
}

export const OpenIcon = () => (
  <Icon>
    <path d="M1.5 13V3.5h4l1.5 2h7.5V13Z" />
  </Icon>
);

export const NewIcon = () => (
  <Icon>
    <path d="M9 1.5H3.5v13h9V5Zm0 0V5h3.5M8 8v4m-2-2h4" />
  </Icon>
);

export const UndoIcon = () => (
  <Icon>
    <path d="M5.5 3 2.5 6l3 3m-3-3h7a4 4 0 0 1 0 8H6" />
  </Icon>
);

export const RedoIcon = () => (
  <Icon>
    <path d="m10.5 3 3 3-3 3m3-3h-7a4 4 0 0 0 0 8H10" />
  </Icon>
);

export const CopyIcon = () => (
  <Icon>
    <path d="M5.5 5.5h8v9h-8zM10.5 5.5v-4h-8v9h3" />
  </Icon>
);

export const DownloadIcon = () => (
  <Icon>
    <path d="M8 1.5v9M4.5 7 8 10.5 11.5 7M2 14.5h12" />
  </Icon>
);

export const MenuIcon = () => (
  <Icon>
    <path d="M2 4h12M2 8h12M2 12h12" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="m4 4 8 8m0-8-8 8" />
  </Icon>
);

/** Points aside where something is closed; turned where it is open. */
export const FoldIcon = () => (
  <Icon className="fold">
    <path d="m6 3.5 4.5 4.5L6 12.5" />
  </Icon>
);

export const CheckIcon = () => (
  <Icon>
    <path d="m2.5 8.5 3.5 3.5 7.5-8" />
  </Icon>
);

export const LockIcon = () => (
  <Icon>
    <path d="M3 7h10v7.5H3zM5 7V4.5a3 3 0 0 1 6 0V7" />
  </Icon>
);

/** The page's sign: braces around a tick. */
export const SignIcon = () => (
  <Icon className="sign">
    <path d="M5 2H4.2C3.3 2 3 2.5 3 3.3v2.5C3 7 2.4 7.7 1.5 8 2.4 8.3 3 9 3 10.2v2.5c0 .8.3 1.3 1.2 1.3H5M11 2h.8c.9 0 1.2.5 1.2 1.3v2.5c0 1.2.6 1.9 1.5 2.2-.9.3-1.5 1-1.5 2.2v2.5c0 .8-.3 1.3-1.2 1.3H11" />
    <path class="tick" d="m5.6 8.2 1.8 1.8 3-3.8" />
  </Icon>
);
