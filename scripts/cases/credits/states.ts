import { missOf } from "../../../src/engine/credit/facts.ts";
import { afterWaiver } from "../../../src/engine/credit/later/settle.ts";
import { plainLevel } from "../../../src/engine/credit/plan/level.ts";
import { scoreOf } from "../../../src/engine/credit/rule/score-of.ts";
import { fraction, over, zero } from "../../../src/engine/number/fraction.ts";
import { ask, capAt, rowsOf, shareOf, sum, told, weight } from "./ask.ts";
import { mark } from "./marks.ts";
import { type Meanings, meaning, meaningOf } from "./meaning.ts";
import { type Answer, amount, day, flag, has, type Input, inPercent, list, maybe, says, share, word } from "./read.ts";

/** S22: a critical failure replaces the credits of the period. */
export function critical(input: Input): Answer {
  const [accrued, cap] = [amount(input, "accrued_service_credits"), amount(input, "cap_remaining")];
  const holds = flag(input, "critical_failure");
  const part = over(mark(input, "S22 percent of the charges"), fraction(100));
  const statement = ask(input, {
    charges: amount(input, "charges_of_period"),
    amount: sum(accrued),
    plan: {
      override: { flag: "critical", gives: { kind: "share", of: "charges", share: part } },
      limits: [capAt(cap, "year")],
    },
    facts: { flags: holds ? ["critical"] : [] },
  });
  return {
    service_credits: holds ? zero : statement.credit,
    compensation: holds ? statement.credit : zero,
    remaining_cap: afterWaiver(cap, statement.credit),
  };
}

/** S23: one weighted score picks the row. */
export function compositeScore(input: Input): Answer {
  const indicators = list(input, "indicators");
  const names = indicators.map((_, index) => `indicator ${index}`);
  const weights = indicators.map((one, index) => weight(names[index] ?? "", share(one, "weight_pct")));
  const scores = Object.fromEntries(indicators.map((one, index) => [names[index] ?? "", maybe(one, "score")]));
  const held = new Map(weights.map((one) => [one.name, one.share]));
  const scoreBy = (missing: "rescaled" | "full score") => scoreOf({ indicators: names, missing }, held, scores);
  const statement = ask(input, {
    amount: {
      kind: "score",
      of: "charges",
      indicators: names,
      missing: "rescaled",
      rows: rowsOf(input, "bands", "deduct_pct"),
    },
    plan: { weights },
    facts: { scores },
  });
  return {
    ...told(statement),
    score: scoreBy("rescaled"),
    deduct_pct: inPercent(statement.lines[0]?.share),
    scores: list<string>(input, "variants").map((way) => scoreBy(meaningOf(way, missings))),
  };
}

const missings: Meanings<"rescaled" | "full score"> = [
  [/full|hundred|100|as_met/, "full score"],
  [/rescal|renorm|redistrib|exclude|leave_out/, "rescaled"],
];

/** S28: what is not measured or not reported has failed; what is reported wrongly counts several times. */
export function deemed(input: Input): Answer {
  if (has(input, "deduction_per_failure"))
    return told(
      ask(input, {
        amount: sum(amount(input, "deduction_per_failure")),
        times: [
          { kind: "plain", factor: amount(input, "misreported_failures") },
          { kind: "plain", factor: amount(input, "multiplier") },
        ],
      }),
    );
  const levels = { level: { ...plainLevel, notMeasured: "deemed failed" as const } };
  return told(
    ask(input, {
      amount: shareOf(share(input, "weight_pct", "worst_tier_pct")),
      plan: { levels },
      results: [missOf("level", { state: silenceOf(input) })],
    }),
  );
}

/** What a supplier answers for: itself and the tool that measures; a client's doing is another case. */
const causes: Meanings<"the supplier's"> = [
  [/^(?!.*(?:client|customer)).*(?:supplier|provider|vendor|tool|monitor)/, "the supplier's"],
];

/** Why there is no figure: nobody measured, by the supplier's doing, or no report came by its day. */
function silenceOf(input: Input): "not measured" | "not reported" | "met" {
  if (has(input, "cause")) meaning(input, "cause", causes);
  if (says(input, "measured")) return flag(input, "measured") ? "met" : "not measured";
  const due = day(input, "report_due");
  return has(input, "report_received") && day(input, "report_received") <= due ? "met" : seen(input, "report_received");
}

/** A report that came late or never is none. */
function seen(input: Input, name: string): "not reported" {
  word(input, name);
  return "not reported";
}
