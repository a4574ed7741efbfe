import { chanceOf } from "../sim/random.ts";
import { compiledCalendar } from "../src/engine/batch/compiled-calendar.ts";
import type { Calendar } from "../src/engine/calendar/calendar.ts";
import { worked } from "../src/engine/calendar/service-time.ts";
import { instant } from "../src/engine/time/instant.ts";
import { once, secondsOf } from "./clocking.ts";
import { momentBusiness, openingHours, type Seconds } from "./libraries.ts";
import { atLeast, notInstalled, type Row } from "./row.ts";
import { calendars } from "./terms.ts";
import { year } from "./tickets.ts";

const span = { start: instant(year.start), end: instant(year.end + 40 * 86_400) };

/** Service seconds between two instants by each way to ask, against the libraries. */
export async function benchCalendar(pairs: number): Promise<Row[]> {
  const chance = chanceOf(1, "pairs");
  const from = Int32Array.from({ length: pairs }, () => chance.whole(year.start, year.end));
  const to = from.map((at) => at + chance.whole(60, 2_000_000));
  const lunch = calendars.get("berlin") as Calendar;
  const plain = calendars.get("no lunch") as Calendar;
  const ours = ratesOf(lunch, { from, to });
  const hours = await openingHours("Mo-Fr 08:00-12:00,13:00-18:00; Dec 25 off");
  const business = await momentBusiness(["08:00:00", "18:00:00"], ["*-12-25"]);
  const theirs = hours && rateOf(hours, lunch, { from, to });
  const moments = business && rateOf(business, plain, { from, to });
  const against = theirs && `opening_hours ${rate(theirs.rate)}; ${theirs.wrong} of ${few} of its answers differ`;
  return [
    row("Service seconds over arrays, against opening_hours", { goal: 5000, ours: ours.arrays, theirs, note: against }),
    row("The same by a function call", { goal: 1000, ours: ours.call, theirs, note: `ours ${rate(ours.call)}` }),
    row("The same by the plain calendar", { goal: null, ours: ours.plain, theirs, note: `ours ${rate(ours.plain)}` }),
    row("Service seconds by a function call, against moment-business-time (hours without lunch, which it cannot say)", {
      goal: null,
      ours: ours.call,
      theirs: moments,
      note: moments && `theirs ${rate(moments.rate)}; ${moments.wrong} of ${few} of its answers differ`,
    }),
  ];
}

interface Pairs {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

interface Theirs {
  readonly rate: number;
  readonly wrong: number;
}

interface Compared {
  readonly goal: number | null;
  readonly ours: number;
  readonly theirs: Theirs | null;
  readonly note: string | null;
}

const row = (what: string, { goal, ours, theirs, note }: Compared): Row => ({
  what,
  goal: goal === null ? null : atLeast(goal),
  seen: theirs && ours / theirs.rate,
  note: theirs ? (note ?? "") : notInstalled,
});

const rate = (perSecond: number): string =>
  perSecond >= 1e6 ? `${(perSecond / 1e6).toFixed(1)} M/s` : `${(perSecond / 1e3).toFixed(1)} k/s`;

function ratesOf(calendar: Calendar, { from, to }: Pairs) {
  const compiled = compiledCalendar(calendar, span);
  const into = new Int32Array(from.length);
  const arrays = secondsOf(() => compiled.elapsedOver(from, to, into));
  let sum = 0;
  const call = secondsOf(() => {
    for (let i = 0; i < from.length; i += 1) sum += compiled.elapsed(from[i] as number, to[i] as number);
  });
  const slow = Math.min(from.length, 20_000);
  const plain = secondsOf(() => {
    for (let i = 0; i < slow; i += 1) {
      const seconds = worked(calendar, instant(from[i] as number), instant(to[i] as number));
      if (seconds !== into[i]) throw new Error(`compiled and plain calendar differ at pair ${i}: ${sum}`);
    }
  });
  return { arrays: from.length / arrays, call: from.length / call, plain: slow / plain };
}

const few = 5000;

/** Pairs a second of a library, and how many of its answers differ from the plain calendar's. */
function rateOf(library: Seconds, calendar: Calendar, { from, to }: Pairs): Theirs {
  const dates = Array.from(
    { length: Math.min(few, from.length) },
    (_, i) => [new Date((from[i] as number) * 1000), new Date((to[i] as number) * 1000)] as const,
  );
  const answers: number[] = [];
  const seconds = once(() => {
    for (const [a, b] of dates) answers.push(library(a, b));
  });
  const wrong = answers.filter(
    (answer, i) => answer !== worked(calendar, instant(from[i] as number), instant(to[i] as number)),
  );
  return { rate: dates.length / seconds, wrong: wrong.length };
}
