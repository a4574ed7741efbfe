import { openSpans } from "../calendar/service-time.ts";
import { whyClosed } from "../calendar/why-closed.ts";
import { duration } from "../time/instant.ts";
import { lengthOf, type Span, subtract } from "../time/span.ts";
import type { Account, accountsOf } from "./account.ts";
import type { ClockInput } from "./clock-input.ts";
import type { Cycle } from "./cycles.ts";
import type { Phase } from "./phases.ts";
import type { Segment } from "./reading.ts";

/**
 * The phases of a cycle as the clock counted them in the end: a running phase falls into service time and
 * stretches out of hours with their reason. The counted seconds add up to the reading.
 */
export function segmentsOf(
  input: ClockInput,
  { cycle, accounts }: { cycle: Cycle; accounts: ReturnType<typeof accountsOf> },
): Segment[] {
  const account = accounts.at(-1);
  return cycle.phases
    .filter(({ start, end }) => start < end)
    .flatMap((each) => (account ? split(input, account, each) : []));
}

function split(input: ClockInput, { calendar, phases }: Account, each: Phase): Segment[] {
  const counts = phases.some(({ start, mode }) => start === each.start && mode === "running");
  if (each.mode !== "running" || !counts || !calendar || each.wall) return [whole(each, counts && each.wall)];
  const open = openSpans(calendar, each);
  const closed = subtract([{ start: each.start, end: each.end }], open).map((gap) => outOfHours(input, each, gap));
  const running = open.map((part): Segment => ({ ...base(each), ...part, kind: "running", counted: lengthOf(part) }));
  return [...running, ...closed].sort((a, b) => a.start - b.start).map((segment) => withEvent(segment, each));

  function outOfHours(_: ClockInput, phase: Phase, gap: Span): Segment {
    const why = calendar && whyClosed(calendar, gap.start);
    const because = why === null ? "closed" : why.kind === "hours" ? "out of hours" : why.name;
    return { ...base(phase), ...gap, kind: "out of hours", counted: duration(0), because, bearer: "nobody" };
  }
}

/** A phase that the calendar does not divide. */
function whole(each: Phase, counts: boolean): Segment {
  const kind = each.mode === "not started" || each.mode === "cancelled" ? "stopped" : each.mode;
  return {
    ...base(each),
    start: each.start,
    end: each.end,
    kind,
    counted: duration(counts ? lengthOf(each) : 0),
    event: each.event,
  };
}

const base = ({ because, bearer, holder }: Phase) => ({ because, bearer, holder, event: null });

const withEvent = (segment: Segment, { start, event }: Phase): Segment =>
  segment.start === start ? { ...segment, event } : segment;
