import type { Term } from "../../../engine/agreement/document/written.ts";
import { entry } from "../../../engine/agreement/document/written.ts";
import { addDays, type Day, dateOf, dayOf, daysInMonth, writeDay } from "../../../engine/time/civil.ts";
import type { Complaint } from "../problem.ts";
import { atValue, type Rule } from "./rule.ts";

/** Weights are changed, and agreements amended, no sooner than the notice that was agreed. Business days are not counted here. */
export const noticeTooShort: Rule = ({ credit_plans, amendments, agreements }) => [
  ...Object.entries(credit_plans).flatMap(([id, plan]) =>
    (plan.weights ?? []).flatMap((set, index) =>
      complaints(["credit_plans", id, "weights", String(index), "notice_given"], {
        given: set.notice_given,
        from: set.from,
        notice: plan.weight_rules?.notice,
        weight: "error",
      }),
    ),
  ),
  ...Object.entries(amendments).flatMap(([id, { amends, signed, effective }]) =>
    complaints(["amendments", id, "effective"], {
      given: signed,
      from: effective,
      notice: entry(agreements, amends)?.notice_of_change,
      weight: "warning",
    }),
  ),
];

interface Notice {
  readonly given: Day;
  readonly from: Day;
  readonly notice: Term | undefined;
  readonly weight: "error" | "warning";
}

function complaints(path: readonly string[], { given, from, notice, weight }: Notice): readonly Complaint[] {
  const earliest = notice === undefined ? null : after(given, notice);
  if (earliest === null || from >= earliest || notice === undefined) return [];
  const agreed =
    notice.kind === "months" ? `${notice.count} months` : notice.kind === "days" ? `${notice.count} days` : "";
  const message = `${writeDay(given)} is ${from - given} days before ${writeDay(from)}; ${agreed} are agreed.`;
  const way_out =
    weight === "error"
      ? `The earliest month for this notice is ${monthFrom(earliest)}.`
      : `The earliest day for this notice is ${writeDay(earliest)}, unless both parties waive it.`;
  return [atValue(path, { code: "notice-too-short", message, way_out, weight })];
}

/** The first day after a notice; null for business days, which need a calendar. */
function after(given: Day, notice: Term): Day | null {
  if (notice.kind === "days") return addDays(given, notice.count);
  if (notice.kind !== "months") return null;
  const { year, month, day } = dateOf(given);
  const first = dateOf(dayOf(year, month + notice.count, 1));
  return dayOf(first.year, first.month, Math.min(day, daysInMonth(first.year, first.month)));
}

function monthFrom(day: Day): string {
  const { year, month, day: date } = dateOf(day);
  return writeDay(dayOf(year, date === 1 ? month : month + 1, 1)).slice(0, 7);
}
