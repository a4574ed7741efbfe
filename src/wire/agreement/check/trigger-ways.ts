import type {
  AverageDocument,
  CapacityDocument,
  ChronicDocument,
  TrendDocument,
  TriggerDocument,
} from "../../../engine/agreement/document/improvement.ts";
import type { Term } from "../../../engine/agreement/document/written.ts";
import type { Complaint } from "../problem.ts";
import { atKey, atValue } from "./rule.ts";

/** What a trigger looks at is said as a whole, and can come to pass. */
export function triggerWays(path: readonly string[], trigger: TriggerDocument): readonly Complaint[] {
  const { trend, average, chronic, capacity, expires } = trigger;
  return [
    ...(trend ? trendComplaints([...path, "trend"], trend) : []),
    ...(average ? averageComplaints([...path, "average"], average) : []),
    ...(chronic ? chronicComplaints([...path, "chronic"], chronic) : []),
    ...(capacity ? capacityComplaints([...path, "capacity"], capacity) : []),
    ...(expires ? termComplaints([...path, "expires"], expires, ["days", "months"]) : []),
  ];
}

/** Periods that are counted, or a line with all that it needs. */
function trendComplaints(path: readonly string[], trend: TrendDocument): readonly Complaint[] {
  const { worse_in_a_row, periods, reaches, within } = trend;
  const ofLine = [periods, reaches, within];
  const isWhole = worse_in_a_row === undefined ? !ofLine.includes(undefined) : ofLine.every((one) => one === undefined);
  if (!isWhole) {
    const message = "a trend counts 'worse_in_a_row', or needs 'periods', 'reaches' and 'within'.";
    return [atKey(path, { code: "trend-unclear", message, way_out: "Write the one or the other, whole." })];
  }
  return [
    ...atLeast([...path, "worse_in_a_row"], worse_in_a_row, 1),
    ...atLeast([...path, "periods"], periods, 3),
    ...atLeast([...path, "within"], within, 1),
  ];
}

function averageComplaints(path: readonly string[], { periods, below, above }: AverageDocument): readonly Complaint[] {
  return [...oneOf(path, { below, above }), ...atLeast([...path, "periods"], periods, 1)];
}

function chronicComplaints(path: readonly string[], chronic: ChronicDocument): readonly Complaint[] {
  const { outages, downtime, within } = chronic;
  return [
    ...oneOf(path, { outages, downtime }),
    ...atLeast([...path, "outages"], outages, 1),
    ...termComplaints([...path, "within"], within, ["days", "months", "time"]),
  ];
}

function capacityComplaints(path: readonly string[], { within, from }: CapacityDocument): readonly Complaint[] {
  return [...atLeast([...path, "from"], from, 3), ...termComplaints([...path, "within"], within, ["days", "months"])];
}

/** Exactly one of two fields is written. */
function oneOf(path: readonly string[], fields: Readonly<Record<string, unknown>>): readonly Complaint[] {
  const names = Object.keys(fields).map((name) => `'${name}'`);
  const written = Object.values(fields).filter((value) => value !== undefined).length;
  if (written === 1) return [];
  const message = `${names.join(" or ")} is needed, one of them.`;
  return [atKey(path, { code: "trigger-unclear", message, way_out: written === 0 ? "Add one." : "Keep one." })];
}

function atLeast(path: readonly string[], count: number | undefined, least: number): readonly Complaint[] {
  if (count === undefined || count >= least) return [];
  const message = least === 1 ? "nothing at all would complete it." : `a line needs ${least} figures.`;
  return [atValue(path, { code: "count-too-small", message, way_out: `Write ${least} or more.` })];
}

const forms: Readonly<Record<Term["kind"], string>> = {
  days: "30 days",
  months: "3 months",
  time: "24h",
  "business days": "10 business days",
};

function termComplaints(path: readonly string[], term: Term, kinds: readonly Term["kind"][]): readonly Complaint[] {
  const way_out = `Write for example ${kinds.map((kind) => forms[kind]).join(" or ")}.`;
  if (!kinds.includes(term.kind)) {
    const message = `${term.kind === "time" ? "hours and minutes" : term.kind} cannot be counted here.`;
    return [atValue(path, { code: "wrong-unit", message, way_out })];
  }
  const length = term.kind === "time" ? term.seconds : term.count;
  return length > 0 ? [] : [atValue(path, { code: "count-too-small", message: "it is no time at all.", way_out })];
}
