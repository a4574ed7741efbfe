import { amountOf } from "../rule/amount-of.ts";
import { givenBy } from "./trace.ts";
import { type Item, type Staged, type Working, withItems, withStatement, withStep } from "./working.ts";

/** Stage 7: what each failure gives before any factor. What is given once a period is given on its first failure. */
export function awardFailures(working: Working): Staged {
  const given = once(working.items).map((item) => {
    if (!item.award) return { item, findings: [] };
    const { value, findings } = amountOf(item.award.amount, item, working);
    const { given, share, row, inputs, words } = value;
    const line = { ...item.line, unit: item.award.unit, share, row };
    const step = { stage: 7, rule: item.award.amount.kind, inputs, words, given };
    return { item: withStep({ ...item, line }, step), findings };
  });
  const items = given.map(({ item }) => item);
  const findings = [...working.statement.findings, ...given.flatMap((one) => one.findings)];
  const forms = items.map(({ award }) => award?.amount.kind ?? "nothing").join(", ");
  return {
    value: withStatement(withItems(working, items), { findings }),
    line: { stage: 7, rule: "awards", inputs: { forms }, result: givenBy(items) },
  };
}

/** Later failures under an award of the whole period have none of their own. */
const once = (items: readonly Item[]): readonly Item[] =>
  items.map((item, index) => {
    const isLater = items.slice(0, index).some(({ award }) => award !== null && award === item.award);
    return item.award?.per === "period" && isLater ? { ...item, award: null } : item;
  });
