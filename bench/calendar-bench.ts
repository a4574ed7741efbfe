import { chanceOf } from "../sim/random.ts";
import { compiledCalendar } from "../src/engine/batch/compiled-calendar.ts";
import type { Calendar } from "../src/engine/calendar/calendar.ts";
import { worked } from "../src/engine/calendar/service-time.ts";
import { instant } from "../src/engine/time/instant.ts";
import { once, secondsOf } from "./clocking.ts";
import { calendars } from "./terms.ts";
import { year } from "./tickets.ts";

/** Pairs a second by each way to ask, and how many of the library's answers are wrong. */
export async function benchCalendar(pairs: number): Promise<Readonly<Record<string, number | null>>> {
  const calendar = calendars.get("berlin") as Calendar;
  const span = { start: instant(year.start), end: instant(year.end + 40 * 86_400) };
  const compiled = compiledCalendar(calendar, span);
  const chance = chanceOf(1, "pairs");
  const from = Int32Array.from({ length: pairs }, () => chance.whole(year.start, year.end));
  const to = from.map((at) => at + chance.whole(60, 2_000_000));
  const into = new Int32Array(pairs);
  const arrays = pairs / secondsOf(() => compiled.elapsedOver(from, to, into));
  let sum = 0;
  const function_ =
    pairs /
    secondsOf(() => {
      for (let i = 0; i < pairs; i += 1) sum += compiled.elapsed(from[i] as number, to[i] as number);
    });
  const few = Math.min(pairs, 20_000);
  const plain = Array.from({ length: few }, (_, i) =>
    worked(calendar, instant(from[i] as number), instant(to[i] as number)),
  );
  const plainRate =
    few /
    secondsOf(() => {
      for (let i = 0; i < few; i += 1) sum += worked(calendar, instant(from[i] as number), instant(to[i] as number));
    });
  const wrong = plain.filter((seconds, i) => seconds !== into[i]).length;
  if (wrong > 0 || sum < 0) throw new Error(`${wrong} compiled figures differ from the plain calendar`);
  return { arrays, function: function_, plain: plainRate, ...(await library(from, to, plain)) };
}

/** The library reads the hours in the zone of the process. */
async function library(
  from: Int32Array,
  to: Int32Array,
  plain: readonly number[],
): Promise<Record<string, number | null>> {
  const found = await import("./peers.ts").then(({ openingHours }) =>
    openingHours("Mo-Fr 08:00-12:00,13:00-18:00; Dec 25 off"),
  );
  if (found === null) return { library: null, libraryWrong: null };
  const few = Math.min(plain.length, 5000);
  const dates = Array.from(
    { length: few },
    (_, i) => [new Date((from[i] as number) * 1000), new Date((to[i] as number) * 1000)] as const,
  );
  const answers: number[] = [];
  const seconds = once(() => {
    for (const [a, b] of dates) answers.push(found(a, b));
  });
  return { library: few / seconds, libraryWrong: answers.filter((answer, i) => answer !== plain[i]).length };
}
