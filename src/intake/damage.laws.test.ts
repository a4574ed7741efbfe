import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { tries } from "../../scripts/laws.ts";
import { dayOf } from "../engine/time/civil.ts";
import { instant } from "../engine/time/instant.ts";
import { utc } from "../engine/time/zone.ts";
import { checkMapping } from "../wire/mapping/check-mapping.ts";
import type { Mapping } from "../wire/mapping/mapping.ts";
import { readHolidays } from "./holidays.ts";
import { inspect } from "./inspect/inspect.ts";
import { takeIn } from "./intake.ts";
import { Refused } from "./refused.ts";

function mappingFor(file: object, more: object = {}): Mapping {
  const { mapping, complaints } = checkMapping({
    tool: "desk",
    gives: "incidents",
    file,
    stamps: { order: "day month year", time_zone: "Etc/UTC" },
    rows: "one per change",
    record: "id",
    happened: "at",
    in_order_of: "no",
    fields: { priority: { column: "prio", values: { high: "P1", low: "P2" } }, note: "note" },
    states: { column: "state", values: { New: "new", Active: "in progress", Done: "resolved" } },
    ...more,
  });
  if (!mapping) throw new Error(JSON.stringify(complaints));
  return mapping;
}

const rows = Array.from({ length: 12 }, (_, i) => ({
  id: `I${i % 4}`,
  at: `${1 + (i % 28)}/3/2026 0${i % 10}:15`,
  no: String(i),
  state: ["New", "Active", "Done"][Math.floor(i / 4)] ?? "New",
  prio: i % 2 === 0 ? "high" : "low",
  note: `said "${i}", twice\nand more`,
}));
const columns = ["id", "at", "no", "state", "prio", "note"] as const;
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const csv = [columns.join(","), ...rows.map((row) => columns.map((name) => quoted(row[name])).join(","))].join("\n");
const xesRow = (row: (typeof rows)[number]) =>
  `<event>${columns.map((name) => `<string key="${name}" value="${row[name].replaceAll('"', "&quot;")}"/>`).join("")}</event>`;
const xes = `<log>${rows.map((row) => `<trace><string key="concept:name" value="${row.id}"/>${xesRow(row)}</trace>`).join("\n")}</log>`;
const ics = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Day\r\nDTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=YEARLY;UNTIL=20300101\r\nEXDATE;VALUE=DATE:20270101\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;

const files: readonly (readonly [string, Uint8Array, Mapping])[] = [
  ["CSV", strToU8(csv), mappingFor({ kind: "csv" })],
  ["CSV in gzip", gzipSync(csv), mappingFor({ kind: "csv" })],
  ["CSV in zip", zipSync({ "a.csv": strToU8(csv) }), mappingFor({ kind: "csv" })],
  [
    "JSON lines",
    strToU8(rows.map((row) => JSON.stringify({ ...row, log: [{ x: 1 }] })).join("\n")),
    mappingFor({ kind: "jsonl" }),
  ],
  ["JSON list", strToU8(JSON.stringify(rows)), mappingFor({ kind: "jsonl" })],
  ["XES", strToU8(xes), mappingFor({ kind: "xes" })],
  [
    "Excel",
    await writeXlsx({
      sheets: [{ name: "S", rows: [[...columns], ...rows.map((row) => columns.map((name) => row[name]))] }],
    }),
    mappingFor({ kind: "xlsx" }),
  ],
];

/** Cuts, exchanged bytes and inserted bytes, as files suffer them. */
const hurt = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant("cut" as const),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      byte: fc.constant(0),
    }),
    fc.record({
      kind: fc.constant("flip" as const),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      byte: fc.integer({ min: 0, max: 255 }),
    }),
    fc.record({
      kind: fc.constant("insert" as const),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      byte: fc.constantFrom(0, 10, 13, 34, 44, 123, 60, 200),
    }),
  ),
  { minLength: 1, maxLength: 4 },
);

function damaged(
  bytes: Uint8Array,
  wounds: readonly { kind: "cut" | "flip" | "insert"; at: number; byte: number }[],
): Uint8Array {
  let out = Uint8Array.from(bytes);
  for (const { kind, at, byte } of wounds) {
    const place = Math.floor(at * out.length);
    if (kind === "cut") out = out.slice(0, place);
    else if (kind === "flip") out[place] = byte;
    else out = Uint8Array.from([...out.slice(0, place), byte, ...out.slice(place)]);
  }
  return out;
}

describe("damaged files end in findings, and every row is accounted for", () => {
  test.each(files)("%s", async (_kind, bytes, mapping) => {
    const whole = await takeIn({ source: { bytes, name: "f" }, mapping, learned: instant(0) });
    expect([whole.account.used, whole.facts.length]).toEqual([12, 4]);
    await fc.assert(
      fc.asyncProperty(hurt, async (wounds) => {
        const source = { bytes: damaged(bytes, wounds), name: "f" };
        const { account, facts } = await takeIn({ source, mapping, learned: instant(0) });
        const { rows: all, used, repeated, held, left } = account;
        expect(used + repeated + held + left).toBe(all);
        for (const { events } of facts) {
          for (let i = 1; i < events.length; i += 1)
            expect(events[i - 1]?.happened).toBeLessThanOrEqual(events[i]?.happened ?? 0);
        }
      }),
      { numRuns: tries(80) },
    );
  });

  test.each(files)("a look at %s refuses by name or understands", async (_kind, bytes) => {
    await fc.assert(
      fc.asyncProperty(hurt, async (wounds) => {
        try {
          await inspect({ bytes: damaged(bytes, wounds), name: "f" });
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
        }
      }),
      { numRuns: tries(40) },
    );
  });

  test("an iCalendar", () => {
    fc.assert(
      fc.property(hurt, (wounds) => {
        const text = new TextDecoder().decode(damaged(strToU8(ics), wounds));
        readHolidays(
          { text, file: "f", from: dayOf(2025, 1, 1), end: dayOf(2032, 1, 1), zone: utc, zoneOf: () => null },
          "set",
        );
      }),
      { numRuns: tries(150) },
    );
  });
});

test("rows in any order of the file give the same history where the order column tells them apart", async () => {
  const mapping = mappingFor({ kind: "csv" });
  const take = async (order: readonly number[]) => {
    const text = [
      columns.join(","),
      ...order.map((i) => columns.map((name) => quoted((rows[i] as (typeof rows)[number])[name])).join(",")),
    ].join("\n");
    const { facts } = await takeIn({
      source: { bytes: strToU8(`${text}\n`), name: "f" },
      mapping,
      learned: instant(0),
    });
    return Object.fromEntries(
      facts.map(({ id, events }) => [id, events.map(({ happened, change }) => ({ happened, change }))]),
    );
  };
  const straight = await take(rows.map((_, i) => i));
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(
        rows.map((_, i) => i),
        { minLength: rows.length },
      ),
      async (order) => {
        expect(await take(order)).toEqual(straight);
      },
    ),
    { numRuns: tries(40) },
  );
});
