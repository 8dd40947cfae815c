interface KeysLineProps {
  readonly list: readonly { readonly keys: readonly string[]; readonly does: string }[];
}

/** The keys that work in a view, at its end. */
export function KeysLine({ list }: KeysLineProps) {
  return (
    <p class="keys">
      {list.map(({ keys, does }) => (
        <span key={does}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{" "}
          {does}
        </span>
      ))}
    </p>
  );
}
