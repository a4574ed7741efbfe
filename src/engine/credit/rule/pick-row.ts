import { compare, type Fraction } from "../../number/fraction.ts";
import type { Row } from "../plan/row.ts";

/**
 * The row a figure or a word falls into: the highest edge it has reached, the lowest it has not passed, its own word,
 * else the row for the others. Null where neither a fact nor such a row is there.
 */
export function pickRow(rows: readonly Row[], value: Fraction | null, word: string | undefined): Picked | null {
  if (value === null && word === undefined) return null;
  const row =
    rows.find((one) => one.kind === "is" && one.word === word) ??
    edged(rows, value) ??
    rows.find((one) => one.kind === "others");
  return row ? { give: row.give, row: row.name ?? null } : null;
}

interface Picked {
  readonly give: Fraction;
  readonly row: string | null;
}

function edged(rows: readonly Row[], value: Fraction | null): Row | undefined {
  if (value === null) return undefined;
  const reached = rows.filter((row) => row.kind === "from" && compare(value, row.edge) >= 0);
  const notPassed = rows.filter((row) => row.kind === "upto" && compare(value, row.edge) <= 0);
  const edge = (row: Row): Fraction => ("edge" in row ? row.edge : value);
  return [
    ...reached.sort((a, b) => compare(edge(b), edge(a))),
    ...notPassed.sort((a, b) => compare(edge(a), edge(b))),
  ][0];
}
