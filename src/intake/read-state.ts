import type { State } from "../engine/record/record.ts";
import type { StateRule, StateWord } from "../wire/mapping/states.ts";
import type { Cells } from "./read/row.ts";
import { flat, textReader } from "./read-cell.ts";

/** A state with the tool's word for it; a word that the mapping does not know; or nothing said. */
export type StateRead =
  | { readonly kind: "state"; readonly state: State; readonly text: string }
  | { readonly kind: "unlisted"; readonly text: string }
  | null;

export type StateReader = (cells: Cells) => StateRead;

/** Translates the tool's state; the same word gives the same object, so that changes are found by identity. */
export function stateReader(rule: StateRule, missing: ReadonlySet<string>): StateReader {
  const read = textReader(rule.column, missing);
  const translations = new Map<string, StateRead>();
  return (cells) => {
    const text = read(cells);
    if (text === null) return null;
    const found = translations.get(text);
    if (found !== undefined) return found;
    const word = Object.hasOwn(rule.values, text) ? rule.values[text] : rule.others;
    if (typeof word === "object" && "merged_into" in word) {
      return {
        kind: "state",
        state: { kind: "merged", into: textReader(word.merged_into, missing)(cells) },
        text: flat(text),
      };
    }
    const made: StateRead =
      word === undefined
        ? { kind: "unlisted", text: flat(text) }
        : { kind: "state", state: stateOf(word), text: flat(text) };
    if (translations.size < 10_000) translations.set(flat(text), made);
    return made;
  };
}

function stateOf(word: Exclude<StateWord, { merged_into: string }>): State {
  if (typeof word === "object") return { kind: "waiting", reason: word.waiting };
  if (word === "new" || word === "in progress") return { kind: "open", name: word };
  return word === "merged" ? { kind: "merged", into: null } : { kind: word };
}

/** True where a mapping's word (`in progress`, a reason of waiting, a word of the tool) means this state. */
export function meant(word: string, state: State, text: string): boolean {
  if (state.kind === "open") return word === state.name || word === text;
  if (state.kind === "waiting") return word === state.reason || word === text;
  return word === state.kind || word === text;
}

export const sameState = (a: State, b: State): boolean =>
  a === b ||
  (a.kind === "open" && b.kind === "open"
    ? a.name === b.name
    : a.kind === "waiting" && b.kind === "waiting"
      ? a.reason === b.reason
      : a.kind === "merged" && b.kind === "merged"
        ? a.into === b.into
        : a.kind === b.kind && a.kind !== "open" && a.kind !== "waiting");
