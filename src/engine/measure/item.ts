import type { Reading } from "../clock/reading.ts";
import type { Fraction } from "../number/fraction.ts";
import type { Fact } from "../record/record.ts";
import type { Instant } from "../time/instant.ts";
import type { Item, Reason } from "./measurement.ts";

/** Why a record is or is not counted, and where. */
export interface Outside {
  readonly why: Reason;
  readonly at: Instant | null;
  readonly relief?: string | null;
  /** Reads its clock; the item does so only when asked. */
  readonly read?: () => Reading;
}

export interface Inside extends Outside {
  readonly good: boolean | null;
  readonly value?: Fraction | null;
}

/** A record that is not counted, with the reason. */
export function outItem(fact: Fact, { why, at, relief = null, read }: Outside): Item {
  return withReading({ ...named(fact), counted: false, good: null, value: null, at, why, relief }, read);
}

/** A record that is counted. */
export function inItem(fact: Fact, { why, at, good, value = null, relief = null, read }: Inside): Item {
  return withReading({ ...named(fact), counted: true, good, value, at, why, relief }, read);
}

const named = (fact: Fact): Pick<Item, "record" | "source"> => ({
  record: fact.id,
  source: fact.events[0]?.source ?? null,
});

function withReading(item: Omit<Item, "reading">, read: (() => Reading) | undefined): Item {
  if (!read) return { ...item, reading: null };
  return {
    ...item,
    get reading() {
      return read();
    },
  };
}
