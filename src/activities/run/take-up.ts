import type { Unit, Who } from "../../store/gate.ts";
import { findUndertaking, loadUndertaking } from "../../store/undertakings/load-undertaking.ts";
import { handOver } from "../../store/undertakings/save-undertaking.ts";
import { Refusal } from "../../wire/refusal.ts";
import { peopleOf } from "../rasci/holding.ts";
import { awaitApproval, consult, finish, type Outcome } from "./advance.ts";
import { audit, type Case, moveTo, openCase, tell } from "./case.ts";
import { checkStart } from "./check-start.ts";
import { unknown } from "./move.ts";
import { prepare } from "./prepare.ts";
import { refusedAs } from "./refused-as.ts";
import type { RunnerParts, Starting } from "./runner.ts";

/** Somebody who supports has prepared it: those who are responsible are told, and nothing else happens. */
export async function prepared(own: Case): Promise<Outcome> {
  await tell(own, peopleOf(own.row.responsible, own.scope), "prepared");
  await audit(own, own.starter.person, { did: "prepared" });
  await moveTo(own, { state: "prepared" });
  return { state: "prepared", undertaking: own.id };
}

/** One who is responsible takes up what was prepared: it is theirs, and goes on as if they had started it. */
export async function takeUp(parts: RunnerParts, id: string, { who, before, also }: Starting): Promise<Outcome> {
  const system: Who = { ...who, side: "system" };
  const isSeen = (await parts.gate.unit(who, (unit) => findUndertaking(unit, id))) !== null;
  const taking = { parts, id, who, isSeen };
  // Whoever may not take it up causes no computing either.
  const { activity, input } = await parts.gate.unit(system, (unit) => takenUp(taking, unit, async (own) => own));
  const ready = await prepare(parts, activity, { input, tenant: who.tenant });
  return await parts.gate.unit(system, async (unit) => {
    if (before) await unit.as(who, before);
    const outcome = await takenUp(taking, unit, async (own, preparedBy) => {
      await activity.rule?.(own.context, own.input);
      await handOver(own.context.unit, id, { ...who, at: own.context.now });
      await audit(own, who.person, { did: "taken up", preparedBy });
      return (await consult(own)) ?? (await awaitApproval(own, [])) ?? (await finish(own, ready));
    });
    await also?.(unit, outcome);
    return outcome;
  });
}

interface Taking {
  readonly parts: RunnerParts;
  readonly id: string;
  readonly who: Who;
  /** False for who learns nothing of it but as one who is responsible. */
  readonly isSeen: boolean;
}

/** The undertaking as the case of who takes it up. Refused where it is not prepared, or not theirs to take. */
async function takenUp<T>(
  { parts, id, who, isSeen }: Taking,
  unit: Unit,
  work: (own: Case, preparedBy: string) => Promise<T>,
): Promise<T> {
  const found = await loadUndertaking(unit, id);
  const activity = parts.activities.find(({ name }) => name === found?.activity);
  if (!activity || !found) throw unknown();
  return await unit.as(who, async (mine) => {
    const opening = { id, activity, input: found.input, starter: who, approvedBy: [], engine: parts.engine };
    const own = await openCase(mine, { ...opening, now: parts.now() });
    const part = await checkStart(own).catch((error: unknown) => {
      throw error instanceof Refusal && !isSeen ? unknown() : error;
    });
    if (part !== "do") throw isSeen ? refusedAs("not-responsible", own.row) : unknown();
    if (found.state !== "prepared") throw new Refusal("not-prepared", "Nothing is prepared here any more.");
    return await work(own, found.startedBy.person);
  });
}
