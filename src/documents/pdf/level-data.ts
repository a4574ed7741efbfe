import type { FigureLine, LevelReport, Prose } from "../../engine/report/report.ts";
import { anchorOf, count, figure } from "../html/text.ts";
import { missesData } from "./misses-data.ts";
import { timeData } from "./time-data.ts";
import { trendData } from "./trend-data.ts";

/** The title of a level and of its group, as one text. */
export const nameOf = ({ title, group }: LevelReport): string => (group === null ? title : `${title}, ${group}`);

/** The chapter of one service level; of several groups of one level, only the first has the definition. */
export function levelData(level: LevelReport, before: readonly LevelReport[]) {
  const first = before.find(({ agreement, id }) => agreement === level.agreement && id === level.id);
  return {
    label: anchorOf(level),
    verdict: level.verdict,
    title: nameOf(level),
    clause: level.clause,
    reason: figure(level.reason),
    figure: figure(level.figure.text),
    of: figure(level.figure.of ?? ""),
    facts: facts(level),
    trend: trendData(level),
    population: populationData(level),
    time: level.time === null ? null : timeData(level.time, nameOf(level)),
    misses: missesData(level),
    definition: first === undefined ? definitionData(level.prose) : null,
    definedAs: first === undefined ? null : { label: anchorOf(first), title: nameOf(first) },
  };
}

type Fact = readonly [term: string, value: string];

function facts(level: LevelReport): readonly Fact[] {
  const { allowance, raw, bounds } = level;
  const stages = level.stages.map(
    (stage): Fact => [stage.title, `${figureText(stage.figure)}, expected ${figure(stage.expected)}: ${stage.verdict}`],
  );
  const targets: readonly Fact[] = [
    ["Expected", figure(level.expected ?? "no target")],
    ["Minimum", figure(level.minimum ?? "none")],
  ];
  const rest: readonly (Fact | null)[] = [
    allowance && ["Misses", `${count(allowance.misses)}, ${count(allowance.allowed)} allowed`],
    ["Without exclusions", raw === null ? "the same: nothing was taken out" : figureText(raw)],
    bounds && ["Lies between", `${figure(bounds.low)} and ${figure(bounds.high)}`],
    ["Completeness", figure(level.completeness)],
  ];
  return [...(stages.length > 0 ? stages : targets), ...rest.filter((each) => each !== null)];
}

const figureText = ({ text, of }: FigureLine): string => figure(of === null ? text : `${text}, ${of}`);

function populationData({ population }: LevelReport) {
  const most = Math.max(...population.map((each) => each.count), 1);
  const sum = (rows: LevelReport["population"]): string => count(rows.reduce((all, each) => all + each.count, 0));
  return {
    counted: sum(population.filter((each) => each.counted)),
    out: sum(population.filter((each) => !each.counted)),
    rows: population.map((each) => ({ ...each, count: count(each.count), share: each.count / most })),
  };
}

const definitionData = (prose: Prose) => ({
  sentence: figure(prose.definition),
  formula: figure(prose.formula),
  times: prose.times.map(({ name, within, calendar }) => [name, figure(within), calendar]),
  blocks: [
    { title: "Clock", lines: prose.clock.map(figure) },
    { title: "Not counted", lines: prose.exclusions.map(figure) },
    { title: "Verdict", lines: [...prose.judging, prose.rounding].map(figure) },
  ].filter(({ lines }) => lines.length > 0),
});
