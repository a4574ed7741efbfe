import type { ContractDocument } from "../../engine/agreement/document/document.ts";
import { type Day, readDay } from "../../engine/time/civil.ts";
import type { Unit } from "../gate.ts";
import { type AgreementState, loadStates } from "./agreements.ts";
import { loadDocument } from "./load-document.ts";
import { latestVersion } from "./texts.ts";
import { withEnds } from "./with-ends.ts";

/**
 * The version of a contract's text that is measured by: the latest in which every agreement stands as it was signed by
 * both sides, or was ended. Where no version was ever signed whole, the latest one, so that a contract can be tried before it is
 * signed. What no agreement contains (calendars, catalogue, charges) needs no signature and holds at once. 0 where
 * there is no text.
 */
export const textInForce = async (unit: Unit, contract: string): Promise<number> =>
  await unit.asSystem(async (system) =>
    versionInForce(await loadStates(system, contract), await latestVersion(system, contract)),
  );

/** The same from the histories of the agreements and the number of the latest version. */
export function versionInForce(states: readonly AgreementState[], latest: number): number {
  for (let version = latest; version > 0; version -= 1) if (isSignedWhole(states, version)) return version;
  return latest;
}

/** True where the latest version is signed whole. */
export const isWhollyInForce = async (unit: Unit, contract: string): Promise<boolean> =>
  await unit.asSystem(async (system) =>
    isSignedWhole(await loadStates(system, contract), await latestVersion(system, contract)),
  );

/** What measuring reads: the document in force, and in it the ends of agreements that were ended. */
export const documentInForce = (
  unit: Unit,
  contract: string,
): Promise<{ readonly version: number; readonly document: ContractDocument }> =>
  unit.asSystem(async (system) => {
    const states = await loadStates(system, contract);
    const version = versionInForce(states, await latestVersion(system, contract));
    return { version, document: withEnds(await loadDocument(system, contract, version), endsOf(states)) };
  });

/** The last days of the agreements that were ended. */
export const endsOf = (states: readonly AgreementState[]): ReadonlyMap<string, Day> =>
  new Map(
    states.flatMap(({ agreement, state, effective }) => {
      const day = state === "ended" && effective !== null ? readDay(effective) : null;
      return day === null ? [] : [[agreement, day] as const];
    }),
  );

/** Each change of an agreement begins as a draft of its version, so the draft before tells what a version holds. */
function isSignedWhole(states: readonly AgreementState[], version: number): boolean {
  const drafts = new Map<string, string>();
  for (const { agreement, state, text_version, sha256 } of states)
    if (state === "draft" && text_version <= version) drafts.set(agreement, sha256);
  return (
    drafts.size > 0 &&
    [...drafts].every(([agreement, sha256]) =>
      states.some(
        (one) =>
          one.agreement === agreement && (one.state === "ended" || (one.state === "signed" && one.sha256 === sha256)),
      ),
    )
  );
}
