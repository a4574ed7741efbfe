import type { ContractDocument } from "../../../engine/agreement/document/document.ts";
import type { Complaint } from "../problem.ts";
import { atValue, levelsOf, type Rule } from "./rule.ts";

/** Text and figure stay one: no quantity is written out in a wording, a purpose or a meaning. */
export const quantityInText: Rule = (document) => [
  ...levelsOf(document).flatMap(({ level, path }) => [
    ...found([...path, "wording"], level.wording, "quantity-in-wording"),
    ...found([...path, "purpose"], level.purpose, "quantity-in-text"),
  ]),
  ...texts(document).flatMap(({ path, text }) => found(path, text, "quantity-in-text")),
];

function texts({ definitions, catalogue }: ContractDocument) {
  const priorities = Object.entries(definitions.priorities ?? {});
  const services = Object.entries(catalogue.services ?? {});
  return [
    ...priorities.map(([id, { means }]) => ({ path: ["definitions", "priorities", id, "means"], text: means })),
    ...services.map(([id, { purpose }]) => ({ path: ["catalogue", "services", id, "purpose"], text: purpose })),
  ];
}

const unit =
  "%|percent|[hms]\\b|secs?\\b|seconds?\\b|mins?\\b|minutes?\\b|hrs?\\b|hours?\\b|(?:business |working )?days?\\b|weeks?\\b|months?\\b|years?\\b|[A-Z]{3}\\b";
const quantity = new RegExp(`\\d[\\d.,]* ?(?:${unit})`, "u");

function found(path: readonly string[], text: string | undefined, code: string): readonly Complaint[] {
  const written = quantity.exec((text ?? "").replace(/\{[^{}]*\}/g, "{}"))?.[0];
  if (written === undefined) return [];
  const way_out =
    code === "quantity-in-wording"
      ? "Use a blank such as {expected}, so that text and figure stay one."
      : "Say it in a field of its own, so that text and figure stay one.";
  return [atValue(path, { code, message: `'${written}' is written out.`, way_out })];
}
