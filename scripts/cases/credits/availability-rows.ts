import { missOf } from "../../../src/engine/credit/facts.ts";
import { plainLevel, type ValueRounding } from "../../../src/engine/credit/plan/level.ts";
import type { Row } from "../../../src/engine/credit/plan/row.ts";
import { compare, type Fraction, zero } from "../../../src/engine/number/fraction.ts";
import { ask, rowOf } from "./ask.ts";
import { markCount } from "./marks.ts";
import { type Meanings, meaningOf } from "./meaning.ts";
import {
  type Answer,
  amount,
  count,
  flag,
  has,
  type Input,
  inPercent,
  list,
  maybe,
  number,
  says,
  share,
  word,
} from "./read.ts";
import { withoutWord } from "./untranslated.ts";

/** Rows from a figure on. A row that is printed with two ends holds from the lower one, so that no gap is left. */
export const tierRows = (input: Input): readonly Row[] => [
  ...list(input, "tiers").map(tierOf),
  ...list(input, "bands").map(tierOf),
];

function tierOf(row: Input): Row {
  const give = share(row, "pct");
  if (!has(row, "from_pct")) return { ...rowOf(row, "at_least", give), name: nameOf(row) };
  const [from, to] = [amount(row, "from_pct"), maybe(row, "to_pct")];
  const edge = to && compare(to, from) < 0 ? to : from;
  return { kind: "from", edge, give, name: word(row, "from_pct") };
}

/**
 * Whether a figure is better than every row that is printed with two ends. Where rows share an edge the upper end is the
 * next row's, else the last figure of its own.
 */
export function isAboveRows(input: Input, value: Fraction): boolean {
  const ends = [...list(input, "tiers"), ...list(input, "bands")].filter((row) => has(row, "from_pct", "to_pct"));
  const pairs = ends.map((row) => [amount(row, "from_pct"), amount(row, "to_pct")] as const);
  const edges = pairs.map(([a, b]) => (compare(a, b) > 0 ? { lower: b, upper: a } : { lower: a, upper: b }));
  const shared = edges.some(({ upper }) => edges.some(({ lower }) => compare(lower, upper) === 0));
  return edges.length > 0 && edges.every(({ upper }) => compare(value, upper) >= (shared ? 0 : 1));
}

/** A row goes by its edge, as printed tables do. */
const nameOf = (row: Input): string => (has(row, "at_least") ? word(row, "at_least") : "else");

export const roundings: Meanings<ValueRounding | "none"> = [
  [/half_?up|nearest|commercial/, "half up"],
  [/down|floor|trunc|cut/, "down"],
  [/none|exact|unrounded/, "none"],
];

interface Round {
  readonly places: number;
  readonly mode: ValueRounding;
}

/** How a figure is rounded before the rows are asked; the case that only says that it is takes the usual decimals. */
export const roundOf = (input: Input): Round | null =>
  flag(input, "round_before_lookup") ? { places: markCount(input, "S09 decimals of a figure"), mode: "half up" } : null;

/** One figure looked up after each of several roundings. */
export function looks(input: Input, value: Fraction | null): Answer {
  if (value === null) throw withoutWord(["value", "uptime"]);
  const exactly = says(input, "round_before_lookup") && !flag(input, "round_before_lookup");
  const rows = tierRows(input);
  const results = list(input, "variants").map((variant) => {
    const round = variantOf(variant);
    const shown = lookedUp(input, { value, rows, round });
    return {
      ...shown,
      ...(exactly ? { ...lookedUp(input, { value, rows, round: null }), rounded: shown.rounded } : {}),
    };
  });
  return { results, ...results[0] };
}

/** Places that are said to be none leave the figure as it is. */
function variantOf(variant: Input): Round | null {
  const mode = has(variant, "mode") ? meaningOf(word(variant, "mode"), roundings) : "half up";
  if (!has(variant, "places") || mode === "none") {
    word(variant, "places");
    return null;
  }
  return { places: count(variant, "places"), mode };
}

interface Look {
  readonly value: Fraction;
  readonly rows: readonly Row[];
  readonly round: Round | null;
}

function lookedUp(input: Input, { value, rows, round }: Look) {
  const statement = ask(input, {
    amount: { kind: "rows", of: "charges", by: "value", rows },
    results: [missOf("level", { facts: { value } })],
    plan: { levels: { level: { ...plainLevel, round } } },
  });
  const [line] = statement.lines;
  return {
    rounded: round ? (line?.value ?? zero) : null,
    row: line?.row ?? null,
    pct: inPercent(line?.share),
    credit: statement.credit,
  };
}

/** A table that is printed in whole numbers, read after each of several roundings to whole numbers. */
export function printedTable(input: Input): Answer {
  const rows = list(input, "table").map((row): Row => {
    const name = word(row, "pct_value");
    return { kind: "from", edge: number(name.split("-")[0]), give: share(row, "credit"), name };
  });
  const value = amount(input, "value");
  const results = list<string>(input, "variants").map((way) => {
    const mode = meaningOf(way, roundings);
    const look = lookedUp(input, { value, rows, round: mode === "none" ? null : { places: 0, mode } });
    return { row: look.row, credit: look.credit };
  });
  return { results };
}
