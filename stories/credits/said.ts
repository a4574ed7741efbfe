import type { CreditEntry, Said } from "../../src/engine/credit/entry.ts";
import type { FactName } from "../../src/engine/credit/plan/fact-name.ts";
import { readDecimal } from "../../src/engine/number/decimal.ts";
import type { Fraction } from "../../src/engine/number/fraction.ts";
import { readMoney } from "../../src/wire/agreement/quantity/money.ts";

/** What a person stated about a month, and of which level. */
export interface Statement {
  readonly level?: string;
  readonly group?: string;
  readonly said: Said;
  /** The day on which it was stated; the month itself where none is told. */
  readonly on?: string;
}

export const invoice = (base: string, amount: string): Statement => ({
  said: { kind: "base", base, amount: moneyOf(amount) },
});

export const amountFor = (level: string, amount: string): Statement => ({
  level,
  said: { kind: "amount", amount: moneyOf(amount) },
});

export const factsFor = (level: string, facts: Readonly<Partial<Record<FactName, string>>>): Statement => ({
  level,
  said: {
    kind: "facts",
    facts: Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, numberOf(value)])),
    words: {},
  },
});

export const flagOn = (flag: string, level?: string): Statement => ({
  ...(level === undefined ? {} : { level }),
  said: { kind: "flag", flag },
});

export const claimed = (on: string): Statement => ({ said: { kind: "claim" }, on });

export const oneEvent = (event: string, levels: readonly string[], chosen: string | null = null): Statement => ({
  said: {
    kind: "event",
    event,
    levels: levels.map((level) => `sla/${level}`),
    chosen: chosen === null ? null : `sla/${chosen}`,
  },
});

export const waived = (level: string | null, amount: string | null = null): Statement => ({
  ...(level === null ? {} : { level }),
  said: { kind: "waiver", amount: amount === null ? null : moneyOf(amount) },
});

export const disputed = (level: string, group?: string): Statement => ({
  level,
  ...(group === undefined ? {} : { group }),
  said: { kind: "dispute" },
});

/** A statement as an entry of the plan. */
export function entryOf(
  { level, group, said }: Statement,
  at: Pick<CreditEntry, "id" | "plan" | "month" | "on" | "source">,
): CreditEntry {
  return {
    ...at,
    said,
    level: level === undefined ? null : `sla/${level}`,
    group: group ?? null,
    by: "piet-sorby",
    reason: "as told in the story",
  };
}

function moneyOf(text: string): { readonly amount: Fraction; readonly currency: string } {
  const read = readMoney(text);
  if (!("value" in read)) throw new Error(`'${text}' is no money`);
  return read.value;
}

function numberOf(text: string | undefined): Fraction {
  const value = readDecimal(text ?? "");
  if (value === null) throw new Error(`'${text}' is no number`);
  return value;
}
