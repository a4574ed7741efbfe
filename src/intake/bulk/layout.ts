import type { FieldRule, Mapping } from "../../wire/mapping/mapping.ts";
import type { Plan } from "../plan.ts";

/** What is taken from a column of a plain file. */
export const takes = { nothing: 0, record: 1, order: 2, stamp: 3, word: 4 } as const;

/** Which column is what, by its place in the header. Stamps and words have a place of their own among their like. */
export interface Layout {
  readonly separator: number;
  readonly role: readonly number[];
  readonly place: readonly number[];
  readonly stamps: readonly string[];
  readonly words: readonly string[];
}

/**
 * The layout of a file under a mapping; null where rows are not plain: messages, samples, lists, records told by
 * something else than a cell, a state that names another record, or a column read in two ways.
 */
export function layoutOf(plan: Plan, columns: readonly string[]): Layout | null {
  const { mapping } = plan;
  const record = recordColumn(mapping);
  if (record === null || !isPlain(mapping)) return null;
  const order = mapping.in_order_of === undefined ? [] : [mapping.in_order_of];
  const stamps = stampColumns(plan);
  const words = wordColumns(mapping);
  const all = [record, ...order, ...stamps, ...words];
  if (new Set(all).size < all.length || !all.every((column) => columns.includes(column))) return null;
  const roleOf = (column: string): number => {
    if (column === record) return takes.record;
    if (order.includes(column)) return takes.order;
    return stamps.includes(column) ? takes.stamp : words.includes(column) ? takes.word : takes.nothing;
  };
  return {
    separator: separators[mapping.file.separator],
    role: columns.map(roleOf),
    place: columns.map((column) => Math.max(stamps.indexOf(column), words.indexOf(column))),
    stamps,
    words,
  };
}

const separators: Readonly<Record<Mapping["file"]["separator"], number>> = {
  comma: 44,
  semicolon: 59,
  tab: 9,
  pipe: 124,
};

function isPlain(mapping: Mapping): boolean {
  const { file, rows, messages, unroll, states } = mapping;
  const named = [...Object.values(states?.values ?? {}), states?.others];
  const isOfOne = !named.some((word) => typeof word === "object" && "merged_into" in word);
  return (
    file.kind === "csv" && file.encoding !== "utf-16" && rows !== "one per sample" && !messages && !unroll && isOfOne
  );
}

function recordColumn({ record }: Mapping): string | null {
  if (typeof record === "string") return record;
  return "column" in record && !("each" in record) ? record.column : null;
}

function stampColumns({ mapping, opened, stamped }: Plan): string[] {
  const named = [mapping.happened, mapping.learned, opened ?? undefined, ...stamped.map(({ column }) => column)];
  return [...new Set(named.filter((column) => column !== undefined))];
}

function wordColumns({ fields, flag, states, only_when }: Mapping): string[] {
  const rules = Object.entries(fields).flatMap(([name, rule]) => (name === "opened" ? [] : [rule]));
  const named = [...rules, ...(flag === undefined ? [] : [flag])].flatMap(columnOf);
  return [...new Set([...named, ...(states ? [states.column] : []), ...only_when.map(({ column }) => column)])];
}

const columnOf = (rule: FieldRule): string[] =>
  typeof rule === "string" ? [rule] : "column" in rule ? [rule.column] : [];
