import { type AgreementState, loadStates } from "../../../store/contracts/agreements.ts";
import { loadDocument } from "../../../store/contracts/load-document.ts";
import type { Unit } from "../../../store/gate.ts";
import { Refusal } from "../../../wire/refusal.ts";
import type { TwoTexts } from "./changed-parts.ts";
import type { PreparedText } from "./prepare-text.ts";

/** What was signed stays as it was signed, and is amended; what has ended stays; no agreement goes out of the text. */
export async function refuseSigned(unit: Unit, prepared: PreparedText): Promise<void> {
  const { after, before, changed } = prepared;
  const states = await loadStates(unit, after.contract.id);
  for (const { section, id } of changed) {
    if (id === null) continue;
    if (section === "agreements") refuseAgreement(id, states, prepared);
    const isOld = section === "amendments" && id in before.amendments;
    if (isOld && (await wasSigned(unit, { id, states, before }))) {
      throw new Refusal("signed-text-changed", `${id} was signed: it stays. Change it by another amendment.`);
    }
  }
}

function refuseAgreement(id: string, states: readonly AgreementState[], { after }: TwoTexts): void {
  const own = states.filter(({ agreement }) => agreement === id).map(({ state }) => state);
  if (own.includes("ended")) throw new Refusal("agreement-ended", `${id} has ended: its text stays.`);
  if (own.includes("signed")) {
    throw new Refusal("signed-text-changed", `${id} was signed: its text stays. Change it by an amendment.`);
  }
  if (!(id in after.agreements)) {
    throw new Refusal("agreement-removed", `${id} would go out of the text. End it instead.`);
  }
}

interface Amendment extends Pick<TwoTexts, "before"> {
  readonly id: string;
  readonly states: readonly AgreementState[];
}

/** True where the amendment stood in a text with which its agreement was signed. */
async function wasSigned(unit: Unit, { id, states, before }: Amendment): Promise<boolean> {
  const amends = before.amendments[id]?.amends ?? "";
  const agreement = before.credit_plans[amends]?.for ?? amends;
  const signed = states.findLast((one) => one.agreement === agreement && one.state === "signed");
  if (signed === undefined) return false;
  return id in (await loadDocument(unit, before.contract.id, signed.text_version)).amendments;
}
