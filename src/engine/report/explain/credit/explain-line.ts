import type { Cap } from "../../../credit/plan/limit.ts";
import { capAmount } from "../../../credit/rule/cap-amount.ts";
import { awardFor } from "../../../credit/stage/count-window.ts";
import type { CreditLine, LineStep } from "../../../credit/statement.ts";
import { compare, type Fraction, minus, one, sum } from "../../../number/fraction.ts";
import { groupOf, isTelling, titleOf } from "../../credits/line-reports.ts";
import { stepWords } from "../../credits/step-words.ts";
import type { Derivation } from "../derivation.ts";
import { again, node } from "../nodes.ts";
import type { CreditCase } from "./credit-case.ts";
import { awardNodes } from "./explain-award.ts";
import { capNode } from "./explain-cap.ts";
import { bare, money, planTerm, share } from "./money-node.ts";

/** One line: the product of its share, its base and its factors, within its caps. */
export function lineNode(of: CreditCase, line: CreditLine): Derivation {
  const { currency } = of.month.written;
  const factors = line.steps.filter((step) => step.stage === 8 && isTelling(step));
  const award = line.steps.find(({ stage }) => stage === 7);
  const group = groupOf(line, { contract: of.contract });
  const title = `${titleOf(of.month, line.level)}${group === null ? "" : `, ${group}`}`;
  const parts = [...(award ? awardNodes(of, line, award) : []), ...factors.map((step) => factorNode(of, line, step))];
  const caps = line.steps.filter(({ inputs }) => inputs.cap !== undefined);
  const before = caps[0] ? beforeCap(line, caps[0]) : line.given;
  const product = node({ title, operation: "product", ...shown(line, before, currency), children: parts });
  const tree = caps.reduce(
    (now, step) =>
      node({
        title: `${title}, within the ${step.rule}`,
        operation: "minimum",
        ...shown(line, step.gives, currency),
        children: [now, roomNode(of, line, step)],
      }),
    product,
  );
  const named = { ...tree, id: `line ${of.month.statement.lines.indexOf(line) + 1}` };
  of.lines.set(line, named);
  return named;
}

function beforeCap(line: CreditLine, first: LineStep): Fraction {
  const at = line.steps.indexOf(first);
  return line.steps[at - 1]?.gives ?? line.given;
}

export const shown = ({ unit }: CreditLine, amount: Fraction, currency: string) =>
  unit === "money" ? money(amount, currency) : bare(amount);

/** What a cap leaves to a line: the cap, less what lines before it used of the same one. */
function roomNode(of: CreditCase, line: CreditLine, step: LineStep): Derivation {
  const { cap = step.gives, "used before": used } = step.inputs;
  const { currency } = of.month.written;
  const own = capOfStep(of, line, { rule: step.rule, cap });
  if (!used || used.n === 0n) return own;
  const others = usersBefore(of, line, step);
  const isAll = compare(sum(others.map(({ amount }) => amount)), used) === 0;
  const given = node({ title: "Used by the lines before", operation: "given", ...money(used, currency) });
  return node({
    title: `Left of the ${step.rule}`,
    operation: "difference",
    ...money(minus(cap, used), currency),
    children: [own, ...(isAll ? others.map((other) => other.node) : [given])],
  });
}

function usersBefore(of: CreditCase, line: CreditLine, { rule }: LineStep) {
  const { plan, statement } = of.month;
  const keyOf = ({ level }: CreditLine) =>
    rule === "cap of the level" ? level : (plan.levels[level]?.service ?? null);
  return statement.lines.slice(0, statement.lines.indexOf(line)).flatMap((other) => {
    const found = of.lines.get(other);
    const isSame = other.paid && other.unit === "money" && keyOf(other) === keyOf(line);
    return isSame && found ? [{ amount: other.given, node: again(found) }] : [];
  });
}

interface RuledCap {
  readonly rule: string;
  readonly cap: Fraction;
}

/** The cap of a step as the plan writes it: that of its award, or one of the limits. */
function capOfStep(of: CreditCase, line: CreditLine, { rule, cap }: RuledCap): Derivation {
  const { plan, facts, statement, written } = of.month;
  const own = facts.results[statement.lines.indexOf(line)]?.bases ?? {};
  const isLine = rule === "cap of the award";
  const scope = isLine ? "failure" : rule === "cap of the level" ? "level" : "service";
  const award = isLine ? (awardFor(plan.awards, line)?.atMost ?? null) : null;
  const limits = plan.limits.flatMap((limit, index): readonly { of: Cap; path: string }[] =>
    limit.kind === "at most" && limit.scope === scope ? [{ of: limit.cap, path: `limits.${index + 1}` }] : [],
  );
  const all = [...(award ? [{ of: award, path: "awards" }] : []), ...limits];
  const bases = isLine ? own : {};
  const found = all.find((each) => {
    const amount = capAmount(each.of, { ...statement.bases, ...bases });
    return amount !== null && compare(amount, cap) === 0;
  });
  const title = `The ${rule}`;
  if (found) return capNode(of, found.of, { title, path: found.path, own: bases });
  return node({ title, operation: "given", ...money(cap, written.currency) });
}

function factorNode({ month }: CreditCase, line: CreditLine, step: LineStep): Derivation {
  const { sentence } = stepWords(step, { currency: month.written.currency, unit: line.unit });
  const factor = step.inputs.factor ?? one;
  const path = step.rule === "weights" ? "weights" : step.rule === "repeat" ? "repeat" : "awards";
  const term = planTerm(month.written, path, sentence);
  return node({
    title: sentence,
    operation: "given",
    ...(step.rule === "weights" ? share(factor) : bare(factor)),
    term,
  });
}
