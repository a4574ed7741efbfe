import { canonical } from "../canonical.ts";
import type { Unit } from "../gate.ts";
import type { MonthMeasured } from "./evaluation.ts";
import { saveCredits } from "./save-credits.ts";
import { saveReports } from "./save-reports.ts";
import { saveResults } from "./save-results.ts";

/** An evaluation to be kept: of which month, made from what, by whom. */
export interface Evaluation {
  readonly id: string;
  readonly contract: string;
  /** `2026-03` */
  readonly month: string;
  readonly textVersion: number;
  readonly learnedUntil: number;
  readonly engine: string;
  /** Digests of all that the figures were made from. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly at: number;
  readonly by: string;
}

/** How many results, statements and reports are new or not what they were. */
export interface Changed {
  readonly results: number;
  readonly credits: number;
  readonly reports: number;
}

/** Keeps an evaluation, and a new revision of everything that is not as it was before. */
export async function saveEvaluation(unit: Unit, evaluation: Evaluation, measured: MonthMeasured): Promise<Changed> {
  const { id, contract, month, at, by } = evaluation;
  await unit.db
    .insertInto("evaluations")
    .values({
      tenant_id: unit.who.tenant,
      contract_id: contract,
      evaluation_id: id,
      period: month,
      start_at: measured.start,
      end_at: measured.end,
      text_version: evaluation.textVersion,
      known_until: measured.knownUntil,
      learned_until: evaluation.learnedUntil,
      engine: evaluation.engine,
      zone_data: measured.zoneData,
      inputs: canonical({ ...evaluation.inputs, facts: measured.factsDigest }),
      at,
      by_person: by,
    })
    .execute();
  return {
    results: await saveResults(unit, evaluation, measured.results),
    credits: await saveCredits(unit, evaluation, measured.credits),
    reports: await saveReports(unit, evaluation, measured.reports),
  };
}
