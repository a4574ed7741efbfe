import type { Unit } from "../gate.ts";
import { type Agreement, type AgreementState, loadAgreements, loadStates } from "./agreements.ts";
import { type Contract, loadContract } from "./contracts.ts";
import { loadSignatures, type Signature } from "./signatures.ts";

/** An agreement with its last state and every signature under it. */
export interface AgreementRead extends Agreement {
  /** Null where it has none yet. */
  readonly now: Omit<AgreementState, "agreement"> | null;
  readonly signatures: readonly Omit<Signature, "agreement">[];
}

/** A contract with what of its agreements may be seen. */
export interface ContractRead extends Contract {
  readonly agreements: readonly AgreementRead[];
}

/** One contract with its agreements, their states and signatures; null where there is none to be seen. */
export async function readContract(unit: Unit, contract: string): Promise<ContractRead | null> {
  const found = await loadContract(unit, contract);
  return found === null ? null : { ...found, agreements: await readAgreements(unit, contract) };
}

/** The agreements of a contract that may be seen: a vendor or a team, who do not see the contract, see their own. */
export async function readAgreements(unit: Unit, contract: string): Promise<readonly AgreementRead[]> {
  const states = await loadStates(unit, contract);
  const signatures = await loadSignatures(unit, contract);
  return (await loadAgreements(unit, contract)).map((one) => ({
    ...one,
    now: stateOf(states, one.agreement),
    signatures: signatures
      .filter(({ agreement }) => agreement === one.agreement)
      .map(({ agreement: _, ...rest }) => rest),
  }));
}

function stateOf(states: readonly AgreementState[], id: string): AgreementRead["now"] {
  const last = states.findLast(({ agreement }) => agreement === id);
  if (last === undefined) return null;
  const { agreement: _, ...rest } = last;
  return rest;
}
