import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { mustEqual } from "../clocking.ts";
import { atLeast, atMost, notInstalled, type Row } from "../row.ts";
import { four, levelsOf, months } from "../terms.ts";
import { contract, mapping } from "./desk.ts";
import { writeLog } from "./write-log.ts";

/** What a process of its own says of its work. */
interface Told {
  /** By the clock, and of the processor. */
  readonly seconds: number;
  readonly processor: number;
  /** The most it took from the system. */
  readonly megabytes: number;
  readonly counts: readonly (readonly (string | number)[])[];
}

const oursAt = new URL("./ours.ts", import.meta.url);
const theirsAt = new URL("./theirs.ts", import.meta.url);

/** From a CSV to monthly results, the desk against DuckDB that reads the same file, each in a process of its own. */
export async function benchCsv(count: number): Promise<{ readonly rows: readonly Row[]; readonly seconds: number }> {
  const folder = mkdtempSync(join(tmpdir(), "underpin-csv-"));
  try {
    const rows = writeFiles(folder, count);
    const [first, other] = [await told(oursAt, folder), await told(theirsAt, folder)];
    const ours = quicker(first, await told(oursAt, folder));
    const theirs = quicker(other, await told(theirsAt, folder));
    if (ours === null) throw new Error("the desk said nothing");
    return { rows: rowsOf({ count, rows }, ours, theirs), seconds: ours.seconds };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Each side has two tries, in turn: other work of the machine lengthens one or the other. */
const quicker = (a: Told | null, b: Told | null): Told | null => (a && b && a.seconds < b.seconds ? a : b);

function writeFiles(folder: string, count: number): number {
  mkdirSync(join(folder, "desk"));
  writeFileSync(join(folder, "desk", "contract.yaml"), contract());
  writeFileSync(join(folder, "desk", "mapping.yaml"), mapping);
  return writeLog(join(folder, "log.csv"), count);
}

function rowsOf({ count, rows }: { count: number; rows: number }, ours: Told, theirs: Told | null): Row[] {
  const what = `CSV of ${count} tickets to monthly results, 10 levels, 2 cores`;
  const [quick, small] = [
    `${what}, by the clock, against DuckDB reading the same file`,
    `${what}: memory, as a share of DuckDB's`,
  ];
  if (theirs === null)
    return [
      { what: quick, goal: atLeast(6), seen: null, note: notInstalled },
      { what: small, goal: atMost(0.25), seen: null, note: notInstalled },
    ];
  const counted = levelsOf(10, four).flatMap(({ id }, level) =>
    months.map(({ start }, month) => {
      const [, , good = 0, bad = 0] = theirs.counts.find(([a, b]) => a === level && b === month) ?? [];
      return [id, start, good, Number(good) + Number(bad)];
    }),
  );
  mustEqual("results of the desk and of DuckDB", ours.counts, counted);
  const { seconds, processor } = ours;
  const wall = `${rows} rows; by the clock ${seconds.toFixed(1)} s against ${theirs.seconds.toFixed(1)} s, the better of two tries; of the processor ${processor.toFixed(1)} s against ${theirs.processor.toFixed(1)} s, ${(theirs.processor / processor).toFixed(1)} x; DuckDB with 2 threads; all results equal`;
  return [
    { what: quick, goal: atLeast(6), seen: theirs.seconds / seconds, note: wall },
    {
      what: small,
      goal: atMost(0.25),
      seen: ours.megabytes / theirs.megabytes,
      note: `${Math.round(ours.megabytes)} MB against ${Math.round(theirs.megabytes)} MB, whole processes`,
    },
  ];
}

/** Runs a script of this folder on the files; null where its peer is not installed. */
function told(script: URL, folder: string): Promise<Told | null> {
  const child = spawn(process.execPath, [fileURLToPath(script), folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    text += part;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve(JSON.parse(text) as Told | null);
      else reject(new Error(`${script} ended with ${code}`));
    });
  });
}
