import { type Instant, instant } from "../engine/time/instant.ts";
import { Refusal } from "../wire/refusal.ts";

/** An instant with its offset, such as `2016-06-01T00:00Z` or `2016-06-01T00:00-03:00`. Refused where it is written otherwise. */
export function readInstant(written: string): Instant {
  try {
    return instant(Temporal.Instant.from(written).epochMilliseconds / 1000);
  } catch {
    throw new Refusal(
      "instant-unreadable",
      `'${written}' is no instant. Write it with its offset, for example 2016-06-01T00:00Z.`,
    );
  }
}

/** `2016-06-01T00:00:00Z` */
export const writeInstant = (at: Instant): string => Temporal.Instant.fromEpochMilliseconds(at * 1000).toString();
