import type { LevelTerms } from "../../src/engine/agreement/terms.ts";
import type { Calendar } from "../../src/engine/calendar/calendar.ts";
import { clockReader } from "../../src/engine/measure/clock-reader.ts";
import type { MeasureInput } from "../../src/engine/measure/input.ts";
import type { Fact } from "../../src/engine/record/record.ts";
import type { Instant } from "../../src/engine/time/instant.ts";
import type { Span } from "../../src/engine/time/span.ts";
import { caseContract, caseLevel } from "./terms.ts";

/** What a case of availability says, as spans of instants. */
export interface OutageCase {
  readonly calendar: Calendar;
  readonly period: Span;
  readonly knownUntil: Instant;
  readonly down: readonly Span[];
  readonly excluded: readonly Span[];
  readonly unknown: readonly Span[];
}

type Treated = NonNullable<LevelTerms["agreedDowntime"]>["treated"];

/** Downtime is outages, excluded time is approved changes, unknown time is outages of unknown impact. */
export function outageInput(one: OutageCase, treated: Treated): MeasureInput {
  const calendars = new Map([["case", one.calendar]]);
  const zones = new Map([[one.calendar.zone.id, one.calendar.zone]]);
  const level: LevelTerms = {
    ...caseLevel,
    measure: "share of time",
    of: "outages",
    where: { impact: { kind: "any of", values: ["down"] } },
    agreedDowntime: { windows: [], needs: "approved change", notice: null, atMost: null, treated },
  };
  const outages = [
    ...one.down.map((each) => outage(each, "down")),
    ...one.unknown.map((each) => outage(each, "unknown")),
  ];
  return {
    level,
    stage: null,
    contract: caseContract,
    calendars,
    zones,
    facts: { outages, changes: one.excluded.map(change) },
    relief: [],
    entered: [],
    period: "case",
    span: one.period,
    knownUntil: one.knownUntil,
    group: null,
    verdicts: new Map(),
    clocks: clockReader({ contract: caseContract, calendars, zones, versions: [level] }),
  };
}

function outage({ start, end }: Span, impact: string): Fact {
  const id = `${impact} ${start}`;
  return fact(id, "outages", [
    [start, { kind: "field", field: "impact", value: impact }],
    [start, { kind: "moment", moment: "began" }],
    [end, { kind: "moment", moment: "ended" }],
  ]);
}

function change({ start, end }: Span): Fact {
  return fact(`change ${start}`, "changes", [
    [start, { kind: "moment", moment: "approved" }],
    [start, { kind: "moment", moment: "planned" }],
    [end, { kind: "moment", moment: "planned end" }],
  ]);
}

type Said = readonly [Instant, Fact["events"][number]["change"]];

function fact(id: string, kind: Fact["kind"], said: readonly Said[]): Fact {
  const events = said.map(([at, what], sequence) => ({
    happened: at,
    learned: at,
    sequence,
    source: { file: "case", row: sequence },
    change: what,
  }));
  return { id, kind, tool: "case", events };
}
