import { z } from "zod";
import { defineWork } from "../../src/jobs/work.ts";
import { addAudit } from "../../src/store/add-audit.ts";

/**
 * Long work of many small transactions. It goes on from the last step that was committed, so that each step stands in
 * the audit log once, however often it was killed.
 */
export const addUp = defineWork({
  kind: "add up",
  input: z.strictObject({ steps: z.int() }),
  run: async ({ gate, who, input, work, now, progress, signal }) => {
    const next = async (): Promise<number> =>
      await gate.unit(who, async (unit) => {
        const { rows } = await unit.session.query(
          "select count(*) as done from underpin.audit where tenant_id = $1 and subject = $2",
          [who.tenant, work.id],
        );
        const done = (rows[0]?.done as number) + 1;
        if (done > input.steps) return done;
        const facts = { step: done };
        await addAudit(unit, {
          at: now(),
          person: "system",
          activity: "add up",
          contract: null,
          subject: work.id,
          facts,
        });
        return done;
      });
    for (let done = await next(); done <= input.steps; done = await next()) {
      signal.throwIfAborted();
      progress(done, input.steps, "adding up");
    }
    return { steps: input.steps };
  },
});
