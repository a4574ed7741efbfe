import type { ClockDocument } from "../../../engine/agreement/document/clock.ts";
import type { Complaint } from "../problem.ts";
import { atKey, eachLevel, type LevelPlace } from "./rule.ts";

/** A clock that judges has one way of saying how long: within, by, a table, or the stages of its level. */
export const clockWhole = eachLevel((place) =>
  place.level.clock === undefined ? [] : complaints(place, place.level.clock),
);

const tables = ["per_priority", "per_offering", "per_service", "per_site"] as const;

function complaints({ level, path }: LevelPlace, clock: ClockDocument): readonly Complaint[] {
  const at = [...path, "clock"];
  const used = tables.filter((table) => clock[table] !== undefined);
  if (used.length > 1) {
    const message = `one clock cannot be kept by ${used.join(" and ")}.`;
    return [
      atKey([...at, used[1] ?? ""], { code: "two-tables", message, way_out: "Keep one, and make another level." }),
    ];
  }
  if (level.measure !== "share in time") return [];
  const ways = [...waysOf(clock), ...(level.stages === undefined ? [] : ["stages"])];
  if (ways.length > 1) {
    const message = `the time allowed is said twice: ${ways.map((way) => `'${way}'`).join(" and ")}.`;
    return [atKey(at, { code: "said-twice", message, way_out: "Keep one of them." })];
  }
  if (ways.length === 0) return [noTime(at)];
  return used.flatMap((table) => emptyRows([...at, table], clock, table));
}

function waysOf(clock: ClockDocument): readonly string[] {
  const rowsSayTime = tables.some((table) =>
    Object.values(clock[table] ?? {}).some(({ within }) => within !== undefined),
  );
  return [
    ...(clock.within !== undefined && !rowsSayTime ? ["within"] : []),
    ...(rowsSayTime ? ["the table"] : []),
    ...(clock.by !== undefined ? ["by"] : []),
  ];
}

function emptyRows(at: readonly string[], clock: ClockDocument, table: (typeof tables)[number]): readonly Complaint[] {
  if (clock.within !== undefined || clock.by !== undefined) return [];
  const rows = Object.entries(clock[table] ?? {});
  const saysTime = rows.some(([, { within }]) => within !== undefined);
  return saysTime ? rows.filter(([, { within }]) => within === undefined).map(([id]) => noTime([...at, id])) : [];
}

function noTime(path: readonly string[]): Complaint {
  const message = "nothing says how long this clock may run.";
  return atKey(path, { code: "no-time-agreed", message, way_out: "Add 'within', 'by', or rows with 'within'." });
}
