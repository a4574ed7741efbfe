import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { finished, pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { backupHead } from "../../wire/backup.ts";
import { Refusal } from "../../wire/refusal.ts";
import { type Migration, migrate } from "../migrate.ts";
import type { Database } from "../session.ts";
import type { Manifest, OnRows } from "./manifest.ts";
import { restoreBackup } from "./restore-backup.ts";
import { writeBackup } from "./write-backup.ts";

/** A backup in a file. */
export interface BackupFile {
  readonly file: string;
  readonly version: string;
  readonly at: number;
  readonly onRows?: OnRows;
}

/** Writes a backup into a new file, which is there only when it is whole and on the disk. Only its owner may read it. */
export async function backUp(database: Database, { file, ...asked }: BackupFile): Promise<Manifest> {
  if (await stat(file).catch(() => null))
    throw new Refusal("file-there", `${file} is there already. Name a new file: a backup is never overwritten.`);
  const part = `${file}.part`;
  const gzip = createGzip();
  const written = pipeline(gzip, createWriteStream(part, { mode: 0o600 }));
  written.catch(() => {});
  const failing = written.then(() => {});
  try {
    const write = async (text: string): Promise<void> => {
      if (!gzip.write(text)) await Promise.race([once(gzip, "drain"), failing]);
    };
    const manifest = await writeBackup(database, { ...asked, write });
    gzip.end();
    await written;
    await forced(part);
    await rename(part, file);
    await forced(dirname(file));
    return manifest;
  } catch (error) {
    gzip.destroy();
    await written.catch(() => {});
    await rm(part, { force: true });
    throw error;
  }
}

/** Restores a file into a new database, which is then taken to the steps of this program. */
export async function restore(
  database: Database,
  { file, steps, onRows }: { readonly file: string; readonly steps: readonly Migration[]; readonly onRows?: OnRows },
): Promise<Manifest> {
  const own = await stepsOf(file, steps);
  await migrate(database, own);
  const manifest = await restoreBackup(database, { lines: linesOf(file), steps: own, ...(onRows ? { onRows } : {}) });
  await migrate(database, steps);
  return manifest;
}

/** The steps that the database of the backup had taken: the first of this program's. */
async function stepsOf(file: string, steps: readonly Migration[]): Promise<readonly Migration[]> {
  for await (const line of linesOf(file)) {
    const head = backupHead.safeParse(line.startsWith("{") ? JSON.parse(line) : null).data;
    if (!head) break;
    const { migrations, version } = head;
    if (migrations.every(({ sha256 }, at) => steps[at]?.sha256 === sha256)) return steps.slice(0, migrations.length);
    throw new Refusal(
      "backup-of-another-version",
      `The backup is of Underpin ${version}, whose database this version does not know. Restore it with that version or a later one.`,
    );
  }
  throw new Refusal("no-backup", `${file} is no backup of Underpin, or of a later format.`);
}

/** The lines of a gzipped file. Refused where its bytes are not what was packed. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const text = source.pipe(createGunzip()).setEncoding("utf8");
  source.once("error", (error) => text.destroy(error));
  let rest = "";
  try {
    for await (const piece of text as AsyncIterable<string>) {
      const lines = (rest + piece).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall) throw error;
    throw new Refusal(
      "backup-damaged",
      `${file} is damaged or no backup: ${(error as Error).message}. Nothing was restored; use another copy.`,
    );
  } finally {
    source.destroy();
    text.destroy();
    await finished(text).catch(() => {});
  }
  if (rest !== "") yield rest;
}

async function forced(path: string): Promise<void> {
  const handle = await open(path, "r");
  await handle.sync();
  await handle.close();
}
