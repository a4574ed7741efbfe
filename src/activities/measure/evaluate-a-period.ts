import { z } from "zod";
import { type Instant, instant } from "../../engine/time/instant.ts";
import { addHappening } from "../../store/add-happening.ts";
import { lockContract } from "../../store/contracts/contracts.ts";
import { newId } from "../../store/new-id.ts";
import type { MonthMeasured } from "../../store/results/evaluation.ts";
import { factsSeen } from "../../store/results/facts-seen.ts";
import { saveEvaluation } from "../../store/results/save-evaluation.ts";
import { Refusal } from "../../wire/refusal.ts";
import { activity } from "../activity.ts";
import { refuseClosed } from "../report/refuse-closed.ts";
import { digestsOf } from "./digests-of.ts";
import { measureTask } from "./measure-task.ts";
import { type ReadMonth, readMonth } from "./month-order.ts";

const input = z.strictObject({
  contract: z.string(),
  /** A month, `2026-03`; a quarter or a year is judged with its last month. */
  period: z.string(),
  /** Nothing is known of what happened at or after this instant (epoch seconds); absent: after the last record. */
  known_until: z.int().optional(),
  /** Facts that were learned later are left out; absent: all that are known now. */
  learned_until: z.int().optional(),
});

const output = z.object({
  evaluation: z.string(),
  period: z.string(),
  known_until: z.int(),
  /** How many results, statements and reports are new or not what they were. */
  results: z.int(),
  credits: z.int(),
  reports: z.int(),
});

interface Prepared {
  readonly read: ReadMonth;
  readonly measured: MonthMeasured;
}

const readingOf = ({ contract, period, known_until, learned_until }: z.output<typeof input>, now: Instant) => ({
  contract,
  period,
  knownUntil: known_until === undefined ? null : instant(known_until),
  learnedUntil: learned_until === undefined ? now : instant(Math.min(learned_until, now)),
});

/**
 * Measures and judges a month. The measuring is done before the transaction, from what was read then; where something
 * was learned meanwhile it is refused, and is to be done again. A closed month keeps its figures.
 */
export const evaluateAPeriod = activity<z.output<typeof input>, z.output<typeof output>, Prepared>({
  name: "evaluate a period",
  summary: "Measures every service level of a month, judges it, and keeps results, credits and reports.",
  path: "/contracts/{contract}/periods/{period}/evaluate",
  input,
  output,
  refusals: [
    "period-closed",
    "facts-changed-meanwhile",
    "no-text",
    "not-a-month",
    "unknown-period",
    "outside-the-contract",
    "period-not-begun",
    "stated-facts-have-errors",
  ],
  about: ({ contract, period }) => ({ contract, subject: period }),
  rule: ({ unit }, { contract, period }) => refuseClosed(unit, contract, period),
  prepare: async (preparing, asked) => {
    await preparing.read((unit) => refuseClosed(unit, asked.contract, asked.period));
    const read = await readMonth(preparing, readingOf(asked, preparing.now));
    return { read, measured: (await preparing.compute(measureTask, read.order)) as MonthMeasured };
  },
  work: ({ unit, now, engine, startedBy, note }, { contract, period }, { read, measured }) =>
    unit.asSystem(async (system) => {
      await lockContract(system, contract);
      await refuseClosed(system, contract, period);
      if ((await factsSeen(system, contract)) !== read.seen)
        throw new Refusal(
          "facts-changed-meanwhile",
          `Something was learned while ${period} was measured. Do it again.`,
        );
      const [id, inputs] = [newId(now * 1000), { ...digestsOf(read), seen: read.seen }];
      const changed = await saveEvaluation(
        system,
        {
          ...{ id, contract, month: period, textVersion: read.text.version, engine, inputs, at: now },
          ...{ learnedUntil: read.order.learnedUntil, by: startedBy.person },
        },
        measured,
      );
      await addHappening(system, {
        ...{ topic: "period.evaluated", contract, agreement: null, at: now },
        body: { contract, period, evaluation: id, ...changed },
      });
      note({ evaluation: id, facts: measured.factsDigest, ...inputs });
      return { evaluation: id, period, known_until: measured.knownUntil, ...changed };
    }),
});
