import type { GivesDocument, ShortfallDocument } from "../../agreement/document/credit-award.ts";
import { zero } from "../../number/fraction.ts";
import type { Amount } from "../plan/amount.ts";
import type { FactName } from "../plan/fact-name.ts";
import { edgeOf, factNameOf, rowsOf, sizeOf } from "./edges.ts";
import { giftOf } from "./gift-of.ts";
import type { WrittenPlan } from "./written-plan.ts";

/** The amount form of an award. `better` is which way the figures of its levels are better. */
export function amountOfGives(plan: WrittenPlan, gives: GivesDocument, better: "higher" | "lower"): Amount {
  const of = baseOf(plan, gives);
  const by: FactName = gives.by ? factNameOf[gives.by] : "value";
  const give = (gift: Parameters<typeof giftOf>[1]) => giftOf(plan, gift) ?? zero;
  if (gives.rows) return { kind: "rows", of, by, rows: rowsOf(gives.rows, by, (row) => giftOf(plan, row)) };
  if (gives.shortfall) return { kind: "shortfall", of, better, ...shortfallOf(plan, gives.shortfall) };
  if (gives.bands) {
    const bands = gives.bands.map((band) => ({ upto: band.upto ?? null, give: give(band) }));
    return { kind: "marginal", of, by, bands };
  }
  if (gives.per_unit) {
    const { count, size, first, partial = "whole steps", ...gift } = gives.per_unit;
    const unit = factNameOf[count];
    const begin = first ? { first: { size: sizeOf(unit, first.size), give: give(first) } } : {};
    return { kind: "per unit", of, by: unit, size: sizeOf(unit, size), partial, give: give(gift), ...begin };
  }
  if (gives.entered) return { kind: "entered", by: "entered" };
  if (of !== null && gives.share) return { kind: "share", of, share: gives.share };
  return { kind: "fixed", amount: give(gives) };
}

/** The base of shares; `weight` stands for the base that the weights divide. */
function baseOf({ document }: WrittenPlan, gives: GivesDocument): string | null {
  if (!givesShares(gives)) return null;
  return gives.of === "weight" ? (document.weight_rules?.divide ?? null) : (gives.of ?? null);
}

/** Whether what is given is a share of something, not money or points. */
function givesShares({ share, rows, shortfall, per_unit, bands }: GivesDocument): boolean {
  const inside = [
    ...(rows ?? []),
    ...(bands ?? []),
    ...(shortfall ? [shortfall] : []),
    ...(per_unit ? [per_unit] : []),
  ];
  return share !== undefined || inside.some((gift) => gift.share !== undefined);
}

function shortfallOf(plan: WrittenPlan, written: ShortfallDocument) {
  const { below = "expected", target, step, partial = "whole steps", full_loss_above: full } = written;
  return {
    by: "value" as const,
    target: target ? edgeOf("value", target) : below,
    step: edgeOf("value", step),
    partial,
    give: giftOf(plan, written) ?? zero,
    ...(full ? { fullLossAbove: edgeOf("value", full) } : {}),
  };
}
