import { factNameOf } from "../../credit/written/edges.ts";

const wordOf: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(factNameOf).map(([word, name]) => [name, word]),
);

/** A fact of a failure in the words of the format; a name that is none stands as it is. */
export const factWord = (name: string): string => wordOf[name] ?? name.replaceAll("_", " ");
