import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { demoFiles } from "./manifest.ts";

/** Which file is read with which mapping. */
export interface WrittenFile {
  readonly mapping: string;
  readonly file: string;
}

/** The seed of the demonstration that the project shows. */
export const usualSeed = 20_250_101;

/** Writes the records of the demo contract into a folder, and says which mapping reads which file. */
export async function writeDemo(
  folder: string,
  seed: number = usualSeed,
): Promise<{ readonly files: readonly WrittenFile[] }> {
  await mkdir(folder, { recursive: true });
  const files = demoFiles(seed).map(({ mapping, file, text }) => ({ mapping, file: join(folder, file), text }));
  await Promise.all(files.map(({ file, text }) => writeFile(file, text)));
  return { files: files.map(({ mapping, file }) => ({ mapping, file })) };
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
