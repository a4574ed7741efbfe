import { expect, test } from "vitest";
import type { RecordEvent } from "../../engine/record/record.ts";
import { instant } from "../../engine/time/instant.ts";
import type { Telling } from "../../store/records/telling.ts";
import { settleCall, settleFile } from "./settle-events.ts";

/** `3 opened @100`: number, moment, instant; told by a call, or by row 1 of a file. */
function event(text: string, file = ""): RecordEvent {
  const [, sequence, moment, at] = /^(\d+) (\w+) @(\d+)$/.exec(text) ?? [];
  const source = { file, row: file === "" ? 0 : 1 };
  const happened = instant(Number(at));
  return { happened, learned: instant(1000), sequence: Number(sequence), source, change: saysMoment(moment ?? "") };
}
const saysMoment = (moment: string) => ({ kind: "moment", moment }) as const;

/** Stored events as `batch: event`, of a file where the batch is one's name. */
const stored = (texts: readonly string[]): Telling[] =>
  texts.map((text, place) => {
    const [batch = "", said = ""] = text.split(": ");
    return { ...event(said, batch.endsWith(".csv") ? batch : ""), place, batch };
  });

type Row = readonly [what: string, before: readonly string[], told: readonly string[], fates: string];

/** What became of the events: added (a), repeated (r), held (h), in the order of each list. */
const fatesOf = ({ add, repeated, held }: ReturnType<typeof settleCall>): string =>
  `a${add.length} r${repeated.length} h${held.length}`;

test.each<Row>([
  ["the first time", [], ["0 opened @10", "1 responded @20"], "a2 r0 h0"],
  ["twice in one call", [], ["0 opened @10", "0 opened @10"], "a1 r1 h0"],
  ["again", ["c1: 0 opened @10"], ["0 opened @10"], "a0 r1 h0"],
  ["another word under the same number", ["c1: 0 opened @10"], ["0 closed @10"], "a0 r0 h1"],
  ["another instant under the same number", ["c1: 0 opened @10"], ["0 opened @11"], "a0 r0 h1"],
  ["two words under one number in one call: the first counts", [], ["0 opened @10", "0 closed @10"], "a1 r0 h1"],
  ["the same word under another number", ["c1: 0 opened @10"], ["1 opened @10"], "a1 r0 h0"],
  ["what a file told, under any number", ["f.csv: 7 opened @10"], ["0 opened @10"], "a0 r1 h0"],
  ["beside what a file told under the same number", ["f.csv: 0 opened @10"], ["0 closed @10"], "a1 r0 h0"],
])("a call, %s", (_, before, told, fates) => {
  const events = told.map((text) => event(text));
  const settled = settleCall({ record: "R", stored: stored(before), events, batch: "now" });
  expect(fatesOf(settled)).toBe(fates);
  expect(settled.add.length + settled.repeated.length + settled.held.length).toBe(told.length);
});

test.each<Row>([
  ["the first time: rows that say the same stay two", [], ["0 opened @10", "1 opened @10"], "a2 r0 h0"],
  ["the same batch again", ["now: 0 opened @10"], ["0 opened @10", "1 closed @20"], "a0 r2 h0"],
  ["what another told", ["f.csv: 0 opened @10"], ["0 opened @10"], "a0 r1 h0"],
  ["what another told, later in the order", ["f.csv: 0 opened @10"], ["3 opened @10"], "a0 r1 h0"],
  ["what another told, earlier in the order: it rules", ["f.csv: 3 opened @10"], ["0 opened @10"], "a1 r0 h0"],
  ["another word under the same number", ["f.csv: 0 opened @10"], ["0 closed @10"], "a1 r0 h0"],
  ["new and known", ["f.csv: 0 opened @10"], ["0 opened @10", "1 closed @20", "2 closed @20"], "a1 r2 h0"],
])("a file, %s", (_, before, told, fates) => {
  const events = told.map((text) => event(text, "g.csv"));
  const settled = settleFile({ record: "R", stored: stored(before), events, batch: "now" });
  expect(fatesOf(settled)).toBe(fates);
});

test("events of one instant, number and row get places of their own", () => {
  const before = stored(["f.csv: 0 opened @10"]);
  const { add } = settleFile({ record: "R", stored: before, events: [event("0 closed @10", "g.csv")], batch: "now" });
  expect(add.map(({ place }) => place)).toEqual([1]);
});

test("what is held says both words", () => {
  const [before, now] = [stored(["c1: 0 opened @10"]), [event("0 closed @10")]];
  const { held } = settleCall({ record: "R", stored: before, events: now, batch: "now" });
  expect(held[0]?.finding).toMatchObject({
    ...{ code: "event-contradicts", weight: "error", record: "R" },
    facts: { sequence: "0", said_before: '[10,"moment","opened"]', says_now: '[10,"moment","closed"]' },
  });
});
