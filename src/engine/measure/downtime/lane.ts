import { openSpans } from "../../calendar/service-time.ts";
import { intersect, type Span, span, subtract, unite } from "../../time/span.ts";
import { reachOf } from "../belongs.ts";
import type { MeasureInput } from "../input.ts";
import type { CausedSpan, TimeShare } from "../measurement.ts";
import type { Population } from "../population.ts";
import { agreedFor, beyondLimit } from "./agreed.ts";
import { addedBy, type Cause, causedBy } from "./causes.ts";
import { concerns, downOf } from "./down-of.ts";
import { enoughDown } from "./enough-down.ts";
import type { Outage, OutageKind } from "./outages.ts";

/** The service time of one target, or of several judged as one, by what it was. Only `down` may overlap itself. */
export interface Lane extends TimeShare {
  /** Down without exclusions, relief and agreed downtime. */
  readonly rawDown: readonly Span[];
}

/** Several targets as one: it is down when at least `downWhen` of them are. */
export interface LaneOf {
  readonly targets: readonly (string | null)[];
  readonly downWhen: number;
}

/** Cuts the service time of a window into down, agreed, relieved and unknown; the rest was up. */
export function laneOf(
  input: MeasureInput,
  of: LaneOf,
  { outages, population, window }: { outages: readonly Outage[]; population: Population; window: Span },
): Lane {
  const calendar = input.calendars.get(input.level.calendar);
  const open = calendar ? openSpans(calendar, window) : [];
  const own = concerned(input, of, outages);
  const downWith = (...kinds: OutageKind[]): Span[] => intersect(open, whenDown(input, of, ofKind(own, kinds)));

  const plain = downWith("down");
  const relieved = relievedSpans(population, { open, plain, eased: downWith("down", "relieved") });
  const down0 = subtract(plain, relieved);
  const agreedAll = subtract(intersect(open, agreedSpans(input, of, own)), relieved);
  const beyond = beyondLimit(input.level, intersect(agreedAll, down0));
  const agreed = subtract(agreedAll, beyond);
  const down = subtract(down0, agreed);
  const blind = intersect(open, blindSpans(input, window));
  const maybe = unite([...downWith("down", "unknown"), ...blind]);
  const unknown = subtract(maybe, unite([...down, ...agreed, ...relieved]));
  return {
    scheduled: open,
    down: causesOfDown(input, down, ofKind(own, ["down"])),
    agreed: causedBy(agreed, agreedCauses(input, of, own), "agreed"),
    relieved: causedBy(relieved, reliefCauses(population, own), "relief"),
    unknown: causedBy(unknown, causesOf(ofKind(own, ["unknown"])), "no-data"),
    rawDown: downWith("down", "excused", "relieved"),
  };
}

const ofKind = (outages: readonly Outage[], kinds: readonly OutageKind[]): readonly Outage[] =>
  outages.filter(({ kind }) => kinds.includes(kind));

function concerned({ contract }: MeasureInput, { targets }: LaneOf, outages: readonly Outage[]): readonly Outage[] {
  const named = targets.filter((id) => id !== null);
  const reach = named.length < targets.length ? null : reachOf(contract, named);
  return outages.filter((outage) => concerns(outage, reach));
}

function whenDown({ contract }: MeasureInput, { targets, downWhen }: LaneOf, outages: readonly Outage[]): Span[] {
  const lists = targets.map((target) => {
    const reach = target === null ? null : reachOf(contract, [target]);
    return downOf(
      contract,
      target,
      outages.filter((outage) => concerns(outage, reach)),
    );
  });
  return enoughDown(lists, downWhen);
}

/** Relief for the level's time as a whole, and the time that only relieved outages brought down. */
function relievedSpans(
  { granted }: Population,
  { open, plain, eased }: { open: readonly Span[]; plain: readonly Span[]; eased: readonly Span[] },
): Span[] {
  const whole = granted.flatMap(({ takesOut, records, span: time }) =>
    takesOut === "time" && records.length === 0 && time !== null ? [time] : [],
  );
  return unite([...intersect(open, unite(whole)), ...subtract(eased, plain)]);
}

function agreedSpans(input: MeasureInput, { targets }: LaneOf, outages: readonly Outage[]): Span[] {
  return unite(targets.flatMap((target) => agreedFor(input, target, outages)));
}

/** Time about which nothing is known: after the end of what is known, or all of it without any records. */
function blindSpans({ facts, level, knownUntil }: MeasureInput, window: Span): Span[] {
  if (level.of === null || facts[level.of] === undefined) return [window];
  const from = Math.max(window.start, Math.min(knownUntil, window.end));
  return [span(from as Span["start"], window.end)].filter((each) => each !== null);
}

const causesOf = (outages: readonly Outage[]): Cause[] =>
  outages.map(({ fact, spans }) => ({ cause: fact.id, source: fact.events[0]?.source ?? null, spans }));

function causesOfDown({ level }: MeasureInput, down: readonly Span[], outages: readonly Outage[]): CausedSpan[] {
  const causes = causesOf(outages);
  return level.rules.overlaps === "added" ? addedBy(down, causes) : causedBy(down, causes, "down");
}

function agreedCauses(input: MeasureInput, { targets }: LaneOf, outages: readonly Outage[]): Cause[] {
  return targets
    .flatMap((target) => agreedFor(input, target, outages))
    .map(({ cause, source, start, end }) => ({ cause, source, spans: [{ start, end }] }));
}

function reliefCauses({ granted }: Population, outages: readonly Outage[]): Cause[] {
  const named = granted.flatMap(({ id, source, span: time }) => (time ? [{ cause: id, source, spans: [time] }] : []));
  const byRecord = outages.flatMap(({ kind, relief, fact, spans }) =>
    kind === "relieved" && relief ? [{ cause: relief, source: fact.events[0]?.source ?? null, spans }] : [],
  );
  return [...byRecord, ...named];
}
