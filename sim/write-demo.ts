import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isoDay, zulu } from "./london.ts";
import { demoFiles } from "./manifest.ts";
import { end, firstOfMonth, months } from "./term.ts";

/** Which file is read with which mapping. */
export interface WrittenFile {
  readonly mapping: string;
  readonly file: string;
}

/** The files, the months that they are of (`2024-04..2026-03`), and the instant up to which they are complete. */
export interface WrittenDemo {
  readonly files: readonly WrittenFile[];
  readonly months: string;
  readonly known: string;
}

const monthsWritten = [0, months - 1].map((month) => isoDay(firstOfMonth(month)).slice(0, 7)).join("..");

/** The seed of the demonstration that the project shows. */
export const usualSeed = 20_250_101;

/** Writes the records of the demo contract into a folder, and says which mapping reads which file. */
export async function writeDemo(folder: string, seed: number = usualSeed): Promise<WrittenDemo> {
  await mkdir(folder, { recursive: true });
  const files = demoFiles(seed).map(({ mapping, file, text }) => ({ mapping, file: join(folder, file), text }));
  await Promise.all(files.map(({ file, text }) => writeFile(file, text)));
  return { files: files.map(({ mapping, file }) => ({ mapping, file })), months: monthsWritten, known: zulu(end) };
}

/** `node sim/write-demo.ts <folder> [seed]` */
if (import.meta.main) {
  const [folder, seed] = process.argv.slice(2);
  const { files } = await writeDemo(
    folder ?? join("out", "demo-records"),
    seed === undefined ? usualSeed : Number(seed),
  );
  for (const { mapping, file } of files) process.stdout.write(`${mapping.padEnd(16)} ${file}\n`);
}
