import type { Mark } from "../agreement/quantity.ts";
import { compare } from "../number/fraction.ts";
import type { Result } from "../period/result.ts";
import { figureLine, resultFigure, showingFor, targetOf } from "./figure-line.ts";
import { expectedText } from "./prose/target-prose.ts";
import { recordWords } from "./words/agreement-words.ts";
import { allowedTime } from "./words/duration.ts";
import { figureText, quantityText, shareText } from "./words/figure.ts";
import { counted, group, sentence } from "./words/list.ts";
import type { Place } from "./words/place.ts";
import { reasonSentence } from "./words/reason-words.ts";

/** Why a level has its verdict: one sentence from the figure and its target, then the reasons that the judge gave. */
export function verdictReason(result: Result, place: Place): string {
  const own = result.stages.length > 0 ? stagedSentence(result) : sentences[result.verdict](result);
  const given = result.reasons.filter(({ code }) => !saidAlready.has(code)).map((each) => reasonSentence(each, place));
  return [sentence(own), ...new Set(given)].join(" ");
}

/** Codes that say no more than the sentence made from the figure. */
const saidAlready: ReadonlySet<string> = new Set([
  "reaches-expected",
  "reaches-minimum",
  "below-target",
  "incomplete",
  "within-bounds",
  "low-volume",
  "no-target",
  "nothing-happened",
  "disputed",
  "not-measured",
]);

function figureOf(result: Result): string {
  const { text, of } = resultFigure(result);
  return of === null ? text : `${text} (${of})`;
}

/** The size of a target without its direction, for sentences that say the direction themselves. */
const sizeOf = ({ level }: Result, mark: Mark): string => quantityText(mark.quantity, showingFor(level));

const sentences: Readonly<Record<Result["verdict"], (result: Result) => string>> = {
  met: (result) =>
    result.measurement.figure === null
      ? "nothing happened, which is taken as met"
      : `${figureOf(result)}, ${expected(result)}${misses(result)}`,
  "at minimum": (result) => `${figureOf(result)} is ${worse(result)}, but keeps the minimum${misses(result)}`,
  missed: (result) =>
    result.measurement.figure === null
      ? "no figure was measured"
      : `${figureOf(result)} is ${worse(result)}${misses(result)}`,
  "not rated": (result) => notRated(result),
  undetermined: (result) => unknown(result),
  held: (result) =>
    result.measurement.figure === null
      ? "the verdict waits for a figure"
      : `${figureOf(result)} is disputed, so the verdict waits`,
};

const expected = ({ level }: Result): string => `${expectedText(level, level.target) ?? "no target"} expected`;

/** `below the minimum of 85.00 %`, `over the 4 h expected`. */
function worse(result: Result): string {
  const { expected: mark, minimum } = result.level.target;
  const least = result.verdict === "missed" ? minimum : null;
  const held = least ?? mark;
  if (held === null) return "worse than agreed";
  const side = held.direction === "at least" || held.direction === "more than" ? "below" : "over";
  const strict = held.direction === "more than" || held.direction === "less than" ? "not " : "";
  const words = strict === "" ? side : `not ${held.direction}`;
  return least ? `${words} the minimum of ${sizeOf(result, least)}` : `${words} the ${sizeOf(result, held)} expected`;
}

function misses({ allowance }: Result): string {
  return allowance === null
    ? ""
    : `: ${counted(allowance.misses, "miss", "misses")}, ${group(allowance.allowed)} allowed`;
}

function notRated(result: Result): string {
  const { level, measurement } = result;
  if (measurement.figure === null) return "nothing was there to measure";
  if (level.target.expected === null && level.target.minimum === null)
    return `${figureOf(result)}; no target is agreed`;
  const name = level.of === null ? { one: "record", many: "records" } : recordWords[level.of];
  const judged = measurement.items.filter((item) => item.counted).length;
  const low = level.lowVolume;
  if (low === null || judged >= low.fewerThan) return `${figureOf(result)}, without a verdict`;
  return `${counted(judged, name.one, name.many)}, fewer than the ${low.fewerThan} agreed for a verdict: ${figureOf(result)}`;
}

function unknown(result: Result): string {
  const { level, measurement } = result;
  const { bounds, completeness, unit } = measurement;
  const complete = `${shareText(completeness)} of what is needed is known`;
  if (compare(completeness, level.completeFrom) < 0)
    return `${complete}, ${shareText(level.completeFrom)} is asked for`;
  if (bounds === null) return complete;
  const text = (value: typeof bounds.low): string => figureText(unit, value, showingFor(level, targetOf(result)));
  return `part is unknown: the figure lies between ${text(bounds.low)} and ${text(bounds.high)}, on both sides of what was agreed`;
}

function stagedSentence({ level, stages, verdict }: Result): string {
  const said = stages.map(({ stage, measurement, verdict: own }) => {
    const { text, of } = figureLine(level, measurement.unit, { measured: measurement, target: stage });
    const target = expectedText(level, stage) ?? "no target";
    return `within ${allowedTime(stage.within)} ${text}${of ? ` (${of})` : ""}, ${target} expected, ${own}`;
  });
  return `${said.join("; ")}${verdict === "met" ? "" : "; every step must hold"}`;
}
