import {
  compare,
  type Fraction,
  fraction,
  least,
  minus,
  most,
  one,
  over,
  plus,
  times,
  zero,
} from "../../number/fraction.ts";
import { intersect, lengthOf, type Span, span, subtract, totalOf, unite } from "../../time/span.ts";
import { fieldValue } from "../field-value.ts";
import { judgedAt, type MeasureInput } from "../input.ts";
import { readValue } from "../read-value.ts";
import type { Lane } from "./lane.ts";
import type { Lanes } from "./lanes.ts";
import type { Outage } from "./outages.ts";
import type { TimeFigure } from "./time-figure.ts";

/** A stretch of down time with how many users it hit; null: not known. */
interface Hit extends Span {
  readonly users: Fraction | null;
}

/**
 * Availability by user time: 1 - (down time x users hit) / (time x users). Of overlapping outages the largest counts,
 * or their sum where overlaps are added, never more than all users. An outage of an unknown size is not known:
 * it leaves the figure, and the bounds take it as nobody and as everybody.
 */
export function weightedFigure(input: MeasureInput, found: Lanes): TimeFigure {
  const users = input.level.weightedBy?.of ?? one;
  const account = found.lanes.map((lane) => accountOf(input, lane, { found, users })).reduce(add, empty);
  const whole = times(account.known, users);
  const all = times(plus(account.known, account.unknown), users);
  const part = minus(whole, account.lost);
  const rawWhole = times(account.open, users);
  return {
    figure: share(part, whole),
    part,
    whole,
    bounds: boundsOf(all, account, users),
    completeness: share(account.known, plus(account.known, account.unknown)) ?? one,
    raw: {
      figure: share(minus(rawWhole, account.rawLost), rawWhole),
      part: minus(rawWhole, account.rawLost),
      whole: rawWhole,
    },
  };
}

/** Seconds known, unknown and open, and user seconds lost. */
interface Account {
  readonly open: Fraction;
  readonly known: Fraction;
  readonly unknown: Fraction;
  readonly lost: Fraction;
  readonly rawLost: Fraction;
}

const empty: Account = { open: zero, known: zero, unknown: zero, lost: zero, rawLost: zero };

const add = (a: Account, b: Account): Account => ({
  open: plus(a.open, b.open),
  known: plus(a.known, b.known),
  unknown: plus(a.unknown, b.unknown),
  lost: plus(a.lost, b.lost),
  rawLost: plus(a.rawLost, b.rawLost),
});

function accountOf(input: MeasureInput, lane: Lane, { found, users }: { found: Lanes; users: Fraction }): Account {
  const isUp = input.level.agreedDowntime?.treated === "counted as up";
  const base = subtract(lane.scheduled, unite([...lane.relieved, ...(isUp ? [] : lane.agreed)]));
  const hits = hitsOf(
    input,
    unite(lane.down),
    found.outages.filter(({ kind }) => kind === "down"),
  );
  const raw = hitsOf(
    input,
    lane.rawDown,
    found.outages.filter(({ kind }) => kind !== "out" && kind !== "unknown"),
  );
  const blind = unite([...lane.unknown, ...hits.filter((hit) => hit.users === null)]);
  return {
    open: fraction(totalOf(lane.scheduled)),
    known: fraction(totalOf(subtract(base, blind))),
    unknown: fraction(totalOf(intersect(base, blind))),
    lost: lostIn(hits, users),
    rawLost: lostIn(raw, users),
  };
}

const lostIn = (hits: readonly Hit[], users: Fraction): Fraction =>
  hits.reduce((sum, hit) => plus(sum, times(fraction(lengthOf(hit)), least(hit.users ?? zero, users))), zero);

/** Cuts down time wherever an outage begins or ends, so that each piece hits the same users throughout. */
function hitsOf(input: MeasureInput, down: readonly Span[], outages: readonly Outage[]): Hit[] {
  const cuts = [...new Set(outages.flatMap(({ spans }) => spans.flatMap(({ start, end }) => [start, end])))];
  cuts.sort((a, b) => a - b);
  return down.flatMap((each) =>
    piecesOf(each, cuts).map((piece) => ({ ...piece, users: usersHit(input, piece, outages) })),
  );
}

function piecesOf(whole: Span, cuts: readonly Span["start"][]): Span[] {
  const inner = cuts.filter((cut) => whole.start < cut && cut < whole.end);
  const edges = [whole.start, ...inner, whole.end];
  return edges.slice(1).flatMap((end, index) => span(edges[index] as Span["start"], end) ?? []);
}

function usersHit(input: MeasureInput, piece: Span, outages: readonly Outage[]): Fraction | null {
  const field = input.level.weightedBy?.field ?? "";
  const open = outages.filter(({ spans }) => intersect(spans, [piece]).length > 0);
  const numbers = open.map(({ fact }) =>
    readValue(fieldValue(fact, field, { at: piece.start, until: judgedAt(input) })),
  );
  const join = input.level.rules.overlaps === "added" ? plus : most;
  return numbers.reduce<Fraction | null>((sum, each) => (sum === null || each === null ? null : join(sum, each)), zero);
}

function boundsOf(all: Fraction, { lost, unknown }: Account, users: Fraction): TimeFigure["bounds"] {
  const low = share(minus(minus(all, lost), times(unknown, users)), all);
  const high = share(minus(all, lost), all);
  return low && high && { low, high };
}

const share = (part: Fraction, whole: Fraction): Fraction | null =>
  compare(whole, zero) === 0 ? null : over(part, whole);
