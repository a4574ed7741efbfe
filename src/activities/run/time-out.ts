import type { Who } from "../../store/gate.ts";
import { Refusal } from "../../wire/refusal.ts";
import { audit, type Case, moveTo, tell } from "./case.ts";
import { move } from "./move.ts";
import type { RunnerParts } from "./runner.ts";
import { goOn } from "./steps.ts";

/** Goes on with every undertaking of a tenant whose answers did not come in time. Gives how many moved. */
export async function timeOut(parts: RunnerParts, tenant: string): Promise<number> {
  const who: Who = { tenant, person: "system", party: "", side: "system" };
  const due = await parts.gate.unit(who, ({ db }) =>
    db
      .selectFrom("undertakings")
      .select("undertaking_id as id")
      .where("tenant_id", "=", tenant)
      .where("state", "=", "consulting")
      .where("wakes_at", "<=", parts.now())
      .orderBy("wakes_at")
      .execute(),
  );
  for (const { id } of due) {
    const by = { who };
    await move(parts, { id, by }, timedOut).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      return move(parts, { id, by }, refused(error));
    });
  }
  return due.length;
}

async function timedOut(own: Case) {
  await audit(own, "system", { did: "went on without answers" });
  return await goOn(own);
}

/** What could be started can no longer be done: it ends with the reason, and whoever started it is told. */
const refused =
  ({ code, message }: Refusal) =>
  async (own: Case) => {
    await audit(own, "system", { did: "refused", code });
    await tell(own, [own.starter], "refused");
    await moveTo(own, { state: "rejected", output: { code, message } });
    return { state: "rejected" as const, undertaking: own.id };
  };
