import type { Amount, PerUnit, Shortfall } from "../../../credit/plan/amount.ts";
import { stepsOf } from "../../../credit/rule/steps-of.ts";
import { awardFor } from "../../../credit/stage/count-window.ts";
import type { CreditLine, LineStep } from "../../../credit/statement.ts";
import { compare, type Fraction, minus, over, times, zero } from "../../../number/fraction.ts";
import { shownFigure } from "../../credits/shown-figure.ts";
import { stepWords } from "../../credits/step-words.ts";
import type { Derivation } from "../derivation.ts";
import { node } from "../nodes.ts";
import type { CreditCase } from "./credit-case.ts";
import { lineBaseNode } from "./explain-base.ts";
import { bare, money, planTerm, share } from "./money-node.ts";

/** What the award gives before its factors: a share and its base, or an amount as it is; steps are opened. */
export function awardNodes(of: CreditCase, line: CreditLine, step: LineStep): readonly Derivation[] {
  const { written } = of.month;
  const { sentence } = stepWords(step, {
    currency: written.currency,
    unit: line.unit,
    figure: shownFigure(of.month, line),
  });
  const term = planTerm(written, "awards", sentence);
  const { share: part, base } = step.inputs;
  const isShare = part !== undefined && base !== undefined;
  const give = isShare ? part : step.gives;
  const shown = isShare ? share(give) : line.unit === "money" ? money(give, written.currency) : bare(give);
  const steps = stepsNode(of, line, step);
  const counted =
    steps !== null && compare(times(steps.count, steps.give), give) === 0 && steps.count.n !== 0n
      ? node({
          title: sentence,
          operation: "product",
          ...shown,
          term,
          children: [
            steps.node,
            node({
              title: "For each",
              operation: "given",
              ...(isShare ? share(steps.give) : giftOf(of, line, steps.give)),
            }),
          ],
        })
      : node({ title: sentence, operation: "given", ...shown, term });
  return isShare ? [counted, lineBaseNode(of, step.words.of ?? "", base)] : [counted];
}

const giftOf = ({ month }: CreditCase, { unit }: CreditLine, amount: Fraction) =>
  unit === "money" ? money(amount, month.written.currency) : bare(amount);

interface Steps {
  readonly count: Fraction;
  readonly give: Fraction;
  readonly node: Derivation;
}

/** The steps of a shortfall or the units of a count; null for other forms, and for a first unit of its own size. */
function stepsNode(of: CreditCase, line: CreditLine, step: LineStep): Steps | null {
  const amount = awardFor(of.month.plan.awards, line)?.amount;
  if (amount?.kind === "shortfall" && step.rule === "shortfall") return ofShortfall(of, line, { amount, step });
  if (amount?.kind === "per unit" && step.rule === "per unit" && !amount.first) return ofUnits(amount, step);
  return null;
}

const leaf = (title: string, value: Fraction): Derivation => node({ title, operation: "given", ...bare(value) });

interface Short {
  readonly amount: Amount & Shortfall & { readonly kind: "shortfall" };
  readonly step: LineStep;
}

function ofShortfall({ month }: CreditCase, line: CreditLine, { amount, step }: Short): Steps | null {
  const { target: mark, better, step: size, partial, give, by } = amount;
  const target = typeof mark === "string" ? (month.plan.levels[line.level]?.[mark] ?? null) : mark;
  const value = step.inputs[by];
  if (target === null || value === undefined || size.n === 0n) return null;
  const gap = better === "higher" ? minus(target, value) : minus(value, target);
  if (compare(gap, zero) <= 0) return null;
  const ends = [leaf("Target", target), leaf("Figure", value)];
  const away = node({
    title: "How far it falls short",
    operation: "difference",
    ...bare(gap),
    children: better === "higher" ? ends : ends.toReversed(),
  });
  return stepped({ of: away, gap, size, partial, give });
}

function ofUnits({ by, size, partial, give }: PerUnit, { inputs }: LineStep): Steps | null {
  const count = inputs[by];
  if (count === undefined || size.n === 0n || compare(count, zero) <= 0) return null;
  return stepped({ of: leaf("Count", count), gap: count, size, partial, give });
}

interface Stepped extends Pick<PerUnit, "size" | "partial" | "give"> {
  readonly of: Derivation;
  readonly gap: Fraction;
}

function stepped({ of, gap, size, partial, give }: Stepped): Steps {
  const ratio = node({
    title: "In steps",
    operation: "ratio",
    ...bare(over(gap, size)),
    children: [of, leaf("Step", size)],
  });
  const count = stepsOf(gap, size, partial);
  if (partial === "linear") return { count, give, node: ratio };
  const begun = partial === "started steps" ? "counted" : "left off";
  const title = begun === "counted" ? "Steps, a begun one counts" : "Whole steps";
  return { count, give, node: node({ title, operation: { kind: "whole", begun }, ...bare(count), children: [ratio] }) };
}
