import type { GivesDocument } from "../../../agreement/document/credit-award.ts";
import type { Money } from "../../../agreement/quantity.ts";
import type { Fraction } from "../../../number/fraction.ts";
import { shareText } from "../../words/figure.ts";
import { moneyText } from "../../words/money.ts";
import { plain } from "./number-text.ts";
import { ofWhat, type ToldPlan } from "./told-plan.ts";

/** What a row, a step, a unit or a band gives: one of the three. */
export interface Gift {
  readonly share?: Fraction | undefined;
  readonly amount?: Money | undefined;
  readonly points?: Fraction | undefined;
}

/** What gifts are given in: the amount their shares are of, and the unit where it is no money. */
export type GivenIn = Pick<GivesDocument, "of" | "units">;

/** `10 % of “charges”`, `400.00 GBP`, `3 points`; `nothing` where it is zero. */
export function giftText(told: ToldPlan, given: Gift, { of, units }: GivenIn): string {
  const { share, amount, points } = given;
  if (isNothing(given)) return "nothing";
  if (share) return `${shareText(share)} of ${ofWhat(told, of ?? "")}`;
  if (amount) return moneyText(amount);
  return counted(points, units ?? "points");
}

/** The same without saying of what, for lists that say it once. */
export function shortGift(told: ToldPlan, given: Gift, givenIn: GivenIn): string {
  return given.share && !isNothing(given) ? shareText(given.share) : giftText(told, given, givenIn);
}

const isNothing = ({ share, amount, points }: Gift): boolean => (share ?? amount?.amount ?? points)?.n === 0n;

function counted(points: Fraction | undefined, units: string): string {
  if (points === undefined) return "nothing";
  return `${plain(points)} ${points.n === points.d ? units.replace(/s$/, "") : units}`;
}
