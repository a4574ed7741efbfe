import type { GivesDocument } from "../../../../engine/agreement/document/credit-award.ts";
import type { Money } from "../../../../engine/agreement/quantity.ts";
import type { Fraction } from "../../../../engine/number/fraction.ts";

/** A place where something is given, and in which of the three ways. */
export interface GiftPlace {
  readonly path: readonly string[];
  readonly kinds: readonly ("share" | "amount" | "points")[];
}

/** What a row, a step, a unit or a band gives. */
export interface Gift {
  readonly share?: Fraction | undefined;
  readonly amount?: Money | undefined;
  readonly points?: Fraction | undefined;
}

/** Every place of an award at which something is given: itself, or each row, step, unit and band. */
export function giftsOf(gives: GivesDocument, path: readonly string[]): readonly GiftPlace[] {
  const { rows, shortfall, per_unit, bands, entered } = gives;
  if (entered !== undefined) return [];
  const listed = (name: string, gifts: readonly Gift[] | undefined) =>
    (gifts ?? []).map((gift, index) => giftAt(gift, [...path, name, String(index)]));
  const inside = [
    ...listed("rows", rows),
    ...listed("bands", bands),
    ...(shortfall ? [giftAt(shortfall, [...path, "shortfall"])] : []),
    ...(per_unit ? [giftAt(per_unit, [...path, "per_unit"])] : []),
    ...(per_unit?.first ? [giftAt(per_unit.first, [...path, "per_unit", "first"])] : []),
  ];
  return inside.length > 0 ? inside : [giftAt(gives, path)];
}

export const giftAt = (gift: Gift, path: readonly string[]): GiftPlace => ({
  path,
  kinds: (["share", "amount", "points"] as const).filter((kind) => gift[kind] !== undefined),
});
