import { type Fraction, minus, one, times } from "../../number/fraction.ts";
import { stepsOf } from "../rule/steps-of.ts";

/** What a target leaves of an agreed time to be lost, exactly. */
export const leftToLose = (agreed: Fraction, target: Fraction): Fraction => times(agreed, minus(one, target));

/** Whole units of an agreed time that a target leaves to be lost, cut to whole ones as contracts print them. */
export const permitted = (agreed: Fraction, target: Fraction): Fraction =>
  stepsOf(leftToLose(agreed, target), one, "whole steps");

/** How many of all must be in time for a target, a begun one counted whole. */
export const requiredInTime = (total: Fraction, target: Fraction): Fraction =>
  stepsOf(times(total, target), one, "started steps");
