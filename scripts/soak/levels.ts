import type { ClockTerms, LevelTerms } from "../../src/engine/agreement/terms.ts";
import { plainLevel } from "../../src/engine/measure/fixture/story.ts";
import type { Duration } from "../../src/engine/time/instant.ts";

const row = (minutes: number, calendar: string) =>
  ({ within: { kind: "time", seconds: (minutes * 60) as Duration }, calendar, clause: null }) as const;

const clock: ClockTerms = {
  starts: "opened",
  stops: "resolved",
  by: null,
  per: "priority",
  rows: { P1: row(60, "two"), P2: row(300, "one"), P3: row(900, "one") },
  pauses: ["client"],
};

const level = (id: string, parts: Partial<ClockTerms>, more: Partial<LevelTerms> = {}): LevelTerms => ({
  ...plainLevel,
  id,
  clock: { ...clock, ...parts },
  ...more,
});

const anyOf = (...values: string[]) => ({ kind: "any of" as const, values });
const noneOf = (...values: string[]) => ({ kind: "none of" as const, values });

/** Levels by two calendars, `one` and `two`, that columns can measure: every kind of stop, row, pause and selection. */
export const levels: readonly LevelTerms[] = [
  level("resolution", {}),
  level("strict", {}, { rules: { ...plainLevel.rules, exactly_on_target: "missed" } }),
  level("shorter", { rows: { P1: row(20, "two"), P2: row(30, "one"), P3: row(40, "one") } }),
  level("longest first", { rows: { P1: row(900, "one"), P2: row(60, "one"), P3: row(20, "one") } }),
  level("between", { rows: { P1: row(40, "one"), P2: row(400, "one"), P3: row(300, "one") } }),
  level("closure", { stops: "closed", pauses: ["client", "vendor"] }),
  level("response", { stops: "responded", per: null, rows: { "*": row(120, "one") } }),
  level("of a team", { pauses: [] }, { where: { team: anyOf("mail") } }),
  level("of others", { stops: "responded" }, { where: { team: noneOf("desk") } }),
  level("of the urgent", { rows: { "*": row(50, "two") }, per: null }, { where: { priority: anyOf("P1", "P2") } }),
  level("of some", {}, { where: { priority: anyOf("P2", "P3"), team: noneOf("mail") } }),
];
