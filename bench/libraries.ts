import { named } from "./named.ts";

/** Open seconds between two dates; the libraries read hours in the zone of the process. */
export type Seconds = (from: Date, to: Date) => number;

interface Hours {
  getOpenDuration(from: Date, to: Date): [number, number];
  getState(at: Date): boolean;
  getNextChange(at: Date): Date;
}

/** The library opening_hours with such hours; null where it is not installed. */
async function hoursOf(written: string): Promise<Hours | null> {
  const found = await named("opening_hours");
  if (found === null) return null;
  return new ((found.opening_hours ?? found.default) as new (text: string, place: null) => Hours)(written, null);
}

/** By the library opening_hours; null where it is not installed. */
export async function openingHours(written: string): Promise<Seconds | null> {
  const hours = await hoursOf(written);
  return hours && ((from, to) => hours.getOpenDuration(from, to)[0] / 1000);
}

/** The earliest instant, in seconds, with so many open seconds since a date, by the same library from change to change. */
export async function openingDue(written: string): Promise<((from: Date, seconds: number) => number) | null> {
  const hours = await hoursOf(written);
  return hours && due;

  function due(from: Date, seconds: number): number {
    let [at, left, isOpen] = [from, seconds, (hours as Hours).getState(from)];
    for (;;) {
      const next = (hours as Hours).getNextChange(at);
      const open = isOpen ? (next.getTime() - at.getTime()) / 1000 : 0;
      if (left <= open) return at.getTime() / 1000 + left;
      [at, left, isOpen] = [next, left - open, !isOpen];
    }
  }
}

interface Moment {
  workingDiff(other: Moment, unit: string): number;
}

/** By moment-business-time, Monday to Friday from and until a time of the day; null where it is not installed. */
export async function momentBusiness(open: readonly string[], holidays: readonly string[]): Promise<Seconds | null> {
  const found = await named("moment-business-time");
  if (found === null) return null;
  const moment = found.default as ((date: Date) => Moment) & { updateLocale(id: string, terms: unknown): void };
  const workinghours = Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((day) => [day, day % 6 === 0 ? null : open]));
  moment.updateLocale("en", { workinghours, holidays });
  return (from, to) => moment(to).workingDiff(moment(from), "seconds");
}
