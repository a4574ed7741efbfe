import type { Unit } from "../gate.ts";

/** The account of what was taken in at once: used + repeated + held + left = rows. */
export interface BatchAccount {
  readonly rows: number;
  readonly used: number;
  readonly repeated: number;
  readonly held: number;
  readonly left: number;
  readonly leftBecause: Readonly<Record<string, number>>;
}

/** A file or a call that was taken in. */
export interface Batch {
  readonly contract: string;
  readonly batch: string;
  /** The name of the file, or of the tool that called. */
  readonly source: string;
  readonly mapping: string | null;
  /** Hash of the file's bytes. */
  readonly sha256: string | null;
  readonly account: BatchAccount;
  /** Findings by kind with their full counts, the first of each in full. */
  readonly findings: readonly unknown[];
  readonly kinds: readonly string[];
  readonly state: "running" | "done" | "failed";
  readonly at: number;
  readonly by: string;
}

/** Saves a batch; what it says of itself changes until it is done. */
export async function saveBatch({ session, who }: Unit, batch: Batch): Promise<void> {
  await session.query(
    `insert into underpin.batches
       (tenant_id, contract_id, batch_id, source, mapping_id, sha256, account, findings, kinds, state, at, by_person)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (tenant_id, contract_id, batch_id) do update set
       account = excluded.account, findings = excluded.findings, state = excluded.state`,
    [
      ...[who.tenant, batch.contract, batch.batch, batch.source, batch.mapping, batch.sha256],
      ...[batch.account, batch.findings, batch.kinds].map((value) => JSON.stringify(value)),
      ...[batch.state, batch.at, batch.by],
    ],
  );
}
