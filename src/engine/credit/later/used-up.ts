import { compare, type Fraction, sum } from "../../number/fraction.ts";

/** Whether credits have reached a cap; exactly at it is reached. */
export const isUsedUp = (cap: Fraction, credits: readonly Fraction[]): boolean => compare(sum(credits), cap) >= 0;
