import type { Finding } from "../engine/finding/finding.ts";
import type { FindingGroup } from "../engine/report/finding-lines.ts";
import type { FileLine } from "../engine/report/report.ts";
import type { Instant } from "../engine/time/instant.ts";
import type { Problem } from "../wire/agreement/problem.ts";
import { Refusal } from "../wire/refusal.ts";
import { contractFiles } from "./contract-files.ts";
import { askedOf } from "./fast/asked-of.ts";
import type { Road } from "./fast/road.ts";
import type { Job } from "./job.ts";
import { openContract } from "./open-contract.ts";
import { readyJobOf } from "./ready-job.ts";
import { statedFacts } from "./stated-facts.ts";
import { type Progress, type RecordFile, takeRecords } from "./take-records.ts";

/** What a person names on the command line to have a contract measured. */
export interface JobOrder {
  /** Folder or file of the contract. */
  readonly contract: string;
  /** `mapping=file`, one for each file of records. */
  readonly records: readonly string[];
  /** Files of granted relief and of figures entered by hand, beside those in the contract's folder. */
  readonly besides: readonly string[];
  /** Nothing is known of what happened at or after this instant; null: after the last record. */
  readonly asKnown: Instant | null;
  readonly now: Instant;
  /** The way to measure; null or absent: by the size of the work. */
  readonly road?: Road | null;
  readonly onProgress?: Progress;
}

/** A job ready to be evaluated, with what was found on the way. */
export interface ReadyJob {
  readonly job: Job;
  readonly warnings: readonly Problem[];
  readonly findings: readonly Finding[];
  /** Findings of the files by kind, with their full counts. */
  readonly groups: readonly FindingGroup[];
  readonly files: readonly FileLine[];
  /** The way to measure that was asked for; null or absent: by the size of the work. */
  readonly road?: Road | null;
}

/** Opens the contract, takes in the records and makes the job ready. A contract with an error is refused. */
export async function runJob(order: JobOrder): Promise<ReadyJob> {
  const { document, problems, mappings, stated } = await openContract(order.contract);
  if (document === null) {
    throw new Refusal(
      "contract-has-errors",
      `${order.contract} has ${count(problems)}. See them with: underpin check ${order.contract}`,
    );
  }
  const files = order.records.map((record) => recordFile(record, mappings));
  const taken = await takeRecords(files, {
    learned: order.asKnown ?? order.now,
    road: order.road ?? null,
    askedOf: (kind) => askedOf(document, kind),
    onProgress: order.onProgress,
  });
  const named = await Promise.all(order.besides.map(contractFiles));
  const { warnings, ...facts } = statedFacts(document, [...stated, ...named.flat()]);
  const { asKnown, now } = order;
  const { job, findings } = readyJobOf({ document, ...taken, stated: facts, asKnown, now });
  const { groups, files: lines } = taken;
  return { job, warnings: [...problems, ...warnings], findings, groups, files: lines, road: order.road ?? null };
}

const count = (problems: readonly Problem[]): string => {
  const errors = problems.filter(({ weight }) => weight === "error").length;
  return `${errors} ${errors === 1 ? "error" : "errors"}`;
};

/** `servicenow-incidents=export.zip`: the mapping before the first `=`, the file behind it. */
function recordFile(written: string, mappings: ReadonlyMap<string, RecordFile["mapping"]>): RecordFile {
  const at = written.indexOf("=");
  if (at < 1) {
    throw new Refusal(
      "mapping-not-named",
      `'${written}' names no mapping. Write mapping=file, for example servicenow-incidents=export.csv.`,
    );
  }
  const [id, path] = [written.slice(0, at), written.slice(at + 1)];
  const mapping = mappings.get(id);
  if (mapping === undefined) {
    throw new Refusal(
      "unknown-mapping",
      `There is no mapping '${id}'. Known are: ${[...mappings.keys()].sort().join(", ")}.`,
    );
  }
  return { path, mapping };
}
