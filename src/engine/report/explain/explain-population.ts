import type { Item } from "../../measure/measurement.ts";
import { fraction, sum } from "../../number/fraction.ts";
import { figureText } from "../words/figure.ts";
import { reasonLabel } from "../words/reason-words.ts";
import { type Derivation, said, type Unlisted } from "./derivation.ts";
import { type PopulationCase, recordNode, valueNode, valueShown, wordOf } from "./explain-item.ts";
import { listed } from "./listed.ts";
import { count, node, number } from "./nodes.ts";
import { placeOf } from "./setting.ts";

/** Counts of a population, each made of groups by reason, each group of its records. */
export interface PopulationNodes {
  readonly good: Derivation;
  readonly bad: Derivation;
  readonly unknown: Derivation;
  readonly out: Derivation;
}

/** Records by what they are in the count, then by reason, the largest group first. */
export function populationNodes(of: PopulationCase, items: readonly Item[]): PopulationNodes {
  const countOf = (word: string, title: string): Derivation => wordNode(of, items, { word, title });
  return {
    good: countOf(said.good, "good"),
    bad: countOf(said.bad, "not good"),
    unknown: countOf(said.unknown, "not known"),
    out: countOf(said.out, "do not count"),
  };
}

interface Word {
  readonly word: string;
  readonly title: string;
}

function wordNode(of: PopulationCase, items: readonly Item[], { word, title }: Word): Derivation {
  const id = `${of.under}/${title}`;
  const groups = groupsOf(
    of,
    items.filter((item) => wordOf(item) === word),
  );
  const children = groups.map(([label, group], index) =>
    groupNode(of, group, { word, title: label, place: `${title} ${index + 1}` }),
  );
  const total = groups.reduce((all, [, group]) => all + sizeOf(group), 0);
  return node({ id, title, operation: "sum", ...count(total), children });
}

/** Items with the same label of their reason. */
function groupsOf(
  { setting }: PopulationCase,
  items: readonly Item[],
): readonly (readonly [string, readonly Item[]])[] {
  const place = placeOf(setting);
  const groups = Map.groupBy(items, ({ why }) => reasonLabel(why, place));
  return [...groups].sort(([a, left], [b, right]) => sizeOf(right) - sizeOf(left) || (a < b ? -1 : 1));
}

/** A gap stands for all samples that are missing in it. */
const standsFor = ({ why, value, counted }: Item): number =>
  why.code === "gap" && counted && value?.d === 1n ? Number(value.n) : 1;

const sizeOf = (items: readonly Item[]): number => items.reduce((total, item) => total + standsFor(item), 0);

function groupNode(
  of: PopulationCase,
  items: readonly Item[],
  { word, title, place }: Word & { place: string },
): Derivation {
  const value = { kind: "words", words: word } as const;
  const shown = listed(of.setting.show, items, {
    node: (item, index) => recordNode(of, item, `${place} ${index + 1} ${item.record}`),
    value: () => value,
  });
  const more = items.reduce((total, item) => total + standsFor(item) - 1, 0);
  const missing: Unlisted[] = more === 0 ? [] : [{ value, times: more }];
  return node({
    title,
    operation: { kind: "count", of: word },
    ...count(sizeOf(items)),
    children: shown.children,
    unlisted: [...shown.unlisted, ...missing],
  });
}

/** The values of the records that count: their sum with each of them below it. */
export function valuesNode(of: PopulationCase, items: readonly Item[]): Derivation {
  const counted = items.filter((item) => item.counted && item.value !== null && item.why.code !== "gap");
  const values = counted.flatMap(({ value }) => value ?? []);
  const unit = counted[0] ? valueShown(of.setting, counted[0]).value : null;
  const total = sum(values);
  const kind = unit?.kind === "number" ? unit.unit : "number";
  return node({
    id: `${of.under}/values`,
    title: "sum of the values",
    operation: "sum",
    ...number(kind, total, figureText(kind, total, { places: 2, half: "up", not: [] })),
    ...listed(of.setting.show, counted, {
      node: (item, index) => valueNode(of, item, `value ${index + 1} ${item.record}`),
      value: (item) => valueShown(of.setting, item).value,
    }),
  });
}

/** How many children a node has, as a number of its own. */
export function membersNode(of: Derivation, title: string): Derivation {
  const many = of.children.length + of.unlisted.reduce((total, { times }) => total + times, 0);
  return node({ title, operation: { kind: "members", of: of.id }, ...count(many) });
}

/** A sum of counts, some of which stand elsewhere in the tree. */
export function sumOfCounts(title: string, parts: readonly Derivation[]): Derivation {
  const total = parts.reduce(
    (all, { value }) => all + (value.kind === "number" ? Number(value.exact.split("/")[0]) : 0),
    0,
  );
  return node({ title, operation: "sum", ...number("number", fraction(total), count(total).text), children: parts });
}
