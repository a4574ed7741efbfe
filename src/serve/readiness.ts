import type { Queue } from "../jobs/queue.ts";
import { type Migration, stepsLeft } from "../store/migrate.ts";
import type { Database } from "../store/session.ts";
import type { Operations } from "./operations.ts";

/** What is asked whether requests may come. */
interface Asked {
  readonly database: Database;
  readonly steps: readonly Migration[];
  readonly queue: Pick<Queue, "runs">;
  readonly isOpen: () => boolean;
}

/** What must hold before requests are sent to a server: it is not stopping, its tables are those of this version, the queue runs. */
export const readiness = ({ database, steps, queue, isOpen }: Asked): Operations["checks"] => ({
  server: async () => {
    if (!isOpen()) throw new Error("it is stopping");
  },
  database: async () => {
    const left = await stepsLeft(database, steps);
    if (left.length > 0) throw new Error(`its tables lack ${left.join(", ")}`);
  },
  queue: queue.runs,
});
