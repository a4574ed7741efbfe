import { minorPlacesOf } from "../../agreement/currency.ts";
import type { BonusPlan, EarnBackPlan, Improvement } from "./after.ts";
import type { Award } from "./award.ts";
import type { Base } from "./base.ts";
import type { EventRule } from "./event.ts";
import type { LevelRules } from "./level.ts";
import type { Limit } from "./limit.ts";
import type { Override } from "./override.ts";
import type { PointsRule } from "./points.ts";
import type { Settlement } from "./settle.ts";
import type { Weight, WeightRules } from "./weight.ts";

/** What failures cost, as data: names, numbers, references and words of closed lists. Shares are 1 for 100 %. */
export interface CreditPlan {
  readonly id: string;
  readonly currency: string;
  /** Decimals of the currency's smallest unit: 2, 0 for JPY, 3 for KWD. */
  readonly minorPlaces: number;
  readonly bases: Readonly<Record<string, Base>>;
  readonly weights: readonly Weight[];
  readonly weightRules: WeightRules;
  readonly levels: Readonly<Record<string, LevelRules>>;
  readonly awards: readonly Award[];
  readonly points: PointsRule | null;
  readonly events: EventRule;
  readonly limits: readonly Limit[];
  readonly override: Override | null;
  readonly claim: "needed" | "not needed";
  readonly settlement: Settlement;
  readonly earnBack: EarnBackPlan | null;
  readonly bonus: BonusPlan | null;
  readonly improvements: readonly Improvement[];
}

/** A plan with nothing but a currency, to which parts are added; silent contracts add up and carry nothing. */
export function emptyPlan(currency: string, parts: Partial<CreditPlan> = {}): CreditPlan {
  return {
    id: "plan",
    currency,
    minorPlaces: minorPlacesOf(currency),
    bases: {},
    weights: [],
    weightRules: { total: "free", noticeMonths: 0, noticeDays: 0, changesPerYear: null, inside: "pinned at the start" },
    levels: {},
    awards: [],
    points: null,
    events: { kind: "sum" },
    limits: [],
    override: null,
    claim: "not needed",
    settlement: { excessOverInvoice: "carried", atTheEnd: "cash payment" },
    earnBack: null,
    bonus: null,
    improvements: [],
    ...parts,
  };
}
