import { keysInWords } from "../../commands";
import { Words } from "../../panels/words";
import { editorTexts } from "../../text/later";
import type { Completion, Help } from "../../wire";

const texts = editorTexts.help;

/** What is known of a key or a value, in a box at the place. */
export function HelpBox({ help, leadsTo }: { readonly help: Help; readonly leadsTo: boolean }) {
  const { name, holder, text, expected, allowed, isRequired, standing, refersTo, uses, source } = help;
  const facts = [holder, expected, isRequired ? texts.required : ""].filter(Boolean);
  const [referredTo, ...lines] = refersTo;
  return (
    <div class="help-box">
      <p class="help-head">
        <code class="help-name">{name}</code>
        <span class="help-facts">
          <Words text={facts.join(" · ")} />
        </span>
      </p>
      {text && (
        <p>
          <Words text={text} />
        </p>
      )}
      {allowed.length > 1 && (
        <p class="help-values">
          {texts.allowed} {allowed.map((value) => <code key={value}>{value}</code>)}
        </p>
      )}
      {standing && standing !== "documented" && <p class="help-note">{texts.standing[standing]}</p>}
      {uses !== undefined && <p class="help-note">{texts.uses(uses)}</p>}
      {referredTo && (
        <div class="help-target">
          <p>
            <strong>{referredTo}</strong>
          </p>
          {lines.length > 0 && <pre>{lines.join("\n")}</pre>}
        </div>
      )}
      {(leadsTo || source) && (
        <p class="help-foot">
          {leadsTo && (
            <span>
              {keysInWords("F12").map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}{" "}
              {texts.goesThere}
            </span>
          )}
          {source && (
            <a href={source} target="_blank" rel="noreferrer noopener">
              {texts.source}
            </a>
          )}
        </p>
      )}
    </div>
  );
}

/** What a suggestion is for, beside the list. */
export function CompletionHelp({ completion }: { readonly completion: Completion }) {
  return (
    <div class="suggestion-help">
      <p>
        <Words text={completion.help} />
      </p>
    </div>
  );
}
