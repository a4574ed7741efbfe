import type { ContractDocument } from "../../../engine/agreement/document/document.ts";
import type { Complaint } from "../problem.ts";
import { atKey, levelsOf, type Rule } from "./rule.ts";

/**
 * Promises point up: OLAs and UCs name what they underpin, SLAs do not. Where a contract has any of them, each level
 * of its SLAs has a promise under it or is kept by the supplier. Whether the times add up is proven elsewhere.
 */
export const underpinned: Rule = (document) => {
  const levels = levelsOf(document);
  const upward = levels
    .filter(({ agreement, level }) => agreement.kind === "SLA" && level.underpins !== undefined)
    .map(({ path }) => {
      const message = "an SLA names nothing that it underpins.";
      return atKey([...path, "underpins"], {
        code: "underpins-upward",
        message,
        way_out: "Remove it; the OLA or UC names the SLA.",
      });
    });
  const hasProviders = Object.values(document.agreements).some(({ kind }) => kind !== "SLA");
  return [...upward, ...(hasProviders ? alone(document) : [])];
};

function alone(document: ContractDocument): readonly Complaint[] {
  const levels = levelsOf(document);
  const under = new Set(
    levels.flatMap(({ agreementId, level }) =>
      (level.underpins ?? []).map((name) => (name.includes("/") ? name : `${agreementId}/${name}`)),
    ),
  );
  const kept = document.underpinning.kept_by_the_supplier ?? [];
  return levels.flatMap(({ agreement, agreementId, levelId, level, path }) => {
    if (agreement.kind !== "SLA" || level.measure === "score" || level.measure === "entered") return [];
    const name = `${agreementId}/${levelId}`;
    if (under.has(name) || kept.includes(levelId) || kept.includes(name)) return [];
    const message = `no OLA or UC underpins '${levelId}'.`;
    const way_out = "Underpin it, or list it under underpinning.kept_by_the_supplier.";
    return [atKey(path, { code: "not-underpinned", message, way_out })];
  });
}
