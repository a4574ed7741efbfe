import { missOf } from "../../../src/engine/credit/facts.ts";
import { availability, availabilityOfUsers } from "../../../src/engine/credit/later/availability.ts";
import type { Factor } from "../../../src/engine/credit/plan/factor.ts";
import { type Fraction, one, over, zero } from "../../../src/engine/number/fraction.ts";
import { ask, fees, shareOf, sum, told } from "./ask.ts";
import { type Answer, amount, has, type Input, inPercent, maybe, maybeShare } from "./read.ts";

const scoped: readonly Factor[] = [{ kind: "share", part: "part", whole: "whole" }];

/** S13: the credit for the part of users or components that were hit, or for the part of the time that they lost. */
export function scopeShare(input: Input): Answer {
  const part = maybe(input, "affected", "affected_users", "users_hit");
  const whole = maybe(input, "components", "total_users", "users_total");
  const users = part && whole ? { hit: part, all: whole } : null;
  const figures = { availability_pct: availabilityFor(input, users) };
  if (!fees.some((fee) => has(input, fee))) return { ...figures, share_pct: shareIn(users) };
  if (has(input, "affected_customer_ratio") || has(input, "outage_minutes"))
    return { ...figures, ...byRatio(input, users) };
  const results = [missOf("level", { facts: users ? { part: users.hit, whole: users.all } : {} })];
  const times = users ? scoped : [];
  const paid = ask(input, { amount: shareOf(maybeShare(input, "pct", "credit_pct") ?? one), times, results });
  const base = ask(input, { amount: shareOf(one), times, results });
  return { ...told(paid), ...figures, base: base.exact, share_pct: shareIn(users) };
}

interface Users {
  readonly hit: Fraction;
  readonly all: Fraction;
}

const shareIn = (users: Users | null): Fraction | null =>
  users &&
  inPercent(
    ask(
      {},
      {
        amount: sum(one),
        times: scoped,
        results: [missOf("level", { facts: { part: users.hit, whole: users.all } })],
      },
    ).exact,
  );

/** The time that users lost, of the time of all of them; of all users where it is not said who was hit. */
function availabilityFor(input: Input, users: Users | null): Fraction | null {
  const down = maybe(input, "down_minutes", "outage_minutes");
  const total = down ? maybe(input, "month_minutes", "scheduled_minutes") : null;
  if (!down || !total) return null;
  const seen = { total, down, excused: zero };
  return users ? availabilityOfUsers(seen, users) : availability(seen);
}

/** Minutes of outage times the part of the customers that was hit, of the minutes that were promised. */
function byRatio(input: Input, users: Users | null): Answer {
  const whole = amount(input, "scheduled_minutes", "month_minutes");
  const facts = {
    affected: maybe(input, "affected_customer_ratio") ?? (users ? over(users.hit, users.all) : one),
    part: amount(input, "outage_minutes", "down_minutes"),
    whole,
  };
  const asked = {
    amount: shareOf(maybeShare(input, "pct", "credit_pct") ?? one),
    times: [{ kind: "count", by: "affected" } as const, ...scoped],
    results: [missOf("level", { facts })],
  };
  return { ...told(ask(input, asked)), share_pct: inPercent(ask(input, { ...asked, charges: one }).exact) };
}
