import type { ContractTerms } from "../agreement/terms.ts";
import type { Segment } from "../clock/reading.ts";
import { bearerWords } from "./words/agreement-words.ts";
import { capital, small } from "./words/list.ts";
import { nameOf } from "./words/place.ts";
import { plain } from "./words/reason-words.ts";

/** What a clock did, with the stretch after its target set apart. */
export type ClockKind = Segment["kind"] | "over target";

export const clockKindWords: Readonly<Record<ClockKind, string>> = {
  running: "running",
  "over target": "over target",
  paused: "paused",
  "out of hours": "outside hours",
  stopped: "stopped",
  relieved: "relieved",
  elsewhere: "elsewhere",
};

/** Why the clock did so: who is waited for, the name of the day, the state of the record. */
export function segmentBecause(
  { kind, because, bearer }: Pick<Segment, "because" | "bearer"> & { readonly kind: ClockKind },
  contract: ContractTerms,
): string {
  switch (kind) {
    case "paused":
      return `waiting for ${waitedFor(because, contract)}${bearer ? `; ${bearerWords[bearer]}` : ""}`;
    case "out of hours":
      return because === "out of hours" || because === "closed" ? "outside the agreed hours" : capital(because);
    case "elsewhere":
      return `held by ${nameOf(because, contract)}`;
    case "relieved":
      return "relief was granted for this time";
    case "running":
    case "over target":
    case "stopped":
      return stateText(because, contract);
  }
}

function stateText(because: string, contract: ContractTerms): string {
  const ended = / ended$/.exec(because);
  if (ended) return `the time for waiting for ${waitedFor(because.slice(0, ended.index), contract)} has ended`;
  if (contract.waiting[because]) return `waiting for ${waitedFor(because, contract)}, which does not pause it`;
  return plain(because, {});
}

function waitedFor(id: string, { waiting }: ContractTerms): string {
  const known = waiting[id];
  return known ? small(known.name) : plain(id, {});
}
