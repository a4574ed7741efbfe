import { z } from "zod";
import { evaluateAPeriod } from "../activities/measure/evaluate-a-period.ts";
import type { Runner } from "../activities/run/runner.ts";
import type { Instant } from "../engine/time/instant.ts";
import type { Unit } from "../store/gate.ts";
import { Refusal } from "../wire/refusal.ts";
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
    run: async ({ who, input: asked, progress, signal }) => {
      for (let tries = 1; ; tries += 1) {
        progress(0, 1, `measuring ${asked.period}`);
        signal.throwIfAborted();
        try {
          const outcome = await runner.start(evaluateAPeriod, asked, { who });
          return outcome.state === "done" ? outcome.output : null;
        } catch (error) {
          if (!(error instanceof Refusal) || error.code !== "facts-changed-meanwhile") throw error;
          // Facts keep coming: the queue lets some time pass.
          if (tries === patience) throw new Error(error.message);
        }
      }
    },
  });

/** Who asks for an evaluation, and of what. */
export interface AskedEvaluation extends z.output<typeof input> {
  readonly by: string;
  readonly now: Instant;
}

/** Asks for an evaluation in the unit; however many ask while one waits, it is done once. Gives the work's id. */
export const askEvaluation = (
  { queue, kind }: { readonly queue: Queue; readonly kind: ReturnType<typeof evaluation> },
  unit: Unit,
  { contract, period, by, now }: AskedEvaluation,
): Promise<string> =>
  startWork(queue, unit, { kind, input: { contract, period }, contract, key: `${contract} ${period}`, by, now });
