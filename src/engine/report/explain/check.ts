import type { Derivation, Exact } from "./derivation.ts";
import { said } from "./derivation.ts";

/** A tree with its nodes by id. */
export interface Tree {
  readonly nodes: ReadonlyMap<string, Derivation>;
}

/** What follows instead of the value of a node; null where it follows. */
export type Check = (node: Derivation, tree: Tree) => string | null;

/** A value as one line of text, for comparison and for messages. */
export function saidBy(value: Exact): string {
  switch (value.kind) {
    case "number":
      return `${value.exact} ${value.unit}`;
    case "instant":
      return `${value.at} (${value.offset})`;
    case "words":
      return value.words;
    case "nothing":
      return "nothing";
  }
}

/** True for a node whose words say that a comparison holds. */
export const holdsIn = (node: Derivation | undefined): boolean =>
  node?.value.kind === "words" && node.value.words === said.holds;

export const wordsIn = (value: Exact | undefined): string | null => (value?.kind === "words" ? value.words : null);
