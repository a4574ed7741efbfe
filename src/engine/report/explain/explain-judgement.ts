import type { Allowed } from "../../agreement/quantity.ts";
import type { Rules } from "../../agreement/rules.ts";
import { readClock } from "../../clock/read-clock.ts";
import type { Judgement } from "../../clock/reading.ts";
import { firstMoment } from "../../record/history.ts";
import { type Instant, instant } from "../../time/instant.ts";
import { momentWords } from "../words/agreement-words.ts";
import { localTime } from "../words/dates.ts";
import { clockTime } from "../words/duration.ts";
import { allowedNode, withPauses } from "./allowed-time.ts";
import { type Cycle, cutAt, cycleAt, cyclesOf } from "./clock-cycles.ts";
import { allowedComparison, comparison, isHolding } from "./comparison.ts";
import { type ClockCase, countedTime } from "./counted-time.ts";
import { type Derivation, type DerivedTerm, type JudgedAt, said } from "./derivation.ts";
import { moment, node, seconds, words } from "./nodes.ts";
import { ruleTerm, zoneOf } from "./setting.ts";

/** A verdict on a clock: the time it had used against the time allowed, and the instant that decided. */
export function explainJudgement(clock: ClockCase, judgement: Judgement, within: Allowed | null): Derivation {
  const byMoment = clock.setting.level.clock?.by != null;
  const drawn = byMoment
    ? agreed(againstMoment(clock, judgement), judgement)
    : (agreed(againstTime(clock, judgement, within), judgement) ?? asJudged(clock, judgement, within));
  if (drawn === null) return byRule(clock, judgement);
  return node({
    title: titleOf(clock, judgement),
    operation: { kind: "judgement", at: drawn.at },
    ...words(answerOf(judgement)),
    term: drawn.term ?? null,
    children: [drawn.compare, instantNode(clock, judgement)],
  });
}

/** Only a comparison that gives the verdict explains it. */
const agreed = (drawn: Drawn | null, { inTime }: Judgement): Drawn | null =>
  drawn !== null && isHolding(drawn.compare) === inTime ? drawn : null;

/** A verdict given under a row that another one followed: the clock as it stood at that second. */
function asJudged(clock: ClockCase, judgement: Judgement, within: Allowed | null): Drawn | null {
  const { setting, fact, reading } = clock;
  const { level, contract, calendars } = setting;
  if (fact === null) return null;
  const relief = reading.segments.flatMap(({ kind, start, end }) => (kind === "relieved" ? [{ start, end }] : []));
  const then = readClock({ level, within, contract, calendars, fact, relief }, instant(judgement.at + 1));
  const drawn = agreed(againstTime({ ...clock, reading: then }, judgement, within), judgement);
  return drawn && { ...drawn, term: ruleTerm(setting, "on_priority_change") };
}

const answerOf = ({ inTime }: Judgement): string => (inTime ? said.inTime : said.late);

function titleOf({ setting, reading }: ClockCase, { at, elapsed, target }: Judgement): string {
  const against = target === null ? "" : ` against ${clockTime(target)}`;
  return `judged ${localTime(zoneOf(setting, reading.calendar), at)}: ${clockTime(elapsed)}${against}`;
}

function instantNode({ setting, reading }: ClockCase, { at, because }: Judgement): Derivation {
  const title = because === "stopped" ? "the stop of the clock" : "the first second over the time allowed";
  const term = because === "stopped" ? null : ruleTerm(setting, "missed_once");
  return node({ title, operation: "given", ...moment(zoneOf(setting, reading.calendar), at), term });
}

interface Drawn {
  readonly compare: Derivation;
  readonly at: JudgedAt;
  /** The rule that kept a verdict although the row changed. */
  readonly term?: DerivedTerm;
}

/** Counted time up to the verdict, one second into the miss, against the time of the row; null where other rules decided. */
function againstTime(clock: ClockCase, judgement: Judgement, within: Allowed | null): Drawn | null {
  const cycle = cycleAt(cyclesOf(clock.reading), judgement.at);
  if (!cycle || judgement.target === null) return null;
  const into = judgement.because === "over target" ? 1 : 0;
  const used = usedUntil(clock, cycle, instant(judgement.at + into));
  const { row, calendar } = cycle.reading;
  const own = allowedNode(clock.setting, { row, within }, judgement.target);
  const paused = { segments: cutAt(cycle.segments, judgement.at), calendar };
  const allowed = withPauses(clock.setting, own, paused);
  const compare = allowedComparison(clock.setting, used.node, allowed);
  if (into === 0) return used.total === judgement.elapsed ? { compare, at: "end" } : null;
  const before = allowedComparison(clock.setting, usedUntil(clock, cycle, judgement.at).node, allowed);
  return isHolding(before) ? { compare, at: "first second over" } : null;
}

function usedUntil(
  clock: ClockCase,
  cycle: Cycle,
  until: Instant,
): { readonly node: Derivation; readonly total: number } {
  const segments = cutAt(cycle.segments, until);
  const { carried, reading } = cycle;
  const used = countedTime(clock, { title: "time used", segments, carried, calendar: reading.calendar });
  return { node: used, total: segments.reduce((total, { counted }) => total + counted, carried) };
}

/** A clock that is due at a moment of the record: its stop, or the last instant looked at, against that moment. */
function againstMoment({ setting, reading, fact }: ClockCase, { inTime, at }: Judgement): Drawn | null {
  const by = setting.level.clock?.by ?? "due";
  const due = fact && firstMoment(fact, by);
  if (!due) return null;
  const zone = zoneOf(setting, reading.calendar);
  const end = inTime ? at : (reading.stopped ?? reading.at);
  const title = inTime || reading.stopped !== null ? "the stop" : "still running at";
  const direction = setting.level.rules.exactly_on_target === "missed" ? "less than" : "at most";
  const compare = comparison({
    title: `${title} is ${direction === "at most" ? "not after" : "before"} the moment at which ${momentWords[by].when}`,
    direction,
    left: node({ title, operation: "given", ...moment(zone, end) }),
    right: node({ title: by, operation: "event", ...moment(zone, due.at), source: due.source }),
  });
  return { compare: { ...compare, term: ruleTerm(setting, "exactly_on_target") }, at: inTime ? "end" : "due" };
}

/** A verdict that another rule than the plain comparison made: the rule is named, the figures are those of the clock. */
function byRule(clock: ClockCase, judgement: Judgement): Derivation {
  const figures = [
    node({ title: "time used", operation: "given", ...seconds(judgement.elapsed) }),
    ...(judgement.target === null
      ? []
      : [node({ title: "time allowed", operation: "given", ...seconds(judgement.target) })]),
  ];
  return node({
    title: titleOf(clock, judgement),
    operation: "given",
    ...words(answerOf(judgement)),
    term: ruleTerm(clock.setting, decidingRule(clock.setting.level.rules, judgement)),
    children: [...figures, instantNode(clock, judgement)],
  });
}

function decidingRule(rules: Rules, { because }: Judgement): keyof Rules {
  if (because === "over target by change of priority") return "on_priority_change";
  if (rules.lateness_by === "wall clock") return "lateness_by";
  if (rules.pause_counts === "wall clock") return "pause_counts";
  return rules.missed_once === "judged again" ? "missed_once" : "on_priority_change";
}
