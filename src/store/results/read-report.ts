import type { Unit } from "../gate.ts";
import type { Audience } from "./evaluation.ts";

/** A report with the digest of its canonical form. */
export interface ReportShown {
  readonly period: string;
  readonly audience: Audience;
  readonly revision: number;
  readonly evaluation: string;
  readonly sha256: string;
  readonly report: unknown;
}

/** A report in one revision, or in its last; null where there is none to be seen. */
export async function readReportRevision(
  { session, who }: Unit,
  asked: {
    readonly contract: string;
    readonly period: string;
    readonly audience: Audience;
    readonly revision?: number;
  },
): Promise<ReportShown | null> {
  const { rows } = await session.query(
    `select period, audience, revision, evaluation_id as evaluation, sha256, report from underpin.reports
     where tenant_id = $1 and contract_id = $2 and period = $3 and audience = $4
       and ($5::integer is null or revision = $5)
     order by revision desc limit 1`,
    [who.tenant, asked.contract, asked.period, asked.audience, asked.revision ?? null],
  );
  return (rows[0] as unknown as ReportShown | undefined) ?? null;
}
