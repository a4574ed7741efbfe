import { type Amendment, amended, amendmentsOf } from "../../agreement/resolve/amended.ts";
import { addDays, type Day, dateOf, dayOf, daysInMonth } from "../../time/civil.ts";
import { amendmentLine } from "./amendment-line.ts";
import type { ChangeLine } from "./change-line.ts";
import type { ChangesInput } from "./changes-input.ts";
import { datedChanges } from "./dated-changes.ts";

/** Months after the period in which a signed change is announced. */
const monthsAhead = 3;

/**
 * What changed in the agreement, in order of effect: first what is in force, then what is signed and coming within
 * three months. In force is each amendment that takes effect in the period; once more one that took effect within the
 * period before, since this is the first that begins under it; and one of an earlier day that was signed in the period.
 */
export function changeLines(input: ChangesInput): readonly ChangeLine[] {
  const amendments = amendmentsOf(input.document);
  const changes = [...amendments.flatMap(amendmentChange), ...datedChanges(input, kindOf)];
  const inOrder = changes.sort((a, b) => a.day - b.day).map(({ line }) => line);
  return [...inOrder.filter(({ kind }) => kind === "in force"), ...inOrder.filter(({ kind }) => kind === "coming")];

  function kindOf(day: Day, told: Day): ChangeLine["kind"] | null {
    return kindIn(input, day, told);
  }

  function amendmentChange(amendment: Amendment, index: number): readonly { day: Day; line: ChangeLine }[] {
    const kind = kindOf(amendment.effective, amendment.signed);
    if (kind === null) return [];
    const earlier = amendments.slice(0, index);
    const before = earlier.reduce(amended, { ...input.document, amendments: {} });
    const number = earlier.filter(({ amends }) => amends === amendment.amends).length + 1;
    const texts = { before, after: amended(before, amendment) };
    return [{ day: amendment.effective, line: amendmentLine({ amendment, kind, number, ...texts }, input) }];
  }
}

/** Which list a change belongs to by its first day and the day on which it was signed or told; null: neither. */
function kindIn({ first, last, previous }: ChangesInput, day: Day, told: Day): ChangeLine["kind"] | null {
  if (day > last) return told <= last && day < monthsAfter(addDays(last, 1), monthsAhead) ? "coming" : null;
  if (day >= first || day > previous) return "in force";
  return told >= first && told <= last ? "in force" : null;
}

function monthsAfter(day: Day, count: number): Day {
  const { year, month, day: date } = dateOf(day);
  return dayOf(year, month + count, Math.min(date, daysInMonth(year, month + count)));
}
