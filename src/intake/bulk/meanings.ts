import type { State } from "../../engine/record/record.ts";
import type { FieldRule } from "../../wire/mapping/mapping.ts";
import type { Plan } from "../plan.ts";
import { type Words, wordAt } from "./byte-words.ts";
import { decoderOf } from "./decoder.ts";
import type { Layout } from "./layout.ts";

/** What the words of a file mean under its mapping, by their code. */
export interface Meanings {
  /** For each field of the plan: the column of its words (-1: the same for every row), and its value by code. */
  readonly fields: readonly { readonly column: number; readonly values: readonly (string | null)[] }[];
  readonly state: { readonly column: number; readonly values: readonly StateSaid[] } | null;
  /** For each word column, 1 for the codes whose rows only the ordinary way can judge. */
  readonly odd: readonly Uint8Array[];
}

export type StateSaid = { readonly state: State; readonly text: string } | null;

/** Reads each word once by the plan; words that it does not list, does not know or leaves out are odd. */
export function meaningsOf(plan: Plan, layout: Layout, words: readonly Words[]): Meanings {
  const { mapping } = plan;
  const decoder = decoderOf(mapping.file.encoding);
  const texts = words.map((each) => Array.from(each.ends, (_, code) => decoder.decode(wordAt(each, code))));
  const odd = texts.map((each) => new Uint8Array(each.length));
  const rules: FieldRule[] = Object.entries(mapping.fields).flatMap(([name, rule]) =>
    name === "opened" ? [] : [rule],
  );
  if (mapping.flag !== undefined) rules.push(mapping.flag);
  const fields = plan.fields.map(({ read }, index) => {
    const column = columnOf(rules[index] as FieldRule, layout);
    if (column < 0) return { column, values: [valueIn(read({}))] };
    const name = layout.words[column] as string;
    const values = (texts[column] as string[]).map((text, code) => {
      const found = read({ [name]: text });
      if ("unlisted" in found) (odd[column] as Uint8Array)[code] = 1;
      return valueIn(found);
    });
    return { column, values };
  });
  const state = statesOf(plan, layout, { texts, odd });
  for (const rule of mapping.only_when) {
    const column = layout.words.indexOf(rule.column);
    (texts[column] as string[]).forEach((text, code) => {
      const isWanted = "is" in rule ? rule.is.includes(text.trim()) : !rule.is_not.includes(text.trim());
      if (!isWanted) (odd[column] as Uint8Array)[code] = 1;
    });
  }
  return { fields, state, odd };
}

const valueIn = (read: ReturnType<Plan["fields"][number]["read"]>): string | null =>
  "value" in read ? read.value : null;

function columnOf(rule: FieldRule, { words }: Layout): number {
  if (typeof rule === "string") return words.indexOf(rule);
  return "column" in rule ? words.indexOf(rule.column) : -1;
}

function statesOf(
  { state: read, mapping }: Plan,
  { words }: Layout,
  { texts, odd }: { readonly texts: readonly string[][]; readonly odd: readonly Uint8Array[] },
): Meanings["state"] {
  if (read === null || !mapping.states) return null;
  const name = mapping.states.column;
  const column = words.indexOf(name);
  const values = (texts[column] as string[]).map((text, code): StateSaid => {
    const found = read({ [name]: text });
    if (found === null) return null;
    if (found.kind === "state" && found.state.kind !== "unknown") return found;
    (odd[column] as Uint8Array)[code] = 1;
    return null;
  });
  return { column, values };
}
