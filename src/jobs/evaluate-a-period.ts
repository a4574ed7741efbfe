import { z } from "zod";
import { evaluateAPeriod } from "../activities/measure/evaluate-a-period.ts";
import { mayAskSystem } from "../activities/rasci/decide.ts";
import { rowOf } from "../activities/rasci/matrix.ts";
import { refuseClosed } from "../activities/report/refuse-closed.ts";
import { refusedAs } from "../activities/run/refused-as.ts";
import type { Runner } from "../activities/run/runner.ts";
import { loadStaff, scopeOf } from "../activities/run/staff.ts";
import { dayOf } from "../engine/time/civil.ts";
import type { Instant } from "../engine/time/instant.ts";
import { instantOf } from "../engine/time/zone.ts";
import { loadContract } from "../store/contracts/contracts.ts";
import type { Unit } from "../store/gate.ts";
import { openMonthsAfter } from "../store/results/open-months.ts";
import { Refusal } from "../wire/refusal.ts";
import { readZone } from "../wire/zones.ts";
import type { Queue } from "./queue.ts";
import { defineWork, startWork } from "./work.ts";

const input = z.strictObject({ contract: z.string(), period: z.string() });

/** So often a period is measured anew at once, where facts came while it was measured. */
const patience = 3;

/** Evaluates a period apart from the requests that ask for it, as the program itself. */
export const evaluation = (runner: Pick<Runner, "start">) =>
  defineWork({
    kind: "evaluate a period",
    input,
    run: async ({ gate, who, input: asked, now, progress, signal }) => {
      for (let tries = 1; ; tries += 1) {
        progress(0, 1, `measuring ${asked.period}`);
        signal.throwIfAborted();
        try {
          const end = await gate.unit(who, (unit) => endOfMonth(unit, asked));
          const known = end !== null && end <= now() ? { known_until: end } : {};
          const outcome = await runner.start(evaluateAPeriod, { ...asked, ...known }, { who });
          return outcome.state === "done" ? outcome.output : null;
        } catch (error) {
          if (!(error instanceof Refusal) || error.code !== "facts-changed-meanwhile") throw error;
          // Facts keep coming: the queue lets some time pass.
          if (tries === patience) throw new Error(error.message);
        }
      }
    },
  });

/** When a month ends by the contract's clock, so that one that is over is known to its end; null of what is no month. */
async function endOfMonth(unit: Unit, { contract, period }: z.output<typeof input>): Promise<Instant | null> {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(period) ?? [];
  const found = await loadContract(unit, contract);
  const zone = found && readZone(found.zone);
  if (month === undefined || !zone) return null;
  return instantOf(zone, { day: dayOf(Number(year), Number(month) + 1, 1), second: 0 });
}

/** What an evaluation is asked for with. */
export interface Evaluating {
  readonly queue: Queue;
  readonly kind: ReturnType<typeof evaluation>;
}

/** Who asks for an evaluation, and of what. */
export interface AskedEvaluation extends z.output<typeof input> {
  readonly by: string;
  readonly now: Instant;
}

/** Asks for an evaluation in the unit; however many ask while one waits, it is done once. Gives the work's id. */
export const askEvaluation = (
  { queue, kind }: Evaluating,
  unit: Unit,
  { contract, period, by, now }: AskedEvaluation,
): Promise<string> =>
  startWork(queue, unit, { kind, input: { contract, period }, contract, key: `${contract} ${period}`, by, now });

/** Refuses whom the matrix gives no part in evaluating, and a month that keeps its figures. */
export async function mayAskEvaluation(
  unit: Unit,
  { contract, period, by: person, now }: AskedEvaluation,
): Promise<void> {
  const staff = await loadStaff(unit);
  const row = rowOf(staff.matrix, "evaluate a period");
  const may = mayAskSystem({ row, person }, scopeOf(staff, { contract, at: now, named: {} }));
  if (may !== "yes") throw refusedAs(may, row);
  await refuseClosed(unit, contract, period);
}

/** Asks for each month of a contract that was evaluated, is not closed, and ends after what became known. */
export async function askWhereTouched(
  evaluating: Evaluating,
  unit: Unit,
  { contract, earliest, by, now }: Omit<AskedEvaluation, "period"> & { readonly earliest: Instant },
): Promise<void> {
  for (const period of await openMonthsAfter(unit, contract, earliest))
    await askEvaluation(evaluating, unit, { contract, period, by, now });
}
