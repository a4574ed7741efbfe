import type { CreditLine, LineStep } from "../../credit/statement.ts";
import { exactDecimal, writeDecimal } from "../../number/decimal.ts";
import { type Fraction, fraction, one, plus } from "../../number/fraction.ts";
import { shareText } from "../words/figure.ts";
import { capital } from "../words/list.ts";
import type { CreditStep, Doing } from "./credit-report.ts";
import { factWord } from "./fact-word.ts";
import { exactly, roughly } from "./money-line.ts";

/** What a step is told in: the currency, and the unit the line gives. */
interface Telling {
  readonly currency: string;
  readonly unit: CreditLine["unit"];
  /** The figure as its level shows it. */
  readonly figure?: string | null;
}

/** One step of a line in a sentence, with what the line gives after it. */
export function stepWords(step: LineStep, telling: Telling): CreditStep {
  return {
    stage: step.stage,
    sentence: `${capital(sentenceOf(step, telling))}.`,
    gives: amountText(step.gives, telling),
    exact: exactly(step.gives),
    ...doingOf(step),
  };
}

/** A base by its id, as it is spoken of. */
export const spoken = (id: string | undefined): string => (id === undefined ? "the base" : id.replaceAll("-", " "));

function doingOf({ stage, inputs: { share, base, factor, cap, "used before": used } }: LineStep): { does?: Doing } {
  if (stage === 7 && share && base) return { does: { kind: "share", by: exactly(share), of: exactly(base) } };
  if (stage === 8 && factor) return { does: { kind: "times", by: exactly(factor) } };
  return cap && !used ? { does: { kind: "at most", by: exactly(cap) } } : {};
}

/** An amount in the unit that a line gives. */
export function amountText(amount: Fraction, { currency, unit }: Telling): string {
  return unit === "money" ? roughly(amount, currency) : `${numberText(amount)} ${unit}`;
}

/** `1.5`, or four places of a number that does not end. */
export const numberText = (value: Fraction): string => exactDecimal(value) ?? `${writeDecimal(value, 4)}…`;

function sentenceOf(step: LineStep, telling: Telling): string {
  const { rule, inputs, words } = step;
  const base = inputs.base ? `${spoken(words.of)} (${roughly(inputs.base, telling.currency)})` : spoken(words.of);
  const share = inputs.share ? shareText(inputs.share) : null;
  switch (rule) {
    case "fixed":
      return "a fixed amount";
    case "share":
      return `${share} of ${base}`;
    case "rows":
      return `${factSaid(step, telling)}: the row ${words.row ? `“${words.row}” ` : ""}gives ${share ? `${share} of ${base}` : amountText(inputs.give ?? step.gives, telling)}`;
    case "shortfall":
      return `${factSaid(step, telling)}: the shortfall gives ${share ? `${share} of ${base}` : amountText(step.gives, telling)}`;
    case "per unit":
      return `${factSaid(step, telling)} give ${share ? `${share} of ${base}` : amountText(step.gives, telling)}`;
    case "marginal":
      return `${factSaid(step, telling)}, each band at its own price`;
    case "entered":
      return "the amount that a person entered";
    case "score":
      return `the score gives ${share} of ${base}`;
    default:
      return factorSentence(step, telling);
  }
}

function factSaid({ inputs, words }: LineStep, { figure = null }: Telling): string {
  const by = words.by ?? "value";
  if (by === "value" && figure !== null) return `figure ${figure}`;
  const value = inputs[by];
  return value ? `${factWord(by)} ${numberText(value)}` : factWord(by);
}

function factorSentence({ rule, inputs, words }: LineStep, telling: Telling): string {
  const factor = inputs.factor ? numberText(inputs.factor) : "1";
  switch (rule) {
    case "weights":
      return `times the weight of the service level, ${inputs.factor ? shareText(inputs.factor) : "0 %"}`;
    case "repeat": {
      const count = plus(inputs["failures before"] ?? fraction(0), one);
      return `times ${factor}: failure ${numberText(count)} in a row`;
    }
    case "flag":
      return `times ${factor}: ${words.flag}`;
    case "count":
      return `times ${factor}: ${namesOf(inputs)}`;
    case "share":
      return `times the share ${factor}: ${namesOf(inputs)}`;
    case "plain":
      return `times ${factor}`;
    default:
      if (inputs.cap) return `${rule}: no more than ${roughly(inputs.cap, telling.currency)}`;
      return `times ${factor}: ${namesOf(inputs)}`;
  }
}

const namesOf = (inputs: LineStep["inputs"]): string =>
  Object.entries(inputs)
    .filter(([name]) => name !== "factor")
    .map(([name, value]) => `${factWord(name)} ${numberText(value)}`)
    .join(", ");
