import { type Found, finding } from "../../finding/finding.ts";
import { compare, type Fraction, minus, one, plus, times, zero } from "../../number/fraction.ts";
import type { Amount, Shortfall } from "../plan/amount.ts";
import type { FactName } from "../plan/fact-name.ts";
import type { Row } from "../plan/row.ts";
import type { Item, Working } from "../stage/working.ts";
import { marginal } from "./marginal.ts";
import { pickRow } from "./pick-row.ts";
import { scoreOf } from "./score-of.ts";
import { stepsOf } from "./steps-of.ts";

interface Given {
  readonly given: Fraction;
  /** The share of the base, before it met the base. */
  readonly share: Fraction | null;
  readonly row: string | null;
  readonly inputs: Readonly<Record<string, Fraction>>;
  readonly words: Readonly<Record<string, string>>;
}

/** What an amount form gives for one failure: money of a base, or units as they are. A missing fact gives nothing. */
export function amountOf(amount: Amount, item: Item, working: Working): Found<Given> {
  const raw = rawOf(amount, item, working);
  const by = "by" in amount ? { by: amount.by } : {};
  const read = factsRead(amount, item);
  if (raw === null) {
    const gap = finding("fact-missing", { facts: { level: item.line.level, form: amount.kind, ...by } });
    return { value: { given: zero, share: null, row: null, inputs: read, words: by }, findings: [gap] };
  }
  const of = "of" in amount ? amount.of : null;
  const words = { ...by, ...(raw.row === null ? {} : { row: raw.row }), ...(of === null ? {} : { of }) };
  if (of === null) {
    return {
      value: { given: raw.give, share: null, row: raw.row, inputs: { ...read, give: raw.give }, words },
      findings: [],
    };
  }
  const base = item.result.bases[of] ?? working.statement.bases[of];
  const inputs = { ...read, share: raw.give, ...(base ? { base } : {}) };
  return {
    value: { given: base ? times(raw.give, base) : zero, share: raw.give, row: raw.row, inputs, words },
    findings: [],
  };
}

function factsRead(amount: Amount, { line, result }: Item): Record<string, Fraction> {
  if (!("by" in amount)) return {};
  const value = amount.by === "value" ? line.value : result.facts[amount.by];
  return value ? { [amount.by]: value } : {};
}

interface Raw {
  readonly give: Fraction;
  readonly row: string | null;
}

const bare = (give: Fraction | null): Raw | null => (give === null ? null : { give, row: null });

function rawOf(amount: Amount, item: Item, working: Working): Raw | null {
  const fact = (name: FactName): Fraction | null =>
    name === "value" ? item.line.value : (item.result.facts[name] ?? null);
  switch (amount.kind) {
    case "fixed":
      return bare(amount.amount);
    case "share":
      return bare(amount.share);
    case "weighted":
      return bare(
        amount.weights
          .map((name) => working.weights.get(name === "self" ? item.line.level : name) ?? zero)
          .reduce(times, one),
      );
    case "rows":
      return item.line.state === "deemed failed" && amount.by === "value"
        ? dearestRow(amount.rows)
        : pickRow(amount.rows, fact(amount.by), item.result.words[amount.by]);
    case "shortfall":
      return shortfall({ ...amount, ...directed(amount, item, working) }, fact(amount.by));
    case "per unit":
      return perUnit(amount, fact(amount.by));
    case "marginal":
      return bare(marginal(fact(amount.by), amount.bands));
    case "entered":
      return bare(fact(amount.by));
    case "score":
      return pickRow(amount.rows, scoreOf(amount, working.weights, working.facts.scores), undefined);
  }
}

/** A failure that is deemed has no figure of its own: it is taken as the worst there is. */
function dearestRow(rows: readonly Row[]): Raw | null {
  const [row] = rows.toSorted((a, b) => compare(b.give, a.give));
  return row ? { give: row.give, row: row.name ?? null } : null;
}

/** From which figure a shortfall is counted, null where the level has no such mark, and which way is better for it. */
function directed({ target, better }: Shortfall, { line }: Item, { plan }: Working) {
  const level = plan.levels[line.level];
  const from = typeof target === "string" ? (level?.[target] ?? null) : target;
  return { target: from, better: level?.better ?? better };
}

function shortfall(
  amount: Omit<Shortfall, "target"> & { readonly target: Fraction | null },
  value: Fraction | null,
): Raw | null {
  const { target } = amount;
  if (value === null || target === null) return null;
  const gap = amount.better === "higher" ? minus(target, value) : minus(value, target);
  if (amount.fullLossAbove && compare(gap, amount.fullLossAbove) > 0) return { give: one, row: "full loss" };
  return bare(times(stepsOf(gap, amount.step, amount.partial), amount.give));
}

function perUnit(
  { first, size, partial, give }: Amount & { readonly kind: "per unit" },
  count: Fraction | null,
): Raw | null {
  if (count === null || compare(count, zero) <= 0) return bare(count === null ? null : zero);
  if (!first) return bare(times(stepsOf(count, size, partial), give));
  const later = times(stepsOf(minus(count, first.size), size, partial), give);
  return bare(plus(first.give, later));
}
