import { type ClosedSpan, closedSpans } from "../calendar/closed-spans.ts";
import { openSpans } from "../calendar/service-time.ts";
import { duration } from "../time/instant.ts";
import { lengthOf, subtract } from "../time/span.ts";
import type { Account } from "./account.ts";
import type { Cycle } from "./cycles.ts";
import type { Phase } from "./phases.ts";
import type { Segment } from "./reading.ts";

/**
 * The phases of a cycle as the clock counted them in the end: a running phase falls into service time and stretches
 * out of hours with their reason. The counted seconds add up to the reading, but for what a change of priority
 * `in proportion` carried over: phases before the last such change count nothing of their own.
 */
export function segmentsOf({
  cycle,
  accounts,
}: {
  readonly cycle: Cycle;
  readonly accounts: readonly Account[];
}): Segment[] {
  const account = accounts.at(-1);
  const before = cycle.phases.length - (account?.phases.length ?? 0);
  return cycle.phases.flatMap((each, index) => {
    if (each.start >= each.end) return [];
    const counting = account?.phases[index - before];
    return account && counting ? split(account, counting) : [whole(each, 0)];
  });
}

function split({ calendar }: Account, each: Phase): Segment[] {
  if (each.mode !== "running" || each.early !== null || !calendar) {
    return [whole(each, each.mode === "running" && each.early !== null ? lengthOf(each) : 0)];
  }
  const open = openSpans(calendar, each);
  const running = open.map((part): Segment => ({ ...base(each), ...part, kind: "running", counted: lengthOf(part) }));
  const closed = subtract([each], open)
    .flatMap((gap) => closedSpans(calendar, gap))
    .map((gap) => outOfHours(each, gap));
  return [...running, ...closed]
    .sort((a, b) => a.start - b.start)
    .map((segment) => (segment.start === each.start ? { ...segment, event: each.event } : segment));
}

function outOfHours(each: Phase, { start, end, why }: ClosedSpan): Segment {
  const because = why.kind === "hours" ? "out of hours" : why.name;
  return { ...base(each), start, end, kind: "out of hours", counted: duration(0), because, bearer: "nobody" };
}

/** A phase that the calendar does not divide. */
function whole(each: Phase, seconds: number): Segment {
  const kind = each.mode === "not started" || each.mode === "cancelled" ? "stopped" : each.mode;
  const { start, end, event } = each;
  return { ...base(each), start, end, kind, counted: duration(seconds), event };
}

const base = ({ because, bearer, holder }: Phase) => ({ because, bearer, holder, event: null });
