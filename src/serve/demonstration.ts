import { readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { demonstrationAdministrator } from "../activities/establish/demonstration-people.ts";
import { performByRunner } from "../activities/establish/perform-by-runner.ts";
import { setUpDemonstration } from "../activities/establish/set-up-demonstration.ts";
import { evaluateAPeriod } from "../activities/measure/evaluate-a-period.ts";
import { type FileProgress, takeInFile } from "../activities/measure/take-in-file.ts";
import { openRunner } from "../activities/run/runner.ts";
import { contractFiles } from "../desk/contract-files.ts";
import { readInstant } from "../desk/read-instant.ts";
import { shippedFolder, shippedMappings } from "../desk/shipped.ts";
import type { Instant } from "../engine/time/instant.ts";
import { systemOf } from "../jobs/system-of.ts";
import { sha256 } from "../store/canonical.ts";
import { mappingsInForce } from "../store/contracts/mappings.ts";
import { measuredTogether } from "./measured-together.ts";
import type { Server } from "./serve.ts";

/** Where the demonstration comes from, and who is told how far it is. */
export interface Demonstrating {
  readonly tenant: string;
  /** A folder for its records while they are taken in. */
  readonly folder: string;
  readonly now: () => Instant;
  /** The months to measure; all of its records where it is left out. */
  readonly months?: readonly string[];
  readonly writeRecords: (folder: string) => Promise<DemoFiles>;
  readonly onStep: (what: string, done: number, total: number) => void;
}

export interface DemoFiles {
  readonly files: readonly { readonly mapping: string; readonly file: string }[];
  /** `2024-04..2026-03` */
  readonly months: string;
  /** The instant up to which they are complete. */
  readonly known: string;
}

/** The provider of the demonstration, and its first administrator. */
export const demonstrationFounding = {
  organisation: { id: "tideway", name: "Tideway IT Services Ltd" },
  person: {
    id: demonstrationAdministrator.person,
    name: demonstrationAdministrator.name,
    email: demonstrationAdministrator.email,
  },
};

/**
 * Loads two years of an invented client, as people would: contract, people, signatures, files, a measured month after
 * the other. What was loaded before a stop is found and not loaded twice. Gives how many months were measured now.
 */
export async function loadDemonstration(server: Server, demo: Demonstrating): Promise<number> {
  const { gate, parts } = server;
  const { tenant, folder, now, onStep } = demo;
  const who = systemOf(tenant);
  const contract = await setUpOnce(server, demo);
  const measured = await gate.unit(who, ({ db }) =>
    db
      .selectFrom("evaluations")
      .select("period")
      .where("tenant_id", "=", tenant)
      .where("contract_id", "=", contract)
      .execute(),
  );
  const { files, months, known } = await demo.writeRecords(folder);
  const open = (demo.months ?? monthsOf(months)).filter((month) => !measured.some(({ period }) => period === month));
  if (open.length === 0) return 0;
  const mappings = await gate.unit(who, async (unit) => mappingsInForce(unit, await shippedMappings()));
  for (const [index, { mapping: id, file }] of files.entries()) {
    const mapping = mappings.get(id);
    if (mapping === undefined) throw new Error(`the demonstration has no mapping ${id}`);
    const name = basename(file);
    const digest = sha256(await readFile(file));
    const own = {
      gate,
      who,
      contract,
      path: file,
      name,
      sha256: digest,
      by: who.person,
      now,
      mapping: { id, mapping },
    };
    await takeInFile({
      ...own,
      batch: batchOf(tenant, index),
      onProgress: (far) => onStep(howFar(name, far), index, files.length),
    });
  }
  const runner = openRunner({ ...parts, compute: measuredTogether(parts.compute, open) });
  const until = { known_until: readInstant(known), learned_until: now() };
  onStep("measuring", 0, open.length);
  for (const [index, period] of open.entries()) {
    await runner.start(evaluateAPeriod, { contract, period, ...until }, { who });
    onStep(period, index + 1, open.length);
  }
  await rm(folder, { recursive: true, force: true });
  return open.length;
}

async function setUpOnce({ gate, runner }: Server, { tenant, onStep }: Demonstrating): Promise<string> {
  const known = await gate.unit(systemOf(tenant), ({ db }) =>
    db
      .selectFrom("contracts")
      .select("contract_id")
      .where("tenant_id", "=", tenant)
      .where("state", "=", "in force")
      .executeTakeFirst(),
  );
  if (known) return known.contract_id;
  onStep("contract and people", 0, 1);
  return await setUpDemonstration({
    perform: performByRunner(runner, gate, tenant),
    files: await contractFiles(join(shippedFolder, "demo")),
    administrator: demonstrationAdministrator.person,
  });
}

/** `incidents.csv 45 %`, once its records are being taken in. */
const howFar = (name: string, { what, done, of }: FileProgress): string =>
  what === "taking" && of ? `${name} ${Math.floor((done * 100) / of)} %` : name;

/** The same id for the same file, in the order of the files, so that a start that was broken off goes on. */
function batchOf(tenant: string, index: number): string {
  const hex = sha256(`${tenant} ${index}`);
  return `${String(index).padStart(8, "0")}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The months of `2024-04..2026-03`. */
function monthsOf(range: string): readonly string[] {
  const [first = "", last = ""] = range.split("..");
  const months: string[] = [];
  let [year, month] = first.split("-").map(Number) as [number, number];
  for (let name = first; name <= last; name = `${year}-${String(month).padStart(2, "0")}`) {
    months.push(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return months;
}
