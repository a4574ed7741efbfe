import type { ContractDocument } from "../../src/engine/agreement/document/document.ts";
import { contractTerms } from "../../src/engine/agreement/resolve/contract-terms.ts";
import { levelTerms } from "../../src/engine/agreement/resolve/level-terms.ts";
import type { LevelTerms } from "../../src/engine/agreement/terms.ts";
import type { RecordKind, Verdict } from "../../src/engine/agreement/words.ts";
import { makeCalendars } from "../../src/engine/calendar/calendar.ts";
import { clockReader } from "../../src/engine/measure/clock-reader.ts";
import { type FactsByKind, factsByKind } from "../../src/engine/measure/input.ts";
import { evaluateLevel } from "../../src/engine/period/evaluate.ts";
import type { Evidence, LevelInput } from "../../src/engine/period/evidence.ts";
import { periodNamed } from "../../src/engine/period/periods.ts";
import type { Entered, Relief } from "../../src/engine/record/relief.ts";
import { noSource } from "../../src/engine/source/source.ts";
import { readDay } from "../../src/engine/time/civil.ts";
import { span } from "../../src/engine/time/span.ts";
import type { Zone } from "../../src/engine/time/zone.ts";
import { readZone } from "../../src/wire/zones.ts";
import { factsOf, instantAt } from "./facts.ts";
import { decimal, exact } from "./figure-text.ts";
import type { Story, YamlMap } from "./row.ts";

/** What a story came to: its exact figure as text (`741/744` in lowest terms), and its verdict. */
export interface Outcome {
  readonly figure: string;
  readonly verdict: string;
}

/** A level of a contract that was read. */
export interface LevelAt {
  readonly document: ContractDocument;
  readonly agreement: string;
  readonly level: string;
}

const zones: ReadonlyMap<string, Zone> = new Map(
  ["UTC", "Europe/London"].flatMap((id) => {
    const zone = readZone(id);
    return zone ? [[id, zone] as const] : [];
  }),
);
const world = { countryDays: () => ({ days: [], tables: "none" }), zoneOf: readZone };
const known = instantAt("2027-06-01 00:00");

/** Judges a level on the records of a story; of several groups the one that the story names. */
export function evaluateCase(at: LevelAt, story: Story): Outcome {
  const results = evaluateLevel(inputOf(at, story));
  const result = results.find(({ group }) => group === (story.group ?? null));
  if (result === undefined) throw new Error(`no result for the group '${story.group}'`);
  return { figure: exact(result.measurement.figure), verdict: result.verdict };
}

function inputOf(at: LevelAt, story: Story): LevelInput {
  const day = readDay("2026-03-01");
  if (day === null) throw new Error("no such day");
  const contract = contractTerms(at.document, day, world);
  const levels = levelTerms(at.document, at.agreement, day);
  const level = levels.find(({ id }) => id === at.level);
  const zone = zones.get(contract.zone);
  if (level === undefined || zone === undefined) throw new Error(`no level '${at.level}'`);
  const period = periodNamed({ terms: level.period, zone, contractFrom: contract.from }, story.period ?? "2026-03");
  if (period === null) throw new Error(`no period '${story.period}'`);
  const calendars = makeCalendars(contract.calendars, zones);
  const clocks = clockReader({ contract, calendars, zones, versions: levels });
  const beside = { contract, calendars, zones, clocks, knownUntil: known, disputes: [] };
  return { ...beside, ...toldBy(story, { level, period: period.id }), level, period };
}

type Told = Pick<Evidence, "facts" | "relief" | "entered"> & Pick<LevelInput, "verdicts">;

function toldBy(
  { facts = {}, relief = [], entered, verdicts = {} }: Story,
  of: { level: LevelTerms; period: string },
): Told {
  return {
    facts: recordsOf(facts),
    relief: relief.map((each, index) => reliefOf(each, index, of.level)),
    entered: entered ? [enteredOf(entered, of)] : [],
    verdicts: new Map(
      Object.entries(verdicts).map(([id, verdict]) => [`${of.level.agreement}/${id}`, verdict as Verdict]),
    ),
  };
}

/** A kind that is told of without a record is known to have had none. */
function recordsOf(facts: NonNullable<Story["facts"]>): FactsByKind {
  const told = Object.entries(facts) as [RecordKind, readonly YamlMap[]][];
  const records = told.flatMap(([kind, each]) => factsOf(kind, each));
  return factsByKind(
    records,
    told.map(([kind]) => kind),
  );
}

/** Relief with a time takes that time out, relief without one the records it names. */
function reliefOf({ from, until, records = [] }: YamlMap, index: number, { agreement, id }: LevelTerms): Relief {
  const time = from === undefined ? null : span(instantAt(String(from)), instantAt(String(until)));
  return {
    id: `relief-${index + 1}`,
    agreement,
    ground: time ? "client-cause" : "wrong-order",
    clause: time ? "clause 9" : "clause 10",
    takesOut: time ? "time" : "records",
    levels: [id],
    records: records as readonly string[],
    span: time,
    evidence: ["note"],
    grantedBy: "alma-reyes",
    granted: known,
    source: noSource,
  };
}

function enteredOf({ part, whole = "1" }: YamlMap, { level, period }: { level: LevelTerms; period: string }): Entered {
  const figures = { part: decimal(String(part)), whole: decimal(String(whole)) };
  const where = { agreement: level.agreement, level: level.id, period };
  return { ...where, ...figures, by: "alma-reyes", evidence: ["note"], source: noSource };
}
