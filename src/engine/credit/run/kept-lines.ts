import { type Fraction, least, minus, one, over, sum, times, zero } from "../../number/fraction.ts";
import type { CreditEntry } from "../entry.ts";
import type { CreditLine } from "../statement.ts";
import { inCurrency } from "../written/written-plan.ts";
import type { CreditMonth } from "./month.ts";

type Month = Pick<CreditMonth, "statement" | "paid" | "entries" | "written">;

/** What each line comes to without what was given up or is disputed: only this can be won back. */
export function keptLines(month: Month): readonly Fraction[] {
  return month.statement.lines.map((line, index) => {
    const about = month.entries.filter((entry) => isAbout(entry, line));
    const kept = about.map((entry) => keptShare(month, entry)).reduce(times, one);
    return times(month.paid[index] ?? zero, kept);
  });
}

/** Whether an entry is about a line: of its level and group, or of the month as a whole. */
export const isAbout = (
  { level, group }: Pick<CreditEntry, "level" | "group">,
  line: Pick<CreditLine, "level" | "group">,
): boolean => level === null || (level === line.level && (group === null || group === line.group));

/** What an entry leaves of the lines that it is about, as a share. */
function keptShare(month: Month, entry: CreditEntry): Fraction {
  if (entry.said.kind === "dispute") return zero;
  if (entry.said.kind !== "waiver") return one;
  const total = paidFor(month, entry);
  const said = entry.said.amount ? inCurrency(month.written, entry.said.amount) : null;
  if (said === null || total.n === 0n) return zero;
  return minus(one, over(least(said, total), total));
}

/** What the lines that an entry is about come to; the whole credit for an entry about the month. */
export const paidFor = ({ statement, paid }: Month, entry: Pick<CreditEntry, "level" | "group">): Fraction =>
  entry.level === null
    ? statement.credit
    : sum(statement.lines.flatMap((line, index) => (isAbout(entry, line) ? [paid[index] ?? zero] : [])));
