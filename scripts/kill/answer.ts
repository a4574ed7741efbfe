import { performByRunner } from "../../src/activities/establish/perform-by-runner.ts";
import { takeInRecords } from "../../src/activities/measure/take-in-records.ts";
import { closeAPeriod } from "../../src/activities/report/close-a-period.ts";
import type { Outcome } from "../../src/activities/run/advance.ts";
import type { Runner } from "../../src/activities/run/runner.ts";
import type { Instant } from "../../src/engine/time/instant.ts";
import { askEvaluation, type Evaluating } from "../../src/jobs/evaluate-a-period.ts";
import type { Queue } from "../../src/jobs/queue.ts";
import { systemOf } from "../../src/jobs/system-of.ts";
import type { takingIn } from "../../src/jobs/take-in-a-file.ts";
import { startWork } from "../../src/jobs/work.ts";
import type { Gate, Unit } from "../../src/store/gate.ts";
import { loadWork } from "../../src/store/works/work.ts";
import { Refusal } from "../../src/wire/refusal.ts";
import { addUp } from "./add-up.ts";
import { type Ask, type Status, tenant } from "./asks.ts";
import { processOwner, serviceLevelManager } from "./set-up.ts";

/** What the server under test answers from. */
export interface Parts {
  readonly gate: Gate;
  readonly queue: Queue;
  readonly runner: Runner;
  readonly evaluating: Evaluating;
  readonly taking: ReturnType<typeof takingIn>;
  readonly now: () => Instant;
}

const who = systemOf(tenant);

/** Does what is asked, each in the transactions that a request would have. */
export async function answer(parts: Parts, ask: Exclude<Ask, { do: "stop" }>): Promise<unknown> {
  const { gate, queue, runner, evaluating, taking, now } = parts;
  const of = { contract: null, by: "system", now: now() };
  switch (ask.do) {
    case "events": {
      const { contract, events } = ask;
      return (await runner.start(takeInRecords, takeInRecords.input.parse({ contract, events }), { who })).state;
    }
    case "close":
      return await close(parts, ask);
    case "file": {
      const { do: _, ...sent } = ask;
      const input = { ...sent, mapping: "demo-incidents" };
      const { contract } = ask;
      return await gate.unit(who, (unit) => startWork(queue, unit, { ...of, contract, kind: taking, input }));
    }
    case "evaluate":
      return await gate.unit(who, (unit) => askEvaluation(evaluating, unit, { ...ask, by: "system", now: now() }));
    case "add up":
      return await gate.unit(who, (unit) =>
        startWork(queue, unit, { ...of, kind: addUp, input: { steps: ask.steps } }),
      );
    case "work":
      return (await gate.unit(who, (unit) => loadWork(unit, ask.work)))?.state ?? "lost";
    case "status":
      return await status(gate);
  }
}

/** Closes a month as people do: goes on with what a killed server left, answers as who is asked, approves as the PO. */
async function close(
  { gate, runner }: Parts,
  { contract, period }: { readonly contract: string; readonly period: string },
): Promise<string> {
  const left = await gate.unit(who, (unit) => openClosing(unit, contract, period));
  const perform = performByRunner(
    left === null ? runner : { ...runner, start: async () => left as Outcome<never> },
    gate,
    tenant,
  );
  try {
    const by = { startedBy: serviceLevelManager, approvedBy: [processOwner] };
    await perform(closeAPeriod, { contract, period }, by);
    return "closed";
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code;
  }
}

/** Where a closing stands that was begun before. */
async function openClosing({ session }: Unit, contract: string, period: string): Promise<Outcome | null> {
  const { rows } = await session.query(
    `select undertaking_id as undertaking, state from underpin.undertakings
     where tenant_id = $1 and activity = 'close a period' and contract_id = $2 and subject = $3
       and state in ('consulting', 'awaiting approval')`,
    [tenant, contract, period],
  );
  return (rows[0] as unknown as Outcome | undefined) ?? null;
}

async function status(gate: Gate): Promise<Status> {
  const { rows } = await gate.unit(who, ({ session }) =>
    session.query(
      `select (select count(*) from underpin.works where tenant_id = $1 and state in ('waiting', 'running')) as works,
              (select count(*) from underpin.deliveries where tenant_id = $1 and state = 'waiting') as deliveries`,
      [tenant],
    ),
  );
  const jobs = await gate.queue((session) =>
    session.query("select count(*) as jobs from queue.job where state < 'completed'"),
  );
  return { ...rows[0], ...jobs.rows[0] } as unknown as Status;
}
