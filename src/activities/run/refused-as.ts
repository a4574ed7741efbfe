import { Refusal } from "../../wire/refusal.ts";
import type { StartRefusal } from "../rasci/decide.ts";
import type { MatrixRow } from "../rasci/matrix.ts";
import type { ApprovalRefusal } from "../rasci/may-approve.ts";

type Code = StartRefusal | ApprovalRefusal;

/** A decision of the matrix as a refusal, with who may do it instead. */
export function refusedAs(code: Code, row: MatrixRow): Refusal {
  return new Refusal(code, `"${row.activity}": ${sentences[code](row)}`);
}

const sentences: Readonly<Record<Code, (row: MatrixRow) => string>> = {
  "system-only": () => "only the system does this.",
  "person-only": () => "only a person does this.",
  "not-responsible": ({ responsible }) =>
    `this is done by ${responsible.join(", ")}. Ask one of them, or have a role given to you.`,
  "holds-other-role": () => "who does this may hold no other role, so that nobody judges their own work.",
  "concerns-nobody": () => "there is nothing yet that this would answer.",
  "for-oneself": () => "nobody does this for themselves. Ask another holder of the role.",
  "same-person": () => "it takes a second person: who did it may not approve it.",
  "same-party": () => "it takes the other party: this side has acted already.",
  "no-approval": () => "no approval is asked for.",
  "not-accountable": ({ accountable }) => `${accountable} approves this. Ask one who holds that role.`,
  "already-approved": () => "your role has approved it already.",
};
