import type { Instant } from "../../engine/time/instant.ts";
import { textInForce } from "../../store/contracts/text-in-force.ts";
import type { Unit } from "../../store/gate.ts";
import { closureOf } from "../../store/results/closures.ts";
import { factsSeen, sawRunning } from "../../store/results/facts-seen.ts";
import { cameSince, type LastEvaluation, lastEvaluation, learnedSince } from "../../store/results/last-evaluation.ts";
import { countLateFacts } from "../../store/results/late-facts.ts";
import { Refusal } from "../../wire/refusal.ts";

/** The evaluation that a month is closed with. Refused while the month runs, or where it is not whole or not the last word. */
export async function mayClose(
  unit: Unit,
  { contract, period, now }: { readonly contract: string; readonly period: string; readonly now: Instant },
): Promise<LastEvaluation> {
  if ((await closureOf(unit, contract, period)) !== null)
    throw new Refusal("already-closed", `${period} is closed already.`);
  const last = await lastEvaluation(unit, contract, period);
  if (last === null) throw new Refusal("not-evaluated", `${period} was never evaluated. Evaluate it first.`);
  if (last.end > now) throw new Refusal("period-not-over", `${period} is not over. Close it when it is.`);
  if (last.knownUntil < last.end) throw outdated(period, "The records did not reach to its end");
  const { running, batches, stated } = await learnedSince(unit, contract, last.learnedUntil);
  if (running > 0)
    throw new Refusal("records-arriving", "Records are being taken in. Wait until they are, and evaluate again.");
  const { events } = batches === 0 ? { events: 0 } : await countLateFacts(unit, contract, last);
  if (events > 0) throw outdated(period, `${events} events of it were learned since`);
  if (stated > 0) throw outdated(period, "Something was stated since");
  await refuseUnseen(unit, contract, { period, last });
  if ((await textInForce(unit, contract)) !== last.textVersion) throw outdated(period, "The text is another one now");
  return last;
}

/**
 * Refuses what came after the evaluation was read, also in its own second, and also where its tool says that it was
 * learned long before.
 */
async function refuseUnseen(
  unit: Unit,
  contract: string,
  { period, last }: { readonly period: string; readonly last: LastEvaluation },
): Promise<void> {
  if ((await factsSeen(unit, contract)) === last.seen) return;
  if (sawRunning(last.seen)) throw outdated(period, "Records were being taken in while it was measured");
  const { events, stated } = await cameSince(unit, contract, last);
  if (events > 0) throw outdated(period, `${events} events of it came since`);
  if (stated > 0) throw outdated(period, "Something was stated since");
}

const outdated = (period: string, because: string): Refusal =>
  new Refusal("evaluation-outdated", `The figures of ${period} are not the last word. ${because}. Evaluate it again.`);
