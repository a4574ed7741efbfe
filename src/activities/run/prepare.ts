import type { Activity } from "../activity.ts";
import type { RunnerParts } from "./runner.ts";

/** Does the long reading and computing of an activity before its transaction; nothing where it has none. */
export async function prepare(
  { gate, now, engine, compute }: RunnerParts,
  activity: Activity,
  { input, tenant }: { readonly input: unknown; readonly tenant: string },
): Promise<unknown> {
  if (!activity.prepare) return undefined;
  const who = { tenant, person: "system", party: "", side: "system" } as const;
  return await activity.prepare({ read: (work) => gate.unit(who, work), now: now(), engine, compute }, input);
}
