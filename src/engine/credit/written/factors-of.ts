import type { AwardDocument, TimesDocument } from "../../agreement/document/credit-award.ts";
import { one } from "../../number/fraction.ts";
import type { Factor } from "../plan/factor.ts";
import { factNameOf, rowsOf } from "./edges.ts";
import { statesOf } from "./states.ts";
import { levelName, type WrittenPlan } from "./written-plan.ts";

/** The factors of an award in order: its weight, what is given for each, its own factors, and repeats last. */
export function factorsOf(plan: WrittenPlan, written: AwardDocument): readonly Factor[] {
  const { gives, times = [] } = written;
  const each: readonly Factor[] = gives.for_each === "record out of time" ? [{ kind: "count", by: "late_items" }] : [];
  const own = times.flatMap((each) => factorOf(each));
  return [...(gives.of === "weight" ? [weightOf(plan)] : []), ...each, ...own, ...repeatOf(plan, written)];
}

/** The weight of the level, and that of its category where categories have weights. */
const weightOf = ({ document }: WrittenPlan): Factor => {
  const hasShares = (document.weights ?? []).some(({ categories }) => categories !== undefined);
  return { kind: "weights", names: hasShares ? ["category", "self"] : ["self"] };
};

function factorOf({ factor, flag, by, over, rows }: TimesDocument): readonly Factor[] {
  if (flag !== undefined) return [{ kind: "flag", flag, factor: factor ?? one }];
  if (by === undefined) return factor ? [{ kind: "plain", factor }] : [];
  const fact = factNameOf[by];
  if (rows) return [{ kind: "rows", by: fact, rows: rowsOf(rows, fact, (row) => row.factor) }];
  return [over === undefined ? { kind: "count", by: fact } : { kind: "share", part: fact, whole: factNameOf[over] }];
}

/** The factor of repeats of the plan, for awards that a repeated failure can fall under. */
function repeatOf({ document }: WrittenPlan, award: AwardDocument): readonly Factor[] {
  const { repeat } = document;
  if (!repeat) return [];
  if (repeat.verdict && award.verdict && repeat.verdict !== award.verdict) return [];
  const ladder = Array.from({ length: Math.max(1, repeat.in_a_row ?? 2) - 1 }, () => one);
  const factors = repeat.factors ?? [...ladder, repeat.factor ?? one];
  return [{ kind: "repeat", factors }];
}

/** The states that a row of failures is made of, for repeats. */
export const repeatStates = ({ document: { repeat } }: WrittenPlan) =>
  repeat?.verdict ? statesOf[repeat.verdict] : [...statesOf["at minimum"], ...statesOf.missed];

/** The category of a level by its name in the plan; null where it is in none. */
export function categoryOf({ document }: WrittenPlan, level: string): string | null {
  const found = Object.entries(document.categories ?? {}).find(([, levels]) =>
    levels.some((one) => levelName(document, one) === level),
  );
  return found?.[0] ?? null;
}
