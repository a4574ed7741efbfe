import type { Unit, Who } from "../../store/gate.ts";
import { findUndertaking, loadUndertaking, type Undertaking } from "../../store/undertakings/load-undertaking.ts";
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

/**
 * Moves an undertaking on, in one transaction that is the starter's; the step decides who may. What its work needs is
 * prepared only when the step has said that it is to be done now: that first try is undone, and made again prepared.
 */
export async function move(
  parts: RunnerParts,
  of: { readonly id: string; readonly by: Starting },
  step: Step,
): Promise<Outcome> {
  const { id, by } = of;
  const found = await parts.gate.unit({ ...by.who, side: "system" }, (unit) => findUndertaking(unit, id));
  const activity = activityOf(parts, found);
  const isSeen = (await parts.gate.unit(by.who, (unit) => findUndertaking(unit, id))) !== null;
  const moving = { id, by, activity, step: isSeen ? ifOpen(step) : hiding(ifOpen(step)) };
  if (!activity.prepare) return await attempt(parts, moving, { value: undefined });
  try {
    return await attempt(parts, moving, null);
  } catch (error) {
    if (!(error instanceof PrepareFirst)) throw error;
    const prepared = await prepare(parts, activity, { input: error.input, tenant: by.who.tenant });
    return await attempt(parts, moving, { value: prepared });
  }
}

interface Moving {
  readonly id: string;
  readonly by: Starting;
  readonly step: Step;
  readonly activity: Activity;
}

function attempt(
  parts: RunnerParts,
  { id, by, step, activity }: Moving,
  prepared: { readonly value: unknown } | null,
): Promise<Outcome> {
  return parts.gate.unit({ ...by.who, side: "system" }, async (unit) => {
    if (by.before) await unit.as(by.who, by.before);
    const before = known(await loadUndertaking(unit, id));
    const starter = await whoIs(unit, before.startedBy.person);
    const outcome = await unit.as(starter, async (own) => {
      const opened = await reopen(parts, own, { activity, before, starter });
      const moved = await step(opened, before);
      if (moved !== "finish") return moved;
      if (prepared === null) throw new PrepareFirst(before.input);
      const again = await own.asSystem((system) => loadUndertaking(system, id));
      return await finish(await reopen(parts, own, { activity, before: again ?? before, starter }), prepared.value);
    });
    await by.also?.(unit, outcome);
    return outcome;
  });
}

/** Tells whom it may not tell that an undertaking is there, and who may not move it, no more than that there is none. */
const hiding =
  (step: Step): Step =>
  (own, before) =>
    step(own, before).catch((error: unknown) => {
      throw error instanceof Refusal ? unknown() : error;
    });

/** Ends a try whose work needs preparing: its transaction is undone. */
class PrepareFirst extends Error {
  readonly input: unknown;

  constructor(input: unknown) {
    super("what the work needs is prepared first");
    this.input = input;
  }
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

function activityOf({ activities }: RunnerParts, found: string | null): Activity {
  const activity = activities.find(({ name }) => name === found);
  if (!activity) throw unknown();
  return activity;
}

function known(undertaking: Undertaking | null): Undertaking {
  if (!undertaking) throw unknown();
  return undertaking;
}

/** Refuses to move on what is over. */
const ifOpen =
  (step: Step): Step =>
  async (own, before) => {
    const { activity, state } = before;
    if (!over.includes(state)) return await step(own, before);
    throw new Refusal("undertaking-over", `"${activity}" is ${state}: nothing is asked for any more.`);
  };

const over: readonly Undertaking["state"][] = ["done", "rejected", "withdrawn"];

export const unknown = (): Refusal => new Refusal("unknown-undertaking", "There is no such undertaking for you.");
