import type { ContractDocument } from "../../engine/agreement/document/document.ts";
import { type Day, writeDay } from "../../engine/time/civil.ts";
import { loadStates } from "../../store/contracts/agreements.ts";
import { loadFiles } from "../../store/contracts/load-document.ts";
import { documentOf } from "../../store/contracts/read-files.ts";
import type { Unit } from "../../store/gate.ts";

interface Asked {
  readonly contract: string;
  readonly agreement: string;
  readonly text_version: number;
}

/**
 * The first day on which what is to be signed holds, as `2026-10-01`: of a first signature that on which the agreement
 * begins, later that of the earliest amendment which was not signed before. Null where there is no such agreement.
 */
export async function effectiveDay(unit: Unit, { contract, agreement, text_version }: Asked): Promise<string | null> {
  const files = await loadFiles(unit, contract, text_version);
  const text = files === null ? null : documentOf(files);
  const own = text?.agreements[agreement];
  if (!text || own === undefined) return null;
  const signed = (await loadStates(unit, contract)).findLast(
    (one) => one.agreement === agreement && one.state === "signed",
  );
  const former = signed === undefined ? null : await loadFiles(unit, contract, signed.text_version);
  const days = former === null ? [] : newDays(text, documentOf(former), agreement);
  return writeDay(days.reduce((first, day) => (day < first ? day : first), days[0] ?? own.from));
}

/** The first days of amendments of the agreement, or of a credit plan for it, that the former text does not have. */
function newDays(text: ContractDocument, former: ContractDocument, agreement: string): readonly Day[] {
  return Object.entries(text.amendments).flatMap(([id, { amends, effective }]) => {
    const isOwn = amends === agreement || text.credit_plans[amends]?.for === agreement;
    return isOwn && !(id in former.amendments) ? [effective] : [];
  });
}
