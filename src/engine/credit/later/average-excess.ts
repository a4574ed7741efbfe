import { type Fraction, over } from "../../number/fraction.ts";
import { distance } from "../rule/distance.ts";

interface Spec {
  readonly count: Fraction;
  readonly limit: Fraction;
}

/** The mean of the transactions, and what it is above the specification; in seconds. */
export function averageExcess(total: Fraction, { count, limit }: Spec) {
  const average = over(total, count);
  return { average_seconds: average, exception_seconds: distance(limit, average) };
}
