import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { ContractDocument } from "../../src/engine/agreement/document/document.ts";
import { levelTerms } from "../../src/engine/agreement/resolve/level-terms.ts";
import type { CreditEntry, Said } from "../../src/engine/credit/entry.ts";
import { creditMonths } from "../../src/engine/credit/run/credit-months.ts";
import type { CreditMonth } from "../../src/engine/credit/run/month.ts";
import { periodNamed } from "../../src/engine/period/periods.ts";
import type { Period, Result } from "../../src/engine/period/result.ts";
import { noSource } from "../../src/engine/source/source.ts";
import { dayOf } from "../../src/engine/time/civil.ts";
import { utc } from "../../src/engine/time/zone.ts";
import { readAgreement } from "../../src/wire/agreement/load.ts";
import { resultOf } from "../../stories/credits/result-of.ts";
import { judgedIn } from "./credits-judged.ts";
import type { MonthSpec, Spec } from "./credits-spec.ts";
import { percent, planText } from "./credits-text.ts";

const frame = readFileSync(join(import.meta.dirname, "..", "..", "stories", "credits", "frame.yaml"), "utf8");

/** The contract that a plan stands in, its first charge as the plan's trial wants it. */
export function documentOf(spec: Spec): ContractDocument {
  const { first, later, laterFrom } = spec.charges;
  const amounts = `{from: 2026-01-01, amount: ${first}.00 GBP}, {from: ${laterFrom}, amount: ${later}.00 GBP}`;
  const text = frame.replace("{from: 2026-01-01, amount: 80000.00 GBP}", amounts);
  const { document } = readAgreement([
    { name: "frame.yaml", text },
    { name: "plan.yaml", text: planText(spec) },
  ]);
  fc.pre(document !== null);
  if (document === null) throw new Error("no plan");
  return document;
}

/** The same months by the engine, over the whole way from the text of the plan. */
export function byEngine(document: ContractDocument, months: readonly MonthSpec[]): readonly CreditMonth[] {
  const terms = levelTerms(document, "sla", dayOf(2026, 1, 1));
  const periods = months.map((_, month) => periodOf(document, month));
  const results = months.flatMap((heard, at): readonly Result[] =>
    judgedIn(heard).flatMap(({ level: id, group, state, figure }) => {
      const level = terms.find((one) => one.id === id);
      const period = periods[at];
      if (level === undefined || period === undefined) return [];
      const says = figure === null ? state : `${state} ${percent(figure)}`;
      return [resultOf({ level, group, period }, id === "uptime" ? { says, down: heard.minutes } : { says })];
    }),
  );
  const entries = months.flatMap((heard, at) => entriesOf(heard, periods[at]?.id ?? ""));
  return creditMonths({ document, plan: "trial", months: periods, zone: utc, results, entries });
}

function periodOf({ contract }: ContractDocument, month: number): Period {
  const id = new Date(Date.UTC(2026, month, 1)).toISOString().slice(0, 7);
  const found = periodNamed({ terms: { kind: "month" }, zone: utc, contractFrom: contract.from }, id);
  if (found === null) throw new Error(id);
  return found;
}

function entriesOf({ event, flagged }: MonthSpec, month: string): readonly CreditEntry[] {
  const said: readonly Said[] = [
    ...flagged.map((flag): Said => ({ kind: "flag", flag })),
    ...(event === null
      ? []
      : [
          {
            kind: "event" as const,
            event: "E",
            levels: event.levels.map((level) => `sla/${level}`),
            chosen: event.levels.includes(event.chosen) ? `sla/${event.chosen}` : null,
          },
        ]),
  ];
  return said.map((one, index) => ({
    id: `${month}-${index}`,
    plan: "trial",
    month,
    level: null,
    group: null,
    said: one,
    by: "piet-sorby",
    on: dayOf(2026, 1, 1),
    reason: "trial",
    source: noSource,
  }));
}
