import { type Judged, judgedIn } from "./credits-judged.ts";
import {
  add,
  by,
  high,
  isLess,
  less,
  low,
  type Num,
  none,
  num,
  over,
  pence,
  share,
  total,
  whole,
} from "./credits-numbers.ts";
import { pointsMoney } from "./credits-points.ts";
import { type AwardSpec, type Level, type MonthSpec, marks, type Spec } from "./credits-spec.ts";

export interface ByHand {
  readonly credit: bigint;
  readonly carried: Num;
  readonly points: Num;
  readonly lapsed: Num;
}

interface Line extends Judged {
  readonly unit: "money" | "points";
  money: Num;
  readonly isAwarded: boolean;
}

const service = { uptime: "booking", repair: "desk", calls: "desk", errors: "desk", circuit: "circuit-a" } as const;
const category = { uptime: "vital", circuit: "vital", repair: "desk", calls: "desk", errors: "desk" } as const;

const dayNumber = (text: string): number => Date.parse(text) / 86_400_000;
const firstDay = (month: number): number => Date.UTC(2026, month, 1) / 86_400_000;

/** All months of a plan one after the other; the first is January 2026, with the contract. */
export function byHand(spec: Spec, months: readonly MonthSpec[]): readonly ByHand[] {
  const done: ByHand[] = [];
  const past: (readonly Judged[])[] = [];
  for (const [month, heard] of months.entries()) {
    past.push(judgedIn(heard));
    done.push(ofMonth(spec, { month, heard, past, done }));
  }
  return done;
}

interface Now {
  readonly month: number;
  readonly heard: MonthSpec;
  readonly past: readonly (readonly Judged[])[];
  readonly done: readonly ByHand[];
}

function ofMonth(spec: Spec, now: Now): ByHand {
  const lines = eventPaid(spec, now, now.past[now.month]?.map((judged) => lineOf(spec, now, judged)) ?? []);
  capTogether(spec, now, lines);
  const points = total(lines.filter(({ unit }) => unit === "points").map(({ money }) => money));
  const carriedIn = now.done.at(-1)?.carried ?? none;
  let sum = add(add(categories(spec, now, lines), pointsMoney(spec, points, charges(spec, now.month))), carriedIn);
  if (spec.override && now.heard.flagged.includes("crisis")) {
    sum = add(by(share(spec.override.share), by(share(10), charges(spec, now.month))), carriedIn);
  }
  let [carried, lapsed]: [Num, Num] = [none, none];
  const within = (left: Num, excess: "carried" | "lapses"): void => {
    if (!isLess(left, sum)) return;
    if (excess === "carried") carried = add(carried, less(sum, left));
    else lapsed = add(lapsed, less(sum, left));
    sum = left;
  };
  for (const limit of spec.limits)
    if (limit.per === "month") within(capOf(spec, now, limit), limit.carried ? "carried" : "lapses");
  for (const limit of spec.limits) {
    if (limit.per !== "minimum" || !isLess(none, sum) || !isLess(sum, num(limit.amount))) continue;
    sum = limit.raised ? num(limit.amount) : none;
  }
  for (const limit of spec.limits) {
    if (limit.per !== "quarter" && limit.per !== "year" && limit.per !== "contract year") continue;
    const span = limit.per === "quarter" ? 3 : 12;
    const used = now.done.slice(now.month - (now.month % span)).map(({ credit }): Num => [credit, 100n]);
    within(high(less(capOf(spec, now, limit), total(used)), none), "lapses");
  }
  const credit = pence(less(sum, low(sum, bonusOf(spec, now))));
  return { credit, carried, points, lapsed };
}

/** The amount in force on the first of the month, with the desk's 20 000. */
function charges({ charges: { first, later, laterFrom } }: Spec, month: number): Num {
  return num((firstDay(month) >= dayNumber(laterFrom) ? later : first) + 20_000);
}

function lineOf(spec: Spec, now: Now, judged: Judged): Line {
  const award = awardFor(spec, judged);
  const unit = award?.form.kind === "points" ? "points" : "money";
  if (award === null || !isCounted(award, now, judged)) return { ...judged, unit, money: none, isAwarded: false };
  const factors = [
    award.factor ?? 1,
    now.heard.flagged.includes("peak") ? (award.flag ?? 1) : 1,
    repeatOf(spec, now, judged),
  ];
  let money = factors.map((one) => num(one)).reduce(by, amountOf(spec, now, { award, judged }));
  if (unit === "money") {
    if (award.atMost !== null) money = low(money, num(award.atMost));
    for (const limit of spec.limits) if (limit.per === "miss") money = low(money, capOf(spec, now, limit));
  }
  return { ...judged, unit, money, isAwarded: true };
}

function awardFor({ awards }: Spec, { level, state }: Judged): AwardSpec | null {
  if (state !== "missed" && state !== "at minimum") return null;
  const fits = (award: AwardSpec): boolean => award.verdict === null || award.verdict === state;
  return (
    awards.find((award) => award.level === level && fits(award)) ??
    awards.find((award) => award.level === null && fits(award)) ??
    null
  );
}

const sameAs =
  ({ level, group }: Judged) =>
  (other: Judged): boolean =>
    other.level === level && other.group === group;

function isCounted({ counts }: AwardSpec, { past, month }: Now, judged: Judged): boolean {
  if (counts === null) return true;
  const window = past.slice(Math.max(0, month + 1 - counts.months)).flatMap((all) => all.filter(sameAs(judged)));
  const failed = window.filter(({ state }) => state === "missed" || state === "at minimum").length;
  return counts.every ? failed % counts.count === 0 : failed >= counts.count;
}

/** The factor of a failure in a row; months without a rating are passed over, held ones end the row. */
function repeatOf({ repeat }: Spec, { past, month }: Now, judged: Judged): number {
  if (repeat === null) return 1;
  const counts = ({ state }: Judged): boolean =>
    state === "missed" || (repeat.verdict === null && state === "at minimum");
  if (!counts(judged)) return repeat.factors[0] ?? 1;
  let row = 0;
  for (let back = month - 1; back >= 0; back -= 1) {
    const before = past[back]?.find(sameAs(judged));
    if (before === undefined || before.state === "not rated") continue;
    if (!counts(before)) break;
    row += 1;
  }
  return repeat.factors[Math.min(row, repeat.factors.length - 1)] ?? 1;
}

function amountOf(spec: Spec, now: Now, { award: { form }, judged }: { award: AwardSpec; judged: Judged }): Num {
  const fee = charges(spec, now.month);
  const { level, figure } = judged;
  const steps = (distance: Num, size: Num, partial: string): Num => {
    if (!isLess(none, distance)) return none;
    const exact = over(distance, size);
    if (partial === "linear") return exact;
    const full = whole(exact);
    return partial === "started steps" && isLess(full, exact) ? add(full, [1n, 1n]) : full;
  };
  switch (form.kind) {
    case "share":
      return by(share(form.share), fee);
    case "part":
      return by(share(form.share), level === "circuit" ? num(3000) : none);
    case "amount":
    case "points":
      return num(form.give);
    case "weight":
      return by(share(form.share), by(weightOf(spec, now.month, level), by(share(10), fee)));
    case "rows":
      return figure === null ? none : by(share(figure >= form.edge ? form.good : form.bad), fee);
    case "shortfall": {
      if (figure === null) return none;
      const { expected, lower } = marks[level];
      const gap = num(lower ? figure - expected : expected - figure, 100);
      return by(by(steps(gap, num(form.step, 100), form.partial), share(form.give)), fee);
    }
    case "per unit":
      return by(by(steps(minutesOf(now, level), num(form.size), form.partial), share(form.give)), fee);
    case "bands": {
      const minutes = minutesOf(now, level);
      const inLow = low(minutes, num(form.upto));
      return add(by(inLow, num(form.low)), by(less(minutes, inLow), num(form.high)));
    }
  }
}

/** Outages are told of the availability of the booking system only. */
const minutesOf = ({ heard: { minutes } }: Now, level: Level): Num => (level === "uptime" ? num(minutes) : none);

function weightOf({ weights }: Spec, month: number, level: Level): Num {
  if (weights === null) return none;
  const { first, second, later, byDays, categories } = weights;
  const on = (day: number): Num => share((day >= dayNumber(later) ? second : first)[level]);
  const days = Array.from({ length: firstDay(month + 1) - firstDay(month) }, (_, day) => firstDay(month) + day);
  const own = byDays ? over(total(days.map(on)), num(days.length)) : on(firstDay(month));
  const ofCategory = categories === null ? num(1) : share(categories[category[level] === "vital" ? 0 : 1]);
  return by(own, ofCategory);
}

/** Of the failures of one event, those that count. */
function eventPaid({ event: rule }: Spec, { heard: { event } }: Now, lines: readonly Line[]): readonly Line[] {
  if (event === null || rule === "all") return lines;
  const among = lines.filter((line) => event.levels.includes(line.level) && line.isAwarded);
  const highest = among.reduce<Line | null>(
    (best, line) => (best && !isLess(best.money, line.money) ? best : line),
    null,
  );
  const chosen = event.levels.includes(event.chosen) ? among.filter(({ level }) => level === event.chosen) : [];
  const kept = rule === "first" ? among.slice(0, 1) : rule === "highest" || chosen.length === 0 ? [highest] : chosen;
  return lines.filter((line) => !among.includes(line) || kept.includes(line));
}

const capOf = (spec: Spec, now: Now, limit: { readonly share: number | null; readonly amount: number }): Num =>
  limit.share === null ? num(limit.amount) : by(share(limit.share), charges(spec, now.month));

function capTogether(spec: Spec, now: Now, lines: readonly Line[]): void {
  for (const limit of spec.limits) {
    if (limit.per !== "level" && limit.per !== "service") continue;
    const left = new Map<string, Num>();
    for (const line of lines.filter(({ unit }) => unit === "money")) {
      const key = limit.per === "level" ? line.level : service[line.level];
      const room = left.get(key) ?? capOf(spec, now, limit);
      line.money = low(line.money, room);
      left.set(key, less(room, line.money));
    }
  }
}

function categories(spec: Spec, now: Now, lines: readonly Line[]): Num {
  const sums = ["vital", "desk"].map((name) => {
    const own = lines.filter(({ level, unit }) => unit === "money" && category[level] === name);
    let sum = total(own.map(({ money }) => money));
    for (const limit of spec.limits) if (limit.per === "category") sum = low(sum, capOf(spec, now, limit));
    return sum;
  });
  return total(sums);
}

/** Whole steps above the mark of every level that was met and has an award for a miss. */
function bonusOf({ bonus, awards }: Spec, { past, month }: Now): Num {
  if (bonus === null) return none;
  const steps = (past[month] ?? []).map(({ level, state, figure }): Num => {
    const hasAward = awards.some(({ level: of, verdict }) => (of === null || of === level) && verdict !== "at minimum");
    if (state !== "met" || figure === null || !hasAward) return none;
    const above = marks[level].lower ? bonus.above - figure : figure - bonus.above;
    return above <= 0 ? none : whole(over(num(above), num(bonus.step)));
  });
  return by(total(steps), num(bonus.amount));
}
