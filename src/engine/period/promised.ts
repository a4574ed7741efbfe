import { addDays, type Day } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import { overlap, type Span, span } from "../time/span.ts";
import { instantOf, type Zone } from "../time/zone.ts";
import type { Evidence, LevelInput } from "./evidence.ts";

/** The contract's zone, which decides where days begin; a fault where it was not given. */
export function zoneOf({ contract, zones }: Pick<Evidence, "contract" | "zones">): Zone {
  const zone = zones.get(contract.zone);
  if (!zone) throw new Error(`zone ${contract.zone} is not given`);
  return zone;
}

/** The instant at which a day begins in the contract's zone. */
export const dawnOf = (input: Pick<Evidence, "contract" | "zones">, day: Day): Instant =>
  instantOf(zoneOf(input), { day, second: 0 });

/** The part of a period in which the promise was given: not before the agreement, nor after the contract. */
export function promisedSpan(input: Pick<LevelInput, "contract" | "level" | "zones">, period: Span): Span | null {
  const { contract, level } = input;
  const from = level.version.number === 1 && level.version.from > contract.from ? level.version.from : contract.from;
  const promised = span(dawnOf(input, from), dawnOf(input, addDays(contract.until, 1)));
  return promised && overlap(period, promised);
}
