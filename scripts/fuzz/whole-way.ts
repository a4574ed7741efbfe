import { expect } from "vitest";
import { evaluateContract } from "../../src/desk/evaluate.ts";
import { type Job, makeJob } from "../../src/desk/job.ts";
import { reportsOf } from "../../src/desk/make-reports.ts";
import { periodsNamed } from "../../src/desk/report-periods.ts";
import { missesCsv, scorecardCsv } from "../../src/documents/csv.ts";
import { writeExplainTree } from "../../src/documents/explain-tree.ts";
import { writeHtml } from "../../src/documents/html/write-html.ts";
import { writeJson } from "../../src/documents/json.ts";
import { writeTable } from "../../src/documents/table.ts";
import type { ContractDocument } from "../../src/engine/agreement/document/document.ts";
import { compare, one, zero } from "../../src/engine/number/fraction.ts";
import type { Period, Result } from "../../src/engine/period/result.ts";
import type { Fact } from "../../src/engine/record/record.ts";
import { checkDerivation } from "../../src/engine/report/explain/check-derivation.ts";
import { explainResult } from "../../src/engine/report/explain/explain-result.ts";
import { type Instant, instant } from "../../src/engine/time/instant.ts";
import { wallAt } from "../../src/engine/time/zone.ts";

/** A contract that was read and records that were taken in, with nothing said about either. */
export interface Whole {
  readonly document: ContractDocument;
  readonly facts: readonly Fact[];
  /** `2026-03` */
  readonly period: string;
  readonly knownUntil?: Instant;
}

const verdicts = ["met", "at minimum", "missed", "not rated", "undetermined", "held"];
const terminal = { width: 80, colour: "none" } as const;
/** 1 January 2030: after everything that the random records tell. */
const afterAll = instant(1_893_456_000);

/** Goes the whole way from a contract to its documents; whatever comes of it must be lawful. The results. */
export function goTheWholeWay({ document, facts, period, knownUntil = afterAll }: Whole): readonly Result[] {
  const kinds = [...new Set(facts.map(({ kind }) => kind))];
  const job = makeJob({ document, facts, kinds, relief: [], entered: [], disputes: [], creditEntries: [], knownUntil });
  const periods = periodsNamed(job, period);
  const results = periods.flatMap((each) => judged(job, each));
  for (const report of reportsOf({ job, warnings: [], findings: [], groups: [], files: [] }, periods, {
    engine: "fuzz",
  })) {
    expect(writeHtml(report)).toContain("</html>");
    expect(JSON.parse(writeJson(report))).toHaveProperty("period");
    expect(scorecardCsv(report) + missesCsv(report)).not.toContain("undefined");
    writeTable(report, terminal);
  }
  return results;
}

function judged(job: Job, period: Period): readonly Result[] {
  const world = job.worldAt(wallAt(job.zone, period.start).day);
  const results = evaluateContract(job, world, period);
  const context = { ...world, facts: job.byKind, written: {}, show: 3 } as const;
  for (const result of results) {
    lawful(result);
    const tree = explainResult(result, context);
    checkDerivation(tree);
    writeExplainTree(tree, terminal, { deep: 3, most: 25 });
  }
  return results;
}

/** A figure lies within its bounds, completeness is a share, and the verdict is one of six. */
export function lawful({ measurement, verdict, level }: Result): void {
  expect(verdicts).toContain(verdict);
  const { figure, bounds, completeness } = measurement;
  expect([compare(completeness, zero) >= 0, compare(completeness, one) <= 0], level.id).toEqual([true, true]);
  if (bounds === null) return;
  expect(compare(bounds.low, bounds.high), `${level.id}: bounds`).toBeLessThanOrEqual(0);
  if (figure === null) return;
  const inside = [compare(bounds.low, figure) <= 0, compare(figure, bounds.high) <= 0];
  expect(inside, `${level.id}: the figure within its bounds`).toEqual([true, true]);
}
