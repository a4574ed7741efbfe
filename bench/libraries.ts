import { named } from "./named.ts";

/** Open seconds between two dates; the libraries read hours in the zone of the process. */
export type Seconds = (from: Date, to: Date) => number;

/** By the library opening_hours; null where it is not installed. */
export async function openingHours(written: string): Promise<Seconds | null> {
  const found = await named("opening_hours");
  if (found === null) return null;
  const Hours = (found.opening_hours ?? found.default) as new (
    text: string,
    place: null,
  ) => { getOpenDuration(from: Date, to: Date): [number, number] };
  const hours = new Hours(written, null);
  return (from, to) => hours.getOpenDuration(from, to)[0] / 1000;
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
