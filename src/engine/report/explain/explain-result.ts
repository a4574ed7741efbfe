import type { Stage } from "../../agreement/terms.ts";
import type { Verdict } from "../../agreement/words.ts";
import type { Measurement } from "../../measure/measurement.ts";
import type { Result } from "../../period/result.ts";
import type { Fact } from "../../record/record.ts";
import { allowedTime } from "../words/duration.ts";
import { periodLabel } from "../words/period.ts";
import { nameOf } from "../words/place.ts";
import { reasonSentence } from "../words/reason-words.ts";
import type { Derivation } from "./derivation.ts";
import { besideFigure } from "./explain-beside.ts";
import { figureNodes } from "./explain-figure.ts";
import { decide } from "./explain-verdict.ts";
import type { FigureCase } from "./figure-case.ts";
import { node, numbered, words } from "./nodes.ts";
import { type ExplainContext, placeOf, type Setting } from "./setting.ts";

/**
 * One result with everything it was made of: the verdict from comparisons, the figure from counts or spans, each
 * record from its clock, each clock from openings and raw events.
 */
export function explainResult(result: Result, context: ExplainContext): Derivation {
  const { level, group, stages, verdict } = result;
  const setting: Setting = { ...context, level };
  const under = group === null ? level.id : `${level.id} ${group}`;
  const factOf = finder(setting);
  const of = (stage: Stage | null, name: string): Omit<FigureCase, "measurement"> => ({
    setting,
    under: name,
    within: stage?.within ?? null,
    factOf,
    target: stage ?? level.target,
    period: result.period,
  });
  const title = `${level.title}${group === null ? "" : `, ${nameOf(group, setting.contract)}`}, ${periodLabel(result.period.id)}`;
  if (stages.length === 0)
    return numbered({ ...stepNode(result, { ...of(null, under), measurement: result.measurement }), title });
  const steps = stages.map((step, index) => ({
    ...stepNode(step, { ...of(step.stage, `${under} step ${index + 1}`), measurement: step.measurement }),
    title: `within ${allowedTime(step.stage.within)}`,
  }));
  const operation = { kind: "verdict", by: "steps", marks: [], otherwise: null } as const;
  return numbered(node({ title, operation, ...words(verdict), children: steps }));
}

interface Judged {
  readonly verdict: Verdict;
  readonly reasons: Result["reasons"];
  readonly measurement: Measurement;
}

/** A verdict with what decided it first, then everything that stands beside its figure. */
function stepNode({ verdict, reasons }: Judged, of: FigureCase): Derivation {
  const nodes = figureNodes(of);
  const { operation, children } = decide(of, nodes, { verdict, reasons });
  const why = reasons.map((each) =>
    node({ title: "because", operation: "choice", ...words(reasonSentence(each, placeOf(of.setting))) }),
  );
  return node({
    title: of.under,
    operation,
    ...words(verdict),
    children: [...children, ...why, ...besideFigure(of, nodes)],
  });
}

/** Finds the history of a record of the level's kind. */
function finder({ level, facts }: Setting): (record: string) => Fact | null {
  const kinds = [level.of, level.per?.of].flatMap((kind) => (kind ? [kind] : []));
  const known = new Map(kinds.flatMap((kind) => (facts[kind] ?? []).map((fact) => [fact.id, fact] as const)));
  const changes = new Map((facts.changes ?? []).map((fact) => [fact.id, fact] as const));
  return (record) => known.get(record) ?? changes.get(record) ?? null;
}
