import { flat } from "../read-cell.ts";
import { emptyEvidence, type StampEvidence, weigh } from "./stamp-evidence.ts";

/** What the cells of one column look like, over all rows. */
export interface Profile {
  readonly name: string;
  /** Rows with something in the cell that is no mark for nothing known. */
  filled: number;
  /** Values with their counts; no further values are added once there are too many. */
  readonly values: Map<string, number>;
  more: boolean;
  numbers: number;
  longest: number;
  readonly stamps: StampEvidence;
  /** Marks for nothing known that stand in this column. */
  readonly marks: Map<string, number>;
}

/** Values kept of one column, and the characters of the longest that is kept. */
const mostValues = 2000;
const longestValue = 2000;

const nothingKnown = new Set([
  "?",
  "-",
  "--",
  "n/a",
  "N/A",
  "NA",
  "#N/A",
  "null",
  "NULL",
  "None",
  "none",
  "nil",
  "(empty)",
  "(none)",
]);

export const emptyProfile = (name: string): Profile => ({
  name,
  filled: 0,
  values: new Map(),
  more: false,
  numbers: 0,
  longest: 0,
  stamps: emptyEvidence(),
  marks: new Map(),
});

/** Adds one cell to the profile of its column. */
export function see(profile: Profile, cell: string): void {
  const text = cell.trim();
  if (text === "") return;
  if (nothingKnown.has(text)) {
    profile.marks.set(text, (profile.marks.get(text) ?? 0) + 1);
    if (text !== "none" && text !== "None" && text !== "-") return;
  }
  profile.filled += 1;
  if (text.length > profile.longest) profile.longest = text.length;
  const count = profile.values.get(text);
  if (count !== undefined) profile.values.set(text, count + 1);
  else if (profile.values.size < mostValues && text.length <= longestValue) profile.values.set(flat(text), 1);
  else profile.more = true;
  if (text.length <= longestValue && /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) profile.numbers += 1;
  weigh(profile.stamps, text);
}

/** True where nearly every filled cell reads as a stamp. */
export const isStamp = ({ stamps, filled }: Profile): boolean => filled > 0 && stamps.dates >= filled * 0.95;

export const isNumber = ({ numbers, filled }: Profile): boolean => filled > 0 && numbers === filled;

/** True where none of the values that were kept stands twice. */
export function isUnique({ values }: Profile): boolean {
  for (const count of values.values()) if (count > 1) return false;
  return true;
}
