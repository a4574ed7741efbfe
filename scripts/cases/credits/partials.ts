import type { Partial } from "../../../src/engine/credit/plan/amount.ts";
import type { Meanings } from "./meaning.ts";

/** What becomes of a begun step, by the words that contracts have for it. */
export const partials: Meanings<Partial> = [
  [/not_count|does_not|drop|lost|ignore|floor|down|trunc/, "whole steps"],
  [/linear|prorat|pro_rata|exact|fraction|proportion/, "linear"],
  [/count\w*_(?:as|full|whole)|round_?up|^up$|ceil|start|begun|portion/, "started steps"],
  [/full|whole|complete/, "whole steps"],
  [/count|part/, "started steps"],
];
