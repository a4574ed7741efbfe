import type { Instant } from "../../engine/time/instant.ts";
import type { Unit } from "../gate.ts";
import { type BucketState, bucketStates } from "./bucket-states.ts";
import { type Pack, packHistories } from "./pack-histories.ts";
import { type Reading, readHistories } from "./read-histories.ts";
import { isWhole } from "./unpack-histories.ts";

/** The packed histories of a contract, and how many of them had to be made anew. */
export interface Packs {
  readonly packs: readonly Uint8Array[];
  readonly made: number;
}

/** Packs asked for in one unit of work. */
const atOnce = 50;

/**
 * All histories of a contract as packs. A pack is used where the rows of its records are those that it was made of and
 * its bytes are whole; else it is made anew from the events and kept.
 */
export async function loadPacks(read: Reading, contract: string, now: Instant): Promise<Packs> {
  const states = await read((unit) => bucketStates(unit, contract));
  const packs: Uint8Array[] = [];
  let made = 0;
  for (let first = 0; first < states.length; first += atOnce) {
    const some = states.slice(first, first + atOnce);
    const kept = await read((unit) => keptPacks(unit, contract, some));
    for (const state of some) {
      const found = kept.get(nameOf(state));
      if (!found) made += 1;
      packs.push(found ?? (await makePack(read, { contract, state, now })));
    }
  }
  return { packs, made };
}

const nameOf = ({ kind, bucket }: Pick<BucketState, "kind" | "bucket">): string => `${kind} ${bucket}`;

/** Bytes come as text in base 64, which the embedded database hands over many times faster than its own way to write them. */
async function keptPacks({ session, who }: Unit, contract: string, states: readonly BucketState[]) {
  const { rows } = await session.query(
    `select p.kind, p.bucket, p.sha256, encode(p.bytes, 'base64') as text from json_to_recordset($3::json) as s (kind text, bucket integer, hash text)
     join underpin.packs p on p.tenant_id = $1 and p.contract_id = $2 and p.kind = s.kind and p.bucket = s.bucket
       and p.rows_hash = s.hash`,
    [
      who.tenant,
      contract,
      JSON.stringify(states.map(({ kind, bucket, rowsHash }) => ({ kind, bucket, hash: rowsHash }))),
    ],
  );
  const kept = (rows as unknown as readonly KeptRow[]).map(({ text, ...row }) => ({
    ...row,
    bytes: new Uint8Array(Buffer.from(text, "base64")),
  }));
  return new Map(kept.filter(isWhole).map((row) => [nameOf(row), row.bytes]));
}

interface KeptRow extends Pick<BucketState, "kind" | "bucket">, Pick<Pack, "sha256"> {
  readonly text: string;
}

async function makePack(
  read: Reading,
  { contract, state, now }: { readonly contract: string; readonly state: BucketState; readonly now: Instant },
): Promise<Uint8Array> {
  const bucket = { contract, kind: state.kind, bucket: state.bucket };
  const { histories, rowsHash } = await readHistories(read, bucket);
  const pack = packHistories(histories);
  await read(({ db, who }) => {
    const row = { records: pack.records, events: pack.events, rows_hash: rowsHash, sha256: pack.sha256, made: now };
    const value = { ...row, bytes: Buffer.from(pack.bytes) };
    return db
      .insertInto("packs")
      .values({ tenant_id: who.tenant, contract_id: contract, kind: state.kind, bucket: state.bucket, ...value })
      .onConflict((conflict) => conflict.columns(["tenant_id", "contract_id", "kind", "bucket"]).doUpdateSet(value))
      .execute();
  });
  return pack.bytes;
}
