import type { ContractDocument } from "../../../agreement/document/document.ts";
import type { CreditMonth } from "../../../credit/run/month.ts";
import type { CreditLine, LineStep } from "../../../credit/statement.ts";
import { compare, type Fraction, one } from "../../../number/fraction.ts";
import { isTelling, titleOf } from "../../credits/line-reports.ts";
import { stepWords } from "../../credits/step-words.ts";
import type { Derivation } from "../derivation.ts";
import { node } from "../nodes.ts";
import { baseNode, type OpenedBases } from "./explain-base.ts";
import { bare, money, planTerm, share } from "./money-node.ts";

interface LineCase {
  readonly month: CreditMonth;
  readonly contract: ContractDocument;
  readonly opened: OpenedBases;
}

/** One line: the product of its share, its base and its factors, within its caps. */
export function lineNode(of: LineCase, line: CreditLine): Derivation {
  const { currency } = of.month.written;
  const caps = line.steps.filter(({ inputs }) => inputs.cap !== undefined);
  const factors = line.steps.filter((step) => step.stage === 8 && isTelling(step));
  const award = line.steps.find(({ stage }) => stage === 7);
  const title = `${titleOf(of.month, line.level)}${line.group === null ? "" : `, ${line.group}`}`;
  const parts = [...(award ? awardNodes(of, line, award) : []), ...factors.map((step) => factorNode(of, line, step))];
  const before = caps.length === 0 ? line.given : caps[0] ? beforeCap(line, caps[0]) : line.given;
  const product = node({ title, operation: "product", ...shown(line, before, currency), children: parts });
  if (caps.length === 0 || compare(before, line.given) === 0) return product;
  const capNodes = caps.map((step) =>
    node({ title: `The ${step.rule}`, operation: "given", ...shown(line, roomOf(step), currency) }),
  );
  return node({
    title: `${title}, within its caps`,
    operation: "minimum",
    ...shown(line, line.given, currency),
    children: [product, ...capNodes],
  });
}

const roomOf = ({ inputs, gives }: LineStep): Fraction => (inputs["used before"] ? gives : (inputs.cap ?? gives));

function beforeCap(line: CreditLine, first: LineStep): Fraction {
  const at = line.steps.indexOf(first);
  return line.steps[at - 1]?.gives ?? line.given;
}

const shown = ({ unit }: CreditLine, amount: Fraction, currency: string) =>
  unit === "money" ? money(amount, currency) : bare(amount);

/** What the award gives before its factors: a share and its base, or an amount as it is. */
function awardNodes(of: LineCase, line: CreditLine, step: LineStep): readonly Derivation[] {
  const { written } = of.month;
  const telling = { currency: written.currency, unit: line.unit };
  const { sentence } = stepWords(step, telling);
  const term = planTerm(written, "awards", sentence);
  const { share: part, base } = step.inputs;
  if (!part || !base)
    return [node({ title: sentence, operation: "given", ...shown(line, step.gives, written.currency), term })];
  const name = step.words.of ?? "";
  const whole = of.month.statement.bases[name];
  const isWhole = whole !== undefined && compare(whole, base) === 0;
  const baseOf = isWhole
    ? baseNode(of, name)
    : node({ title: `Base ${name}, the part that failed`, operation: "given", ...money(base, written.currency) });
  return [node({ title: sentence, operation: "given", ...share(part), term }), baseOf];
}

function factorNode({ month }: LineCase, line: CreditLine, step: LineStep): Derivation {
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
