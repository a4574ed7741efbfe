import { z } from "zod";
import { readClocks, readWarnings } from "../../store/reading/clocks.ts";
import { isSeen } from "../../store/reading/contracts.ts";
import { readBatch, readBatches, readEvents, readRecords } from "../../store/reading/records.ts";
import { anyJson, id, instantMember, name, queryInstant } from "../request/members.ts";
import { listView, view } from "../view.ts";

const ofContract = z.strictObject({ contract: name });

export const records = listView({
  name: "records",
  path: "/contracts/{contract}/records",
  summary: "The records that were taken in for a contract.",
  input: z.strictObject({ contract: name, kind: name.optional(), tool: name.optional() }),
  item: z.strictObject({
    kind: z.string(),
    tool: z.string(),
    record: z.string(),
    first: instantMember,
    last: instantMember,
    events: z.int(),
  }),
  key: ({ kind, tool, record }) => [kind, tool, record],
  read: async (unit, input, page) => ((await isSeen(unit, input.contract)) ? readRecords(unit, input, page) : null),
});

export const recordEvents = listView({
  name: "events of a record",
  path: "/contracts/{contract}/records/{kind}/{tool}/{record}/events",
  summary: "What was said about one record, when it happened and when it was learned.",
  input: z.strictObject({ contract: name, kind: name, tool: name, record: name }),
  item: z.strictObject({
    happened: instantMember,
    sequence: z.int(),
    place: z.int(),
    learned: instantMember,
    change: anyJson,
    file: z.string(),
    line: z.int(),
    batch: id,
  }),
  key: ({ happened, sequence, place }) => [happened, sequence, place],
  read: async (unit, input, page) => {
    const events = (await isSeen(unit, input.contract)) ? await readEvents(unit, input, page) : [];
    return events.length > 0 || page.after !== null ? events : null;
  },
});

const batch = z.strictObject({
  batch: id,
  source: z.string(),
  mapping: z.string().nullable(),
  sha256: z.string().nullable(),
  account: anyJson.describe("Rows in = used + repeated + held + left"),
  kinds: anyJson,
  state: z.enum(["running", "done", "failed"]),
  at: instantMember,
  by: z.string(),
});

export const batches = listView({
  name: "batches",
  path: "/contracts/{contract}/batches",
  summary: "What was taken in for a contract, by file or by call, with the account of its rows.",
  input: ofContract,
  item: batch,
  key: (each) => [each.at, each.batch],
  read: async (unit, input, page) =>
    (await isSeen(unit, input.contract)) ? readBatches(unit, input.contract, page) : null,
});

export const oneBatch = view({
  name: "batch",
  path: "/contracts/{contract}/batches/{batch}",
  summary: "One taking in with what was found odd in it.",
  input: z.strictObject({ contract: name, batch: id }),
  output: z.strictObject({ ...batch.shape, findings: anyJson }),
  read: readBatch,
});

export const clocks = listView({
  name: "clocks",
  path: "/contracts/{contract}/clocks",
  summary: "The clocks that run or wait now: what they show, when they are due and what comes next.",
  input: z.strictObject({
    contract: name,
    agreement: name.optional(),
    state: name.optional(),
    due_before: queryInstant.optional(),
  }),
  item: z.strictObject({
    agreement: name,
    level: name,
    kind: z.string(),
    tool: z.string(),
    record: z.string(),
    cycle: z.int(),
    state: z.string(),
    holder: z.string().nullable(),
    due: instantMember.nullable(),
    next_at: instantMember.nullable(),
    next_what: z.string().nullable(),
    clock: anyJson,
    updated: instantMember,
  }),
  key: (each) => [each.agreement, each.level, each.kind, each.tool, each.record],
  read: async (unit, input, page) => ((await isSeen(unit, input.contract)) ? readClocks(unit, input, page) : null),
});

export const warnings = listView({
  name: "warnings",
  path: "/contracts/{contract}/warnings",
  summary: "What was warned of, the latest first.",
  input: z.strictObject({ contract: name, agreement: name.optional(), since: queryInstant.optional() }),
  item: z.strictObject({
    found_at: instantMember,
    agreement: name,
    level: name,
    kind: z.string(),
    tool: z.string(),
    record: z.string(),
    cycle: z.int(),
    warning: z.string(),
    passed_at: instantMember,
  }),
  key: (each) => [
    each.found_at,
    each.agreement,
    each.level,
    each.kind,
    each.tool,
    each.record,
    each.cycle,
    each.warning,
  ],
  read: async (unit, input, page) => ((await isSeen(unit, input.contract)) ? readWarnings(unit, input, page) : null),
});
