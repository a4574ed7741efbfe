import type { Mark, Unit } from "../../agreement/quantity.ts";
import type { Verdict } from "../../agreement/words.ts";
import type { PercentileMethod } from "../../measure/arithmetic/percentile.ts";
import type { Half } from "../../number/rounding.ts";
import type { SourceRef } from "../../source/source.ts";

/**
 * A figure, a verdict or a clock with everything it was made of, down to the rows of the source files.
 * Plain data, ready for JSON: a fraction is text (`412/431`), an instant is epoch seconds with its local offset.
 */
export interface Derivation {
  /** Unique in its tree; other nodes name it where they use it again. */
  readonly id: string;
  readonly title: string;
  readonly operation: Operation;
  readonly value: Exact;
  /** The value as people read it, rounded where the value is not. */
  readonly text: string;
  readonly term: DerivedTerm | null;
  readonly source: SourceRef | null;
  readonly children: readonly Derivation[];
  /** Values of children that are not listed, so that sums and counts still follow. */
  readonly unlisted: readonly Unlisted[];
}

/** The exact value of a node. Shares are 1 for 100 %, times are seconds. */
export type Exact =
  | { readonly kind: "number"; readonly unit: Unit; readonly exact: string }
  | { readonly kind: "instant"; readonly at: number; readonly offset: number }
  | { readonly kind: "words"; readonly words: string }
  | { readonly kind: "nothing" };

/** A value that so many unlisted children have. */
export interface Unlisted {
  readonly value: Exact;
  readonly times: number;
}

/** What the agreement says: where it stands, under which clause, and whether it was written or is the default. */
export interface DerivedTerm {
  readonly path: string;
  readonly clause: string | null;
  readonly value: string;
  readonly written: boolean;
}

/** How the value of a node follows from its children, in their order unless said otherwise. */
export type Operation =
  /** A title over its children. */
  | { readonly kind: "heading" }
  /** Read from a record, an agreement, or a person; nothing to recompute. */
  | { readonly kind: "given" }
  | { readonly kind: "event" }
  /** Which of several possible reasons decided. */
  | { readonly kind: "choice" }
  /** Events in order; the value is how many. */
  | { readonly kind: "history" }
  /** The value of another node, used again. */
  | { readonly kind: "same"; readonly as: string }
  /** `marks` names the comparisons among its first children; `otherwise` is what a rule says where they do not decide. */
  | {
      readonly kind: "verdict";
      readonly by: VerdictBy;
      readonly marks: readonly ("expected" | "minimum")[];
      readonly otherwise: Verdict | null;
    }
  /** The first child against the second: `holds` or `does not hold`. */
  | { readonly kind: "compare"; readonly direction: Mark["direction"] }
  | { readonly kind: "round"; readonly places: number; readonly half: Half }
  | { readonly kind: "whole minutes"; readonly begun: "left off" | "counted" }
  /** How many whole ones the first child is. */
  | { readonly kind: "whole"; readonly begun: "left off" | "counted" }
  /** The first child over the second. */
  | { readonly kind: "ratio" }
  /** The first child less all others. */
  | { readonly kind: "difference" }
  | { readonly kind: "sum" }
  | { readonly kind: "product" }
  | { readonly kind: "mean" }
  | { readonly kind: "minimum" }
  | { readonly kind: "maximum" }
  /** How many children there are, each of which has these words as its value. */
  | { readonly kind: "count"; readonly of: string }
  /** How many children another node has. */
  | { readonly kind: "members"; readonly of: string }
  /** The value below which a share of the children's values lies, by a named method. */
  | { readonly kind: "percentile"; readonly share: string; readonly method: PercentileMethod }
  /** From the first instant to the second. */
  | { readonly kind: "length" }
  /** The lengths whose third child says `running`, in a run without gaps, and seconds carried over. */
  | { readonly kind: "counted time" }
  /** Openings of a calendar that follow each other. */
  | { readonly kind: "service time" }
  /** Seconds covered by the lengths below, inside one node and outside others, every second once. */
  | { readonly kind: "union"; readonly within: string | null; readonly without: readonly string[] }
  /** A record of a population: `good` where its judgement is `in time`, else `not good`. */
  | { readonly kind: "record" }
  /** `in time` where the comparison holds, else `late`; the second child is the instant of the verdict. */
  | { readonly kind: "judgement"; readonly at: JudgedAt }
  /** The instant at which the remaining seconds of service time (first child) are used up by openings (second). */
  | { readonly kind: "due" };

/** Where a verdict on a clock stands in its counted time: its end, or one second before, the first one over. */
export type JudgedAt = "end" | "first second over" | "due";

/** What decided a verdict: the figure against its marks, or something that comes before them. */
export type VerdictBy =
  | "target"
  | "steps"
  /** The first child, a comparison, holds: fewer records than agreed, or no more misses than allowed. */
  | "few records"
  /** The first child, a comparison, does not hold: less is known than agreed. */
  | "completeness"
  /** The verdicts at the ends of what is possible are not the same. */
  | "bounds"
  /** The first child is nothing. */
  | "no figure"
  | "another rule";

/** Words that comparisons, judgements and records have as their value. */
export const said = {
  holds: "holds",
  fails: "does not hold",
  inTime: "in time",
  late: "late",
  good: "good",
  bad: "not good",
  unknown: "not known",
  out: "not counted",
  running: "running",
} as const;

/** All nodes of a tree, each before its children. */
export function nodesOf(root: Derivation): Derivation[] {
  return [root, ...root.children.flatMap(nodesOf)];
}
