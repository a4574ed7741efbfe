import { addApprovalsAsked, addConsultations } from "../../store/undertakings/save-undertaking.ts";
import { wakeUp } from "../../store/wake-up.ts";
import { asksApproval, type Circumstances } from "../rasci/approvers.ts";
import { consultedPeople, consultedRoles, informedPeople, waitFor } from "../rasci/decide.ts";
import { isOneOf, peopleOf } from "../rasci/holding.ts";
import { type Approved, approvalOfStarter, stillToApprove } from "../rasci/may-approve.ts";
import { audit, type Case, moveTo, tell } from "./case.ts";

/** What became of an undertaking: its output where it is done. */
export type Outcome<O = unknown> =
  | { readonly state: "done"; readonly undertaking: string; readonly output: O }
  | {
      readonly state: "prepared" | "consulting" | "awaiting approval" | "rejected" | "withdrawn";
      readonly undertaking: string;
    };

/** Asks those who must be asked before; null where nobody must, so that it goes on at once. */
export async function consult(own: Case): Promise<Outcome | null> {
  const { unit, now } = own.context;
  const within = waitFor(own.row, own.starter.side === "system" ? "the system" : own.starter);
  const asked = consultedPeople(own.row, own.scope).filter(({ person }) => person !== own.starter.person);
  if (within === null || asked.length === 0) {
    await tell(own, asked, "consulted.not-awaited");
    return null;
  }
  const roles = consultedRoles(own.row);
  const people = asked.map(({ person }) => ({
    person,
    role: roles.find((role) => isOneOf(person, [role], own.scope)) ?? "named",
  }));
  await addConsultations(unit, { id: own.id, people, at: now, until: now + within });
  await wakeUp(unit, "consultations", now + within);
  await tell(own, asked, "consulted");
  await audit(own, own.starter.person, { did: "asked", people: people.map(({ person }) => person) });
  await moveTo(own, { state: "consulting", wakesAt: now + within });
  return { state: "consulting", undertaking: own.id };
}

const always: Circumstances = { touchesClosedPeriod: false, aboveMateriality: false };

/** Asks for approval where the row does; null where nothing is missing. */
export async function awaitApproval(own: Case, given: readonly Approved[]): Promise<Outcome | null> {
  const { activity, context, input, row, scope, starter } = own;
  const circumstances = activity.circumstances ? await activity.circumstances(context, input) : always;
  if (!asksApproval(row, circumstances)) return null;
  const missing = stillToApprove(row, [...approvalOfStarter(row, starter, scope), ...given]);
  if (missing.length === 0) return null;
  const asked = peopleOf(missing, scope);
  await addApprovalsAsked(context.unit, own.id, { people: asked.map(({ person }) => person), at: context.now });
  await tell(own, asked, "approval.asked");
  await moveTo(own, { state: "awaiting approval" });
  return { state: "awaiting approval", undertaking: own.id };
}

/** Does the work, writes the audit row and tells those who are to be told. */
export async function finish(own: Case, prepared: unknown): Promise<Outcome> {
  const { activity, context, input, row, scope, starter } = own;
  await activity.rule?.(context, input);
  const output = activity.output.parse(await activity.work(context, input, prepared));
  const approvedBy = context.approvedBy.map(({ person }) => person);
  await audit(own, starter.person, {
    did: "done",
    input: activity.audited ? activity.audited(input) : input,
    approvedBy,
    ...own.facts,
  });
  await tell(own, informedPeople(row, scope), "informed");
  await moveTo(own, { state: "done", output });
  return { state: "done", undertaking: own.id, output };
}
