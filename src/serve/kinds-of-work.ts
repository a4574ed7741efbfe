import type { Runner } from "../activities/run/runner.ts";
import type { StartWork } from "../api/deps.ts";
import type { Instant } from "../engine/time/instant.ts";
import { askEvaluation, type Evaluating, evaluation, mayAskEvaluation } from "../jobs/evaluate-a-period.ts";
import type { Queue } from "../jobs/queue.ts";
import { rereading } from "../jobs/reread-clocks.ts";
import { mayTakeInFile, takingIn } from "../jobs/take-in-a-file.ts";
import { startWork, type WorkKind } from "../jobs/work.ts";
import type { Gate } from "../store/gate.ts";

/** What evaluations are asked for with. */
export const evaluatingBy = (runner: Runner, queue: Queue): Evaluating => ({ queue, kind: evaluation(runner) });

/** Every kind of long work that a server does. */
export const kindsOfWork = (evaluating: Evaluating): readonly WorkKind[] => [
  takingIn(evaluating) as WorkKind,
  rereading as WorkKind,
  evaluating.kind as WorkKind,
];

interface Starter {
  readonly evaluating: Evaluating;
  readonly gate: Gate;
  readonly now: () => Instant;
}

/** Starts the work that a request asks for, where its caller may. */
export const workStarter =
  ({ evaluating, gate, now }: Starter): StartWork =>
  (asked) =>
    gate.unit(asked.who, async (unit) => {
      const { who, contract } = asked;
      const own = { contract, by: who.person, now: now() };
      if (asked.kind === "evaluate a period") {
        const { period } = asked.input;
        await mayAskEvaluation(unit, { ...own, period });
        return await unit.asSystem((system) => askEvaluation(evaluating, system, { ...own, period }));
      }
      await mayTakeInFile(unit, { ...own, mapping: asked.input.mapping, person: who.person });
      const kind = takingIn(evaluating);
      const input = { contract, ...asked.input };
      return await unit.asSystem((system) => startWork(evaluating.queue, system, { ...own, kind, input }));
    });
