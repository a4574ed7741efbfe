/**
 * Words of a scheme that name something and change no figure, each with the reason. Every other word of a case must be
 * read; one that is not sets the case aside.
 */
export const namesOnly: Readonly<Record<string, readonly string[]>> = {
  /** The incident and the category are named; the level is named where it is no record. */
  S01: ["category", "incident", "level", "promote_to", "currency"],
  /** Which day the rate is of is stored with the result; the rate itself is given. */
  S02: ["charges.rate_date", "charges.currency", "currency"],
  S03: ["currency"],
  /** That a waiver needs its reason is a rule of the form it is entered in; months are in their order. */
  S04: ["currency", "incident", "reason_required", "months.m"],
  S05: ["currency", "bands.level"],
  /** The base is named beside its amount. */
  S06: ["currency", "base"],
  S07: ["currency"],
  /** A row has one edge: where it ends is where the next begins. */
  S08: ["currency", "bands.from_point", "tiers.from_n", "tiers.to_n"],
  S09: ["currency", "incident", "events.id", "tiers.to_pct"],
  S10: ["currency", "tiers.from_min", "tiers.from_h"],
  S11: ["currency"],
  S12: ["currency"],
  S13: ["currency"],
  /** The price at the event is what is not paid. */
  S14: ["currency", "price_at_event"],
  S15: ["currency", "incident"],
  S16: ["currency"],
  S17: ["currency"],
  S18: ["currency"],
  S19: ["currency", "states.name", "towers.name"],
  S20: ["currency"],
  /** The fee that is given is that of the year named. */
  S21: ["currency", "base_year"],
  S22: ["currency"],
  S23: ["currency"],
  S24: ["currency", "credits.month"],
  S25: ["currency"],
  S26: ["currency"],
  S27: ["currency"],
  S28: ["currency"],
  T01: ["currency"],
};
