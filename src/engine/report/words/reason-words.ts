import type { Reason } from "../../measure/measurement.ts";
import { instant } from "../../time/instant.ts";
import { localTime } from "./dates.ts";
import { clockTime } from "./duration.ts";
import { capital, sentence } from "./list.ts";
import { nameOf, type Place } from "./place.ts";

/** The facts of a reason ready for a sentence: instants and seconds in words, ids by name. */
interface Facts {
  readonly said: (name: string) => string;
  readonly instant: (name: string) => string;
  readonly seconds: (name: string) => string;
  readonly named: (name: string) => string;
  readonly has: (name: string) => boolean;
}

/**
 * Why a record is counted or not, as a label for a group of records: only what all of the group have in common.
 * A code without words of its own is said as it is written.
 */
export function reasonLabel({ code, facts }: Reason, place: Place): string {
  return capital(labels[code]?.(factsFor(facts, place)) ?? plain(code, {}));
}

/** The same for one record or one verdict, with all its facts. */
export function reasonSentence({ code, facts }: Reason, place: Place): string {
  const words = factsFor(facts, place);
  return sentence(sentences[code]?.(words) ?? labels[code]?.(words) ?? plain(code, facts));
}

/** `some-code (fact: value)` as `some code (fact: value)`. */
export function plain(code: string, facts: Readonly<Record<string, string>>): string {
  const said = Object.entries(facts).map(([name, value]) => `${name.replaceAll(/[-_]/g, " ")}: ${value}`);
  return `${code.replaceAll(/[-_]/g, " ")}${said.length === 0 ? "" : ` (${said.join(", ")})`}`;
}

function factsFor(facts: Readonly<Record<string, string>>, place: Place): Facts {
  const said = (name: string): string => (facts[name] || "nothing").replaceAll("_", " ");
  const number = (name: string): number | null => (/^-?\d+$/.test(facts[name] ?? "") ? Number(facts[name]) : null);
  const timed = (name: string, write: (count: number) => string): string => {
    const count = number(name);
    return count === null ? said(name) : write(count);
  };
  return {
    said,
    instant: (name) => timed(name, (count) => localTime(place.zone, instant(count))),
    seconds: (name) => timed(name, clockTime),
    named: (name) => nameOf(facts[name] ?? "", place.contract) || "nothing",
    has: (name) => Boolean(facts[name]),
  };
}

type Words = Readonly<Record<string, (facts: Facts) => string>>;

/** Records in and out of the figure, as groups. */
const labels: Words = {
  "in-time": () => "in time",
  "over-target": () => "over the time allowed",
  "over-target-by-change": () => "over the time allowed, by a change of priority",
  "not-observed": () => "stopped before it is first seen, nobody knows when",
  "stop-not-observed": () => "stopped before it is first seen, nobody knows when",
  good: () => "good",
  "not-good": (facts) =>
    facts.has("field") ? `not good: ${facts.said("field")} is ${facts.said("value")}` : "not good",
  counted: () => "counted",
  divides: () => "what the figure is divided by",
  open: () => "open at the end of the period",
  down: () => "service was down",
  "begun-before": () => "begun before the period, its state carried over",
  part: (facts) => `part that is ${facts.said("verdict")}`,
  "part-without-verdict": (facts) => `part without a verdict (${facts.said("verdict")})`,
  entered: () => "entered by hand",
  gap: () => "samples that never came",
  "value-missing": () => "value not known",
  "off-scale": (facts) => `${facts.said("field")} not on the scale`,
  trimmed: () => "among the slowest, left aside",
  "relieved-as-good": () => "counted as good under granted relief",
  excepted: (facts) => facts.said("because"),
  relieved: (facts) => (facts.has("clause") ? `relief granted under ${facts.said("clause")}` : "relief granted"),
  "not-selected": (facts) =>
    facts.has("field")
      ? `another ${facts.said("field")} than this promise speaks of`
      : "not what this promise speaks of",
  "field-missing": (facts) => `${facts.said("field")} not known`,
  "other-service": () => "a service outside this promise",
  "other-group": (facts) => `another ${facts.said("field")}`,
  "called-off": () => "called off or merged into another record",
  abandoned: (facts) => `given up by the caller: ${facts.said("treated")}`,
  "other-period": () => "belongs to another period",
  "judged-before": () => "judged in an earlier period",
  "missed-before": () => "missed in an earlier period",
  "began-before": () => "begun before the period",
  "still-running": () => "clock still running at the end of the period",
  "not-started": () => "clock not started",
  "not-stopped": () => "clock not stopped",
  "not-ended": () => "not ended",
  "not-open": () => "not open at the end of the period",
  "not-yet-judged": () => "not judged yet",
  "not-yet-counted": () => "not to be counted yet",
  "no-clock": () => "no clock agreed",
  "no-time-agreed": () => "no time agreed",
  "no-row": (facts) => `no time agreed for ${facts.said("field")} ${facts.said("value")}`,
  "row-unknown": (facts) => `${facts.said("field")} not known, so no time applies`,
  "due-missing": () => "due date not known",
  "agreed-downtime": () => "within agreed downtime",
  "service-stayed-up": () => "the service stayed up",
};

/** What one record says beyond its group, and the reasons of verdicts. */
const sentences: Words = {
  "over-target": (facts) =>
    facts.has("target")
      ? `${facts.seconds("elapsed")} used of ${facts.seconds("target")} allowed${again(facts)}`
      : "over the time allowed",
  "over-target-by-change": (facts) =>
    `a change of priority left less time than was already used: ${facts.seconds("elapsed")} of ${facts.seconds("target")}${again(facts)}`,
  "in-time": (facts) =>
    facts.has("target")
      ? `${facts.seconds("elapsed")} of ${facts.seconds("target")} allowed${again(facts)}`
      : "in time",
  "not-observed": (facts) =>
    facts.has("stopped_by")
      ? `its clock is first seen stopped on ${facts.instant("stopped_by")}, after more than the ${facts.seconds("target")} allowed; when it stopped is in no record`
      : `more than the ${facts.seconds("target")} allowed have passed; whether its clock stopped before it is first seen is in no record`,
  "not-good": (facts) => (facts.has("field") ? `its ${facts.said("field")} is ${facts.said("value")}` : "not good"),
  excepted: (facts) => `left out: ${facts.said("because")}`,
  relieved: (facts) =>
    `relief ${facts.said("relief")} was granted${facts.has("clause") ? ` under ${facts.said("clause")}` : ""}`,
  "relieved-as-good": (facts) => `counts as good under relief ${facts.said("relief")}`,
  "not-selected": (facts) =>
    facts.has("field")
      ? `its ${facts.said("field")} is ${facts.said("value")}, which this promise does not speak of`
      : "this promise does not speak of it",
  "field-missing": (facts) => `its ${facts.said("field")} is not known`,
  "other-service": (facts) => `it belongs to ${facts.named("service")}, outside this promise`,
  "other-group": (facts) => `its ${facts.said("field")} is ${facts.named("value")}`,
  "judged-before": (facts) => `it was judged on ${facts.instant("at")}, in an earlier period`,
  "missed-before": (facts) => `it was missed on ${facts.instant("at")}, in an earlier period`,
  gap: (facts) =>
    `${facts.said("missing")} samples never came from ${facts.instant("from")} to ${facts.instant("until")}`,
  entered: (facts) => `entered by ${facts.named("by")} on the evidence of ${facts.said("evidence")}`,
  "no-target": () => "no target is agreed",
  "nothing-happened": () => "nothing happened that could be measured",
  "not-measured": () => "it was not measured",
  "not-measured-deemed-missed": () => "it was not measured, and the agreement takes that as a miss",
  "incomplete-deemed-missed": () => "too little is known, and the agreement takes that as a miss",
  "within-bounds-deemed-missed": () => "the unknown part could decide, and the agreement takes that as a miss",
  "misses-allowed": (facts) =>
    `with ${facts.said("count")} records, fewer than ${facts.said("fewer_than")}, ${facts.said("misses")} misses stay within those allowed`,
  "joins-next-period": (facts) =>
    `its ${facts.said("count")} records, fewer than ${facts.said("fewer_than")}, are judged with those of the next period`,
  "with-earlier-periods": (facts) => `records since ${facts.instant("from")} were judged together with these`,
  "before-commencement": () => "the period began before verdicts were agreed to commence",
  "not-promised": () => "the agreement was not in force in this period",
};

const again = (facts: Facts): string =>
  [
    facts.has("reopened") ? ", judged again after it was reopened" : "",
    facts.has("seen_from") ? `; nothing of it is seen before ${facts.instant("seen_from")}` : "",
  ].join("");
