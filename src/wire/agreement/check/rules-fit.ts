import type { RulesDocument } from "../../../engine/agreement/document/rules.ts";
import { clockRuleNames } from "../../../engine/agreement/document/rules.ts";
import type { Complaint } from "../problem.ts";
import { atKey, atValue, levelsOf, type Rule } from "./rule.ts";

/** Rules are said once in a section, and those that belong together stand together. */
export const rulesFit: Rule = (document) => [
  ...complaints(["contract", "rules"], document.contract.rules),
  ...Object.entries(document.agreements).flatMap(([id, { rules }]) => complaints(["agreements", id, "rules"], rules)),
  ...levelsOf(document).flatMap(({ level, path }) => [
    ...complaints(path, level),
    ...complaints([...path, "rules"], level.rules),
    ...saidTwice(path, level, level.rules),
  ]),
];

function complaints(path: readonly string[], rules: RulesDocument | undefined): readonly Complaint[] {
  const found: Complaint[] = [];
  const order = rules?.same_second;
  if (order !== undefined && (order.length !== 3 || new Set(order).size !== 3))
    found.push(
      atValue([...path, "same_second"], {
        code: "order-incomplete",
        message: "the order of one second names each of stop, pause and start once.",
        way_out: "Write for example [stop, pause, start].",
      }),
    );
  const length = rules?.business_day_length;
  if (length !== undefined && length.kind !== "time")
    found.push(
      atValue([...path, "business_day_length"], {
        code: "time-unreadable",
        message: "the length of a business day is a time.",
        way_out: "Write for example 7h 30m.",
      }),
    );
  return found;
}

function saidTwice(path: readonly string[], level: object, rules: object | undefined): readonly Complaint[] {
  return Object.keys(rules ?? {})
    .filter((name) => Object.hasOwn(level, name) && !(clockRuleNames as readonly string[]).includes(name))
    .map((name) => {
      const message = `'${name}' stands in the level and in its rules.`;
      return atKey([...path, "rules", name], { code: "said-twice", message, way_out: "Remove one of the two." });
    });
}
