import { z } from "zod";
import { recordKinds } from "../../engine/agreement/words.ts";
import { sayingOf } from "../../engine/record/joined.ts";
import type { Instant } from "../../engine/time/instant.ts";
import type { Unit } from "../../store/gate.ts";
import { newId } from "../../store/new-id.ts";
import { addTellings, ensureYears } from "../../store/records/add-tellings.ts";
import { saveBatch } from "../../store/records/batch.ts";
import { isClosedAfter } from "../../store/records/closed-after.ts";
import { loadTellings } from "../../store/records/load-tellings.ts";
import type { Locked } from "../../store/records/lock-records.ts";
import { saveCounts } from "../../store/records/save-counts.ts";
import { byCorrection, keyOf, type RecordKey, type Telling } from "../../store/records/telling.ts";
import { change, stamp } from "../../wire/records/event.ts";
import { Refusal } from "../../wire/refusal.ts";
import { activity } from "../activity.ts";
import { hideTold, type PersonalFields, personalFields } from "./personal-fields.ts";
import { lockTold } from "./take-events.ts";
import { clocksAfter, mergesOf, worldNow } from "./take-in-records.ts";
import { readWorld, worldOf } from "./watch-world.ts";

const input = z.strictObject({
  contract: z.string().min(1),
  kind: z.enum(recordKinds),
  tool: z.string().min(1),
  record: z.string().min(1),
  happened: stamp.describe("When what is said happened"),
  change: change.describe("What is said instead, or besides"),
  reason: z.string().min(3).max(2000).describe("Why, and on what evidence"),
});

/** Adds an event that corrects a record. Nothing that was taken in is changed or removed. */
export const correctARecord = activity({
  name: "correct a record",
  summary: "Adds an event to a record, with the reason; what sources said before stays as it was said.",
  path: "/contracts/{contract}/corrections",
  input,
  output: z.strictObject({ batch: z.string().describe("Under which the correction is found again") }),
  refusals: ["unknown-record", "said-already"],
  about: ({ contract, kind, record }) => ({ contract, subject: `${kind} ${record}` }),
  // What a field is said to be may name a person; it stands with the event, where it can be a number.
  audited: ({ change: said, ...rest }) => ({
    ...rest,
    change: said.kind === "field" ? { kind: said.kind, field: said.field } : said,
  }),
  circumstances: async ({ unit }, { contract, happened }) => ({
    touchesClosedPeriod: await unit.asSystem((system) => isClosedAfter(system, contract, happened)),
    aboveMateriality: false,
  }),
  prepare: async ({ read, now }, { contract }) => {
    const found = await read((unit) => readWorld(unit, contract, now));
    if (found !== null) worldOf(found);
    return await read(personalFields);
  },
  work: ({ unit, now, startedBy }, asked, fields) =>
    unit.asSystem(async (system) => {
      const correction = await withoutPersons(system, asked, fields);
      const { contract, kind, tool, record } = correction;
      const batch = newId(now * 1000);
      await ensureYears(system, [correction]);
      const key = { kind, tool, id: record };
      const world = await worldNow(system, contract, now);
      const told = [{ key, events: [{ ...saidBy, ...correction, learned: now }] }];
      const locked = (await lockTold(system, { contract, records: told, ...mergesOf(world) })).get(keyOf(key));
      const event = await correcting(system, key, { correction, batch, now });
      await add(system, { contract, batch, key }, { event, locked });
      await clocksAfter(system, { contract, now, world, taken: [{ key, isNew: false, add: [event], ...nothing }] });
      const account = { rows: 1, used: 1, repeated: 0, held: 0, left: 0, leftBecause: {} };
      await saveBatch(system, {
        ...{ contract, batch, source: byCorrection, mapping: null, sha256: null, account, findings: [] },
        ...{ kinds: [kind], state: "done", at: now, by: startedBy.person },
      });
      return { batch };
    }),
});

const saidBy = { sequence: 0, source: { file: byCorrection, row: 0 } };
const nothing = { repeated: [], held: [], before: [] };

type Correction = z.output<typeof input>;

async function withoutPersons(unit: Unit, correction: Correction, fields: PersonalFields): Promise<Correction> {
  const { contract, kind, tool, record: id, happened } = correction;
  const event = { ...saidBy, happened, learned: happened, change: correction.change };
  const [told] = await hideTold(unit, { contract, fields }, [{ key: { kind, tool, id }, events: [event] }]);
  return { ...correction, change: told?.events[0]?.change ?? correction.change };
}

interface Correcting {
  readonly correction: Correction;
  readonly batch: string;
  readonly now: Instant;
}

/** The event, last among those of its instant. Refused where there is no such record, or where it is said already. */
async function correcting(unit: Unit, key: RecordKey, { correction, batch, now }: Correcting): Promise<Telling> {
  const [stored = []] = (await loadTellings(unit, correction.contract, [key])).values();
  const { happened, change: said } = correction;
  if (stored.length === 0)
    throw new Refusal("unknown-record", `There is no ${key.kind} record ${key.id} of ${key.tool} to be corrected.`);
  const same = stored.filter((event) => event.happened === happened);
  if (same.at(-1) && sayingOf(same.at(-1) as Telling) === sayingOf({ happened, change: said }))
    throw new Refusal("said-already", "The record says this at this instant already. Correct what differs.");
  const sequence = same.reduce((last, event) => Math.max(last, event.sequence), -1) + 1;
  const source = { file: byCorrection, row: 0 };
  return { happened, learned: now, sequence, source, change: said, place: 0, batch };
}

async function add(
  unit: Unit,
  { contract, batch, key }: { readonly contract: string; readonly batch: string; readonly key: RecordKey },
  { event, locked }: { readonly event: Telling; readonly locked: Locked | undefined },
): Promise<void> {
  await addTellings(unit, { contract, batch }, [{ key, add: [event] }]);
  const { joined = false, ofFiles = false, bucket = null } = locked ?? {};
  const { happened } = event;
  const counts = { key, added: 1, first: happened, last: happened, joined, ofFiles, bucketBefore: bucket };
  await saveCounts(unit, contract, [counts]);
}
