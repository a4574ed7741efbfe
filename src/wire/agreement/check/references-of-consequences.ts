import type { ContractDocument } from "../../../engine/agreement/document/document.ts";
import { keys, many, one, type Reference } from "./references.ts";
import { each } from "./references-of-contract.ts";

/** The references of what follows from promises: routes, credits, improvement, meetings, amendments. */
export function referencesOfConsequences(document: ContractDocument): readonly Reference[] {
  const { underpinning, improvement } = document;
  return [
    ...each(underpinning.routes, ["underpinning", "routes"], (path, route) => [
      ...many([...path, "services"], route.services, "service"),
      ...route.steps.flatMap((step, index) => {
        const at = [...path, "steps", String(index)];
        return [
          ...one([...at, "by"], step.by, "provider"),
          ...one([...at, "under"], step.under, "agreement"),
          ...keys([...at, "keeps"], step.keeps, "priority"),
        ];
      }),
    ]),
    ...planReferences(document),
    ...each(improvement.triggers, ["improvement", "triggers"], (path, trigger) => [
      ...one([...path, "agreement"], trigger.agreement, "agreement"),
      ...one([...path, "credits", "plan"], trigger.credits?.plan, "plan"),
      ...one([...path, "limit_reached"], trigger.limit_reached, "plan"),
    ]),
    ...one(["improvement", "plan", "reported_at"], improvement.plan?.reported_at, "review"),
    ...meetingReferences(document),
    ...each(document.amendments, ["amendments"], (path, { signed_by }) =>
      many([...path, "signed_by"], signed_by, "person"),
    ),
  ];
}

function planReferences(document: ContractDocument): readonly Reference[] {
  return each(document.credit_plans, ["credit_plans"], (path, plan) => [
    ...one([...path, "for"], plan.for, "agreement"),
    ...one([...path, "owner"], plan.owner, "person"),
    ...many([...path, "approved_by"], plan.approved_by, "person"),
    ...(plan.weights ?? []).flatMap((set, index) =>
      one([...path, "weights", String(index), "set_by"], set.set_by, "person"),
    ),
    ...each(plan.bases, [...path, "bases"], (at, base) => many([...at, "charges"], base.charges, "charge")),
  ]);
}

function meetingReferences({ reports, reviews }: ContractDocument): readonly Reference[] {
  return [
    ...each(reports, ["reports"], (path, report) => [
      ...many([...path, "covers"], report.covers, "agreement"),
      ...one([...path, "calendar"], report.calendar, "calendar"),
      ...many([...path, "to"], report.to, "person"),
    ]),
    ...each(reviews, ["reviews"], (path, review) => [
      ...many([...path, "covers"], review.covers, "agreement"),
      ...one([...path, "calendar"], review.calendar, "calendar"),
      ...one([...path, "chair"], review.chair, "person"),
      ...many([...path, "attends"], review.attends, "person"),
    ]),
  ];
}
