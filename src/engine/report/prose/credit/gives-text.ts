import type { GivesDocument, PerUnitDocument, ShortfallDocument } from "../../../agreement/document/credit-award.ts";
import { one } from "../../../number/fraction.ts";
import { quantityText } from "../../words/figure.ts";
import { any } from "../../words/list.ts";
import { moneyText } from "../../words/money.ts";
import { distanceText, factWords, firstSize, sizeText } from "./fact-text.ts";
import { type Gift, giftText, shortGift } from "./gift-text.ts";
import { plain } from "./number-text.ts";
import { rowList } from "./row-text.ts";
import { ofWhat, type ToldPlan } from "./told-plan.ts";

/** What an award gives, as it follows `the credit`: in exactly one form. */
export function givesText(told: ToldPlan, gives: GivesDocument): string {
  if (gives.rows) return `${sharesOf(told, gives)} ${rowsText(told, gives)}`;
  if (gives.shortfall) return `is ${shortfallText(told, gives, gives.shortfall)}`;
  if (gives.per_unit) return `is ${perUnitText(told, gives, gives.per_unit)}`;
  if (gives.bands) return bandsText(told, gives);
  if (gives.entered) return "is the amount that a person enters for it, with the reason";
  return `is ${giftText(told, gives, gives)}`;
}

/** `is a share of “charges” that depends on`; money and points say their own unit. */
function sharesOf(told: ToldPlan, { rows = [], bands = [], of }: GivesDocument): string {
  const hasShares = [...rows, ...bands].some(({ share }) => share !== undefined);
  return hasShares ? `is a share of ${ofWhat(told, of ?? "")} that depends on` : "depends on";
}

function rowsText(told: ToldPlan, gives: GivesDocument): string {
  const fact = gives.by ?? "figure";
  const list = rowList(gives.rows ?? [], {
    fact,
    say: (row) => shortGift(told, row, gives),
    otherwise: "nothing",
  });
  return `${factWords[fact].name}: ${list}`;
}

const steps = { "whole steps": "full ", "started steps": "begun ", linear: "" } as const;

function shortfallText(told: ToldPlan, gives: GivesDocument, shortfall: ShortfallDocument): string {
  const { step, partial = "whole steps", below = "expected", target, full_loss_above: full } = shortfall;
  const mark = target
    ? quantityText(target, { places: 2 })
    : below === "expected"
      ? "its expected mark"
      : "its minimum";
  const each = `${giftText(told, shortfall, gives)} for each ${steps[partial]}${distanceText(step)} by which its figure is worse than ${mark}`;
  const parts = partial === "linear" ? ", parts of it in proportion" : "";
  const whole = full ? `; worse by more than ${distanceText(full)}, it is ${wholeText(told, gives, shortfall)}` : "";
  return `${each}${parts}${whole}`;
}

/** What a full loss is: all that the share is of, or one of what is given where it is of nothing. */
function wholeText(told: ToldPlan, gives: GivesDocument, { share, points }: Gift): string {
  if (share) return `the whole of ${ofWhat(told, gives.of ?? "")}`;
  return points ? giftText(told, { points: one }, gives) : moneyText({ amount: one, currency: told.currency });
}

function perUnitText(told: ToldPlan, gives: GivesDocument, unit: PerUnitDocument): string {
  const { count, size, first, partial = "whole steps" } = unit;
  const each = `${giftText(told, unit, gives)} for each ${stepOf(unit)}${sizeText(count, size)}`;
  const parts = partial === "linear" ? ", parts of it in proportion" : "";
  if (first === undefined) return `${each}${parts}`;
  const begin = `${giftText(told, first, gives)} for the first ${firstSize(count, first.size)} or any part of it`;
  return `${begin}, and ${each} after that${parts}`;
}

/** Things that are counted one by one have no parts, so that `full` says nothing of them. */
function stepOf({ count, size, partial = "whole steps" }: PerUnitDocument): string {
  const isThing = "n" in size && size.n === size.d && factWords[count].time === "";
  return isThing && partial === "whole steps" ? "" : steps[partial];
}

/** Each band gives for the units that lie in it alone. */
function bandsText(told: ToldPlan, gives: GivesDocument): string {
  const [single, many] = factWords[gives.by ?? "figure"].unit;
  const noun = { one: single || "unit", many: many || "units" };
  const { by = "figure", bands = [] } = gives;
  const list = bands.map((band, index) => {
    const before = bands[index - 1]?.upto;
    const from = before ? `above ${plain(before)}` : "";
    const to = band.upto ? `up to ${plain(band.upto)}` : "";
    const reach = [from, to].filter(Boolean).join(" ") || "in every case";
    return `${shortGift(told, band, gives)} for each ${noun.one} ${reach}`;
  });
  return `${sharesOf(told, gives)} ${factWords[by].name}, each of the ${noun.many} counting in its own band: ${list.join("; ")}`;
}

/** The verdicts an award is for, in words. */
export const verdictText = (verdict: "at minimum" | "missed" | undefined): string =>
  verdict ?? any(["at minimum", "missed"]);
