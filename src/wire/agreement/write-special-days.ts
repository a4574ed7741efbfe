import { stringify } from "yaml";
import type { Closure, SpecialDay } from "../../engine/agreement/hours.ts";
import { writeDay } from "../../engine/time/civil.ts";

/** What is closed and when, with a note on where it was found. */
export interface SpecialDays {
  /** Id of the set of holidays; only letters, digits and single hyphens of it are kept. */
  readonly set: string;
  /** Days without opening hours; hours of their own are not written. */
  readonly days: readonly SpecialDay[];
  readonly closures: readonly Closure[];
  /** Printed above as a comment. */
  readonly note: string;
}

/**
 * Closed days as a block `holidays`, and stretches of time as a block `closures` to be put under a calendar. Closures
 * are instants in UTC, so that they mean the same in whatever zone the calendar has. A block without entries is left out.
 */
export function writeSpecialDays({ set, days, closures, note }: SpecialDays): string {
  const dayLines = days.map(({ day, name }) => `      ${writeDay(day)}: {name: ${scalar(name)}, open: none}\n`);
  const closureLines = closures.map(
    ({ start, end, name }) => `  - {from: ${writePoint(start)}, until: ${writePoint(end)}, name: ${scalar(name)}}\n`,
  );
  const holidays = dayLines.length === 0 ? "" : `holidays:\n  ${idOf(set)}:\n    days:\n${dayLines.join("")}`;
  const closed = closureLines.length === 0 ? "" : `# To be put under a calendar.\nclosures:\n${closureLines.join("")}`;
  return [`# ${oneLine(note)}\n`, holidays, closed].filter((block) => block !== "").join("");
}

/** `2026-07-05T01:00Z`, with seconds where there are any. */
function writePoint(at: number): string {
  const text = Temporal.Instant.fromEpochMilliseconds(at * 1000).toString();
  return text.replace(/:00Z$/, "Z");
}

const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "") || "holidays";

const oneLine = (text: string): string => text.replace(/[\s\p{C}]+/gu, " ").trim();

/** A name as it may stand in braces: plain where that says the same, else in quotation marks. */
const scalar = (name: string): string => {
  const text = oneLine(name) || "Without a name";
  const [inBraces = ""] = /(?<=^\{ name: ).*(?= \}$)/s.exec(
    stringify({ name: text }, { collectionStyle: "flow", lineWidth: 0 }).trim(),
  ) ?? [""];
  return inBraces === "" ? JSON.stringify(text) : inBraces;
};
