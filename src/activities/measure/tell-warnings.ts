import type { Instant } from "../../engine/time/instant.ts";
import { missed } from "../../engine/watch/warning-terms.ts";
import { addHappening } from "../../store/add-happening.ts";
import { addNotice } from "../../store/add-notice.ts";
import type { Unit } from "../../store/gate.ts";
import type { Holding } from "../rasci/holding.ts";
import { loadStaff } from "../run/staff.ts";
import type { PassedWarning } from "./clock-rows.ts";
import { peopleTold } from "./told-roles.ts";

interface To {
  readonly contract: string;
  readonly now: Instant;
}

/**
 * Tells the people whom the agreement names of warnings that were found, and whoever listens. A warning for which no
 * agreement names anybody is only listened to; a miss is told whoever answers for the clocks. What had been passed
 * before anything was known of a record is told as one, so that an import of old records is no storm.
 */
export async function tellWarnings(unit: Unit, to: To, found: readonly PassedWarning[]): Promise<void> {
  if (found.length === 0) return;
  const { holdings } = await loadStaff(unit);
  for (const own of Map.groupBy(found, ({ row }) => JSON.stringify([row.kind, row.tool, row.record])).values()) {
    const late = own.filter(({ row }) => row.late);
    for (const one of own.filter(({ row }) => !row.late)) await tellPeople(unit, { to, holdings, warnings: [one] });
    if (late.length > 0) await tellPeople(unit, { to, holdings, warnings: late });
    for (const [agreement, warnings] of Map.groupBy(own, ({ row }) => row.agreement)) {
      const body = { agreement, ...said(warnings) };
      await addHappening(unit, { topic: "clock.warning", contract: to.contract, agreement, body, at: to.now });
    }
  }
}

async function tellPeople(
  unit: Unit,
  of: { readonly to: To; readonly holdings: readonly Holding[]; readonly warnings: readonly PassedWarning[] },
): Promise<void> {
  const { to, holdings, warnings } = of;
  const people = warnings.flatMap(({ passed: { id, tell }, clock: { holder } }) =>
    tell.length === 0 && id !== missed ? [] : peopleTold(holdings, { tell, holder, contract: to.contract, at: to.now }),
  );
  const body = said(warnings);
  await addNotice(unit, people, { topic: "clock.warning", contract: to.contract, body, at: to.now });
}

/** The warnings of one record as notices and happenings tell them. */
function said(warnings: readonly PassedWarning[]) {
  const [first] = warnings;
  return {
    kind: first?.row.kind,
    tool: first?.row.tool,
    record: first?.row.record,
    late: warnings.every(({ row }) => row.late),
    warnings: warnings.map(({ row: { agreement, level, stage, cycle, warning, passedAt }, clock }) => ({
      ...{ agreement, level, stage, cycle, warning, passed_at: passedAt },
      ...{ due: clock.due, holder: clock.holder },
    })),
  };
}
