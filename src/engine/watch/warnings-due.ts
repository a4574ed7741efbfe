import type { Instant } from "../time/instant.ts";
import type { LiveClock, Passed } from "./live-clock.ts";

/**
 * The warnings a clock has passed at or before an instant, in order, the miss among them. After `clock.at` it is what
 * will be passed if nothing happens until then.
 */
export const warningsPassed = ({ passed, ahead }: Pick<LiveClock, "passed" | "ahead">, upTo: Instant): Passed[] =>
  [...passed, ...ahead].filter(({ at }) => at <= upTo);
