import { type AgreementState, loadStates } from "../../store/contracts/agreements.ts";
import { loadContract } from "../../store/contracts/contracts.ts";
import { loadSignatures } from "../../store/contracts/signatures.ts";
import { latestVersion } from "../../store/contracts/texts.ts";
import type { Unit } from "../../store/gate.ts";
import { Refusal } from "../../wire/refusal.ts";
import type { Actor } from "../rasci/holding.ts";

interface Asked {
  readonly contract: string;
  readonly agreement: string;
  readonly text_version: number;
}

/** What is signed, for whom, and who has signed it. */
export interface Signing extends Asked {
  /** Of the agreement's part of the text. */
  readonly sha256: string;
  /** The two parties of the contract: its provider and its client. */
  readonly parties: readonly string[];
  readonly given: readonly Actor[];
}

/** What is to be signed. Refused where it is not there, has ended, was changed since that version, or is signed. */
export const signing = (unit: Unit, asked: Asked): Promise<Signing> =>
  unit.asSystem(async (system) => {
    const { contract, agreement, text_version } = asked;
    const found = await loadContract(system, contract);
    const states = (await loadStates(system, contract)).filter((one) => one.agreement === agreement);
    const draft = states.findLast(({ state }) => state === "draft");
    if (found === null || draft === undefined) {
      throw new Refusal("no-such-agreement", `There is no agreement ${agreement} under ${contract}.`);
    }
    refuseState(asked, { states, draft, latest: await latestVersion(system, contract) });
    const signatures = (await loadSignatures(system, contract)).filter(
      (one) => one.agreement === agreement && one.sha256 === draft.sha256 && one.text_version >= draft.text_version,
    );
    const given = signatures.map(({ person, party }) => ({ person, party }));
    const parties = [found.provider, found.client];
    return { contract, agreement, text_version, sha256: draft.sha256, parties, given };
  });

interface Found {
  readonly states: readonly AgreementState[];
  readonly draft: AgreementState;
  readonly latest: number;
}

function refuseState({ agreement, text_version }: Asked, { states, draft, latest }: Found): void {
  if (states.some(({ state }) => state === "ended")) {
    throw new Refusal("agreement-ended", `${agreement} has ended. Nothing of it is signed any more.`);
  }
  if (text_version > latest) throw new Refusal("no-such-text", `There is no version ${text_version} of the text yet.`);
  if (text_version < draft.text_version) {
    const message = `${agreement} was changed in version ${draft.text_version}. Read that one, and sign it.`;
    throw new Refusal("text-version-stale", message, { latest: draft.text_version });
  }
  if (states.at(-1)?.state === "signed") {
    throw new Refusal("already-signed", `${agreement} is signed as it stands. It is changed by an amendment.`);
  }
}

/** Those who sign now: one for each party that has not signed. Never one person for both; never who is of neither. */
export function signersOf({ agreement, parties, given }: Signing, actors: readonly Actor[]): readonly Actor[] {
  const signers: Actor[] = [];
  for (const { person, party } of actors) {
    if (!parties.includes(party)) {
      throw new Refusal("not-a-party", `${agreement} is signed by ${parties.join(" and ")}, not by ${party}.`);
    }
    const before = [...given, ...signers];
    const isKnown = signers.some((one) => one.person === person && one.party === party);
    if (isKnown) continue;
    if (before.some((one) => one.person === person)) {
      throw new Refusal("never-one-person", `${person} has signed ${agreement}. The other party signs next.`);
    }
    if (before.some((one) => one.party === party)) {
      throw new Refusal("party-has-signed", `${party} has signed ${agreement}. The other party signs next.`);
    }
    signers.push({ person, party });
  }
  return signers;
}

/** The states that signatures bring: agreed with the first, signed with the last. */
export function statesAfter({ parties, given }: Signing, all: readonly Actor[]): readonly ("agreed" | "signed")[] {
  return [
    ...(given.length === 0 && all.length > 0 ? (["agreed"] as const) : []),
    ...(all.length === parties.length ? (["signed"] as const) : []),
  ];
}
