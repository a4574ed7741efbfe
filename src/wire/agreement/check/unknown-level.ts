import type { ContractDocument } from "../../../engine/agreement/document/document.ts";
import { entry } from "../../../engine/agreement/document/written.ts";
import { closest } from "../closest.ts";
import type { Complaint } from "../problem.ts";
import { levelsNamedIn } from "./credits/named-levels.ts";
import { levelsOf, type Rule } from "./rule.ts";

/** A level named somewhere; `within` is the agreement a bare id belongs to, null where several could be meant. */
interface Named {
  readonly path: readonly string[];
  readonly level: string;
  readonly within: string | null;
}

/** Every level that is named must exist: a bare id in the agreement of its section, else `agreement/level`. */
export const unknownLevel: Rule = (document) =>
  [...inAgreements(document), ...inPlans(document), ...inConsequences(document)].flatMap((named) =>
    complaints(document, named),
  );

function complaints(document: ContractDocument, { path, level, within }: Named): readonly Complaint[] {
  const [agreementId, id] = level.includes("/") ? (level.split("/", 2) as [string, string]) : [within, level];
  const agreements = agreementId === null ? Object.keys(document.agreements) : [agreementId];
  const known = agreements.flatMap((name) => Object.keys(entry(document.agreements, name)?.service_levels ?? {}));
  if (known.includes(id)) return [];
  const isAgreement = agreementId === null || Object.hasOwn(document.agreements, agreementId);
  if (!isAgreement) {
    const close = closest(agreementId, Object.keys(document.agreements));
    const way_out = close ? `Did you mean '${close}'?` : "Define it under agreements.";
    const message = `'${agreementId}' is not an agreement.`;
    return [{ path, at: "value", code: "unknown-agreement", names: agreementId, message, way_out }];
  }
  const close = closest(id, known);
  const listed = agreementId === null ? "" : ` Its levels are listed in {agreements.${agreementId}.service_levels}.`;
  const way_out = `${listed}${close ? ` Did you mean '${close}'?` : ""}`.trim() || "Name a level of an agreement.";
  const message = `${agreementId ?? "No agreement"} has ${agreementId === null ? "a level" : "no"} '${id}'.`;
  return [{ path, at: "value", code: "unknown-level", names: id, message, way_out }];
}

function inAgreements(document: ContractDocument): readonly Named[] {
  const ofLevels = levelsOf(document).flatMap(({ agreementId, level, path }) => [
    ...listed([...path, "underpins"], level.underpins, agreementId),
    ...keyed([...path, "parts"], level.parts, agreementId),
  ]);
  const ofGrounds = Object.entries(document.agreements).flatMap(([agreementId, { relief }]) =>
    Object.entries(relief?.grounds ?? {}).flatMap(([id, { not_for }]) =>
      listed(["agreements", agreementId, "relief", "grounds", id, "not_for"], not_for, agreementId),
    ),
  );
  return [...ofLevels, ...ofGrounds];
}

function inPlans({ credit_plans }: ContractDocument): readonly Named[] {
  return Object.entries(credit_plans).flatMap(([id, plan]) =>
    levelsNamedIn(plan, ["credit_plans", id]).map((named) => ({ ...named, within: plan.for })),
  );
}

function inConsequences({ improvement, underpinning }: ContractDocument): readonly Named[] {
  const ofTriggers = Object.entries(improvement.triggers ?? {}).flatMap(([id, { levels, agreement }]) =>
    typeof levels === "string" ? [] : listed(["improvement", "triggers", id, "levels"], levels, agreement ?? null),
  );
  return [...ofTriggers, ...listed(["underpinning", "kept_by_the_supplier"], underpinning.kept_by_the_supplier, null)];
}

function listed(
  path: readonly string[],
  levels: readonly string[] | undefined,
  within: string | null,
): readonly Named[] {
  return (levels ?? []).map((level, index) => ({ path: [...path, String(index)], level, within }));
}

function keyed(path: readonly string[], map: object | undefined, within: string | null): readonly Named[] {
  return Object.keys(map ?? {}).map((level) => ({ path: [...path, level], level, within }));
}
