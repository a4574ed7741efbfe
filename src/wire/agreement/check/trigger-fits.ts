import type { ContractDocument } from "../../../engine/agreement/document/document.ts";
import type { TriggerDocument } from "../../../engine/agreement/document/improvement.ts";
import type { LevelDocument } from "../../../engine/agreement/document/level.ts";
import type { Quantity } from "../../../engine/agreement/quantity.ts";
import type { MeasureKind } from "../../../engine/agreement/words.ts";
import type { Complaint } from "../problem.ts";
import { atValue, type LevelPlace, levelsOf, type Rule } from "./rule.ts";
import { writeQuantity } from "./text.ts";

/** What a trigger looks at fits the levels it names, or at least one where it looks at all of them. */
export const triggerFits: Rule = (document) =>
  Object.entries(document.improvement.triggers ?? {}).flatMap(([id, trigger]) => {
    const path = ["improvement", "triggers", id];
    return needsOf(trigger).flatMap((need) => complaints(document, { path, trigger, need }));
  });

/** What a field asks of a level. */
interface Need {
  readonly field: readonly string[];
  readonly isMet: (place: LevelPlace) => boolean;
  readonly message: string;
  readonly way_out: string;
}

interface Asked {
  readonly path: readonly string[];
  readonly trigger: TriggerDocument;
  readonly need: Need;
}

function complaints(document: ContractDocument, { path, trigger, need }: Asked): readonly Complaint[] {
  const looked = levelsOf(document).filter((place) => isLookedAt(document, trigger, place));
  const unfit = looked.filter((place) => !need.isMet(place));
  const isNamed = typeof trigger.levels === "object";
  if (unfit.length === 0 || (!isNamed && unfit.length < looked.length)) return [];
  const names = unfit.map(({ agreementId, levelId }) => `'${agreementId}/${levelId}'`).join(", ");
  const { field, way_out } = need;
  const message = `${need.message}: ${isNamed ? `not ${names}` : "no level that is looked at is one"}.`;
  return [atValue([...path, ...field], { code: "trigger-does-not-fit", message, way_out })];
}

function isLookedAt(document: ContractDocument, { agreement, levels = "all" }: TriggerDocument, place: LevelPlace) {
  if (agreement !== undefined && agreement !== place.agreementId) return false;
  const name = `${place.agreementId}/${place.levelId}`;
  if (levels === "all") return true;
  if (levels === "critical") return criticalOf(document).includes(name);
  return levels.includes(name) || levels.includes(place.levelId);
}

const criticalOf = ({ credit_plans }: ContractDocument): readonly string[] =>
  Object.values(credit_plans).flatMap((plan) =>
    (plan.weights ?? []).flatMap(({ shares }) =>
      Object.keys(shares).map((level) => (level.includes("/") ? level : `${plan.for}/${level}`)),
    ),
  );

function needsOf({ trend, average, chronic, capacity }: TriggerDocument): readonly Need[] {
  return [
    ...(trend?.nearer_than ? [unitNeed(["trend", "nearer_than"], trend.nearer_than)] : []),
    ...(trend?.reaches === "minimum" ? [minimumNeed] : []),
    ...(["below", "above"] as const).flatMap((side) =>
      average?.[side] ? [unitNeed(["average", side], average[side])] : [],
    ),
    ...(chronic ? [measureNeed(["chronic", chronic.outages === undefined ? "downtime" : "outages"], ofOutages)] : []),
    ...(capacity
      ? [
          measureNeed(["capacity", "reaches"], ofCapacity),
          unitNeed(["capacity", "reaches"], capacity.reaches),
          periodNeed(capacity.within.kind),
        ]
      : []),
  ];
}

const unitNeed = (field: readonly string[], figure: Quantity): Need => ({
  field,
  isMet: ({ level }) => (marksOf(level).expected ?? marksOf(level).minimum)?.quantity.unit === figure.unit,
  message: `'${writeQuantity(figure)}' is for levels that count so`,
  way_out: "Write the figure as the levels count theirs, or name others.",
});

/** Of a staged test, the marks of its first step. */
const marksOf = (level: LevelDocument): Pick<LevelDocument, "expected" | "minimum"> => level.stages?.[0] ?? level;

const minimumNeed: Need = {
  field: ["trend", "reaches"],
  isMet: ({ level }) => marksOf(level).minimum !== undefined,
  message: "a line reaches the minimum of levels that have one",
  way_out: "Write 'expected', or name levels with a minimum.",
};

const measureNeed = (field: readonly string[], measures: readonly MeasureKind[]): Need => ({
  field,
  isMet: ({ level }) => measures.includes(level.measure),
  message: `this is for levels that measure ${measures.map((one) => `'${one}'`).join(", ")}`,
  way_out: "Name a level that measures one of these.",
});

const ofOutages: readonly MeasureKind[] = ["share of time", "time between failures", "time to restore"];
const ofCapacity: readonly MeasureKind[] = [
  "share of samples",
  "average",
  "percentile",
  "number",
  "backlog",
  "entered",
];

/** A forecast counts in periods: weeks are counted in days, and all others in months. */
const periodNeed = (kind: "time" | "days" | "business days" | "months"): Need => ({
  field: ["capacity", "within"],
  isMet: ({ level, agreement }) => ((level.period ?? agreement.period).kind === "week") === (kind === "days"),
  message: kind === "days" ? "days are for levels judged by the week" : "months are for levels not judged by the week",
  way_out: "Write days for weekly levels, months for others.",
});
