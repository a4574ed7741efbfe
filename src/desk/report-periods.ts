import { periodBefore, periodNamed, periodsBetween } from "../engine/period/periods.ts";
import type { Period } from "../engine/period/result.ts";
import { instantOf } from "../engine/time/zone.ts";
import { Refusal } from "../wire/refusal.ts";
import type { Job } from "./job.ts";

/** Thirty years, in seconds: no contract runs longer, and each month of it is measured. */
const longest = 30 * 366 * 86_400;

/** The periods that a person names: one, or a range of months with both ends included. Refused where there is none. */
export function periodsNamed(job: Job, written: string): readonly Period[] {
  const [from, until] = written.split("..") as [string, string | undefined];
  const [first, last] = [named(job, from), named(job, until ?? from)];
  if (first === null || last === null || last.start < first.start) {
    throw new Refusal(
      "unknown-period",
      `'${written}' is no period. Write 2016-03, 2016-Q1, 2016, or 2016-03..2016-05.`,
    );
  }
  if (last.end - first.start > longest)
    throw new Refusal("period-too-long", `'${written}' is longer than 30 years. Ask for fewer months at a time.`);
  return until === undefined ? [first] : periodsBetween(months(job), { start: first.start, end: last.end });
}

function named(job: Job, id: string): Period | null {
  const kinds = ["month", "quarter", "year", "week", "contract year"] as const;
  const found = kinds.map((kind) => periodNamed({ ...months(job), terms: { kind } }, id));
  return found.find((period) => period !== null) ?? null;
}

/** The months before a period that its trend shows, oldest first; none before the contract began. */
export function monthsBefore(job: Job, period: Period, count: number): readonly Period[] {
  const begin = instantOf(job.zone, { day: job.document.contract.from, second: 0 });
  const before: Period[] = [];
  let each = periodBefore(months(job), period);
  for (; before.length < count && each.end > begin; each = periodBefore(months(job), each)) before.unshift(each);
  return before;
}

/** What decides where the months of a contract begin. */
export const months = ({ zone, document }: Pick<Job, "zone" | "document">) => ({
  terms: { kind: "month" } as const,
  zone,
  contractFrom: document.contract.from,
});
