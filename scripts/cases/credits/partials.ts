import type { Partial } from "../../../src/engine/credit/plan/amount.ts";
import type { Meanings } from "./meaning.ts";

/** What becomes of a begun step, by the words that contracts have for it. */
export const partials: Meanings<Partial> = [
  [/linear|prorat|pro_rata|exact|fraction|proportion/, "linear"],
  [/drop|whole|full|down|floor|lost|ignored|complete|not_count/, "whole steps"],
  [/count|start|up|begun|portion|part/, "started steps"],
];
