import type { Item } from "../measure/measurement.ts";
import type { LevelReport } from "./report.ts";
import type { Place } from "./words/place.ts";
import { reasonLabel } from "./words/reason-words.ts";

/** Records in and out of a figure grouped by their reason: those counted first, the largest group first. */
export function populationOf(items: readonly Item[], place: Place): LevelReport["population"] {
  const groups = new Map<string, { reason: string; counted: boolean; count: number }>();
  for (const item of items) {
    const { counted, why } = item;
    const reason = reasonLabel(why, place);
    const key = `${counted} ${reason}`;
    const group = groups.get(key) ?? { reason, counted, count: 0 };
    group.count += sizeOf(item);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) => Number(b.counted) - Number(a.counted) || b.count - a.count || (a.reason < b.reason ? -1 : 1),
  );
}

/** How many an item stands for: one, or every sample of a gap. */
export const sizeOf = ({ why }: Pick<Item, "why">): number =>
  why.code === "gap" && /^\d+$/.test(why.facts.missing ?? "") ? Number(why.facts.missing) : 1;
