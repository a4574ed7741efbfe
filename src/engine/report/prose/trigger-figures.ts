import type { AverageDocument, TrendDocument, TriggerDocument } from "../../agreement/document/improvement.ts";
import type { Quantity } from "../../agreement/quantity.ts";
import { differenceText } from "../follow-figures.ts";
import { quantityText } from "../words/figure.ts";
import { counted, group } from "../words/list.ts";
import { termText } from "../words/term.ts";

/** What the figures of a level do for a trigger to be completed; null where it does not look at figures. */
export function conditionOfFigures({ trend, average, capacity }: TriggerDocument): string | null {
  if (trend) return trend.worse_in_a_row === undefined ? lineOf(trend) : worseOf(trend, trend.worse_in_a_row);
  if (average) return averageOf(average);
  if (!capacity) return null;
  const { reaches, within, from } = capacity;
  return `has reached ${size(reaches)}, or will within ${termText(within)} by the line through its last figures, ${group(from)} at most`;
}

const size = (quantity: Quantity): string => quantityText(quantity, { places: 0 });

function worseOf({ nearer_than: near }: TrendDocument, times: number): string {
  const row = `gets worse ${counted(times, "period")} in a row`;
  return near === undefined ? row : `${row} and is nearer to what is expected than ${distance(near)}`;
}

/** The mark is named, since each level has its own. */
function lineOf({ periods = 0, reaches = "expected", within = 0, nearer_than: near }: TrendDocument): string {
  const mark = reaches === "expected" ? "what is expected of it" : "its minimum";
  const still = near === undefined ? `still keeps ${mark}` : `still keeps ${mark}, by less than ${distance(near)}`;
  return `${still}, and the line through its last ${counted(periods, "figure")} reaches it within ${counted(within, "period")}`;
}

const distance = ({ unit, value }: Quantity): string => differenceText(unit, value);

function averageOf({ periods, below, above }: AverageDocument): string {
  const mark = below ?? above;
  const side = below === undefined ? "above" : "below";
  return `has a mean ${side} ${mark ? size(mark) : "its mark"} over its last ${counted(periods, "rated period")}`;
}
