import type { LevelReport } from "../../engine/report/report.ts";
import { scaleOf, timeScaleOf } from "../html/scale.ts";
import { figure } from "../html/text.ts";
import { alternative, markText, shortLabel, valuesOf } from "../html/trend-chart.ts";

/** The periods of a level as places from 0 (bottom) to 1 (top), with targets and marks; null without two periods and a figure. */
export function trendData(level: LevelReport) {
  const values = valuesOf(level.trend);
  if (level.trend.length < 2 || values.length === 0) return null;
  const scale = (level.unit === "time" ? timeScaleOf : scaleOf)(values, 0, 1);
  const place = (value: number | null): number | null => (value === null ? null : scale.at(value));
  const most = Math.max(...level.trend.map(({ count }) => count ?? 0), 1);
  return {
    alt: alternative(level),
    higher: level.better === "higher",
    marks: scale.marks.map((mark) => ({ y: scale.at(mark), text: markText(level, mark, scale.step) })),
    points: level.trend.map((point, index) => ({
      y: place(point.figure.value),
      low: place(point.low),
      high: place(point.high),
      expected: place(point.expected),
      minimum: place(point.minimum),
      text: figure(point.figure.text.replace(/ %$/, "")),
      label: shortLabel(point, index),
      count: point.count === null ? null : String(point.count),
      share: point.count === null ? 0 : point.count / most,
      verdict: point.verdict,
    })),
    expected: sizeOf(level.expected),
    minimum: sizeOf(level.minimum),
  };
}

const sizeOf = (text: string | null): string | null =>
  text === null ? null : figure(text.replace(/^(at least|at most|less than|more than) /, ""));
