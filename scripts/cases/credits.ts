import { weightAtRisk, weightTimesSeverity } from "./credits/at-risk.ts";
import { availabilityTiers } from "./credits/availability-tiers.ts";
import { bonusBank } from "./credits/bonus.ts";
import { earnBack } from "./credits/earn-back.ts";
import { continuousImprovement } from "./credits/improve.ts";
import { namesOnly } from "./credits/names-only.ts";
import { outageTiers } from "./credits/outage-tiers.ts";
import { percentOfFee } from "./credits/percent-of-fee.ts";
import { linearPoints } from "./credits/points.ts";
import { marginalPoints, moneyPerPoint, pointsTable, twoCaps } from "./credits/points-priced.ts";
import { poolAllocation } from "./credits/pool.ts";
import type { Answer, Input } from "./credits/read.ts";
import { scopeShare } from "./credits/scope.ts";
import { errorRate, shortfall } from "./credits/shortfall.ts";
import { compositeScore, critical, deemed } from "./credits/states.ts";
import { timeUnits } from "./credits/time-units.ts";
import { terminationTrigger } from "./credits/triggers.ts";
import { delayDamages, fixedMatrix, perItem, unitCredit } from "./credits/units.ts";
import { sentenceOf } from "./credits/untranslated.ts";
import { unreadOf, watched } from "./credits/watched.ts";
import { unavailableUnits } from "./credits/weighted-units.ts";
import { chronic, countInWindow, towerState } from "./credits/windows.ts";
import { writtenLike } from "./credits/written.ts";
import { differences, type Outcome } from "./outcome.ts";

interface Case {
  readonly id: string;
  readonly scheme: string;
  readonly input: Input;
  readonly expected: Readonly<Record<string, unknown>>;
}

/**
 * Runs one case of credits.json: its scheme names the plan that its words are translated into. A case with a word that
 * is not translated, or that nothing asked for, is set aside and says so: without the word the engine would be asked
 * another question.
 */
export function runCreditsCase({ id, scheme, input, expected }: Case): Outcome {
  const ask = schemes[scheme.slice(0, 3)];
  if (!ask) return { id, setAside: null, differences: [{ what: "scheme", expected: scheme, got: "not known" }] };
  const seen = watched(input);
  const answer = answered(() => ask(seen.input));
  const names = namesOnly[scheme.slice(0, 3)] ?? [];
  const unread = unreadOf(input, seen.log).find((name) => !names.includes(name));
  const sentence = answer.setAside ?? (unread === undefined ? null : `the word '${unread}' is not translated yet`);
  if (sentence !== null) return { id, setAside: sentence, differences: [] };
  const withheld = Object.keys(expected).filter((name) => name.startsWith("wrong_float_"));
  const judged = Object.fromEntries(Object.entries(expected).filter(([name]) => !withheld.includes(name)));
  const found = differences(judged, writtenLike(judged, answer.value));
  return { id, setAside: null, withheld, marks: [...seen.log.marks], differences: found };
}

interface Answered {
  readonly value: Answer;
  readonly setAside: string | null;
}

function answered(ask: () => Answer): Answered {
  try {
    return { value: ask(), setAside: null };
  } catch (problem) {
    const sentence = sentenceOf(problem);
    if (sentence === null) throw problem;
    return { value: {}, setAside: sentence };
  }
}

/** The schemes. Figures that a source shows as the mistake of binary numbers are its own, and no answer of the engine. */
const schemes: Readonly<Record<string, (input: Input) => Answer>> = {
  R01: continuousImprovement,
  S01: poolAllocation,
  S02: weightAtRisk,
  S03: weightTimesSeverity,
  S04: percentOfFee,
  S05: linearPoints,
  S06: pointsTable,
  S07: moneyPerPoint,
  S08: marginalPoints,
  S09: availabilityTiers,
  S10: outageTiers,
  S11: shortfall,
  S12: timeUnits,
  S13: scopeShare,
  S14: unitCredit,
  S15: fixedMatrix,
  S16: perItem,
  S17: delayDamages,
  S18: unavailableUnits,
  S19: towerState,
  S20: countInWindow,
  S21: chronic,
  S22: critical,
  S23: compositeScore,
  S24: earnBack,
  S25: bonusBank,
  S26: twoCaps,
  S27: errorRate,
  S28: deemed,
  T01: terminationTrigger,
};
