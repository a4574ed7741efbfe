/** A point in time: whole seconds since 1970-01-01T00:00:00Z. A finer stamp is floored on the way in. */
export type Instant = number & { readonly __unit: "instant" };

/** A length of time in whole seconds; negative when counted backwards. */
export type Duration = number & { readonly __unit: "duration" };

/** Takes a whole number of epoch seconds as an instant. */
export const instant = (seconds: number): Instant => Math.floor(seconds) as Instant;

/** Takes a whole number of seconds as a duration. */
export const duration = (seconds: number): Duration => Math.trunc(seconds) as Duration;

/** The instant that lies `by` after `at` (before it, when `by` is negative). */
export const shift = (at: Instant, by: Duration): Instant => (at + by) as Instant;

/** Seconds from `from` to `to`, by the absolute clock. */
export const between = (from: Instant, to: Instant): Duration => (to - from) as Duration;

/** The earlier and the later of two instants. */
export const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);
export const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

export const second = duration(1);
export const minute = duration(60);
export const hour = duration(3600);
