import { canonical, sha256 } from "../canonical.ts";
import type { Unit } from "../gate.ts";
import type { KeptReport } from "./evaluation.ts";
import type { Evaluation } from "./save-evaluation.ts";

/** Adds a revision of each report that is new or not what it was. */
export async function saveReports(
  { session, who }: Unit,
  { id, contract, month }: Pick<Evaluation, "id" | "contract" | "month">,
  reports: readonly KeptReport[],
): Promise<number> {
  let changed = 0;
  for (const { audience, summary, report } of reports) {
    const text = canonical(report);
    const { changed: added } = await session.query(
      `insert into underpin.reports
         (tenant_id, contract_id, period, audience, revision, evaluation_id, summary, report, sha256)
       select $1, $2, $3, $4, coalesce(max(revision), 0) + 1, $5, $6, $7, $8 from underpin.reports
       where tenant_id = $1 and contract_id = $2 and period = $3 and audience = $4
       having (array_agg(sha256 order by revision desc))[1] is distinct from $8`,
      [who.tenant, contract, month, audience, id, canonical(summary), text, sha256(text)],
    );
    changed += added;
  }
  return changed;
}
