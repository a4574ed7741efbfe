import { z } from "zod";
import { rereadClocks } from "../activities/measure/reread-clocks.ts";
import type { Instant } from "../engine/time/instant.ts";
import { takeDueTerms } from "../store/clocks/clock-terms.ts";
import type { Duty } from "./keeper.ts";
import type { Queue } from "./queue.ts";
import { defineWork, startWork } from "./work.ts";

/** Reads the clocks of a contract again after other terms came into force. */
export const rereading = defineWork({
  kind: "read clocks again",
  input: z.strictObject({ contract: z.string() }),
  run: ({ gate, who, input: { contract }, now, progress, signal }) => {
    const onProgress = (records: number): void => progress(records, 0, "reading clocks again");
    return rereadClocks({ gate, who, contract, now, signal, onProgress });
  },
});

/** Asks for it where terms may have changed; of one contract it is done by one at a time. */
export const rereadWhereDue =
  (queue: Pick<Queue, "add">): Duty =>
  async (unit, now: Instant) => {
    for (const contract of await takeDueTerms(unit, now))
      await startWork(queue, unit, {
        ...{ kind: rereading, input: { contract }, contract, key: contract, by: "system", now },
      });
    return undefined;
  };
