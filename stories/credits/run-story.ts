import type { ContractDocument } from "../../src/engine/agreement/document/document.ts";
import { levelTerms } from "../../src/engine/agreement/resolve/level-terms.ts";
import { creditMonths, type RunInput } from "../../src/engine/credit/run/credit-months.ts";
import type { CreditMonth } from "../../src/engine/credit/run/month.ts";
import { exactDecimal, writeDecimal } from "../../src/engine/number/decimal.ts";
import { periodNamed } from "../../src/engine/period/periods.ts";
import type { Period, Result } from "../../src/engine/period/result.ts";
import { noSource } from "../../src/engine/source/source.ts";
import { type Day, readDay } from "../../src/engine/time/civil.ts";
import type { Zone } from "../../src/engine/time/zone.ts";
import { readZone } from "../../src/wire/zones.ts";
import { type Changes, loadPlan } from "./load-plan.ts";
import { type Heard, resultOf } from "./result-of.ts";
import { entryOf, type Statement } from "./said.ts";

/** One month of a story: what the levels came to, what people stated, and the money that follows. */
export interface MonthRow {
  readonly month: string;
  /** By level; a level that is judged for each component is written `circuit circuit-a`. */
  readonly results: Readonly<Record<string, Heard>>;
  readonly stated?: readonly Statement[];
  /** In the currency of the plan, or `waiting for base`, `not claimed`. */
  readonly credit: string;
  /** What each line comes to of it, where the row says so. */
  readonly lines?: Readonly<Record<string, string>>;
  readonly points?: string;
}

/** Months under a ready plan, and what a contract wrote differently. */
export interface Story {
  readonly plan: string;
  readonly changes?: Changes;
  readonly months: readonly MonthRow[];
}

/** What each row of a story comes to, in the words of the row. */
export function told(story: Story): readonly Partial<MonthRow>[] {
  const months = runStory(story);
  return story.months.map((row, index) => {
    const { month, results, stated, lines, points } = row;
    const own = months[index];
    if (own === undefined) throw new Error(`no credits of ${month}`);
    return {
      month,
      results,
      ...(stated ? { stated } : {}),
      credit: creditText(own),
      ...(lines ? { lines: lineTexts(own, Object.keys(lines)) } : {}),
      ...(points === undefined ? {} : { points: exactDecimal(own.statement.points) ?? "endless" }),
    };
  });
}

/** The months of a story by the whole road: text, document, plan, facts, money. */
export const runStory = (story: Story): readonly CreditMonth[] => creditMonths(readStory(story));

/** A story as the engine takes it. */
export function readStory({ plan, changes = {}, months }: Story): RunInput {
  const document = documentOf(plan, changes);
  const first = dayOf(`${months[0]?.month}-01`);
  const begins = document.agreements.sla?.from ?? first;
  const [day, zone] = [first < begins ? begins : first, zoneOf(document)];
  const terms = levelTerms(document, "sla", day);
  const periods = months.map(({ month }) => periodOf(document, month));
  const results = months.flatMap(({ results }, index) =>
    Object.entries(results).map(([name, heard]): Result => {
      const [id, group = null] = name.split(" ");
      const level = terms.find((one) => one.id === id);
      const period = periods[index];
      if (level === undefined || period === undefined) throw new Error(`no level '${id}'`);
      return resultOf({ level, group, period }, heard);
    }),
  );
  const entries = months.flatMap(({ month, stated = [] }) =>
    stated.map((one, index) =>
      entryOf(one, {
        id: `${month}-${index + 1}`,
        plan,
        month,
        on: dayOf(one.on ?? `${month}-28`),
        source: noSource,
      }),
    ),
  );
  return { document, plan, months: periods, zone, results, entries };
}

const read = new Map<string, ContractDocument>();

/** A plan is read once for all stories that change it alike. */
function documentOf(plan: string, changes: Changes): ContractDocument {
  const key = JSON.stringify([plan, changes]);
  const kept = read.get(key) ?? documentRead(plan, changes);
  read.set(key, kept);
  return kept;
}

function documentRead(plan: string, changes: Changes): ContractDocument {
  const { document, problems } = loadPlan(plan, changes);
  if (document === null)
    throw new Error(problems.map(({ line, message }) => `${plan} line ${line}: ${message}`).join("\n"));
  return document;
}

function zoneOf({ contract }: ContractDocument): Zone {
  const zone = readZone(contract.time_zone);
  if (zone === null) throw new Error(`no zone ${contract.time_zone}`);
  return zone;
}

function periodOf(document: ContractDocument, month: string): Period {
  const input = { terms: { kind: "month" }, zone: zoneOf(document), contractFrom: document.contract.from } as const;
  const period = periodNamed(input, month);
  if (period === null) throw new Error(`no month ${month}`);
  return period;
}

function dayOf(text: string): Day {
  const day = readDay(text);
  if (day === null) throw new Error(`no day ${text}`);
  return day;
}

function creditText({ statement, plan }: CreditMonth): string {
  return statement.status === "computed" ? writeDecimal(statement.credit, plan.minorPlaces) : statement.status;
}

function lineTexts({ statement, paid, plan }: CreditMonth, names: readonly string[]): Record<string, string> {
  const all = statement.lines.map(({ level, group }, index) => {
    const id = level.replace(/^sla\//, "");
    const amount = paid[index];
    return [group === null ? id : `${id} ${group}`, amount ? writeDecimal(amount, plan.minorPlaces) : ""] as const;
  });
  const found = new Map(all);
  return Object.fromEntries(names.map((name) => [name, found.get(name) ?? "no line"]));
}
