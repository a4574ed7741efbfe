import { categoryWeight } from "../../credit/plan/weight.ts";
import type { CreditMonth } from "../../credit/run/month.ts";
import { levelName } from "../../credit/written/written-plan.ts";
import { writeDecimal } from "../../number/decimal.ts";
import { one, sum, times } from "../../number/fraction.ts";
import { longDay } from "../words/dates.ts";
import { shareText } from "../words/figure.ts";
import type { WeightSetLine } from "./credit-report.ts";
import { spoken } from "./step-words.ts";

/** The weights in force in a month, with who set them and why; null for plans without weights. */
export function weightLines(
  { written, plan, facts, levels, statement }: CreditMonth,
  nameOf: (id: string) => string,
): WeightSetLine | null {
  const { document } = written;
  const set = (document.weights ?? [])
    .filter(({ from }) => from <= facts.start)
    .toSorted((a, b) => a.from - b.from)
    .at(-1);
  if (!set) return null;
  const shares = Object.keys(set.shares).map((written) => {
    const level = levelName(document, written);
    const category = plan.levels[level]?.category ?? null;
    const own = statement.weights[level] ?? set.shares[written] ?? one;
    const whole = category === null ? one : (statement.weights[categoryWeight(category)] ?? one);
    const share = times(own, whole);
    const title = levels.find((terms) => `${terms.agreement}/${terms.id}` === level)?.title ?? level;
    return {
      level,
      levelTitle: title,
      category,
      share: shareText(share),
      value: Number(writeDecimal(share, 6)),
      exact: share,
    };
  });
  return {
    since: longDay(set.from),
    setBy: nameOf(set.set_by),
    noticeGiven: longDay(set.notice_given),
    reason: set.reason,
    divides: spoken(document.weight_rules?.divide ?? ""),
    total: shareText(sum(shares.map(({ exact }) => exact))),
    rule: (document.weight_rules?.total ?? "free").replace("%", " %"),
    shares: shares.map(({ exact: _, ...line }) => line),
  };
}
