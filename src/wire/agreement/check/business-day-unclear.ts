import type { ContractDocument } from "../../../engine/agreement/document/document.ts";
import { entry } from "../../../engine/agreement/document/written.ts";
import type { Allowed } from "../../../engine/agreement/quantity.ts";
import { rulesOf } from "../../../engine/agreement/resolve/rules.ts";
import type { Complaint } from "../problem.ts";
import { atValue, eachLevel, type LevelPlace } from "./rule.ts";
import { writeAllowed } from "./text.ts";

/** Where business days run a clock, what a business day is must be agreed. */
export const businessDayUnclear = eachLevel((place, document) => {
  const { agreement, level } = place;
  const { business_days, business_day_length } = rulesOf({ document, agreement, level });
  const lacks = business_days === null ? "business_days" : lengthMissing(business_days, business_day_length);
  if (lacks === null) return [];
  return timesOf(place, document).flatMap(({ at, allowed }): readonly Complaint[] => {
    if (allowed?.kind !== "business days") return [];
    const message = `'${writeAllowed(allowed)}' runs a clock, but '${lacks}' is not agreed.`;
    const way_out = "Add it to contract.rules.";
    return [atValue(at, { code: "business-day-unclear", names: lacks, message, way_out })];
  });
});

function lengthMissing(rule: string, length: Allowed | null): string | null {
  return rule === "opening hours" && length === null ? "business_day_length" : null;
}

function timesOf({ level, path }: LevelPlace, document: ContractDocument) {
  const { clock } = level;
  const at = [...path, "clock"];
  const rows = (["per_priority", "per_offering", "per_service", "per_site"] as const).flatMap((table) =>
    Object.entries(clock?.[table] ?? {}).map(([id, { within }]) => ({
      at: [...at, table, id, "within"],
      allowed: within,
    })),
  );
  const waits = (clock?.pauses_while_waiting_for ?? []).map((id) => ({
    at: ["definitions", "waiting", id, "ends_after"],
    allowed: entry(document.definitions.waiting, id)?.ends_after,
  }));
  return [
    { at: [...at, "within"], allowed: clock?.within },
    { at: [...at, "reopened_within"], allowed: clock?.reopened_within },
    { at: [...at, "grace"], allowed: clock?.grace },
    ...rows,
    ...waits,
    ...(level.stages ?? []).map(({ within }, index) => ({
      at: [...path, "stages", String(index), "within"],
      allowed: within,
    })),
  ];
}
