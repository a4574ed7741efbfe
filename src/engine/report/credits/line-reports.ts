import type { ContractDocument } from "../../agreement/document/document.ts";
import { entry } from "../../agreement/document/written.ts";
import { failing, type State } from "../../credit/plan/level.ts";
import type { CreditMonth } from "../../credit/run/month.ts";
import { awardFor } from "../../credit/stage/count-window.ts";
import type { CreditLine, LineStep } from "../../credit/statement.ts";
import { scoreLevel } from "../../credit/written/award-of.ts";
import { compare, type Fraction, one, zero } from "../../number/fraction.ts";
import type { CreditLineReport } from "./credit-report.ts";
import { moneyLine } from "./money-line.ts";
import { shownFigure } from "./shown-figure.ts";
import { amountText, stepWords } from "./step-words.ts";

interface Named {
  readonly contract: ContractDocument;
}

/** Lines that give something, the dearest first, then failures that give nothing; what was met has no line. */
export function lineReports(month: CreditMonth, told: Named): readonly CreditLineReport[] {
  const { statement, paid } = month;
  return statement.lines
    .map((line, index) => ({ line, amount: paid[index] ?? zero }))
    .filter(({ line }) => failing.includes(line.state) || line.state === "held" || line.state === "waived")
    .filter(({ line }) => !isWeightless(month, line))
    .sort((a, b) => compare(b.amount, a.amount))
    .map(({ line, amount }) => ({ ...lineReport(month, line, amount), group: groupOf(line, told) }));
}

function lineReport(month: CreditMonth, line: CreditLine, amount: Fraction): Omit<CreditLineReport, "group"> {
  const telling = { currency: month.written.currency, unit: line.unit, figure: shownFigure(month, line) };
  return {
    level: line.level,
    levelTitle: titleOf(month, line.level),
    state: stateWords[line.state],
    figure: telling.figure,
    amount: moneyLine(amount, telling.currency),
    gives: amountText(line.given, telling),
    steps: line.steps.filter(isTelling).map((step) => stepWords(step, telling)),
    reason: reasonOf(month, line),
  };
}

/** A level that a plan by weights gives no weight: it is not part of the plan. */
function isWeightless({ statement }: CreditMonth, line: CreditLine): boolean {
  const weight = line.steps.find(({ rule }) => rule === "weights")?.inputs.factor;
  if (weight) return weight.n === 0n;
  const names = Object.keys(statement.weights);
  return line.steps.length === 0 && names.length > 0 && !names.includes(line.level);
}

/** The name of what the level is judged for, as the catalogue has it. */
export function groupOf({ group }: Pick<CreditLine, "group">, { contract: { catalogue } }: Named): string | null {
  if (group === null) return null;
  return entry(catalogue.services, group)?.name ?? entry(catalogue.components, group)?.name ?? group;
}

/** A factor of one tells something only where it is a weight. */
export const isTelling = ({ stage, rule, inputs }: LineStep): boolean =>
  stage !== 8 || rule === "weights" || !inputs.factor || compare(inputs.factor, one) !== 0;

export function titleOf({ levels, written }: CreditMonth, name: string): string {
  if (name === scoreLevel) return `Score of ${written.document.title}`;
  return levels.find(({ agreement, id }) => `${agreement}/${id}` === name)?.title ?? name;
}

/** Why a failure costs nothing; null where it costs something. */
function reasonOf(month: CreditMonth, line: CreditLine): string | null {
  const { statement, plan } = month;
  if (line.state === "held") return "The verdict is held: no money until it is settled.";
  if (line.state === "waived") return "The time in which failures of this service level cost nothing is not over.";
  if (statement.status === "not claimed") return "It was not claimed in time.";
  if (!line.paid) return "Another service level failed by the same event and stands for it.";
  if (line.given.n !== 0n) return null;
  const award = awardFor(plan.awards, line);
  if (award === null) return "The plan gives nothing for this verdict.";
  if (award.counts && line.steps.length === 0)
    return "Too few failures in the window: the plan does not count this one yet.";
  if (statement.status === "waiting for base") return "The amount it is a share of is not known yet.";
  return "What the plan gives for it comes to nothing.";
}

const stateWords: Readonly<Record<State, string>> = {
  met: "met",
  missed: "missed",
  "below expected": "at minimum",
  "below minimum": "missed",
  "deemed failed": "counted as missed",
  "not applicable": "not rated",
  held: "held",
  excused: "excused",
  waived: "without money yet",
  "reported only": "reported only",
};
