import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Ask, SentFile } from "./asks.ts";

/** A month of a contract. */
export interface Month {
  readonly contract: string;
  readonly period: string;
}

export const eventsOfBatch = 20;
/** More events than one unit of work takes in, so that a file is taken in parts. */
const recordsOfFile = 600;
export const rowsOfFile = 2 * recordsOfFile;

/** The month in which files tell of records; none of a contract whose months are closed. */
export const monthOfFiles = "2026-03";

/** Events of a batch: ten records of a month that are opened and resolved. */
export const batchOf = (own: number, { contract, period }: Month): Ask => ({
  do: "events",
  contract,
  events: Array.from({ length: eventsOfBatch }, (_, at) => ({
    source: "servicenow",
    kind: "incidents",
    record: `INC-${own}-${at >> 1}`,
    sequence: at % 2,
    happened: `${period}-${String(1 + (own % 28)).padStart(2, "0")}T1${at % 2}:00:00Z`,
    change: { kind: "state", state: at % 2 === 0 ? { kind: "open", name: "new" } : { kind: "resolved" } },
  })),
});

/** Writes a file of incidents, each opened and resolved, as a tool exports them. `copy`: the same file once more. */
export async function fileOf(folder: string, number: number, copy: number): Promise<SentFile> {
  const name = `incidents-${number}.csv`;
  const path = join(folder, `${number}-${copy}`);
  const lines = [columns];
  for (let record = 0; record < recordsOfFile; record += 1) {
    const day = `${monthOfFiles}-${String(1 + (record % 28)).padStart(2, "0")}`;
    for (const [at, state] of ["New", "Resolved"].entries()) {
      lines.push(
        `FILE-${number}-${record},${at},${day} 1${at}:00:00,${day} 10:00:00,${state},3 - Moderate,Claims Platform,,,Service Desk,,,,,,true`,
      );
    }
  }
  const text = `${lines.join("\n")}\n`;
  await writeFile(path, text);
  return { path, name, bytes: Buffer.byteLength(text), sha256: createHash("sha256").update(text).digest("hex") };
}

const columns =
  "number,sys_mod_count,sys_updated_on,opened_at,state,priority,business_service,short_description,cmdb_ci,assignment_group,location,contact_type,caller_id,close_code,parent_incident,made_sla";

/** The months that may be closed, contract by contract, each once. */
export function monthsOf(contracts: readonly string[]): readonly Month[] {
  const periods = Array.from({ length: 30 }, (_, at) => {
    const month = 3 + at;
    return `${2024 + Math.trunc(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
  return contracts.flatMap((contract) => periods.map((period) => ({ contract, period })));
}
