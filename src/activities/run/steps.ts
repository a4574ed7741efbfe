import type { Who } from "../../store/gate.ts";
import type { Undertaking } from "../../store/undertakings/load-undertaking.ts";
import { addAnswer, addApproval } from "../../store/undertakings/save-undertaking.ts";
import { Refusal } from "../../wire/refusal.ts";
import { approvalOfStarter, mayApprove } from "../rasci/may-approve.ts";
import { awaitApproval, type Outcome } from "./advance.ts";
import { audit, type Case, moveTo, tell } from "./case.ts";
import { approvalsGiven } from "./move.ts";
import { refusedAs } from "./refused-as.ts";
import type { Decision } from "./runner.ts";

/** Somebody approves or rejects. With the last approval the work is done. */
export const decided =
  ({ decision, note }: Decision, by: Who) =>
  async (own: Case, before: Undertaking): Promise<Outcome | "finish"> => {
    const { row, scope, starter, context, activity, input } = own;
    const concerns = activity.concerns ? await activity.concerns(context, input) : null;
    const given = [...approvalOfStarter(row, starter, scope), ...approvalsGiven(before)];
    const asked = { row, starter: starter.side === "system" ? null : starter, approver: by, given, concerns };
    const may = mayApprove(asked, scope);
    if (typeof may === "string") throw refusedAs(may, row);
    if (before.state !== "awaiting approval") {
      throw new Refusal("not-asked-yet", "The answers of those who are asked before are still awaited.");
    }
    if (decision === "rejected" && note.trim() === "") {
      throw new Refusal("reason-missing", "Say why it is rejected: whoever started it is told.");
    }
    const { person, party } = by;
    await addApproval(context.unit, { id: own.id, person, party, role: may.as, decision, note, at: context.now });
    await audit(own, person, { did: decision, as: may.as, note });
    if (decision === "rejected") {
      await tell(own, [starter], "rejected");
      await moveTo(own, { state: "rejected", output: { note } });
      return { state: "rejected", undertaking: own.id };
    }
    return (await awaitApproval(own, [...given, { person, party, as: may.as }])) ?? "finish";
  };

/** One who was asked answers. With the last answer it goes on. */
export const answered =
  (text: string, by: Who) =>
  async (own: Case, before: Undertaking): Promise<Outcome | "finish"> => {
    const { unit, now } = own.context;
    const isTaken = await unit.asSystem((system) =>
      addAnswer(system, { id: own.id, person: by.person, answer: text, at: now }),
    );
    if (!isTaken) throw new Refusal("not-asked", "You were not asked about this, or have answered already.");
    await audit(own, by.person, { did: "answered", answer: text });
    await tell(own, [own.starter], "answered");
    const open = before.consultations.filter(({ person, answer }) => person !== by.person && answer === null);
    if (open.length > 0) return { state: "consulting", undertaking: own.id };
    return await goOn(own);
  };

/** Goes on where the answers came or their time is over. */
export const goOn = async (own: Case): Promise<Outcome | "finish"> => (await awaitApproval(own, [])) ?? "finish";

/** Who started it takes it back. */
export const withdrawn =
  (by: Who) =>
  async (own: Case): Promise<Outcome> => {
    if (by.person !== own.starter.person) throw new Refusal("not-yours", "Only who started it takes it back.");
    await audit(own, by.person, { did: "withdrawn" });
    await moveTo(own, { state: "withdrawn" });
    return { state: "withdrawn", undertaking: own.id };
  };
