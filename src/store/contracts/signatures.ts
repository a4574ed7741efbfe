import type { Unit } from "../gate.ts";

/** What a person of a party consented to: the words, and the hash of the agreement's part of the text. */
export interface Signature {
  readonly agreement: string;
  readonly text_version: number;
  readonly party: string;
  readonly person: string;
  readonly sha256: string;
  readonly words: string;
  readonly at: number;
}

/** Adds a signature. One party signs a version once. */
export async function addSignature({ db, who }: Unit, contract: string, signature: Signature): Promise<void> {
  const { agreement, party, person, ...rest } = signature;
  await db
    .insertInto("signatures")
    .values({
      tenant_id: who.tenant,
      contract_id: contract,
      agreement_id: agreement,
      party_id: party,
      person_id: person,
      ...rest,
    })
    .execute();
}

/** The signatures under a contract's agreements that may be seen, the oldest first. */
export const loadSignatures = ({ db, who }: Unit, contract: string): Promise<readonly Signature[]> =>
  db
    .selectFrom("signatures")
    .select(["agreement_id as agreement", "text_version", "party_id as party", "person_id as person"])
    .select(["sha256", "words", "at"])
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", contract)
    .orderBy("at")
    .orderBy("agreement_id")
    .orderBy("text_version")
    .orderBy("party_id")
    .execute();
