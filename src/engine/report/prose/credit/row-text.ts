import type { FactorRow, GivesRow } from "../../../agreement/document/credit-award.ts";
import type { CreditFact } from "../../../agreement/document/credit-words.ts";
import type { Quantity } from "../../../agreement/quantity.ts";
import { edgeOf, factNameOf } from "../../../credit/written/edges.ts";
import { compare, type Fraction } from "../../../number/fraction.ts";
import { factValue } from "./fact-text.ts";
import { plain } from "./number-text.ts";

type Row = GivesRow | FactorRow;

interface Told<R extends Row> {
  readonly fact: CreditFact;
  readonly say: (row: R) => string;
  /** What holds where no row does. */
  readonly otherwise: string;
}

/**
 * Rows as a list: `99.90 % or more: nothing; from 99.00 % to below 99.90 %: 10 %; below 99.00 %: 30 %`. A row has one
 * edge only, and its other end is the edge of the next, so that nothing lies between two rows.
 */
export function rowList<R extends Row>(rows: readonly R[], told: Told<R>): string {
  const place = rows.find(({ others }) => others !== undefined);
  const rest = place === undefined ? told.otherwise : saidOf(place, told);
  const words = rows.flatMap((row) => (row.is === undefined ? [] : [`“${row.is}”: ${saidOf(row, told)}`]));
  const edges = [...reached(rows, told, rest), ...notPassed(rows, told, rest)];
  const others = edges.length > 0 ? [] : [`${words.length > 0 ? "anything else" : "in every case"}: ${rest}`];
  return [...words, ...edges, ...others].join("; ");
}

function saidOf<R extends Row>(row: R, { say }: Told<R>): string {
  const name = "name" in row && row.name !== undefined ? ` (“${row.name}”)` : "";
  return `${say(row)}${name}`;
}

interface Edged<R> {
  readonly row: R;
  readonly at: Quantity;
  readonly size: Fraction;
}

function edgedBy<R extends Row>(rows: readonly R[], fact: CreditFact, key: "from" | "upto"): readonly Edged<R>[] {
  return rows.flatMap((row) => {
    const at = row[key];
    return at === undefined ? [] : [{ row, at, size: edgeOf(factNameOf[fact], at) }];
  });
}

/** A bare number, whose unit the other end of the row says. */
const bareValue = ({ unit, value }: Quantity): string | null =>
  unit === "number" || unit === "points" ? plain(value) : null;

/** Rows that hold from their edge on, the highest first. */
function reached<R extends Row>(rows: readonly R[], told: Told<R>, rest: string): readonly string[] {
  const edges = edgedBy(rows, told.fact, "from").toSorted((a, b) => compare(b.size, a.size));
  const last = edges.at(-1);
  const said = edges.map(({ row, at }, index) => {
    const above = edges[index - 1];
    const value = factValue(told.fact, at);
    const reach = above
      ? `from ${bareValue(at) ?? value} to below ${factValue(told.fact, above.at)}`
      : `${value} or more`;
    return `${reach}: ${saidOf(row, told)}`;
  });
  // No fact is below zero, so nothing is said of what lies under an edge of zero.
  return last === undefined || last.size.n === 0n ? said : [...said, `below ${factValue(told.fact, last.at)}: ${rest}`];
}

/** Rows that hold up to their edge, itself included, the lowest first. */
function notPassed<R extends Row>(rows: readonly R[], told: Told<R>, rest: string): readonly string[] {
  const edges = edgedBy(rows, told.fact, "upto").toSorted((a, b) => compare(a.size, b.size));
  const last = edges.at(-1);
  const said = edges.map(({ row, at }, index) => {
    const below = edges[index - 1];
    const value = factValue(told.fact, at);
    const reach = below
      ? `above ${bareValue(below.at) ?? factValue(told.fact, below.at)} up to ${value}`
      : `up to ${value}`;
    return `${reach}: ${saidOf(row, told)}`;
  });
  return last === undefined ? said : [...said, `above ${factValue(told.fact, last.at)}: ${rest}`];
}
