import { amountOf } from "../rule/amount-of.ts";
import { givenBy } from "./trace.ts";
import { type Staged, type Working, withItems, withStatement } from "./working.ts";

/** Stage 7: what each failure gives before any factor. */
export function awardFailures(working: Working): Staged {
  const given = working.items.map((item) => {
    if (!item.award) return { item, findings: [] };
    const { value, findings } = amountOf(item.award.amount, item, working);
    return { item: { ...item, line: { ...item.line, unit: item.award.unit, ...value } }, findings };
  });
  const items = given.map(({ item }) => item);
  const findings = [...working.statement.findings, ...given.flatMap((one) => one.findings)];
  const forms = items.map(({ award }) => award?.amount.kind ?? "nothing").join(", ");
  return {
    value: withStatement(withItems(working, items), { findings }),
    line: { stage: 7, rule: "awards", inputs: { forms }, result: givenBy(items) },
  };
}
