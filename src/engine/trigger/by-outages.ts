import type { ChronicDocument } from "../agreement/document/improvement.ts";
import { compare } from "../number/fraction.ts";
import type { Result } from "../period/result.ts";
import type { Instant } from "../time/instant.ts";
import { type Span, span } from "../time/span.ts";
import type { Zone } from "../time/zone.ts";
import type { Chain } from "./chains.ts";
import type { Completion, Why } from "./effect.ts";
import { type Loss, lossesOf, lostIn } from "./losses.ts";
import { completedBy } from "./points.ts";
import { before } from "./terms.ts";

/**
 * Chronic failure: too many outages, or too much time of them, in a stretch that ends when an outage does; one that
 * goes on when a period ends is looked at there as well. A period has one effect, at the first moment that completes
 * it, from what its own and earlier periods show. A record is one outage; one that lies wholly within others adds none.
 */
export function byOutages(chronic: ChronicDocument, chain: Chain, zone: Zone): readonly Completion[] {
  const all = chain.map((result) => ({ result, losses: lossesOf(result) }));
  const looked = new Set<Instant>();
  return all.flatMap(({ result, losses }, index) => {
    const known = all.slice(0, index + 1);
    const moments = [...new Set(losses.map(({ end }) => end))].filter((end) => !looked.has(end)).sort((a, b) => a - b);
    for (const end of moments) looked.add(end);
    for (const end of moments) {
      const start = before(end, chronic.within, zone);
      const window = start === null ? null : span(start, end);
      const why = window && isTooMuch(chronic, known, window);
      if (window && why) return [{ ...completedBy(touched(known, window, result), why), at: end }];
    }
    return [];
  });
}

interface Shown {
  readonly result: Result;
  readonly losses: readonly Loss[];
}

function isTooMuch({ outages, downtime, within }: ChronicDocument, known: readonly Shown[], window: Span): Why | null {
  const { lost, total } = lostIn(
    known.flatMap(({ losses }) => losses),
    window,
  );
  const why = { kind: "chronic", window, within, lost, total } as const;
  if (outages !== undefined) return lost.length < outages ? null : { ...why, asked: { outages } };
  if (downtime === undefined) return null;
  const more = compare(total, downtime.quantity.value);
  const isReached = downtime.direction === "more than" ? more > 0 : more >= 0;
  return isReached ? { ...why, asked: { downtime } } : null;
}

/** The results that show something in a window, the one that completes it last. */
function touched(known: readonly Shown[], window: Span, newest: Result): readonly Result[] {
  const others = known.filter(({ result, losses }) => result !== newest && lostIn(losses, window).lost.length > 0);
  return [...others.map(({ result }) => result), newest];
}
