import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestContext } from "vitest";
import { evaluateContract } from "../../src/desk/evaluate.ts";
import { periodsNamed } from "../../src/desk/report-periods.ts";
import { type ReadyJob, runJob } from "../../src/desk/run-job.ts";
import type { Result } from "../../src/engine/period/result.ts";
import { instant } from "../../src/engine/time/instant.ts";
import { wallAt } from "../../src/engine/time/zone.ts";

/** The folder of public data, none of which is in this repository. */
const data = process.env.UNDERPIN_DATA ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));

/** A file of the public data; the test is skipped, visibly, where it is not there. */
export function realFile(context: TestContext, path: string): string {
  const file = join(data, path);
  if (!existsSync(file)) context.skip(`there is no ${file}: name the folder of the data in UNDERPIN_DATA`);
  return file;
}

const jobs = new Map<string, Promise<ReadyJob>>();

/** An example over real files (`mapping=path`), known up to its last record; read once for the tests of one file. */
export function realJob(context: TestContext, example: string, records: readonly string[]): Promise<ReadyJob> {
  const files = records.map((record) => {
    const [mapping = "", path = ""] = record.split("=");
    return `${mapping}=${realFile(context, path)}`;
  });
  const key = JSON.stringify([example, files]);
  const contract = fileURLToPath(new URL(`../../examples/${example}`, import.meta.url));
  const made =
    jobs.get(key) ??
    runJob({ contract, records: files, besides: [], asKnown: null, now: instant(Date.UTC(2026, 11, 1) / 1000) });
  jobs.set(key, made);
  return made;
}

const known = new Map<string, ReadonlyMap<string, Result>>();

/** The results of an example for one period, by `level` or `level/group`, evaluated once for the tests of one file. */
export function resultsOf(ready: ReadyJob, written: string): ReadonlyMap<string, Result> {
  const key = JSON.stringify([ready.files, written]);
  const results = known.get(key) ?? evaluated(ready, written);
  known.set(key, results);
  return results;
}

function evaluated({ job }: ReadyJob, written: string): ReadonlyMap<string, Result> {
  const results = periodsNamed(job, written).flatMap((period) =>
    evaluateContract(job, job.worldAt(wallAt(job.zone, period.start).day), period),
  );
  return new Map(
    results.map((result) => [result.group === null ? result.level.id : `${result.level.id}/${result.group}`, result]),
  );
}

/** `5072 of 5908`. */
export const partOf = (result: Result | undefined): string =>
  `${result?.measurement.part?.n} of ${result?.measurement.whole?.n}`;

/** The exact figure as a decimal. */
export const figureOf = (result: Result | undefined): number =>
  Number(result?.measurement.figure?.n) / Number(result?.measurement.figure?.d);
