import fc from "fast-check";
import { expect, test } from "vitest";
import { tries } from "../../../../scripts/laws.ts";
import { type Columns, compileColumns, firstField, says } from "../../../engine/batch/columns.ts";
import type { Fact } from "../../../engine/record/record.ts";
import { instant } from "../../../engine/time/instant.ts";
import { bulkIntake } from "../../../intake/bulk/bulk-intake.ts";
import { mappingOf } from "../../../intake/fixture/take.ts";
import type { ColumnsAsked } from "../column-source.ts";
import { untied } from "../untied.ts";
import { straightColumns } from "./straight-columns.ts";

const written = {
  tool: "desk",
  gives: "incidents",
  file: { kind: "csv", missing: ["-"] },
  stamps: { order: "year month day", time_zone: "Europe/Berlin" },
  rows: "one per change",
  record: "id",
  happened: "at",
  in_order_of: "no",
  fields: { priority: { column: "prio", values: { high: "P1", low: "P2" } }, holder: "team", source: { fixed: "log" } },
  states: {
    column: "state",
    values: {
      New: "new",
      Active: "in progress",
      Working: "in progress",
      Asked: { waiting: "client" },
      Done: "resolved",
      Back: "in progress",
      Over: "closed",
      Dropped: "cancelled",
    },
  },
  moments: { responded: { first: "in progress" }, resolved: { state: "Done" } },
};

/** The second asks for no order and sees reopenings; the third begins with any row; the fourth is not for rows alone. */
const mappings: readonly object[] = [
  written,
  { ...written, in_order_of: undefined, moments: { ...written.moments, reopened: { state: "Back" } } },
  { ...written, first_row: "creation", moments: { responded: { state: "Asked" }, closed: { first: "closed" } } },
  { ...written, moments: { closed: { column: "closed" } } },
];

const asked: ColumnsAsked = {
  fields: ["holder", "priority", "service"],
  ties: [
    { stops: "resolved", order: ["pause", "stop", "start"] },
    { stops: "responded", order: ["stop", "pause", "start"] },
  ],
};

/** Records of a few rows, mostly in order and begun as new; now and then otherwise. */
const often = <T>(usual: T, rare: T) =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constant(rare) });
const step = fc.record({
  after: fc.constantFrom(0, 60, 60, 3600, 7200, -60),
  state: fc.constantFrom("Active", "Working", "Asked", "Done", "Back", "Over", "Dropped", ""),
  priority: fc.constantFrom("high", "low", "low", "-"),
  team: fc.constantFrom("a", "b", ""),
  counts: often(1, 0),
});
const ticket = fc.record({ begins: often("New", "Active"), steps: fc.array(step, { maxLength: 7 }) });
const log = fc.record({
  all: fc.array(ticket, { minLength: 1, maxLength: 8 }),
  odd: fc.constantFrom("", "", "I1,2026-03-29 02:30:00,9,Done,high,a,", "I2,2026-03-20 09:00:00,9,Lost,high,a,"),
  isMixed: fc.boolean(),
});

function fileOf({ all, odd, isMixed }: typeof log extends fc.Arbitrary<infer T> ? T : never): Uint8Array {
  const rows = all.flatMap(({ begins, steps }, id) => {
    let [at, number] = [1_774_000_000 + id * 60, 1];
    const first = `I${id},${stamp(at)},1,${begins},low,a,`;
    const others = steps.map(({ after, state, priority, team, counts }) => {
      at += after;
      number += counts;
      return `I${id},${stamp(at)},${number},${state},${priority},${team},`;
    });
    return [first, ...others].map((row, place) => ({ row, place }));
  });
  const sorted = isMixed ? rows.toSorted((a, b) => a.place - b.place) : rows;
  const lines = ["id,at,no,state,prio,team,closed", ...sorted.map(({ row }) => row), odd].filter((each) => each !== "");
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}

const stamp = (at: number): string => new Date(at * 1000).toISOString().slice(0, 19).replace("T", " ");

/** Columns without the numbers that stand for words. */
function told({ count, offsets, happened, what, value, states, values, plainOnly }: Columns) {
  const events = Array.from(happened, (at, i) => {
    const [said, code] = [what[i] as number, value[i] as number];
    const word = said === says.state ? states[code]?.kind : said >= firstField ? values[code] : code;
    const reason = said === says.state && states[code]?.kind === "waiting" ? states[code].reason : null;
    return [at, said, word, reason];
  });
  return { count, offsets: [...offsets], events, plainOnly };
}

test("columns from rows are those of the histories, with the same findings, and the same account", async () => {
  let [straight, all] = [0, 0];
  await fc.assert(
    fc.asyncProperty(log, fc.constantFrom(...mappings), async (ground, mapping) => {
      const source = { bytes: fileOf(ground), name: "log.csv" };
      const taking = {
        source,
        mapping: mappingOf(JSON.parse(JSON.stringify(mapping))),
        learned: instant(1_790_000_000),
      };
      const [one, other] = [await bulkIntake(taking, { mostOdd: 1 }), await bulkIntake(taking, { mostOdd: 1 })];
      if (one === null || other === null) throw new Error("a file of the law is not plain");
      const made: Fact[] = [];
      const lasts: number[] = [];
      const onLast = (events: Float64Array, _: number, end: number) => lasts.push(events[end - 1] as number);
      const found = straightColumns(one, { asked, onFact: (fact) => made.push(fact), onLast });
      expect(found === null).toBe(mapping === mappings[3]);
      if (found === null) return;
      const places: number[] = [];
      const facts = Array.from(other.all(), ({ fact, place }) => {
        places.push(place);
        return fact;
      });
      const columns = compileColumns(
        facts.map((fact) => untied(fact, asked.ties)),
        asked.fields,
      );
      expect(told(found.columns)).toEqual(told(columns));
      expect([...found.places]).toEqual(places);
      expect(one.told()).toEqual(other.told());
      const rest = facts.filter((fact) => !made.some(({ id }) => id === fact.id));
      expect(lasts).toEqual(rest.map(({ events }) => events.at(-1)?.happened));
      straight += rest.length;
      all += facts.length;
    }),
    { numRuns: tries(150) },
  );
  expect(straight / all).toBeGreaterThan(0.3);
  expect(straight / all).toBeLessThan(0.95);
});
