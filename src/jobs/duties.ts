import { warnDue } from "../activities/measure/warn-due.ts";
import { recordsAtOnce } from "../activities/measure/watch-running-clocks.ts";
import type { Runner } from "../activities/run/runner.ts";
import type { Duty, Keeping } from "./keeper.ts";
import type { Queue } from "./queue.ts";
import { removeOver } from "./remove-over.ts";
import { rereadWhereDue } from "./reread-clocks.ts";
import { type Sending, sendDeliveries } from "./webhooks.ts";

interface Duties extends Sending {
  readonly runner: Pick<Runner, "timeOut">;
  readonly queue: Pick<Queue, "add">;
  /** Told how many warnings were found when their instant came. */
  readonly onWarned?: (count: number) => void;
}

/** What the keeper does: clocks to be read by other terms, warnings of running clocks, answers that did not come in time, happenings to be sent, what is over to be removed. */
export const dutiesOf = (parts: Duties): Keeping["duties"] => ({
  terms: rereadWhereDue(parts.queue),
  clocks: watchClocks(parts),
  consultations:
    async ({ who }) =>
    async () => {
      await parts.runner.timeOut(who.tenant);
    },
  deliveries: sendDeliveries(parts),
  keeping: removeOver(parts),
});

/** Some records in each unit, so that nobody waits long, until no clock has come to its instant. */
const watchClocks =
  ({ gate, now, onWarned }: Pick<Duties, "gate" | "now" | "onWarned">): Duty =>
  async ({ who }) =>
  async () => {
    for (let more = true; more; ) {
      const { records, warnings, next } = await gate.unit(who, (unit) => warnDue(unit, now(), recordsAtOnce));
      onWarned?.(warnings);
      more = records > 0 && next !== null && next <= now();
    }
  };
