import { z } from "zod";
import type { Finding } from "../../engine/finding/finding.ts";
import { earlier, type Instant } from "../../engine/time/instant.ts";
import { addHappening } from "../../store/add-happening.ts";
import type { Unit } from "../../store/gate.ts";
import { newId } from "../../store/new-id.ts";
import { saveBatch } from "../../store/records/batch.ts";
import { byCall, keyOf } from "../../store/records/telling.ts";
import { recordEvents, type WrittenEvent } from "../../wire/records/event.ts";
import { activity } from "../activity.ts";
import { mindsMerges } from "./merged-facts.ts";
import { hideTold, personalFields } from "./personal-fields.ts";
import { type TakenRecord, type ToldRecord, takeEvents } from "./take-events.ts";
import { touchedFacts } from "./touched-facts.ts";
import { updateClocks } from "./update-clocks.ts";
import { readWorld, type WatchWorld, worldOf } from "./watch-world.ts";

/** The account of events, as of the rows of a file: used + repeated + held + left = rows. */
const account = z.strictObject({
  rows: z.int(),
  used: z.int(),
  repeated: z.int().describe("Known already: sent again, or told by a file"),
  held: z.int().describe("Contradict what was sent before under the same number: kept, not used"),
  left: z.int(),
  leftBecause: z.record(z.string(), z.int()),
});

/** Findings given back to the caller; all of them are kept with the events that are held. */
const mostFindings = 100;

/** Takes in events that a tool sends. The same events may be sent again, in any order, in any batches. */
export const takeInRecords = activity({
  name: "take in records",
  summary:
    "Takes in events of records as a tool sends them, and brings the clocks of those records up to now; fields that a mapping of the tenant marks as personal for that tool are replaced by numbers, as they are for files.",
  path: "/contracts/{contract}/events",
  input: z.strictObject({ contract: z.string().min(1), events: recordEvents }),
  output: z.strictObject({
    batch: z.string().describe("Under which these events are found again"),
    account,
    findings: z.array(z.looseObject({ code: z.string() })).describe("Of events that are held, the first hundred"),
    clocks: z.int().describe("Clocks that changed"),
  }),
  audited: ({ contract, events }) => ({ contract, events: events.length }),
  about: ({ contract, events }) => ({ contract, subject: `${events.length} events` }),
  // Makes the world of the contract before the transaction, where it is not made yet.
  prepare: async ({ read, now }, { contract }) => {
    const found = await read((unit) => readWorld(unit, contract, now));
    if (found !== null) worldOf(found);
    return await read(personalFields);
  },
  work: ({ unit, now, note, startedBy }, { contract, events }, fields) =>
    unit.asSystem(async (system) => {
      const batch = newId(now * 1000);
      const records = await hideTold(system, { contract, fields }, byRecord(events, now));
      const world = await worldNow(system, contract, now);
      const taken = await takeEvents(system, { contract, batch, now, records, by: "call", ...mergesOf(world) });
      const { changed, summed, findings } = await afterTaking(system, { contract, now, taken, batch, world });
      await saveBatch(system, {
        ...{ contract, batch, source: sourcesOf(events), mapping: null, sha256: null, account: summed },
        ...{
          findings,
          kinds: [...new Set(events.map(({ kind }) => kind))],
          state: "done",
          at: now,
          by: startedBy.person,
        },
      });
      note({ batch, ...summed });
      return {
        batch,
        account: summed,
        findings: findings.slice(0, mostFindings).map((one) => ({ ...one })),
        clocks: changed,
      };
    }),
});

/** What the clocks of a contract are read by; null where it has no text. */
export async function worldNow(unit: Unit, contract: string, now: Instant): Promise<WatchWorld | null> {
  const read = await readWorld(unit, contract, now);
  return read === null ? null : worldOf(read);
}

/** Whether records merged into others matter to any clock. */
export const mergesOf = (world: WatchWorld | null): { readonly mindsMerges: boolean } => ({
  mindsMerges: world !== null && mindsMerges(world.plan),
});

interface AfterTaking {
  readonly contract: string;
  readonly now: Instant;
  readonly batch: string;
  readonly taken: readonly TakenRecord[];
  readonly world: WatchWorld | null;
}

/** Brings the clocks up to now, counts what became of the events, and tells whoever listens. */
async function afterTaking(unit: Unit, { contract, now, batch, taken, world }: AfterTaking) {
  const changed = await clocksAfter(unit, { contract, now, taken, world });
  const count = (of: "add" | "repeated" | "held"): number => taken.reduce((sum, each) => sum + each[of].length, 0);
  const [used, repeated, held] = [count("add"), count("repeated"), count("held")];
  const summed = { rows: used + repeated + held, used, repeated, held, left: 0, leftBecause: {} };
  const findings: readonly Finding[] = taken.flatMap((each) => each.held.map(({ finding }) => finding));
  const kinds = [...new Set(taken.map(({ key }) => key.kind))];
  const body = { batch, records: taken.length, kinds, ...summed };
  if (used + held > 0) await tellTaken(unit, { contract, now, body });
  return { changed, summed, findings };
}

/** Brings the clocks of records that events were added to up to now; how many changed. */
export async function clocksAfter(unit: Unit, after: Omit<AfterTaking, "batch">): Promise<number> {
  const { contract, now, taken, world } = after;
  if (world === null) return 0;
  const facts = await touchedFacts(unit, { contract, plan: world.plan }, taken);
  const { changed } = await updateClocks(unit, { world, contract, facts, now, find: "since written" });
  return changed;
}

interface Told {
  readonly contract: string;
  readonly now: Instant;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Says that records were taken in. */
export const tellTaken = (unit: Unit, { contract, now, body }: Told): Promise<void> =>
  addHappening(unit, { topic: "records.taken", contract, agreement: null, body, at: now });

const fromCall = { file: byCall, row: 0 };

/** The events by record, each record once, in the order of the call. */
function byRecord(events: readonly WrittenEvent[], now: Instant): readonly ToldRecord[] {
  const records = new Map<string, ToldRecord & { events: ToldRecord["events"][number][] }>();
  for (const { source: tool, kind, record: id, sequence, happened, learned, change } of events) {
    const key = { kind, tool, id };
    const told = records.get(keyOf(key)) ?? { key, events: [] };
    records.set(keyOf(key), told);
    told.events.push({ happened, learned: earlier(learned ?? now, now), sequence, source: fromCall, change });
  }
  return [...records.values()];
}

const sourcesOf = (events: readonly WrittenEvent[]): string =>
  [...new Set(events.map(({ source }) => source))].slice(0, 5).join(", ");
