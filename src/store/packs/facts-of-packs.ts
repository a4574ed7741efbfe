import { eachOnce } from "../../engine/record/joined.ts";
import { knownBy } from "../../engine/record/known-by.ts";
import type { Fact } from "../../engine/record/record.ts";
import type { Instant } from "../../engine/time/instant.ts";
import { canonical, sha256 } from "../canonical.ts";
import type { History } from "./history.ts";
import { payloadOf } from "./pack-histories.ts";
import { unpackHistories } from "./unpack-histories.ts";

/** The facts of a contract as known at an instant, and one digest of all of them. */
export interface PackedFacts {
  readonly facts: readonly Fact[];
  readonly digest: string;
}

/** Unpacks histories: events learned later are not there, and what several files say alike is said once. */
export function factsOfPacks(packs: readonly Uint8Array[], learnedUntil: Instant): PackedFacts {
  const unpacked = packs.map((bytes) => unpackHistories(bytes));
  const known = unpacked.map(({ histories }) => knownBy(histories, learnedUntil) as readonly History[]);
  const contents = unpacked.map(({ histories, content }, index) => {
    const own = known[index] ?? [];
    return isSame(histories, own) ? content : sha256(payloadOf(own));
  });
  return { facts: known.flatMap((own) => own.map(factOf)), digest: sha256(canonical(contents.toSorted())) };
}

const isSame = (all: readonly History[], known: readonly History[]): boolean =>
  all.length === known.length && all.every((history, index) => history === known[index]);

const factOf = ({ id, kind, tool, events, joined }: History): Fact => ({
  id,
  kind,
  tool,
  events: joined ? eachOnce(events) : events,
});
