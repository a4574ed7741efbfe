import { dayAt, isoDay, type Second } from "./london.ts";

/** Numbers such as `INC250812003`: the day, then the so-manieth of that day, for instants in order. */
export function numbersOf(prefix: string, instants: readonly Second[]): string[] {
  const seen = new Map<string, number>();
  return instants.map((second) => {
    const day = isoDay(dayAt(second)).replaceAll("-", "").slice(2);
    const count = (seen.get(day) ?? 0) + 1;
    seen.set(day, count);
    return `${prefix}${day}${String(count).padStart(3, "0")}`;
  });
}
