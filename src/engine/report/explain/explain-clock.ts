import type { Allowed } from "../../agreement/quantity.ts";
import type { Rules } from "../../agreement/rules.ts";
import { openSpans } from "../../calendar/service-time.ts";
import { lengthOf, totalOf } from "../../time/span.ts";
import { wallAt } from "../../time/zone.ts";
import { momentWords } from "../words/agreement-words.ts";
import { dayInYear } from "../words/dates.ts";
import { clockTime } from "../words/duration.ts";
import { allowedNode } from "./allowed-time.ts";
import { cyclesOf } from "./clock-cycles.ts";
import { allowedComparison } from "./comparison.ts";
import { type ClockCase, countedTime, history } from "./counted-time.ts";
import type { Derivation } from "./derivation.ts";
import { explainJudgement } from "./explain-judgement.ts";
import { again, moment, node, numbered, seconds, words } from "./nodes.ts";
import { ruleNode, type Setting, termAt, zoneOf } from "./setting.ts";

/** One record's clock: time used and its segments, time allowed, due, verdicts, the rules, and the raw events. */
export function explainClock(clock: ClockCase, within: Allowed | null = null): Derivation {
  return numbered(clockNode(clock, within));
}

/** The same as a part of another tree. */
export function clockNode(clock: ClockCase, within: Allowed | null): Derivation {
  const { reading, under } = clock;
  const title = `Clock of ${clock.fact?.id ?? under}`;
  if (reading.started === null) {
    const rules = [startNode(clock.setting), history(clock)];
    return node({ title, operation: "heading", ...words(reading.state), children: rules });
  }
  const { used, children } = figures(clock, within);
  const judged = reading.judgements.map((each) => explainJudgement(clock, each, within));
  return node({
    title: `${title}, ${clockTime(reading.elapsed)}${reading.target === null ? "" : ` against ${clockTime(reading.target)}`}`,
    operation: "heading",
    ...words(reading.state),
    children: [...children, ...dueNodes(clock, used), ...judged, rulesNode(clock.setting), history(clock)],
  });
}

/** Time used and, where there is one, its target. */
function figures(
  clock: ClockCase,
  within: Allowed | null,
): { readonly used: Derivation; readonly children: Derivation[] } {
  const { reading, setting, under } = clock;
  const cycles = cyclesOf(reading);
  const shown = cycles.map(({ segments, carried, reading: { calendar } }, index) =>
    countedTime(clock, { title: cycleTitle(index, cycles.length), segments, carried, calendar }),
  );
  const used = { ...(shown.at(-1) as Derivation), id: `${under}/used` };
  if (reading.target === null) return { used, children: [...shown.slice(0, -1), used] };
  const allowed = { ...allowedNode(setting, { row: reading.row, within }, reading.target), id: `${under}/allowed` };
  return { used, children: [...shown.slice(0, -1), allowedComparison(setting, used, allowed)] };
}

const cycleTitle = (index: number, of: number): string =>
  index === of - 1 ? "time used" : `time used by count ${index + 1}, before the clock started afresh`;

/** The due instant: the remaining time walked along the openings that follow; none where the target is used up. */
function dueNodes({ setting, reading, under }: ClockCase, used: Derivation): Derivation[] {
  const { due, target, remaining } = reading;
  const zone = zoneOf(setting, reading.calendar);
  if (due === null) return [];
  const calendar = setting.calendars.get(reading.calendar ?? "");
  const from = reading.stopped ?? reading.at;
  const title = "due";
  const plain = node({ title, operation: "given", ...moment(zone, due) });
  if (!calendar || target === null || remaining === null || remaining <= 0 || due <= from) return [plain];
  const open = openSpans(calendar, { start: from, end: due });
  if (totalOf(open) !== remaining) return [plain];
  const allowed = node({ id: `${under}/allowed`, title: "time allowed", operation: "given", ...seconds(target) });
  const left = node({
    title: "time left",
    operation: "difference",
    ...seconds(remaining),
    children: [again(allowed), again(used, "time used")],
  });
  const openings = open.map((each) =>
    node({
      title: `open on ${dayInYear(wallAt(zone, each.start).day)}`,
      operation: "length",
      ...seconds(lengthOf(each)),
      children: [
        node({ title: "from", operation: "given", ...moment(zone, each.start) }),
        node({ title: "until", operation: "given", ...moment(zone, each.end) }),
      ],
    }),
  );
  const along = node({
    title: "openings that follow",
    operation: "service time",
    ...seconds(remaining),
    children: openings,
  });
  return [node({ title, operation: "due", ...moment(zone, due), children: [left, along] })];
}

const startNode = (setting: Setting): Derivation => {
  const starts = setting.level.clock?.starts ?? "opened";
  const text = `when ${momentWords[starts].when}`;
  return node({
    title: "the clock starts",
    operation: "given",
    ...words(text),
    term: termAt(setting, "clock.starts", starts),
  });
};

/** The rules that can move a clock, each with its value and whether it was written. */
const clockRules: readonly (keyof Rules)[] = [
  "on_reopen",
  "reopened_within",
  "missed_once",
  "on_priority_change",
  "earlier_pauses",
  "pause_counts",
  "opened_out_of_hours",
  "exactly_on_target",
  "lateness_by",
  "precision",
  "on_transfer",
  "merged",
  "begun_unseen",
  "business_days",
  "whose_calendar",
];

function rulesNode(setting: Setting): Derivation {
  const children = [startNode(setting), ...clockRules.map((key) => ruleNode(setting, key))];
  return node({ title: "Rules of the clock", operation: "heading", ...words("as agreed"), children });
}
