import type { Gate, Who } from "../../store/gate.ts";
import type { Outcome } from "../run/advance.ts";
import type { Runner } from "../run/runner.ts";
import { whoIs } from "../run/staff.ts";
import type { Perform, Performers } from "./set-up-demonstration.ts";

/** Performs activities by the runner, under all its rules: who is asked answers, who must approve does. */
export const performByRunner = (runner: Runner, gate: Gate, tenant: string): Perform => {
  const system: Who = { tenant, person: "system", party: "", side: "system" };
  const named = (person: string): Promise<Who> => gate.unit(system, (unit) => whoIs(unit, person));
  const asked = (undertaking: string) =>
    gate.unit(system, ({ db }) =>
      db
        .selectFrom("consultations")
        .select("person_id")
        .distinct()
        .where("tenant_id", "=", tenant)
        .where("undertaking_id", "=", undertaking)
        .where("answer", "is", null)
        .orderBy("person_id")
        .execute(),
    );
  const goOn = async (first: Outcome, { approvedBy }: Performers): Promise<Outcome> => {
    let outcome = first;
    const { undertaking } = first;
    if (outcome.state === "consulting") {
      for (const { person_id } of await asked(undertaking)) {
        outcome = await runner.answer({ undertaking, text: "I agree." }, { who: await named(person_id) });
      }
    }
    for (const person of outcome.state === "awaiting approval" ? approvedBy : []) {
      outcome = await runner.decide({ undertaking, decision: "approved", note: "" }, { who: await named(person) });
    }
    return outcome;
  };
  return async (activity, input, by) => {
    const outcome = await goOn(await runner.start(activity, input, { who: await named(by.startedBy) }), by);
    if (outcome.state !== "done") throw new Error(`"${activity.name}" is not done: ${outcome.state}`);
    return outcome.output as never;
  };
};
