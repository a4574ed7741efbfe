import { least, minus } from "../../number/fraction.ts";
import { written } from "./trace.ts";
import { type Staged, type Working, withStatement } from "./working.ts";

/** Stage 16: what the supplier has in the bank is set against the credit, never paid out. */
export function offsetBank(working: Working): Staged {
  const before = working.statement.exact;
  const offset = least(before, working.facts.bank);
  const inputs = { sum: written(before), bank: written(working.facts.bank) };
  return {
    value: withStatement(working, { exact: minus(before, offset), offset }),
    line: { stage: 16, rule: "offset", inputs, result: { offset: written(offset) } },
  };
}
