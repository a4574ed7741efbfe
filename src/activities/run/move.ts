import type { Unit, Who } from "../../store/gate.ts";
import { loadUndertaking, type Undertaking } from "../../store/undertakings/load-undertaking.ts";
import { Refusal } from "../../wire/refusal.ts";
import type { Activity } from "../activity.ts";
import type { Approved } from "../rasci/may-approve.ts";
import { isGroup, isRole, type RoleRef } from "../rasci/roles.ts";
import { finish, type Outcome } from "./advance.ts";
import { type Case, openCase } from "./case.ts";
import { prepare } from "./prepare.ts";
import type { RunnerParts, Starting } from "./runner.ts";
import { whoIs } from "./staff.ts";

/** A step of an undertaking that was started before: where it stands then, or that its work is to be done now. */
export type Step = (own: Case, before: Undertaking) => Promise<Outcome | "finish">;

/** Moves an undertaking on, in one transaction that is the starter's; the step decides who may. */
export async function move(
  parts: RunnerParts,
  of: { readonly id: string; readonly by: Starting },
  step: Step,
): Promise<Outcome> {
  const { id, by } = of;
  const system: Who = { ...by.who, side: "system" };
  const peeked = await parts.gate.unit(system, (unit) => loadUndertaking(unit, id));
  const activity = activityOf(parts, peeked);
  const prepared = await prepare(parts, activity, { input: peeked?.input, tenant: system.tenant });
  return await parts.gate.unit(system, async (unit) => {
    const before = open(await loadUndertaking(unit, id));
    const starter = await whoIs(unit, before.startedBy.person);
    const outcome = await unit.as(starter, async (own) => {
      const opened = await reopen(parts, own, { activity, before, starter });
      const moved = await step(opened, before);
      if (moved !== "finish") return moved;
      const again = await own.asSystem((system) => loadUndertaking(system, id));
      return await finish(await reopen(parts, own, { activity, before: again ?? before, starter }), prepared);
    });
    await by.also?.(unit, outcome);
    return outcome;
  });
}

/** The approvals that were given, with the role each was given as. */
export const approvalsGiven = ({ approvals }: Undertaking): readonly Approved[] =>
  approvals.flatMap(({ person, party, role, decision }) =>
    decision === "approved" && isRef(role) ? [{ person, party, as: role }] : [],
  );

const isRef = (name: string): name is RoleRef => isRole(name) || isGroup(name);

function reopen(
  { now, engine }: RunnerParts,
  unit: Unit,
  of: { readonly activity: Activity; readonly before: Undertaking; readonly starter: Who },
): Promise<Case> {
  const { activity, before, starter } = of;
  const approvedBy = approvalsGiven(before);
  return openCase(unit, { id: before.id, activity, input: before.input, starter, approvedBy, now: now(), engine });
}

function activityOf({ activities }: RunnerParts, found: Undertaking | null): Activity {
  const activity = activities.find(({ name }) => name === found?.activity);
  if (!activity) throw unknown();
  return activity;
}

function open(found: Undertaking | null): Undertaking {
  if (!found) throw unknown();
  if (found.state !== "consulting" && found.state !== "awaiting approval") {
    throw new Refusal("undertaking-over", `"${found.activity}" is ${found.state}: nothing is asked for any more.`);
  }
  return found;
}

const unknown = (): Refusal => new Refusal("unknown-undertaking", "There is no such undertaking for you.");
