import type { ContractDocument } from "../../../engine/agreement/document/document.ts";
import { closest } from "../closest.ts";
import type { Complaint } from "../problem.ts";
import { idsOf, type Kind, type Reference, sectionsOf } from "./references.ts";
import { referencesOfAgreements } from "./references-of-agreements.ts";
import { referencesOfConsequences } from "./references-of-consequences.ts";
import { referencesOfContract } from "./references-of-contract.ts";
import type { Rule } from "./rule.ts";

/** Every id that is written must be the id of something of its kind. */
export const unknownReference: Rule = (document) =>
  [referencesOfContract, referencesOfAgreements, referencesOfConsequences]
    .flatMap((references) => references(document))
    .filter(({ id, kind }) => !idsOf(document, kind).includes(id))
    .map((reference) => complaint(document, reference));

/** What people call a thing of each kind, and the word in the code. */
const called: Readonly<Record<Kind, readonly [string, string]>> = {
  party: ["a party", "unknown-party"],
  provider: ["a party or a team", "unknown-party"],
  person: ["a person", "unknown-person"],
  tool: ["a tool", "unknown-tool"],
  calendar: ["a calendar", "unknown-calendar"],
  holiday: ["a set of holidays", "unknown-holidays"],
  window: ["a maintenance window", "unknown-window"],
  service: ["a service or a component", "unknown-service"],
  "main service": ["a service", "unknown-service"],
  component: ["a component", "unknown-component"],
  offering: ["an offering", "unknown-offering"],
  priority: ["a priority", "unknown-priority"],
  waiting: ["a reason of waiting", "unknown-waiting"],
  agreement: ["an agreement", "unknown-agreement"],
  charge: ["a charge", "unknown-charge"],
  plan: ["a credit plan", "unknown-plan"],
  review: ["a review", "unknown-review"],
};

function complaint(document: ContractDocument, { path, id, kind }: Reference): Complaint {
  const [name, code] = called[kind];
  return {
    path,
    at: "value",
    code,
    names: id,
    message: `'${id}' is not ${name}.`,
    way_out: wayOut(document, id, kind),
  };
}

function wayOut(document: ContractDocument, id: string, kind: Kind): string {
  const sections = sectionsOf(document, kind);
  const close = closest(id, idsOf(document, kind));
  if (close !== null) {
    const home = sections.find(({ entries }) => Object.hasOwn(entries, close))?.path ?? [];
    return `Did you mean '${close}' ({${[...home, close].join(".")}})?`;
  }
  return `Define it under ${sections.map(({ path }) => path.join(".")).join(" or ")}.`;
}
