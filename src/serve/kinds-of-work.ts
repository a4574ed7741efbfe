import type { Runner } from "../activities/run/runner.ts";
import type { StartWork } from "../api/deps.ts";
import type { Instant } from "../engine/time/instant.ts";
import { evaluation } from "../jobs/evaluate-a-period.ts";
import type { Queue } from "../jobs/queue.ts";
import { rereading } from "../jobs/reread-clocks.ts";
import { mayTakeInFile, takingIn } from "../jobs/take-in-a-file.ts";
import { startWork, type WorkKind } from "../jobs/work.ts";
import type { Gate } from "../store/gate.ts";

/** Every kind of long work that a server does. */
export const kindsOfWork = (runner: Runner): readonly WorkKind[] => [
  takingIn as WorkKind,
  rereading as WorkKind,
  evaluation(runner) as WorkKind,
];

/** Starts the work that a request asks for, where its caller may. */
export const workStarter =
  ({ queue, gate, now }: { readonly queue: Queue; readonly gate: Gate; readonly now: () => Instant }): StartWork =>
  ({ who, contract, input }) =>
    gate.unit(who, async (unit) => {
      const at = now();
      await mayTakeInFile(unit, { contract, mapping: input.mapping, person: who.person, now: at });
      const asked = { kind: takingIn, input: { contract, ...input }, contract, by: who.person, now: at };
      return await unit.asSystem((system) => startWork(queue, system, asked));
    });
