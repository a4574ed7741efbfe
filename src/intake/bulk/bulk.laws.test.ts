import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tries } from "../../../scripts/laws.ts";
import { instant } from "../../engine/time/instant.ts";
import { mappingOf } from "../fixture/take.ts";
import { type Taking, takeIn } from "../intake.ts";
import { bulkIntake, type Scanner } from "./bulk-intake.ts";
import { byteStamps } from "./byte-stamps.ts";
import { decoderOf } from "./decoder.ts";
import { joinScanned } from "./join-scanned.ts";
import { partsOf } from "./part-borders.ts";
import { scan } from "./scan.ts";

const written = {
  tool: "desk",
  gives: "incidents",
  file: { kind: "csv", missing: ["-"] },
  stamps: { order: "year month day", time_zone: "Europe/Berlin" },
  rows: "one per change",
  record: "id",
  happened: "at",
  in_order_of: "no",
  from: "2026-01-02",
  only_when: [{ column: "kind", is_not: ["note"], because: "a note" }],
  fields: { priority: { column: "prio", values: { high: "P1", low: "P2" } }, holder: "team", source: { fixed: "log" } },
  states: {
    column: "state",
    values: { New: "new", Active: "in progress", Asked: { waiting: "client" }, Done: "resolved", Odd: "unknown" },
  },
  moments: { responded: { first: "in progress" }, closed: { column: "closed" } },
};
const header = "id,at,no,state,prio,team,closed,kind,title";

/** Mostly what a tool writes; now and then what it should not. */
const often = (usual: readonly string[], rare: readonly string[]) =>
  fc.oneof({ weight: 150, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...rare) });
const stamp = fc
  .tuple(fc.constantFrom("2026-03-27", "2026-03-28", "2026-03-30", "2026-04-02"), fc.integer({ min: 0, max: 6 }))
  .map(([day, hour]) => `${day} 0${hour}:10:00`);
const rareStamp = fc.constantFrom(
  "",
  "-",
  "2026-03-29 02:30:00",
  "2026-13-01 10:00:00",
  "2025-12-31 10:00:00",
  "2026-03-28T01:00:00+02:00",
  "soon",
);
const row = fc
  .tuple(
    often(
      Array.from({ length: 24 }, (_, i) => `I${i}`),
      ["", "-", " I1", "Ä1", "I 9"],
    ),
    fc.oneof({ weight: 120, arbitrary: stamp }, { weight: 1, arbitrary: rareStamp }),
    often(["1", "2", "3", "4", "10"], ["", "-3", "1.5", "two", "12345678901"]),
    often(["New", "Active", "Asked", "Done", "", "Done "], ["Odd", "Nobody"]),
    often(["high", "low", "-"], ["other"]),
    often(["mail", "desk", '"a, b"', "", "Gruß"], ['"said ""so"""', "x\u0000y"]),
    fc.oneof(
      { weight: 30, arbitrary: fc.constant("") },
      { weight: 3, arbitrary: stamp },
      { weight: 1, arbitrary: rareStamp },
    ),
    often(["", "change"], ["note"]),
    often(["t", "a longer title"], ["t,u", '"one""two"']),
  )
  .map((cells) => cells.join(","));

const file = fc
  .record({
    rows: fc.array(row, { minLength: 20, maxLength: 60 }),
    ends: fc.constantFrom("\n", "\n", "\r\n"),
    last: fc.constantFrom("\n", "\n", "", "\n\n"),
    mark: fc.constantFrom("", "", "\uFEFF"),
  })
  .map(({ rows, ends, last, mark }) => new TextEncoder().encode(mark + [header, ...rows].join(ends) + last));

const wound = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  byte: fc.constantFrom(0, 10, 13, 34, 44, 32, 65, 200, 255),
  kind: fc.constantFrom("cut", "insert", "exchange"),
});

function wounded(bytes: Uint8Array, wounds: readonly { at: number; byte: number; kind: string }[]): Uint8Array {
  let out = [...bytes];
  for (const { at, byte, kind } of wounds) {
    const place = header.length + Math.floor(at * (out.length - header.length));
    if (kind === "cut") out = out.slice(0, place);
    else out.splice(place, kind === "exchange" ? 1 : 0, byte);
  }
  return Uint8Array.from(out);
}

/** The file in three parts, as three threads would scan it. */
const inThree: Scanner = async ({ plan, layout, bytes, from }) => {
  const stamps = byteStamps(plan, decoderOf(plan.mapping.file.encoding));
  const parts = partsOf(bytes, from, 3).map((part) => scan({ bytes, ...part, layout, stamps }));
  return parts.includes(null) ? null : joinScanned(parts.filter((part) => part !== null));
};

/** What both ways say of a file; null where the bytes are left to the ordinary way. */
async function bothWays(bytes: Uint8Array, mapping: object) {
  const taking: Taking = {
    source: { bytes, name: "log.csv" },
    mapping: mappingOf(mapping),
    learned: instant(1_790_000_000),
  };
  const { facts, groups, account } = await takeIn(taking);
  const bulk = await bulkIntake(taking, { mostOdd: 1, scanner: inThree });
  if (bulk === null) return null;
  const all = [...bulk.all()];
  const again = [...bulk.chosen(all.map(({ place }) => place))];
  return { ordinary: { facts, groups, account }, bulk: { facts: all.map(({ fact }) => fact), ...bulk.told() }, again };
}

describe("a file read by its bytes is the file read the ordinary way: facts, findings and rows", () => {
  const mappings = {
    "rows of changes": written,
    "rows of records": {
      ...written,
      rows: "one per record",
      fields: { ...written.fields, opened: "at" },
      happened: undefined,
      moments: { closed: { column: "closed" } },
    },
  };
  test.each(Object.entries(mappings))("%s", async (_, mapping) => {
    let plain = 0;
    let all = 0;
    await fc.assert(
      fc.asyncProperty(file, fc.array(wound, { maxLength: 2 }), async (bytes, wounds) => {
        const both = await bothWays(wounded(bytes, wounds), JSON.parse(JSON.stringify(mapping)));
        all += 1;
        if (both === null) return;
        plain += 1;
        expect(both.bulk).toEqual(both.ordinary);
        expect(both.again).toEqual(both.ordinary.facts);
      }),
      { numRuns: tries(150) },
    );
    expect(plain / all).toBeGreaterThan(0.5);
  });
});
